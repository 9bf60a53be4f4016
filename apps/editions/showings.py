"""When readers get which cut: the only code that writes `Showing`, `Moment` and `SiteVersion`.

Every verb runs in one transaction with its caller's, takes the portal's version row as its lock,
and leaves the site right for every later instant without anybody doing anything more.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from . import search
from .models import Cut, FileUse, Host, Moment, Showing, SiteVersion, Views

Ended = Showing.Ended


def bump(portal: str) -> None:
    """Count one change of a portal's pages and hold its row until the transaction ends."""
    if not SiteVersion.objects.filter(portal=portal).update(number=F("number") + 1):
        SiteVersion.objects.get_or_create(portal=portal)
        SiteVersion.objects.filter(portal=portal).update(number=F("number") + 1)


def remember(portal: str, *instants: datetime | None) -> None:
    """Note instants at which something changes by itself."""
    Moment.objects.bulk_create(
        [Moment(portal=portal, at=at) for at in instants if at is not None], ignore_conflicts=True
    )


@transaction.atomic
def show(cut: Cut, *, address: str, live_from: datetime, at: datetime, expires_at=None) -> Showing:
    """Readers get `cut` from `live_from` (not before `at`); what they get now ends then.

    Earlier plans for the same key are withdrawn. Raises IntegrityError when the address is taken
    by another page at any instant of the showing.
    """
    bump(cut.portal)
    live_from = max(live_from, at)
    same = Showing.objects.of(cut.portal, cut.key)
    for planned in same.coming_after(at):
        withdraw(planned, at=at)
    before = same.not_ended_by(live_from).filter(live_from__lte=live_from).first()
    if before:
        _end(before, live_from, Ended.SUPERSEDED)
    showing = Showing.objects.create(
        cut=cut,
        portal=cut.portal,
        key=cut.key,
        address=address,
        live_from=live_from,
        expires_at=expires_at,
    )
    if before:
        Showing.objects.filter(pk=before.pk).update(ended_by=showing)
        if live_from <= at:
            _forget(before)
    remember(cut.portal, live_from, expires_at)
    search.add(showing)
    FileUse.objects.bulk_create(
        [FileUse(showing=showing, sha256=sha) for sha in sorted(set(cut.values.get("files", [])))]
    )
    return showing


@transaction.atomic
def withdraw(showing: Showing, *, at: datetime) -> None:
    """Give up a plan: the coming showing becomes empty, its predecessor goes on if it ended for it.

    Does nothing to a showing that has begun or has ended.
    """
    showing = Showing.objects.get(pk=showing.pk)
    if showing.live_from <= at or showing.ended_at == showing.live_from:
        return
    bump(showing.portal)
    _end(showing, showing.live_from, Ended.WITHDRAWN)
    Showing.objects.filter(ended_by=showing).update(ended_at=None, ended_by=None, ended_why="")
    _forget(showing)


def hide(portal: str, key: str, *, at: datetime) -> Showing | None:
    """Stop the live showing for now (404); it can be shown again. Returns it, or None."""
    return _stop(portal, key, at, Ended.HIDDEN)


@transaction.atomic
def show_again(portal: str, key: str, *, at: datetime) -> Showing | None:
    """Undo `hide`: the same cut at the same address from now on. Returns it, or None."""
    last = _last_shown(portal, key)
    if last is None or last.ended_why != Ended.HIDDEN or last.cut.redacted_at:
        return None
    if last.expires_at is not None and last.expires_at <= at:
        return None
    return show(last.cut, address=last.address, live_from=at, at=at, expires_at=last.expires_at)


@transaction.atomic
def take_down(portal: str, key: str, *, at: datetime) -> list[str]:
    """End what is live and all that is planned, for good (410). Returns files nobody uses now."""
    bump(portal)
    showings = Showing.objects.of(portal, key)
    for planned in showings.coming_after(at):
        _end(planned, planned.live_from, Ended.TAKEN_DOWN)
    _stop(portal, key, at, Ended.TAKEN_DOWN)
    last = _last_shown(portal, key)
    if last is not None and last.ended_why != Ended.TAKEN_DOWN:
        Showing.objects.filter(pk=last.pk).update(ended_why=Ended.TAKEN_DOWN)
    return release_files(showings)


@transaction.atomic
def expire(portal: str, key: str, *, expires_at: datetime | None, at: datetime) -> bool:
    """Set or lift the end of what is live or planned; in the past means now. False: nothing is."""
    bump(portal)
    showings = Showing.objects.of(portal, key)
    open_ones = list(showings.live_at(at)) + list(showings.coming_after(at))
    for showing in open_ones:
        end = expires_at and max(expires_at, at, showing.live_from)
        Showing.objects.filter(pk=showing.pk).update(expires_at=end)
        remember(portal, end)
    return bool(open_ones)


def release_files(showings) -> list[str]:
    """Drop search rows and file uses of these showings; the files no showing uses any more."""
    ids = list(showings.values_list("pk", flat=True))
    search.drop(ids)
    uses = FileUse.objects.filter(showing_id__in=ids)
    hashes = set(uses.values_list("sha256", flat=True))
    uses.delete()
    return sorted(hashes - files_in_use(hashes))


def files_in_use(hashes) -> set[str]:
    """Those of the given hashes that some current or coming showing needs."""
    return set(
        FileUse.objects.filter(sha256__in=hashes).values_list("sha256", flat=True).distinct()
    )


@transaction.atomic
def answer_for(portal: str, domains: list[str]) -> None:
    """Let exactly these domains serve the portal."""
    bump(portal)
    Host.objects.filter(portal=portal).exclude(domain__in=domains).delete()
    for domain in domains:
        Host.objects.update_or_create(domain=domain, defaults={"portal": portal})


def bring_views(portal: str, key: str, imported: int) -> None:
    """Remember the count an old portal showed."""
    Views.objects.update_or_create(portal=portal, key=key, defaults={"imported": imported})


def _last_shown(portal, key):
    """The newest showing that readers got for any time at all."""
    shown = Showing.objects.of(portal, key).exclude(ended_at=F("live_from"))
    return shown.order_by("-live_from", "-pk").first()


@transaction.atomic
def _stop(portal, key, at, why):
    bump(portal)
    showing = Showing.objects.of(portal, key).live_at(at).first()
    if showing:
        _end(showing, at, why)
        remember(portal, at)
        if why == Ended.HIDDEN:
            search.drop([showing.pk])
    return showing


def _end(showing, at, why):
    Showing.objects.filter(pk=showing.pk).update(ended_at=at, ended_why=why)


def _forget(showing):
    search.drop([showing.pk])
    FileUse.objects.filter(showing=showing).delete()
