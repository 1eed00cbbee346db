"""Wiring: settings, addresses, the command line. The only room that knows all the others."""
