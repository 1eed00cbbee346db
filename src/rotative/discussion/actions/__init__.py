"""What is done in a discussion: written, shown, taken away, respected, decided."""
