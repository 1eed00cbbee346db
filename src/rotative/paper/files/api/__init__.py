"""What the record says, for programs: files of JSON as ``docs/contracts/record.schema.json`` has them, of what is public and nothing else."""
from rotative.paper.files.api import actors, dossiers, statements, stories, texts

__all__ = ["actors", "dossiers", "statements", "stories", "texts"]
