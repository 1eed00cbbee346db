"""What we keep: pictures with their alternative text, credit and rights, and documents.

Owns: originals, their sizes (made by the worker, never while a page renders), and what
IPTC and XMP said of them at upload. Where a picture was taken is never served.
"""
