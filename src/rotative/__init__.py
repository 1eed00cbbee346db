"""Rotative: the whole newspaper in one program."""
