"""The demo town's 1 July 2025 at the real screens: done, undone by two people, done again.

A step is one form sent; each is sent as the page showed it, with what the clerk changed in it.
"""

import datetime as dt

import pytest
from django.db import transaction
from selectolax.lexbor import LexborHTMLParser

from apps.organizations.models import Organization, Succession
from apps.people.exchange.loading import load
from apps.people.models import Decision, Person, Position, Term
from apps.people.titles import long_form, titles_on
from config.demo.files import CONTENT, read
from tests.newsroom.people import client_of

from .deciding import NOON, Two

pytestmark = pytest.mark.django_db
SCREEN = "/toa-soan/organizations/organization/sap-xep/"
MOST_STEPS = 12
PLACES = "thị xã Sông Vân\nphường Bến Đò\nphường Hồ Sen\nxã Phiêng Mận"
NEW = "phường Sông Vân\nphường Bến Đò\nxã Phiêng Mận"
STARTS = ("DU-", "HDND-", "UBND-", "MTTQ-")  # ids of the four bodies of a commune
JULY = dt.date(2025, 7, 1)
BEFORE, LAST, AFTER = (JULY + dt.timedelta(days=days) for days in (-2, -1, 1))
PLAN = read("july-2025")
FOUNDED = {row["id"]: row for row in PLAN["founding"] if row["id"].startswith(STARTS)}
CARRIES = [row for row in PLAN["carries"] if row["body"] in FOUNDED]
SUCCESSIONS = [row for row in PLAN["successions"] if row[1] in FOUNDED]


class Form:
    """The form with this button, as a browser would send it, and its lists' {label: value}."""

    def __init__(self, page, act):
        button = f"button[name=act][value={act}]:not([disabled])"
        (form,) = [each for each in LexborHTMLParser(page).css("form") if each.css_first(button)]
        self.action, self.fields = form.attributes.get("action"), {}
        for box in form.css("input[name]:not([type=checkbox]), input[checked]"):
            given = box.attributes
            self.fields.setdefault(given["name"], []).append(given.get("value", "on") or "")
        self.fields |= {box.attributes["name"]: box.text() for box in form.css("textarea")}
        for box in form.css("select"):
            chosen = box.css("option[selected]") or box.css("option")[:1]
            self.fields[box.attributes["name"]] = [each.attributes["value"] for each in chosen]
        self.labels = {each.text(): each.attributes["value"] for each in form.css("option")}


class Newsroom:
    """The demo's register in an empty database; a keeper and a chief, whose forms are counted."""

    def __init__(self):
        name = "register.json"
        assert not load((CONTENT / name).read_bytes(), name=name, at=NOON).errors
        self.steps, people = 0, Two()
        self.keeper, self.chief = client_of(people.keeper), client_of(people.chief)

    def send(self, client, address, act, page="", **changes):
        """Press a button of the page at the address (or of `page`, an answer)."""
        form = Form(page or client.get(address).content.decode(), act)
        self.steps += 1
        return client.post(form.action or address, form.fields | changes | {"act": act})

    def act(self, client, state, act):
        decision = Decision.objects.get(state=state, kind="bodies")
        self.send(client, f"/toa-soan/people/decision/{decision.pk}/change/", act)

    def do(self):
        """With the resolution in hand: what ends, what begins, who goes on where."""
        looked = self.send(
            self.keeper, SCREEN, "look", places=PLACES, names=NEW, day="1/7/2025",
            subject=PLAN["subject"], number=PLAN["number"], decided_on="25/6/2025",
        ).content.decode()  # fmt: skip
        keys = Form(looked, "look").labels
        self._into_force(SCREEN, looked, **(followers(keys) | goers(keys)))

    def undo(self):
        self.act(self.keeper, "in_force", "revoke")
        self.act(self.chief, "in_force", "revoke")

    def redo(self):
        self._into_force(f"{SCREEN}?theo={Decision.objects.get(state='revoked').pk}")

    def _into_force(self, address, page="", **typed):
        """Save (after a change see the consequences and save once more), propose, sign."""
        answer = self.send(self.keeper, address, "save", page, **typed)
        if answer.status_code != 302:
            self.send(self.keeper, address, "save", answer.content.decode())
        self.act(self.keeper, "draft", "propose")
        self.act(self.chief, "proposed", "sign")


def followers(keys):
    """Each body that ends is followed by those the plan names."""
    found = {row.ref: row.pk for row in Organization.objects.filter(ref__in=PLAN["ending"])}
    typed = {f"body-{pk}-after": [] for pk in found.values()}
    for before, after, _kind in SUCCESSIONS:
        typed[f"body-{found[before]}-after"].append(keys[FOUNDED[after]["name"]])
    return typed


def goers(keys):
    """Each holder goes on as the plan says, or not at all."""
    rows = Term.objects.filter(position__body__ref__in=PLAN["ending"], ends_on=None)
    typed = {f"term-{term.pk}-carry": [] for term in rows}
    for row in CARRIES:
        position = {"position__rank": row["from"], "position__body__ref": row["of"]}
        term = f"term-{rows.get(person__ref=row['person'], **position).pk}"
        body = keys[FOUNDED[row["body"]]["name"]]
        typed |= {f"{term}-carry": "on", f"{term}-rank": row["rank"], f"{term}-body": body}
    return typed


def register():
    """Every row of the register with all its columns."""
    models = (Organization, Succession, Person, Position, Term)
    return [list(model.objects.order_by("pk").values()) for model in models]


def made():
    """The bodies that begin on the day, and who takes over from whom."""
    rows = Organization.objects.filter(valid_from=JULY)
    bodies = rows.values_list("name", "kind", "level", "place", "parent__ref")
    work = Succession.objects.filter(on=JULY).values_list("before__ref", "after__name", "kind")
    return sorted(bodies), sorted(work)


def held(day):
    """(person, rank, body) of that day; the body by its id in the file, a new one by its name."""
    names = "person__ref", "position__rank", "position__body__ref", "position__body__name"
    rows = Term.objects.held_on(day).values_list(*names)
    return sorted((who, rank, ref or name) for who, rank, ref, name in rows)


def title(ref, day):
    person = Person.objects.get(ref=ref)
    return long_form(titles_on([person.pk], day)[person.pk])


class Before:
    """The register before the resolution: all its rows, and who held what at the end of June."""

    def __init__(self):
        self.register, self.held = register(), [held(BEFORE), held(LAST)]


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker):
    """A newsroom that has done it; each test begins there and is taken back to it."""
    with django_db_blocker.unblock(), transaction.atomic():
        newsroom = Newsroom()
        newsroom.before = Before()
        newsroom.do()
        newsroom.took = newsroom.steps
        yield newsroom
        transaction.set_rollback(True)


def test_july_takes_few_steps(newsroom):
    steps = [newsroom.took]
    for deed in (newsroom.undo, newsroom.redo):
        newsroom.steps = 0
        deed()
        steps.append(newsroom.steps)
    assert steps == [5, 2, 3]
    assert sum(steps) <= MOST_STEPS


def test_town_governs_to_the_last_evening(newsroom):
    assert [held(BEFORE), held(LAST)] == newsroom.before.held
    assert title("nong-khanh-tung", LAST) == "Tỉnh ủy viên, Bí thư Thị ủy Sông Vân"
    ended = Organization.objects.filter(valid_to=LAST).values_list("ref", flat=True)
    assert sorted(ended) == sorted(PLAN["ending"])


def test_twelve_bodies_take_over_in_the_morning(newsroom):
    bodies, work = made()
    names = ("name", "kind", "level", "place", "parent")
    assert bodies == sorted(tuple(map(row.get, names)) for row in FOUNDED.values())
    assert len(bodies) == 12
    told = ((before, FOUNDED[after]["name"], kind) for before, after, kind in SUCCESSIONS)
    assert work == sorted(told)


def test_leaders_sit_in_the_new_bodies(newsroom):
    staying = [each for each in newsroom.before.held[1] if each[2] not in PLAN["ending"]]
    seats = [(row["person"], row["rank"], FOUNDED[row["body"]]["name"]) for row in CARRIES]
    assert held(JULY) == held(AFTER) == sorted(staying + seats)
    assert title("nong-khanh-tung", JULY) == "Tỉnh ủy viên, Bí thư Đảng ủy phường Sông Vân"


def test_two_people_undo_it_row_by_row(newsroom):
    changed = register()
    newsroom.act(newsroom.keeper, "in_force", "revoke")
    assert register() == changed != newsroom.before.register
    newsroom.act(newsroom.chief, "in_force", "revoke")
    assert register() == newsroom.before.register


def test_it_is_done_again_from_its_own_lines(newsroom):
    first = made(), held(LAST), held(JULY)
    newsroom.undo()
    assert made() == ([], [])
    newsroom.redo()
    assert (made(), held(LAST), held(JULY)) == first
