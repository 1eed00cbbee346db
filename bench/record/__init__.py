"""Measures of the record: what is found in texts, against what was found by reading them."""
"""Measures of the record: what is found in texts, against what people found."""
