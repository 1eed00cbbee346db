"""Readers who sign: their accounts, the ways in, what they follow, and how they leave."""
