"""The demo office's register: a file of the old town, 1 July 2025, and the decisions since then.

Each is done by the verbs people use, so that the demo's history shows it.
"""

import datetime as dt

from apps.organizations.models import Organization
from apps.people import decisions, reorganization, suggestions
from apps.people.exchange.loading import load
from apps.people.models import Person, Term
from apps.people.reorganizing.plan import Carry, NewBody, Plan, key_of
from apps.portals.models import Portal

from .files import CONTENT, read

SOURCE = "song-van-demo"
PLAN = "july-2025"
COMMITTEES = {"song-van": "DU-PSV", "ben-do": "DU-PBD"}
BODY_FIELDS = ("name", "kind", "level", "place")
DAYS = ("on", "from", "to", "elected", "approved")


class Refusal(Exception):
    """The demo's own register contradicts itself; the text says where."""


class Registrar:
    """Knows bodies and people by the ids of the content files; enters one thing after another."""

    def __init__(self, users, calendar):
        self.users, self.calendar = users, calendar
        self.plan = read(PLAN)
        self.bodies, self.people = {}, {}

    def enter_all(self):
        self.load_file()
        self.reorganize()
        for row in read("decisions")["decisions"]:
            self.decide(row)
        for row in read("decisions")["suggestions"]:
            self.suggest(row)

    # -- the old town --

    def load_file(self):
        """The file, signed by its two on the day the seats begin."""
        name = "register.json"
        at = self.calendar.instant(self.calendar.founded.isoformat(), "08:30")
        content = (CONTENT / name).read_bytes()
        done = load(content, name=name, by=self.users["thuky"], at=at)
        if done.errors:
            raise Refusal(" ".join(done.errors))
        for minutes, signer in ((40, "thuky"), (95, "truongban")):
            later = at + dt.timedelta(minutes=minutes)
            decisions.sign_load(done.decision, by=self.users[signer], at=later)
        rows = Organization.objects.filter(source=SOURCE)
        self.bodies = {row.ref: row.pk for row in rows}
        self.people = {row.ref: row.pk for row in Person.objects.filter(source=SOURCE)}

    # -- 1 July 2025 --

    def reorganize(self):
        """The town's bodies end and three communes begin, by one decision of two people."""
        plan, row = self.planned(), self.plan
        heading = reorganization.Heading(
            row["subject"], row["number"], dt.date.fromisoformat(row["decided_on"]), row["note"]
        )
        days = [(row["decided_on"], "15:10"), (row["decided_on"], "16:20")]
        entered, signed = (self.calendar.instant(*day) for day in days)
        drafted = reorganization.save(plan, heading, by=self.users["thuky"], at=entered)
        decisions.propose(drafted, by=self.users["thuky"], at=entered)
        decisions.sign(drafted, by=self.users["truongban"], at=signed)
        made = {body["name"]: body["id"] for body in row["founding"]}
        for body in Organization.objects.filter(name__in=made, valid_from=plan.day):
            self.bodies[made[body.name]] = body.pk
        self._know_new(row["people"])

    def planned(self) -> Plan:
        """The plan file with rows' ids in place of its own."""
        row = self.plan
        keys = self.bodies | {body["id"]: key_of(body["name"]) for body in row["founding"]}
        return Plan(
            day=dt.date.fromisoformat(row["day"]),
            document=row["document"],
            ending=[keys[body] for body in row["ending"]],
            founding=[_new_body(body, keys) for body in row["founding"]],
            successions=[(keys[a], keys[b], kind) for a, b, kind in row["successions"]],
            carries=[self._carry(each, keys) for each in row["carries"]],
            other=[*map(_new_person, row["people"]), *self._appointments(keys)],
        )

    def _carry(self, row, keys):
        term = self.term(row["person"], row["from"], row["of"], self.plan["decided_on"])
        status = row.get("status", Term.Status.HOLDS.value)
        return Carry(term.pk, term.person_id, row["rank"], keys[row["body"]], status)

    def _appointments(self, keys):
        for row in self.plan["appointments"]:
            person = self.people.get(row["person"], f"new:{row['person']}")
            said = {**row, "person": person, "body": keys[row["body"]], "from": self.plan["day"]}
            yield _appointed(said | {"document": self.plan["document"]})

    # -- since then --

    def decide(self, row):
        """One decision: proposed, and signed by the second person where a day is given."""
        entered = self._instant(row["entered"])
        drafted = decisions.draft(
            subject=row["subject"],
            number=row["number"],
            decided_on=self.calendar.date(row["decided_on"]),
            changes=[*map(_new_person, row.get("new", ())), *map(self._line, row["lines"])],
            note=row["note"],
            by=self.users[row["by"]],
            at=entered,
        )
        decisions.propose(drafted, by=self.users[row["by"]], at=entered)
        if row["signed"]:
            signer = self.users[row["signer"]]
            decisions.sign(drafted, by=signer, at=self._instant(row["signed"]))
            self._know_new(row.get("new", ()))

    def _line(self, row):
        dated = {name: self._iso(row[name]) for name in DAYS if name in row}
        person = self.people.get(row["person"], f"new:{row['person']}")
        if row["act"] == "end":
            term = self.term(row["person"], row["rank"], row["body"], dated["on"])
            return {"act": "end", "term": term.pk, **dated}
        return _appointed({**row, **dated, "person": person, "body": self.bodies[row["body"]]})

    def suggest(self, row):
        suggestions.suggest(
            text=row["text"],
            evidence=row["evidence"],
            person=Person.objects.get(pk=self.people[row["person"]]),
            by=self.users[row["by"]],
            at=self._instant(row["at"]),
        )

    def term(self, person, rank, body, day) -> Term:
        """Who holds that on that day, however it will end."""
        held = {"person": self.people[person], "position__rank": rank}
        rows = Term.objects.filter(**held, position__body=self.bodies[body])
        found = [row for row in rows if row.ends_on is None or row.ends_on.isoformat() >= str(day)]
        if len(found) != 1:
            raise Refusal(f"{person}, {rank} {body}: {len(found)} terms on {day}")
        return found[0]

    def _know_new(self, rows):
        for row in rows:
            self.people[row["id"]] = Person.objects.get(name=row["name"], source="").pk

    def _iso(self, said):
        day = self.calendar.date(said)
        return day.isoformat() if day else None

    def _instant(self, said):
        """Never ahead of now: on the demo's first day an evening may not have come yet."""
        return min(self.calendar.instant(*said), self.calendar.now - dt.timedelta(minutes=5))


def name_committees(registrar):
    """Each portal belongs to the committee of its commune; founded bodies are known by slug."""
    for key, body in COMMITTEES.items():
        slug = Organization.objects.get(pk=registrar.bodies[body]).slug
        Portal.objects.filter(key=key).update(committee=slug)


def _new_body(row, keys):
    known = {name: row[name] for name in BODY_FIELDS}
    names = {name: tuple(row[name]) for name in ("short_names", "abbreviations")}
    return NewBody(**known, **names, parent=keys.get(row["parent"]))


def _new_person(row):
    return {
        "act": "person", "ref": f"new:{row['id']}", "name": row["name"], "other_spellings": [],
        "born_on": None,
    }  # fmt: skip


def _appointed(row):
    """A line of `people/changes.py` with everything the row does not say left open."""
    empty = dict.fromkeys(("to", "elected", "approved", "precedence"))
    said = {"status": Term.Status.HOLDS.value, "document": "", **empty}
    known = {"person", "rank", "body", "status", "from", "to", "elected", "approved", "document"}
    return {"act": "appoint", **said, **{name: row[name] for name in known if name in row}}
