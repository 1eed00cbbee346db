"""What is done to the record: taken from a reading, decided, carried through edits, merged, drawn up."""
