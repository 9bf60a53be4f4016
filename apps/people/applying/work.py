"""What applying the lines of one decision shares."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.refusals import Refused
from apps.people import undoing
from apps.people.models import Decision
from apps.people.undoing import Touched


@dataclass
class Work:
    """What the lines share: who is new under which ref, what was touched, how to go back."""

    decision: Decision
    by: object
    at: object
    made: dict = field(default_factory=dict)
    undo: list = field(default_factory=list)
    touched: Touched = field(default_factory=Touched)

    def pk(self, key):
        return self.made.get(key, key)

    def note(self, key, verb, before=None, after=None):
        history.record(
            key, verb, by=self.by, at=self.at, before=before, after=after,
            reason=" ".join(filter(None, [self.decision.subject, self.decision.number])),
        )  # fmt: skip

    def touch(self, term):
        self.touched.people.add(term.person_id)
        self.touched.bodies.add(term.position.body_id)


def told(before: dict, row, names) -> tuple[dict, dict]:
    """Only what changed, both ways; the private birth date is not repeated in history."""
    after = undoing.snapshot(row)
    names = [name for name in names if before[name] != after[name] and name != "born_on"]
    return {name: before[name] for name in names}, {name: after[name] for name in names}


def locked(model, pk):
    """The row as it is now; Refused when it is gone."""
    row = model.objects.select_for_update().filter(pk=pk).first()
    if row is None:
        raise Refused(_("This is no longer in the register; choose again."))
    return row
