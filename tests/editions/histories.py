"""Arbitrary histories of pages, and what must be true of each, told without the code under test."""

import datetime as dt

from django.db import IntegrityError, connection, transaction
from hypothesis import strategies as st

from apps.editions import showings
from apps.editions.models import Cut, Moment, Showing, SiteVersion
from apps.editions.redaction import redact

from . import make

START = make.NOON
PORTALS = ("", "songvan")
KEYS = ("article:1", "article:2")
ADDRESSES = ("/x/", "/y/")
HOURS = st.integers(0, 3)  # few, so that steps meet at the same instant
LATER = st.none() | st.integers(0, 6)
# Mostly one page: its own past is what a page stumbles over.
PAGES = {
    "portal": st.sampled_from(["songvan"] * 9 + [""]),
    "key": st.sampled_from([KEYS[0]] * 9 + [KEYS[1]]),
}


def hour(number):
    """Not on the full second: engines and texts differ there first."""
    return None if number is None else START + dt.timedelta(hours=number, microseconds=number)


def act(name, **what):
    return st.fixed_dictionaries({"act": st.just(name), "at": HOURS, **what})


ACTS = {
    "show": act("show", **PAGES, address=st.sampled_from(ADDRESSES), after=st.integers(0, 3),
                lasts=st.none() | st.integers(1, 2), keep=st.booleans()),
    "withdraw": act("withdraw", which=st.integers(0, 9)),
    "hide": act("hide", **PAGES),
    "show_again": act("show_again", **PAGES),
    "take_down": act("take_down", **PAGES),
    "expire": act("expire", **PAGES, until=LATER),
    "redact": act("redact", which=st.integers(0, 9)),
    "insert": act("insert", which=st.integers(0, 9), address=st.sampled_from(ADDRESSES),
                  begins=HOURS, expires=LATER, ends=LATER,
                  replaces=st.none() | st.integers(0, 9)),
    "update": act("update", which=st.integers(0, 9), value=LATER,
                  column=st.sampled_from(["expires_at", "ended_at", "live_from"])),
    "delete": act("delete"),
}  # fmt: skip
OFTEN = ["show"] * 6 + ["expire"] * 3 + ["withdraw", "hide", "show_again"] * 2
VERBS = st.sampled_from([*OFTEN, "take_down", "redact"]).flatmap(ACTS.get)
RAW = st.sampled_from(["insert"] * 4 + ["update"] * 4 + ["delete"]).flatmap(ACTS.get)


def do(step):
    """Take one step; a refusal by the guards is an outcome like any other."""
    try:
        with transaction.atomic():
            return globals()[f"_{step['act']}"](step, hour(step["at"]))
    except IntegrityError:
        return None


def pick(model, number):
    rows = list(model.objects.order_by("pk"))
    return rows[number % len(rows)] if rows else None


def _show(step, at):
    cut = make.cut(step["key"], step["portal"], at, files=["a" * 64])
    begins = hour(step["at"] + step["after"])
    expires = step["lasts"] and hour(step["at"] + step["after"] + step["lasts"])
    return showings.show(cut, address=step["address"], live_from=begins, at=at,
                         expires_at=expires, keep_plans=step["keep"])  # fmt: skip


def _withdraw(step, at):
    if showing := pick(Showing, step["which"]):
        showings.withdraw(showing, at=at)
    return showing


def _hide(step, at):
    return showings.hide(step["portal"], step["key"], at=at)


def _show_again(step, at):
    return showings.show_again(step["portal"], step["key"], at=at)


def _take_down(step, at):
    return showings.take_down(step["portal"], step["key"], at=at)


def _expire(step, at):
    return showings.expire(step["portal"], step["key"], expires_at=hour(step["until"]), at=at)


def _redact(step, at):
    if cut := pick(Cut, step["which"]):
        redact(cut, at=at)
    return cut


def _insert(step, at):
    cut = pick(Cut, step["which"]) or make.cut(at=at)
    columns = ["cut_id", "portal", "key", "address", "live_from", "expires_at", "ended_at"]
    values = [cut.pk, cut.portal, cut.key, step["address"]]
    values += [make.instant(hour(step[name])) for name in ("begins", "expires", "ends")]
    replaced = step["replaces"] is not None and pick(Showing, step["replaces"])
    verb = "INSERT"
    if replaced:
        columns, values = ["id", *columns], [replaced.pk, *values]
        verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"
    marks = ", ".join(["%s"] * len(values))
    names = ", ".join(columns)
    make.sql(f"{verb} INTO editions_showing ({names}, ended_why) VALUES ({marks}, '')", *values)


def _update(step, at):
    if showing := pick(Showing, step["which"]):
        value = make.instant(hour(step["value"]))
        make.sql(f"UPDATE editions_showing SET {step['column']} = %s WHERE id = %s",
                 value, showing.pk)  # fmt: skip


def _delete(step, at):
    make.sql("DELETE FROM editions_showing")


def spans():
    """Every showing as plain values, read past the models' own questions."""
    return list(Showing.objects.values("pk", "cut_id", "portal", "key", "address", "live_from",
                                       "expires_at", "ended_at"))  # fmt: skip


def boundaries(rows):
    """Every instant at which anything begins or ends, and a moment before and after each."""
    edges = {row[name] for row in rows for name in ("live_from", "expires_at", "ended_at")}
    step = dt.timedelta(microseconds=1)
    return sorted({at + d for at in edges if at for d in (-step, 0 * step, step)})


def live(rows, instant):
    return [
        row
        for row in rows
        if row["live_from"] <= instant
        and all(row[end] is None or row[end] > instant for end in ("expires_at", "ended_at"))
    ]


def shared(rows, column):
    """Portal and key (or address) that two of these showings have in common."""
    places = [(row["portal"], row[column]) for row in rows]
    return {place for place in places if places.count(place) > 1}


def states_of_site():
    """state(portal, now): what kept pages are named by, the versions and last moments of the
    portal and of all portals; read once."""
    versions = list(SiteVersion.objects.order_by("portal").values_list("portal", "number"))
    moments = list(Moment.objects.values_list("portal", "at"))

    def state(portal, now):
        own = ("", portal)
        last = max((at for of, at in moments if of in own and at <= now), default=None)
        return (*(version for version in versions if version[0] in own), last)

    return state
