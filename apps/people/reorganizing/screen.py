"""The screen's tables: from what was typed, or from a plan, to a plan."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.organizations.models import Succession
from apps.people import wording
from apps.people.ranks import usual_ranks
from apps.people.reorganization import Heading

from . import initials, suggesting
from .forms import FateForm, HolderForm, NewBodyForm, WholeForm
from .ground import holders, read_ground
from .plan import Carry, Key, NewBody, Plan, is_new, key_of

# With these words of the keeper (or none) holders go on unless he says otherwise.
GOING_ON = frozenset({"", Succession.Kind.RENAMED, Succession.Kind.MERGED})


@dataclass
class Row:
    """One row of a table: what it is about, and its fields."""

    about: object
    form: object
    chosen: bool = False
    followers: list[str] = field(default_factory=list)


class Screen:
    """All forms of one look at the screen. `data`: what was sent; else `plan` fills it.

    Tables exist only once the whole (days, bodies, names) can be read.
    """

    def __init__(self, data=None, *, plan: Plan | None = None, heading: Heading | None = None,
                 ending=()):  # fmt: skip
        self.data, self.given = data, plan
        self.whole = WholeForm(
            data, initial=initials.of_whole(plan, heading) | initials.chosen(ending)
        )
        self.new_bodies: list[Row] = []
        self.fates: list[Row] = []
        self.holders: list[Row] = []
        if self._whole():
            self._lay_tables()

    def is_valid(self) -> bool:
        bound = [row.form for row in self._rows() if row.form.is_bound]
        return bool(self._whole()) and all(form.is_valid() for form in bound)

    @property
    def has_errors(self) -> bool:
        """Whether a line in red stands somewhere."""
        rows = (row.form for row in self._rows())
        return bool(self.whole.errors) or any(form.errors for form in rows)

    @property
    def new_errors(self) -> bool:
        return any(row.form.errors for row in self.new_bodies)

    @property
    def fate_errors(self) -> bool:
        return any(row.form.errors for row in self.fates)

    def _rows(self):
        return [*self.new_bodies, *self.fates, *self.holders]

    def _whole(self) -> dict | None:
        """The whole as values; None while it cannot be read."""
        if self.whole.is_bound:
            return self.whole.cleaned_data if self.whole.is_valid() else None
        return self.whole.initial if self.given else None

    # From the whole to the tables

    def _lay_tables(self):
        whole = self._whole()
        self.ground = read_ground(
            whole["day"], whole["ending"], whole["receiving"], whole.get("of_places", ())
        )
        self.gone = self.ground.ending + self.ground.of_places
        above = initials.superiors(self.ground, whole["names"])
        self.new_bodies = [self._new_row(name, above) for name in whole["names"]]
        made = [suggesting.receiver(self._new_body(row)) for row in self.new_bodies]
        self.receivers = [*made, *map(suggesting.receiver, self.ground.receiving)]
        self._by_key = {str(each.key): each for each in self.receivers}
        for body in self.ground.ending + self.ground.beneath:
            self.fates.append(self._fate_row(body))
        self._lay_holders()

    def _choices(self):
        return [(str(each.key), each.name) for each in self.receivers]

    def _new_row(self, name, above):
        names = self._whole()["names"]
        known = {new.key: new for new in self.given.founding} if self.given else {}
        new = known.get(key_of(name)) or suggesting.new_body(name, self.gone, names)
        form = NewBodyForm.of(
            self.data, new.key.replace(":", "-"), initials.of_new_body(new),
            parents=initials.and_this([each for each in above if each[1] != name], new.parent),
        )  # fmt: skip
        return Row(name, form)

    def _fate_row(self, body):
        """A superior's row comes before those of its own bodies, which look at it."""
        chosen = body in self.ground.ending
        after = suggesting.followers(body, self.receivers, chosen=body in self.gone)
        initial = {"after": [str(key) for key in after]}
        if not chosen:
            initial["fate"] = self._fate(body)
        if self.given:
            initial = initials.of_fate(self.given, body)
        form = FateForm.of(
            self.data, f"body-{body.pk}", initial, chosen=chosen, receivers=self._choices()
        )
        row = Row(body, form, chosen)
        row.followers = [each.name for each in self._after(row)]
        return row

    def _fate(self, body):
        """Of a body beneath: ends with the branch, or moves with its superior's only follower."""
        if self._whole().get("branch") or body in self.ground.of_places:
            return "end"
        above = next((row for row in self.fates if row.about.pk == body.parent_id), None)
        if above is not None and not self._ends(above):
            return "stay"
        after = self._after(above) if above else []
        alone = len(after) == 1 and after[0].level == above.about.level
        return f"under:{after[0].key}" if alone else "stay"

    def _ends(self, row) -> bool:
        return row.chosen or _values(row).get("fate") == "end"

    def _lay_holders(self):
        ending = [row.about for row in self.fates if self._ends(row)]
        after = {row.about.pk: self._after(row) for row in self.fates}
        order = {body.pk: number for number, body in enumerate(ending)}
        terms = holders(order, self.ground.last_day)
        kept = {}
        if self._whole()["kind"] in GOING_ON:
            kept = suggesting.carries(terms, after, self.ground.last_day)
        if self.given:
            kept = {carry.term: carry for carry in self.given.carries}
        terms.sort(key=lambda term: order[term.position.body_id])
        for term in terms:
            initial = self._holder_initial(term, kept.get(term.pk), after[term.position.body_id])
            form = HolderForm.of(
                self.data, f"term-{term.pk}", initial, receivers=self._choices(), term=term
            )
            self.holders.append(Row(term, form))

    def _after(self, row):
        keys = _values(row).get("after") or []
        return [self._by_key[key] for key in keys if key in self._by_key]

    def _holder_initial(self, term, carry, after):
        if carry:
            return {"carry": True, "rank": carry.rank, "body": str(carry.body)}
        name = after[0].name if after else ""
        rank = suggesting.fitting_rank(term.position.rank, name)
        return {"carry": False, "rank": rank, "body": str(after[0].key) if len(after) == 1 else ""}

    @property
    def ranks(self) -> list[str]:
        """Ranks to offer while typing: those the receiving bodies usually have."""
        found = [rank for each in self.receivers for rank in usual_ranks(each.kind, each.name)]
        return list(dict.fromkeys(found))

    # From the tables to the plan

    def plan(self, other=()) -> Plan:
        """What the screen says now; `other`: lines of the decision to keep as they are."""
        whole = self._whole()
        ending = [row for row in self.fates if self._ends(row)]
        return Plan(
            day=whole["day"],
            document=whole["number"],
            ending=[row.about.pk for row in ending],
            founding=[self._new_body(row) for row in self.new_bodies],
            successions=self._successions(ending, whole["kind"]),
            parents=self._parents(),
            carries=[self._carry(row) for row in self.holders if _values(row).get("carry")],
            other=list(other),
        )

    def _new_body(self, row) -> NewBody:
        typed = _values(row)
        return NewBody(
            row.about, typed.get("kind", "other"), typed.get("level", "commune"),
            typed.get("place", ""), _key(typed.get("parent")), _split(typed.get("short_names")),
            _split(typed.get("abbreviations")),
        )  # fmt: skip

    def _successions(self, ending, kind):
        pairs = [(row.about, each) for row in ending for each in self._after(row)]
        return [
            (
                body.pk, each.key,
                kind or suggesting.succession_kind(
                    body, each,
                    sum(other is body for other, _each in pairs),
                    sum(other.key == each.key for _body, other in pairs),
                ),
            )
            for body, each in pairs
        ]  # fmt: skip

    def _parents(self):
        found = {}
        for row in self.fates:
            fate = _values(row).get("fate") or ""
            if fate.startswith("under:"):
                found[row.about.pk] = _key(fate.removeprefix("under:"))
        return found

    def _carry(self, row) -> Carry:
        typed = _values(row)
        term = row.about
        return Carry(term.pk, term.person_id, typed["rank"], _key(typed["body"]), term.status)

    def heading(self) -> Heading:
        whole = self._whole()
        subject = whole["subject"] or default_subject(self.plan())
        return Heading(subject, whole["number"], whole["decided_on"], whole["note"])


def default_subject(plan: Plan) -> str:
    """What such a decision is called when nobody has named it."""
    said = {"day": wording.on(plan.day), "ending": len(plan.ending), "new": len(plan.founding)}
    if len(plan.founding) == 1:
        name = {"name": plan.founding[0].name, **said}
        return (_("Reorganization from %(day)s: %(name)s") % name)[:200]
    return _("Reorganization from %(day)s: %(ending)s bodies end, %(new)s begin") % said


def _values(row) -> dict:
    """What the row says; a wrong field of a sent row is simply not there."""
    row.form.is_valid()
    return row.form.values()


def _key(text) -> Key | None:
    if not text:
        return None
    return text if is_new(text) and text.startswith("new:") else int(text)


def _split(text) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in (text or "").split(";"))))
