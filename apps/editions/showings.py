"""When readers get which cut: the verbs that write `Showing`, and with it versions and moments.

Every verb runs in one transaction with its caller's, takes the portal's version row as its lock,
and leaves the site right for every later instant without anybody doing anything more. Ending,
hiding or expiry never brings a predecessor back; only giving up a plan does, and only if the
predecessor ended for that plan.
"""

from datetime import datetime

from django.db import transaction

from . import plans, search, uses
from .changes import bump, remember
from .models import Cut, Host, Showing, Views
from .uses import files_in_use, release_files

__all__ = [
    "answer_for", "bring_views", "bump", "expire", "files_in_use", "hide", "release_files",
    "remember", "show", "show_again", "take_down", "withdraw",
]  # fmt: skip
Ended = Showing.Ended


@transaction.atomic
def show(
    cut: Cut,
    *,
    address: str,
    live_from: datetime,
    at: datetime,
    expires_at: datetime | None = None,
    keep_plans: bool = False,
) -> Showing:
    """Readers get `cut` from `live_from` (not before `at`); what they get now ends then.

    Earlier plans for the same key are withdrawn; with `keep_plans` only one for the same instant
    is, and the cut is shown until the next plan begins (a person's page has a showing for each
    known change of terms). Raises IntegrityError when the address is taken by another page at
    any instant of the showing, and when `expires_at` lies before it begins.
    """
    bump(cut.portal)
    live_from = max(live_from, at)
    open_ones = plans.open_ones(cut.portal, cut.key, at)
    coming = [one for one in open_ones if one.live_from > at]
    given_up = [one for one in coming if not keep_plans or one.live_from == live_from]
    before = plans.make_room(open_ones, live_from, given_up)
    later = [one for one in coming if one.live_from > live_from and one not in given_up]
    following = min(later, key=lambda one: one.live_from, default=None)
    showing = Showing.objects.create(
        cut=cut,
        portal=cut.portal,
        key=cut.key,
        address=address,
        live_from=live_from,
        expires_at=expires_at,
        ended_at=following and following.live_from,
        ended_by=following,
        ended_why=Ended.SUPERSEDED if following else "",
    )
    if before:
        plans.end(before, live_from, Ended.SUPERSEDED, by=showing)
    if live_from <= at:
        _forget_what_was_shown(showing)
    remember(cut.portal, live_from, expires_at)
    uses.take_up(showing)
    return showing


@transaction.atomic
def withdraw(showing: Showing, *, at: datetime) -> None:
    """Give up a plan: the coming showing becomes empty, its predecessor goes on if it ended for it.

    Does nothing to a showing that has begun or has ended. Raises IntegrityError when another page
    has meanwhile been planned at the predecessor's address.
    """
    bump(showing.portal)
    planned = Showing.objects.coming_after(at).filter(pk=showing.pk).first()
    if planned:
        plans.give_up(planned, Ended.WITHDRAWN)


@transaction.atomic
def hide(portal: str, key: str, *, at: datetime) -> Showing | None:
    """Stop the live showing for now (404); it can be shown again. Returns it, or None.

    What is planned stays planned.
    """
    hidden = _stop(portal, key, at, Ended.HIDDEN)
    if hidden:
        search.drop([hidden.pk])
    return hidden


@transaction.atomic
def show_again(portal: str, key: str, *, at: datetime) -> Showing | None:
    """Undo `hide`: the same cut at the same address from now on, until a plan begins, if any.

    Returns the new showing, or None when what readers had last was not hidden or cannot come back
    (expired meanwhile, redacted). Raises IntegrityError when another page has its address now.
    """
    last = plans.last_shown(portal, key, at)
    if last is None or last.ended_why != Ended.HIDDEN or last.cut.redacted_at:
        return None
    if last.expires_at is not None and last.expires_at <= at:
        return None
    return show(
        last.cut,
        address=last.address,
        live_from=at,
        at=at,
        expires_at=last.expires_at,
        keep_plans=True,
    )


@transaction.atomic
def take_down(portal: str, key: str, *, at: datetime) -> list[str]:
    """End what is live and all that is planned, for good (410). Returns files nobody uses now."""
    bump(portal)
    showings = Showing.objects.of(portal, key)
    open_ones = plans.open_ones(portal, key, at)
    for showing in open_ones:
        plans.end(showing, max(at, showing.live_from), Ended.TAKEN_DOWN)
    if any(showing.live_from <= at for showing in open_ones):
        remember(portal, at)
    last = plans.last_shown(portal, key, at)
    if last is not None and last.ended_why != Ended.TAKEN_DOWN:
        plans.end(last, last.ends_at(), Ended.TAKEN_DOWN)
    unused = set(release_files(showings)) | set(uses.tidy(at))
    return sorted(unused - files_in_use(unused))


@transaction.atomic
def expire(portal: str, key: str, *, expires_at: datetime | None, at: datetime) -> bool:
    """Set or lift the end of what is live or planned; in the past means now. False: nothing is.

    Raises IntegrityError when the end would move over another page at the same address.
    """
    bump(portal)
    open_ones = plans.open_ones(portal, key, at)
    for showing in open_ones:
        end = expires_at and max(expires_at, at, showing.live_from)
        Showing.objects.filter(pk=showing.pk).update(expires_at=end)
        remember(portal, end)
        if end and end <= max(at, showing.live_from):
            uses.forget([showing.pk])
    return bool(open_ones)


@transaction.atomic
def answer_for(portal: str, domains: list[str]) -> None:
    """Let exactly these domains serve the portal."""
    bump(portal)
    Host.objects.filter(portal=portal).exclude(domain__in=domains).delete()
    Host.objects.bulk_create(
        [Host(domain=domain, portal=portal) for domain in domains],
        update_conflicts=True, unique_fields=["domain"], update_fields=["portal"],
    )  # fmt: skip


def bring_views(portal: str, key: str, imported: int) -> None:
    """Remember the count an old portal showed."""
    Views.objects.update_or_create(portal=portal, key=key, defaults={"imported": imported})


def _stop(portal, key, at, why):
    bump(portal)
    showing = plans.live_one(portal, key, at)
    if showing:
        plans.end(showing, at, why)
        remember(portal, at)
    return showing


def _forget_what_was_shown(showing):
    """A version of the page has begun: nothing before it comes back."""
    begun = plans.begun(showing.portal, showing.key, showing.live_from)
    over = [pk for pk in begun if pk != showing.pk]
    if over:
        uses.forget(over)
