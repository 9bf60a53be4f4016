"""Reads who holds which title from Vietnamese news text, without a register.

`read_mentions` gives mentions with places in the text, `officials` the people with their titles.
"""

from .house import house_mention
from .model import Mention, Official, Title
from .reader import Reader
from .text_view import view
from .union import officials

__all__ = ["Mention", "Official", "Title", "officials", "read_mentions"]


def read_mentions(text: str) -> list[Mention]:
    """All mentions in text order. Places are code points of the text exactly as given."""
    reader = Reader(view(text))
    reader.read()
    mentions = [house_mention(reader.view, *numbered) for numbered in reader.numbered()]
    return [mention for mention in mentions if mention.name or mention.titles]
