"""Portraits: a head blocked in as a sculptor would, lit by one lamp, printed in dots."""
