"""What every view stands in: light, sky, water, land and rooms."""
