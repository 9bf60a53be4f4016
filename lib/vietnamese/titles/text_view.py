"""A text with its tokens, as all stages look at it."""

from collections.abc import Container
from dataclasses import dataclass, field

from .normal import Normal, normalise
from .tokens import Token, tokenise


class Names:
    """Names of one text on top of those that whoever asks knows, which are not copied."""

    def __init__(self, told: Container[str] = ()):
        self._told = told
        self._read: set[str] = set()

    def add(self, name: str) -> None:
        self._read.add(name)

    def __contains__(self, name: str) -> bool:
        return name in self._read or name in self._told


@dataclass(slots=True)
class View:
    """`known`: names read for sure so far, or told by who asks, in lower case."""

    normal: Normal
    tokens: list[Token]
    known: Names = field(default_factory=Names)

    def surface(self, first: int, behind: int) -> str:
        """Words of tokens [first, behind) as given, in NFC, single spaces."""
        if behind <= first:
            return ""
        return self.normal.as_given(self.tokens[first].start, self.tokens[behind - 1].end)

    def span(self, first: int, behind: int) -> tuple[int, int]:
        """Code points of the given text for tokens [first, behind)."""
        return self.normal.span(self.tokens[first].start, self.tokens[behind - 1].end)

    def key(self, at: int) -> str:
        """The token's key, or "" outside the text."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""


def view(text: str) -> View:
    """Normal text and tokens of `text`."""
    normal = normalise(text)
    return View(normal, tokenise(normal.text))
