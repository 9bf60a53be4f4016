"""What loading a file would do to the register: rows to make and columns to change, in memory."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.organizations.models import Organization
from apps.people.models import Person, Position

from .records import RegisterFile
from .stored import Stored

KINDS = ("bodies", "people", "positions", "terms", "successions")
MODEL_NAMES = {"bodies": "organization", "people": "person", "terms": "term",
               "positions": "position", "successions": "succession"}  # fmt: skip


@dataclass
class Change:
    """One row to make, or the columns of a stored row that differ; `where` is its place."""

    row: object
    where: str
    new: bool
    before: dict = field(default_factory=dict)
    after: dict = field(default_factory=dict)


@dataclass
class Plan:
    """Changes of each kind of row, in the order of the file; `counts` for the report.

    `bodies` and `people` are by the file's ids, `positions` by (body's id, folded rank); their
    rows have the new values already, but nothing is saved.
    """

    file: RegisterFile
    stored: Stored
    changes: dict[str, list[Change]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    counts: dict[str, Counter] = field(default_factory=lambda: defaultdict(Counter))
    bodies: dict[str, Organization] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    positions: dict[tuple[str, str], Position] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _changed: dict[int, Change] = field(default_factory=dict)

    @property
    def changes_nothing(self) -> bool:
        return not any(self.changes.values())

    def body(self, ref: str) -> Organization | None:
        """A body of the file, else one that an earlier file of this source has brought."""
        return self.bodies.get(ref) or self.stored.bodies.get(ref)

    def known_body(self, ref: str, where: str) -> Organization | None:
        """The same; an unknown one is an error at that place."""
        found = self.body(ref)
        if found is None:
            said = {"where": where, "ref": ref}
            self.errors.append(
                _("%(where)s: there is no body “%(ref)s” in this file, nor was one loaded before.")
                % said
            )
        return found

    def made(self, kind: str, row, where: str) -> None:
        self.changes[kind].append(Change(row, where, new=True))
        self.counts[kind]["new"] += 1

    def compared(self, kind: str, row, where: str, wanted: dict) -> None:
        """Set the columns of a stored row that differ, but those settled on the desk."""
        self.counts[kind]["listed"] += 1
        for column, value in wanted.items():
            if _stored(row, column) != _plain(value):
                self._set(kind, row, where, column, value)

    def _set(self, kind, row, where, column, value):
        if self.stored.settled(MODEL_NAMES[kind], row.pk, column):
            self.counts[kind]["kept"] += 1
            self.warnings.append(
                _("%(where)s: “%(column)s” stays as it was decided on the desk.")
                % {"where": where, "column": row._meta.get_field(column).verbose_name}
            )
            return
        change = self._changed.get(id(row))
        if change is None:
            change = self._changed[id(row)] = Change(row, where, new=False)
            self.changes[kind].append(change)
            self.counts[kind]["changed"] += 1
        change.before[column], change.after[column] = _stored(row, column), _plain(value)
        setattr(row, column, value)

    def finish_counts(self) -> None:
        """Unchanged rows, and those that earlier files brought and this one does not list."""
        stored = {
            "bodies": len(self.stored.bodies),
            "people": len(self.stored.people),
            "terms": sum(len(terms) for terms in self.stored.terms.values()),
        }
        for kind in KINDS:
            counts = self.counts[kind]
            counts["unchanged"] = counts["listed"] - counts["changed"]
            if kind in stored:
                counts["left_out"] = stored[kind] - counts["listed"]


def _stored(row, column):
    """A column as it is compared and told: a superior body by its id."""
    return row.parent_id if column == "parent" else getattr(row, column)


def _plain(value):
    if isinstance(value, Organization):
        return value.pk or f"new:{value.ref}"
    return value
