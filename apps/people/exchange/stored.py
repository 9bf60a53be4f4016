"""What the register has of one source already, read in a few queries however large it is."""

from collections import defaultdict
from dataclasses import dataclass, field

from apps.organizations.models import Organization, Succession
from apps.people.models import Decision, Person, Position, Term
from apps.people.picture import chunks, rank_key

WHOLE = "*"  # in `decided`: every column of the row


@dataclass
class Stored:
    """The rows of one source, and what two people have settled on the desk since.

    Rows are by the file's id, positions by (body id, folded rank), terms by (person id, position
    id), successions by (body id before, after). `others`: holders who came another way.

    `decided`: ("term", id) -> names of columns, or WHOLE. `taken_away`: (person id, position id,
    first day as ISO or None) of terms that were struck or given another person or title.
    """

    source: str
    bodies: dict[str, Organization] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    others: dict[int, Person] = field(default_factory=dict)
    positions: dict[tuple[int, str], Position] = field(default_factory=dict)
    terms: dict[tuple[int, int], list[Term]] = field(default_factory=dict)
    successions: dict[tuple[int, int], Succession] = field(default_factory=dict)
    decided: dict[tuple[str, int], set[str]] = field(default_factory=dict)
    taken_away: set[tuple] = field(default_factory=set)

    def settled(self, kind: str, row_id: int, column: str) -> bool:
        """Whether a decision on the desk has set this column; a file does not change it."""
        columns = self.decided.get((kind, row_id), ())
        return WHOLE in columns or column in columns

    def was_taken_away(self, person_id, position_id, starts_on) -> bool:
        """Whether the desk has struck this title, or found it to be another person's or title."""
        first = starts_on.isoformat() if starts_on else None
        return (person_id, position_id, first) in self.taken_away


def read_stored(source: str) -> Stored:
    """The rows of this source; seven queries, however many rows."""
    stored = _rows(source, {"source": source, "ref__gt": ""}, "ref")
    _read_decided(stored)
    return stored


def read_everything() -> Stored:
    """All rows of every source, under their row ids; nothing is compared with it."""
    return _rows("", {}, "pk")


def _rows(source, mine, id_column):
    stored = Stored(source)
    bodies = {row.pk: row for row in Organization.objects.filter(**mine)}
    stored.bodies = {str(getattr(row, id_column)): row for row in bodies.values()}
    people = Person.objects.filter(**mine)
    stored.people = {str(getattr(row, id_column)): row for row in people}
    for row in Position.objects.filter(**_at("body", mine)):
        row.body = bodies[row.body_id]
        stored.positions[row.body_id, rank_key(row.rank)] = row
    for row in Succession.objects.filter(**_at("before", mine), **_at("after", mine)):
        row.before, row.after = bodies[row.before_id], bodies[row.after_id]
        stored.successions[row.before_id, row.after_id] = row
    _read_terms(stored, _at("position__body", mine))
    return stored


def _at(relation, conditions):
    return {f"{relation}__{name}": value for name, value in conditions.items()}


def _read_terms(stored, here):
    """All terms in these bodies, also those that the desk gave to people of other sources."""
    terms = defaultdict(list)
    for row in Term.objects.filter(**here).order_by("pk"):
        terms[row.person_id, row.position_id].append(row)
    stored.terms = dict(terms)
    others = {person for person, _position in terms} - {row.pk for row in stored.people.values()}
    for chunk in chunks(others):
        stored.others |= {row.pk: row for row in Person.objects.filter(pk__in=chunk)}


def _read_decided(stored):
    """What decisions on the desk made, changed or struck, from how each is taken back."""
    desk = Decision.objects.filter(state=Decision.State.IN_FORCE).exclude(kind=Decision.Kind.LOAD)
    for entries in desk.order_by("in_force_at", "pk").values_list("undo", flat=True).iterator():
        for entry in entries:
            _read_entry(stored, entry)


def _read_entry(stored, entry):
    """One entry of `Decision.undo` (shapes in `undoing.py`)."""
    before, after = entry["before"], entry["after"]
    columns = {WHOLE} if not before or not after else _differing(before, after)
    key = entry["model"], entry["pk"]
    stored.decided[key] = stored.decided.get(key, set()) | columns
    if entry["model"] == "term" and before and columns & {WHOLE, "person_id", "position_id"}:
        stored.taken_away.add((before["person_id"], before["position_id"], before["starts_on"]))


def _differing(before, after):
    return {name.removesuffix("_id") for name in after if before.get(name) != after[name]} | {
        name for name in ("person_id", "position_id") if before.get(name) != after.get(name)
    }
