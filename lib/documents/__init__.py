"""The text of documents that come from outside: PDF, Word, OpenDocument, Excel.

Nothing here trusts a file: `apart.read_apart` reads it in a process of its own, within bounds of
time, memory and length; whatever happens there, the caller gets a `Reading`.
"""

from .apart import open_word_apart, read_apart
from .reading import Draft, Fault, Reading

__all__ = ["Draft", "Fault", "Reading", "open_word_apart", "read_apart"]
