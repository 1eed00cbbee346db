"""Pictures, their sizes, and documents."""
from rotative.library.models.documents import SourceDocument
from rotative.library.models.pictures import Picture, PictureSize

__all__ = ["Picture", "PictureSize", "SourceDocument"]
