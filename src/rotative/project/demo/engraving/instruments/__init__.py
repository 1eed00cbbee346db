"""What the engraver holds: inks, chance, the plate, screens and the pen."""
