"""A text with its tokens, as all stages look at it."""

from dataclasses import dataclass, field

from .normal import Normal, normalise
from .tokens import Token, tokenise


@dataclass(slots=True)
class View:
    """`known`: names read for sure so far, in lower case."""

    normal: Normal
    tokens: list[Token]
    known: set[str] = field(default_factory=set)

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
