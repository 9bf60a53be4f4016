"""What is read of a body, and small looks at tokens."""

from dataclasses import dataclass

from .tokens import Token

_BARE_HEADS = frozenset(("Ban", "Phòng", "Đoàn"))


@dataclass(frozen=True, slots=True)
class Body:
    """Parts in house form; `end` is the index behind what was read."""

    organ: str = ""
    owner: str = ""
    level: str = ""
    place: str = ""
    end: int = 0
    many: bool = False
    event: bool = False
    provisional: bool = False

    @property
    def stated(self) -> bool:
        return bool(self.organ or self.owner or self.level or self.place)

    @property
    def bare(self) -> bool:
        """Only the head that the rank has in itself: "Trưởng ban" does not say which."""
        return self.organ in _BARE_HEADS and not (self.owner or self.level or self.place)


def key_at(tokens: list[Token], at: int) -> str:
    """The token's key, or "" behind the last."""
    return tokens[at].key if at < len(tokens) else ""


def number_at(tokens: list[Token], at: int) -> tuple[str, int] | None:
    """ "5" or "số 5"."""
    behind = at + 1 if key_at(tokens, at) == "số" else at
    if not key_at(tokens, behind).isdigit():
        return None
    return " ".join(token.key for token in tokens[at : behind + 1]), behind + 1
