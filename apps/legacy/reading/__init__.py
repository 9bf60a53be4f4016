"""Old pages into their parts."""

from .reader import read_page
from .values import Block, PageRefused, ReadPage

__all__ = ["Block", "PageRefused", "ReadPage", "read_page"]
