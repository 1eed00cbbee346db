"""Measures of the record: what is found in texts, against what was found by reading them."""
