"""Measures of the record: what is found in texts, against what people found."""
