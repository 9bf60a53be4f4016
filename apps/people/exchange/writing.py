"""Writing a plan into the tables, in lots: rows, their history, and the way back."""

import datetime as dt
import hashlib
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.newsroom.models import Act
from apps.organizations.models import Organization, Succession
from apps.organizations.slugs import Slugs
from apps.people import undoing, versions
from apps.people.applying import FALLBACK
from apps.people.models import Decision, Person, Position, Term
from apps.people.undoing import Touched

from .plans import Plan
from .telling import told

LOT = 500
MODELS = {"bodies": Organization, "people": Person, "positions": Position, "terms": Term,
          "successions": Succession}  # fmt: skip


@dataclass
class Writing:
    """One plan on its way into the tables; the caller holds the transaction."""

    plan: Plan
    by: User
    at: dt.datetime
    touched: Touched = field(default_factory=Touched)

    def write(self, name: str, content: bytes) -> Decision:
        """All rows, and the decision in force that stands for the file."""
        decision = self._decision(name, content)
        for change in self.plan.changes["terms"]:
            if change.new:
                change.row.decision = decision
        self._mint()
        self._bodies()
        for kind in ("people", "positions", "terms", "successions"):
            self._make(kind, [change.row for change in self.plan.changes[kind] if change.new])
        for kind in MODELS:
            self._update(kind)
        self._remember(decision)
        versions.moved()
        return decision

    def _decision(self, name, content):
        counts = {kind: len(changes) for kind, changes in self.plan.changes.items() if changes}
        line = {
            "act": "load",
            "file": name[-200:],
            "sha256": hashlib.sha256(content).hexdigest(),
            "counts": counts,
        }
        return Decision.objects.create(
            kind=Decision.Kind.LOAD,
            state=Decision.State.IN_FORCE,
            subject=_("Loaded file “%(source)s”") % {"source": self.plan.file.source},
            changes=[line],
            entered_by=self.by,
            entered_at=self.at,
            in_force_at=self.at,
        )

    def _mint(self):
        for kind, fallback in (("bodies", "co-quan"), ("people", FALLBACK)):
            new = [change.row for change in self.plan.changes[kind] if change.new]
            slugs = Slugs(MODELS[kind], fallback=fallback) if new else None
            for row in new:
                row.slug = slugs.mint(row.name)

    def _bodies(self):
        """Level by level: a body is made after its superior."""
        waiting = [change.row for change in self.plan.changes["bodies"] if change.new]
        while waiting:
            ready = [row for row in waiting if row.parent is None or row.parent.pk]
            self._make("bodies", ready)
            waiting = [row for row in waiting if row.pk is None]

    def _make(self, kind, rows):
        MODELS[kind].objects.bulk_create(rows, LOT)

    def _update(self, kind):
        """Rows with the same changed columns together."""
        lots = {}
        for change in self.plan.changes[kind]:
            if not change.new:
                lots.setdefault(frozenset(change.after), []).append(change.row)
        model = MODELS[kind]
        folded = [f for f in model._meta.fields if f.name == "folded"]
        for columns, rows in lots.items():
            for row in rows if folded else ():
                folded[0].pre_save(row, add=False)  # bulk_update does not ask fields
            names = [*sorted(columns), *(f.name for f in folded)]
            model.objects.bulk_update(rows, names, LOT)

    def _remember(self, decision):
        """History, what the public pages wait for, and how all this is taken back."""
        acts = []
        for kind in MODELS:
            for change in self.plan.changes[kind]:
                self._touch(kind, change.row)
                acts += told(kind, change)
                if kind != "positions":
                    decision.undo.append(_undo(change))
        self._record(decision, [(decision.key, {}, dict(decision.changes[0]["counts"])), *acts])
        decision.touched = self.touched.as_json()
        decision.save()

    def _touch(self, kind, row):
        if kind == "people":
            self.touched.people.add(row.pk)
        elif kind == "terms":
            self.touched.people.add(row.person_id)
            self.touched.bodies.add(row.position.body_id)
        elif kind == "bodies":
            self.touched.bodies.add(row.pk)
        elif kind == "positions":
            self.touched.bodies.add(row.body_id)
        else:
            self.touched.bodies.update([row.before_id, row.after_id])

    def _record(self, decision, acts):
        Act.objects.bulk_create(
            [
                Act(
                    key=key,
                    verb="load",
                    by=self.by,
                    at=self.at,
                    before=before,
                    after=after,
                    reason=decision.subject,
                )
                for key, before, after in acts
            ],
            LOT,
        )


def _undo(change):
    """The entry of `Decision.undo` (undoing.py) for one row."""
    if change.new:
        return undoing.made(change.row)
    now = undoing.snapshot(change.row)
    former = {"parent_id" if name == "parent" else name: v for name, v in change.before.items()}
    before = now | {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in former.items()
        if name in now
    }
    return undoing.changed(change.row, before)
