"""The record at the desk."""
