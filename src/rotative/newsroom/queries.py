"""What pages ask of the newsroom: listings, and named reads that say what they stand on."""
