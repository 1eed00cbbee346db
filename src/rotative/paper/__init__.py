"""What the reader sees: templates, style, islands, feeds, and how each page is printed."""
