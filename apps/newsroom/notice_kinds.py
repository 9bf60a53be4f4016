"""The kinds of notices, and what the nouns above say about an act and about a thing.

Each noun names its kinds once, at import, and fills two slots: whom an act concerns, and what of
the things told about a person may see.
"""

from dataclasses import dataclass

from .notice_models import Group


@dataclass(frozen=True)
class Kind:
    """`words` begin a line on the desk and a subject; an urgent one waits for no other.

    Of a kind that `repeats`, one person's next act about a thing renews the unseen notice. After
    an act of `settled_by` nothing waits any more: unseen ones about the thing count as seen.
    """

    code: str
    group: Group
    words: str
    urgent: bool = False
    repeats: bool = False
    settled_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """An act concerns these people (numbers of accounts), in this way; `title` of the thing.

    `portal`: who has no seat there any more is told nothing; "" for what belongs to no seat.
    """

    kind: str
    users: frozenset[int]
    title: str
    portal: str
    on_desk: bool = True


@dataclass(frozen=True)
class Thing:
    """What a notice is about, for a person who may see it."""

    title: str
    address: str


_KINDS: dict[str, Kind] = {}


def name_kinds(*kinds: Kind) -> None:
    _KINDS.update({kind.code: kind for kind in kinds})


def settled_by(verb: str) -> list[str]:
    """Codes of the kinds that wait for nothing after such an act."""
    return [kind.code for kind in _KINDS.values() if verb in kind.settled_by]


def kind_of(code: str) -> Kind:
    """A kind that no code names any more still has a line."""
    return _KINDS.get(code) or Kind(code, Group.MINE, "")
