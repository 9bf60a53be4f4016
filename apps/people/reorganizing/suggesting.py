"""First guesses for a plan's tables: who follows whom, what becomes of sub-bodies and holders.

Every guess stands in a field the keeper sees and may change; nothing here decides (DOMAIN §1.7).
"""

import re
from dataclasses import dataclass

from apps.organizations.models import Organization, Succession
from apps.organizations.naming import guess, place_of, same_sort
from apps.people.models import Term
from apps.people.ranks import is_head, is_member
from lib.vietnamese.fold import fold

from .plan import Carry, Key, NewBody, is_new, key_of

Kind = Organization.Kind
# Of these kinds a place has one: the town's council is followed by the communes' councils.
ONE_PER_PLACE = frozenset(
    {Kind.PARTY_COMMITTEE, Kind.STANDING_COMMITTEE, Kind.PEOPLE_COUNCIL, Kind.PEOPLE_COMMITTEE,
     Kind.FRONT, Kind.MILITARY, Kind.POLICE}
)  # fmt: skip
_COMMITTEE_WORD = re.compile(r"(tỉnh|thành|thị|huyện|quận|đảng) (?:ủy|uỷ)", re.I)


@dataclass(frozen=True)
class Receiver:
    """A body that goes on or begins: what may follow one that ends."""

    key: Key
    name: str
    kind: str
    level: str
    place: str


def receiver(body: Organization | NewBody) -> Receiver:
    key = body.key if isinstance(body, NewBody) else body.pk
    return Receiver(key, body.name, body.kind, body.level, body.place)


def new_body(name: str, ending: list[Organization], names: list[str]) -> NewBody:
    """What the name tells; its superior by the names beside it, else the predecessors'."""
    told = guess(name)
    level = told.level or (ending[0].level if ending else Organization.Level.COMMUNE.value)
    return NewBody(
        name, str(told.kind), str(level), told.place, _superior(name, told.kind, ending, names),
        told.short_names, told.abbreviations,
    )  # fmt: skip


def _superior(name, kind, ending, names) -> Key | None:
    """ "Văn phòng Đảng ủy xã A" stands under "Đảng ủy xã A"; else where its like stood."""
    above = [other for other in names if other != name and fold(name).endswith(" " + fold(other))]
    if above:
        return key_of(max(above, key=len))
    gone = {body.pk for body in ending}
    like = [body for body in ending if body.kind == kind] or ending
    parents = [body.parent for body in like if body.parent and body.parent.pk not in gone]
    return parents[0].pk if parents else None


def followers(body: Organization, receivers: list[Receiver], *, chosen: bool) -> list[Key]:
    """Who takes over: those that do the same, or of the same kind where a place has one of it.

    A body that was `chosen` goes to the only receiver there is, unless their kinds exclude it.
    """
    if chosen and len(receivers) == 1 and not _differ(body.kind, receivers[0].kind):
        return [receivers[0].key]
    same = [each for each in receivers if each.kind == body.kind and same_sort(body, each.name)]
    if not same and body.kind in ONE_PER_PLACE:
        same = [each for each in receivers if each.kind == body.kind]
    place = fold(place_of(body))
    here = [each for each in same if place and fold(each.place) == place]
    return [each.key for each in here or same]


def _differ(kind, other):
    return kind != other and {kind, other} <= ONE_PER_PLACE


def succession_kind(body, after: Receiver, afters: int, befores: int) -> str:
    """One successor of one body renames it; of several merges; several successors split it.

    Between levels (a town's committee, a commune's) only the work is taken over. `afters`: how
    many follow this body; `befores`: how many the successor follows.
    """
    if body.level != after.level:
        return Succession.Kind.TAKEN_OVER.value
    if afters > 1:
        return Succession.Kind.SPLIT.value
    if befores > 1:
        return Succession.Kind.MERGED.value
    same = body.kind == after.kind and is_new(after.key)
    return (Succession.Kind.RENAMED if same else Succession.Kind.TAKEN_OVER).value


def goes_on(body: Organization, after: list[Receiver]) -> bool:
    """Whether the body lives on in one new body of its own level: a renaming or a merger."""
    return len(after) == 1 and after[0].level == body.level and is_new(after[0].key)


def carries(holders: list[Term], after: dict[int, list[Receiver]], last_day) -> dict[int, Carry]:
    """{term id: Carry} of those who by default go on in what their body becomes.

    Where two heads would share one seat neither is guessed: that is what the decision is about.
    """
    found, seats = {}, {}
    for term in holders:
        body = term.position.body
        if not goes_on(body, after[body.pk]) or (term.starts_on and term.starts_on > last_day):
            continue
        to = after[body.pk][0]
        rank = fitting_rank(term.position.rank, to.name)
        seat = (to.key, fold(rank), None if is_head(rank) else term.person_id)
        seats.setdefault(seat, []).append(Carry(term.pk, term.person_id, rank, to.key, term.status))
    for (_body, _rank, person), wanted in seats.items():
        if person is not None or len({carry.person for carry in wanted}) == 1:
            found[wanted[0].term] = wanted[0]
    return found


def fitting_rank(rank: str, body_name: str) -> str:
    """ "Thị ủy viên" becomes "Đảng ủy viên" in a Đảng ủy; other ranks stay as they are."""
    word = _COMMITTEE_WORD.search(body_name)
    if not is_member(rank) or not word or not _COMMITTEE_WORD.match(rank):
        return rank
    return f"{word[1].capitalize()} ủy viên"
