"""Each person before and after a decision: titles side by side, with what becomes of them."""

from dataclasses import asdict, dataclass

from . import describing, wording
from .picture import OneTerm, Picture, read_picture
from .playing import Played, play


@dataclass(frozen=True)
class TitleLine:
    """One title of a person; `mark` is "", "new", "ended", "changed" or "gone"."""

    words: str
    span: str
    mark: str = ""


@dataclass(frozen=True)
class BeforeAfter:
    """A person as he stands now and as he would stand."""

    name: str
    before: list[TitleLine]
    after: list[TitleLine]


def before_and_after(before: Picture, played: Played) -> list[BeforeAfter]:
    """For each person whose titles these lines change, in the order of the lines."""
    after = played.picture
    people = {}
    for key, _line_number in sorted(
        [*played.terms.items(), *played.gone.items()], key=lambda pair: pair[1]
    ):
        for term in (before.terms.get(key), after.terms.get(key)):
            if term is not None:
                people.setdefault(term.person)
    return [
        BeforeAfter(
            wording.name(person, after if person in after.people else before),
            [_line(t, before, _mark_before(t, after)) for t in _titles(person, before, after)],
            [_line(t, after, _mark_after(t, before)) for t in _titles(person, after, before)],
        )
        for person in people
    ]


def _titles(person, picture, other) -> list[OneTerm]:
    """Open titles, and those the lines change, by protocol precedence."""
    found = [
        term
        for term in picture.terms.values()
        if term.person == person and (term.ends is None or other.terms.get(term.id) != term)
    ]
    return sorted(found, key=lambda term: _place(term, picture))


def _place(term, picture):
    known = picture.precedence.get((term.body, term.rank_key), 999)
    return term.precedence if term.precedence is not None else known


def _mark_before(term, after):
    now = after.terms.get(term.id)
    if now is None:
        return "gone"
    ends = now.ends != term.ends and now.ends is not None
    return "" if ends or now == term else "changed"


def _mark_after(term, before):
    old = before.terms.get(term.id)
    if old is None:
        return "new"
    if term.ends is not None and term.ends != old.ends:
        return "ended"
    return "" if old == term else "changed"


def _line(term, picture, mark):
    return TitleLine(wording.of_term(term, picture), wording.span(term.starts, term.ends), mark)


def read_and_play(lines) -> tuple[Picture, Played]:
    """(the register before, the register after) of tidied lines."""
    before = read_picture(lines)
    return before, play(before.copy(), lines)


def told(lines) -> dict:
    """The words of tidied lines as plain values, to be kept when they take force."""
    before, played = read_and_play(lines)
    return {
        "sentences": describing.sentences(lines, before),
        "people": [asdict(person) for person in before_and_after(before, played)],
    }
