"""What readers are to get of one page from now on, and the few steps from what is planned."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from apps.editions import lots, showings
from apps.editions.cutting import Page, cut_page, page_digest
from apps.editions.models import Showing
from lib.vietnamese.days import HO_CHI_MINH

from .page_records import chunks

PORTAL = ""  # pages of the register belong to the whole installation


@dataclass(frozen=True)
class Stage:
    """From `begins` on readers get `page`; None: nothing."""

    begins: dt.datetime
    page: Page | None
    digest: str


@dataclass(frozen=True)
class Plan:
    """All stages of one page, the present first, each other than the one before."""

    key: str
    address: str
    stages: list[Stage]


@dataclass(frozen=True)
class Words:
    """Who answers for the cuts made: as `editions.cutting.cut_page` takes it."""

    signers: list[dict]
    by: str
    why: str
    at: dt.datetime


def plan(
    key: str,
    address: str,
    make: Callable[[dt.date], Page | None],
    days: Iterable[dt.date],
    *,
    at: dt.datetime,
) -> Plan:
    """The stages from `at` on; a day begins at midnight in Vietnam."""
    today = at.astimezone(HO_CHI_MINH).date()
    stages = [_stage(at, make(today))]
    for day in sorted(day for day in days if day > today):
        stage = _stage(dt.datetime.combine(day, dt.time(), HO_CHI_MINH), make(day))
        if stage.digest != stages[-1].digest:
            stages.append(stage)
    return Plan(key, address, stages)


def nothing(key: str, at: dt.datetime) -> Plan:
    """From `at` on readers get nothing here: the row is gone."""
    return Plan(key, "", [_stage(at, None)])


def _stage(begins, page):
    return Stage(begins, page, page_digest(page) if page else "")


@dataclass(frozen=True)
class Change:
    """What one page lacks; a `new` page has never been shown."""

    plan: Plan
    show: list[Stage]
    give_up: list[Showing]
    hide: bool
    new: bool

    def pages(self) -> list[Page]:
        return [stage.page for stage in self.show]


def changes(plans: list[Plan], at: dt.datetime) -> list[Change]:
    """The steps from what is shown and planned to these plans; nothing for a page that is right."""
    known = _present({plan.key for plan in plans}, at)
    found = (_change(plan, known.get(plan.key), at) for plan in plans)
    return [change for change in found if change.show or change.give_up or change.hide]


def _present(keys, at):
    """Key -> its showings, live and coming; [] for a key that once was shown."""
    found = {}
    for some in chunks(keys):
        rows = Showing.objects.filter(portal=PORTAL, key__in=some).select_related("cut")
        for row in rows.defer("cut__values", "cut__signers"):
            found.setdefault(row.key, [])
            if row.is_live_at(at) or (row.live_from > at and row.ends_at() != row.live_from):
                found[row.key].append(row)
    return found


def _change(plan, known, at):
    present = known or []
    lacking = [s for s in plan.stages if not any(_is(row, plan, s, at) for row in present)]
    coming = [row for row in present if row.live_from > at]
    return Change(
        plan=plan,
        show=[stage for stage in lacking if stage.page],
        give_up=[r for r in coming if not any(_is(r, plan, s, at) for s in plan.stages)],
        hide=not plan.stages[0].page and any(row.is_live_at(at) for row in present),
        new=known is None,
    )


def _is(row, plan, stage, at):
    """Whether a showing is this stage: the same page from the same instant, or now as well."""
    same_time = row.live_from <= at if stage.begins <= at else row.live_from == stage.begins
    return same_time and row.cut.page_digest == stage.digest and row.address == plan.address


def carry_out(found: list[Change], words: Words) -> None:
    """Do what `changes` found, new pages all at once."""
    new = [change for change in found if change.new and change.show[0].begins <= words.at]
    _show_lot(new, words)
    for change in found:
        for row in change.give_up:
            showings.withdraw(row, at=words.at)
        if change.hide:
            showings.hide(PORTAL, change.plan.key, at=words.at)
        for stage in change.show:
            if not change.new or stage.begins > words.at:
                _show(change.plan, stage, words)


def _show_lot(found, words):
    lots.show_lot(
        [change.show[0].page for change in found],
        addresses=[change.plan.address for change in found],
        signers=[words.signers] * len(found),
        by=words.by,
        why=words.why,
        at=words.at,
        live_from=[words.at] * len(found),
    )


def _show(plan, stage, words):
    cut = cut_page(stage.page, signers=words.signers, by=words.by, why=words.why, at=words.at)
    showings.show(cut, address=plan.address, live_from=stage.begins, at=words.at, keep_plans=True)
