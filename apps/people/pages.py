"""Pages of people and bodies: cut once per installation, a showing for every known change.

Called by the verbs that change the register, in their transaction; nobody has to do anything on
the day itself.
"""

import datetime as dt
from functools import partial

from django.db import transaction

from apps.editions import paths
from apps.editions.cutting import Page
from apps.editions.locks import publishing_lock
from apps.media.publishing import publish_files

from . import page_days, page_plans, page_records, page_values
from .page_plans import PORTAL, Words


@transaction.atomic
def publish(
    *, people: set[int], bodies: set[int], signers: list[dict], by: str, why: str, at: dt.datetime
) -> None:
    """Show these people and bodies, and all pages that name them, as the register is now.

    `signers` as of `newsroom.signing.signers`. What a loaded file touched waits until the file is
    signed. A page that says the same as before is not cut again; somebody of whom nothing public
    is left has no page (404). Raises Refused when the file of a portrait is missing.
    """
    publishing_lock()
    which = page_records.affected(people, bodies)
    waiting = page_records.held_back()
    which = page_records.Affected(which.people - waiting.people, which.bodies - waiting.bodies)
    records = page_records.read(which)
    plans = [*_people(records, which, at), *_bodies(records, which, at)]
    found = page_plans.changes(plans, at)
    publish_files(_portraits(records, found))
    page_plans.carry_out(found, Words(signers, by, why, at))


def _people(records, which, at):
    """Somebody whom a revoked decision had made has no row any more, and so no page."""
    for pk in sorted(which.people):
        person = records.people.get(pk)
        if person is None:
            yield page_plans.nothing(paths.person_key(pk), at)
            continue
        yield page_plans.plan(
            paths.person_key(pk),
            paths.person(person.slug),
            partial(person_page, person, records),
            page_days.person_days(person, records),
            at=at,
        )


def _bodies(records, which, at):
    for pk in sorted(which.bodies):
        body = records.bodies.get(pk)
        if body is None:
            yield page_plans.nothing(paths.body_key(pk), at)
            continue
        yield page_plans.plan(
            paths.body_key(pk),
            paths.body(body.slug),
            partial(body_page, body, records),
            page_days.body_days(body, records),
            at=at,
        )


def person_page(person, records, day: dt.date) -> Page | None:
    """The page of an official on that day; None when there is nothing public."""
    values = page_values.person_values(person, records, day)
    if values is None:
        return None
    return Page(
        portal=PORTAL,
        key=paths.person_key(person.pk),
        kind="person",
        values=values,
        title=person.name,
        summary=values["office"],
        picture=values["portrait"] or {},
    )


def body_page(body, records, day: dt.date) -> Page | None:
    """The page of a body on that day; None before it exists."""
    values = page_values.body_values(body, records, day)
    if values is None:
        return None
    return Page(
        portal=PORTAL,
        key=paths.body_key(body.pk),
        kind="body",
        values=values,
        title=body.name,
        summary=body.place,
        section=body.level,
        top_section="past" if values["to"] else "now",
    )


def _portraits(records, found):
    shown = {sha for change in found for page in change.pages() for sha in page.values["files"]}
    rows = (person.portrait for person in records.people.values() if person.portrait_id)
    return [picture for picture in rows if picture.sha256 in shown]
