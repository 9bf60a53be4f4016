"""One stated title of one person against the register: right, or which kind of wrong.

Decisions after CONTRACTS (proofread): the body that did not exist decides first, then whether the
person held the title before, later, or its rank in another body.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from apps.people.ranks import is_member
from apps.people.speaking import rank_key
from lib.vietnamese.titles import Title

from .facts import PersonFact, TermFact
from .findings import Kind
from .occasions import EVER, Occasion
from .resolving import Meant, Resolver
from .saying import bare_rank, same_rank, terms_spoken_of


@dataclass(frozen=True)
class Verdict:
    """`kind` '' is right. `person` whom it is about, `term` the nearest thing he held."""

    kind: str = ""
    person: PersonFact | None = None
    term: TermFact | None = None


RIGHT = Verdict()
_KNOWN_SHORT = frozenset(
    [
        "HĐND",
        "UBND",
        "MTTQ",
        "UBKT",
        "LHPN",
        "CCB",
        "LĐLĐ",
        "CHQS",
        "ĐBQH",
        "TNCS",
        "BĐBP",
        "THPT",
        "THCS",
    ]
)
_WEEKS = dt.timedelta(days=60)
# The kinder judgement counts where several people bear the name.
_MILDEST = ["", Kind.EXPIRED_TITLE, Kind.FUTURE_TITLE, Kind.WRONG_BODY, Kind.WRONG_TITLE,
            Kind.DISSOLVED_BODY]  # fmt: skip


def judge(
    title: Title,
    people: Sequence[PersonFact],
    when: Occasion,
    day: dt.date,
    resolver: Resolver,
    *,
    certain: bool,
) -> Verdict:
    """The mildest verdict over the people of that name. `certain`: another title told who it is."""
    meant = resolver.meant(title.body)
    verdicts = [_of_one(title, person, when, day, meant, certain) for person in people]
    elsewhere = [verdict for verdict in verdicts if verdict.kind == Kind.WRONG_BODY]
    if elsewhere and all(verdict.term is None for verdict in verdicts if not verdict.kind):
        return elsewhere[0]  # of the two of that name the one who has that rank is meant
    return min(verdicts, key=lambda verdict: _MILDEST.index(verdict.kind))


def _of_one(title, person, when: Occasion, day, meant: Meant, certain) -> Verdict:
    terms = _of_status(title, terms_spoken_of(title, person))
    if title.former:
        return _former(title, person, terms, day, meant)
    terms = _without_risen(title, terms, day)
    for first, last in when.spans:
        fitting = [term for term in terms if term.covers(first, last)]
        if fitting and not _gone(fitting, day, when):
            return Verdict("", person, fitting[0])
    if when.told and not _is_near(when, day):
        return RIGHT if terms or not meant.sure else _never(title, person, day, meant, certain)
    if meant.bodies and not any(body.exists_on(day) for body in _same(meant, terms)):
        return Verdict(Kind.DISSOLVED_BODY, person, terms[-1] if terms else None)
    if terms:
        return _another_time(person, terms, day)
    if when.begins and _is_seat(title):
        return RIGHT  # elected a minute ago, and not entered yet
    return _never(title, person, day, meant, certain)


def _without_risen(title, terms: list[TermFact], day) -> list[TermFact]:
    """Who sat in the standing committee and is its deputy secretary now is not called a member of
    it (DOMAIN §2.2): his seat has ended, and the higher one does not stand for it."""
    seats = [term for term in terms if _is_said(title, term)]
    if not seats or not all(term.over_before(day) for term in seats):
        return terms
    bodies = {term.position.body for term in seats}
    return [term for term in terms if term in seats or term.position.body not in bodies]


def _is_said(title, term: TermFact) -> bool:
    """The very rank, not one that implies it."""
    said, own = bare_rank(title.rank), term.position.rank
    return rank_key(said) == rank_key(own) or (is_member(said) and is_member(own))


def _another_time(person, terms: list[TermFact], day) -> Verdict:
    """Held, but not that day: the last that was over, else the first to come."""
    over = [term for term in terms if term.over_before(day)]
    if over:
        return Verdict(Kind.EXPIRED_TITLE, person, max(over, key=lambda term: term.ends_on))
    return Verdict(Kind.FUTURE_TITLE, person, min(terms, key=lambda term: term.starts_on))


def _is_near(when: Occasion, day: dt.date) -> bool:
    """A day of these weeks is no history: what it says is judged as the event is."""
    first, last = when.spans[0]
    return first != EVER and abs(day - last) < _WEEKS and last - first < _WEEKS


def _of_status(title, terms: list[TermFact]) -> list[TermFact]:
    """Who is only "quyền Chủ tịch" is not "Chủ tịch", and the other way round."""
    acting = title.status == "acting"
    if title.former or title.status not in ("", "acting"):
        return terms
    return [term for term in terms if (term.status == "acting") == acting]


def _gone(terms, day, when: Occasion) -> bool:
    """A title to be taken up in a body that has ended is none."""
    return when.begins and all(term.position.body.ended_before(day) for term in terms)


def _same(meant: Meant, terms) -> list:
    """The bodies meant: those in which the person held it, where the words leave it open."""
    own = [term.position.body for term in terms]
    return own if own and not meant.sure else list(meant.bodies)


def _former(title, person, terms, day, meant: Meant) -> Verdict:
    """ "nguyên …" is right for whoever held it; never held is wrong as without the word."""
    if any(not term.begins_after(day) for term in terms) or not meant.bodies:
        return Verdict("", person, terms[0] if terms else None)
    return Verdict(Kind.WRONG_TITLE, person)


def _never(title, person, day, meant: Meant, certain) -> Verdict:
    """Never held: the rank held in another body that day, or nothing of the kind."""
    rank = bare_rank(title.rank)
    held = [held.term for held in person.held_on(day) if same_rank(rank, held.rank)]
    elsewhere = sorted(held, key=lambda term: not _alike(term, meant))
    if elsewhere and not title.body_stated:
        return RIGHT  # the body was filled in from a neighbour
    if elsewhere and (meant.bodies or (certain and _is_spelled_out(title)) or meant.ours):
        return Verdict(Kind.WRONG_BODY, person, elsewhere[0])
    if meant.bodies:
        return Verdict(Kind.WRONG_TITLE, person)
    return RIGHT


def _is_seat(title) -> bool:
    """A membership: what an election news tells before anybody has entered it."""
    return bare_rank(title.rank).endswith(("viên", "viên UBND")) or "Ủy viên" in title.rank


def _alike(term: TermFact, meant: Meant) -> bool:
    """Whether the body said is of the sort in which the person has that rank."""
    return any(body.kind == term.position.body.kind for body in meant.bodies)


def _is_spelled_out(title) -> bool:
    """ "Trung tâm VHTT" may be any of ours, written short in a way the register does not know."""
    words = title.body.split()
    return not any(word.isupper() and len(word) > 2 and word not in _KNOWN_SHORT for word in words)
