"""What is to be done with articles, by kind: the same questions for the first page and the list.

One condition for each kind; which portals it covers follows from the person's seats.
"""

import datetime as dt
from dataclasses import dataclass

from django.db.models import (
    BigIntegerField,
    CharField,
    Count,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Concat, Substr
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import User
from apps.editions.models import Showing
from apps.editions.paths import article_key
from apps.editions.values import COPY
from apps.newsroom.models import Signature
from apps.people.models import RegisterVersion
from apps.portals.models import Portal, Seat
from apps.portals.roles import Right
from apps.portals.seats import given_by
from apps.questions import Question

from .due import IN_WORK
from .models import Article, Version

State = Article.State
PREFIX = article_key("")
LABELS = {
    "tra-lai": _("Sent back to you"),
    "dong-y": _("Edited, waiting for your agreement"),
    "viet": _("To write"),
    "xem": _("To review"),
    "duyet": _("To approve"),
    "dang": _("To publish"),
}
KEY = Concat(Value(PREFIX), Cast(OuterRef("pk"), CharField()), output_field=CharField())
TODAY = "hen-hom-nay"
TODAY_LABEL = _("Scheduled for today")


@dataclass(frozen=True)
class Held:
    """Portals (ids) on which the person may do what, from seats asked for already."""

    user: object
    seats: tuple

    def ids(self, *rights) -> set:
        return {seat.portal_id for seat in self.seats if given_by(seat) & set(rights)}

    @property
    def keys(self) -> list[str]:
        """Of the portals whose articles he reads."""
        return sorted({seat.portal.key for seat in self.seats if Right.READ in given_by(seat)})

    @property
    def shape(self) -> tuple:
        """What a question that is written once (`apps/questions.py`) depends on; with `values`."""
        return tuple((seat.role, seat.portal.editors_approve) for seat in self.seats)

    @property
    def values(self) -> dict:
        portals = [seat.portal for seat in self.seats]
        return {
            "user": self.user.pk,
            "portals": tuple(portal.pk for portal in portals),
            "names": tuple(portal.key for portal in portals),
        }

    @classmethod
    def of(cls, shape, *, user: int, portals, names) -> "Held":
        """What has that shape and these values, to write a question about it."""
        seats = [
            Seat(role=role, portal=Portal(pk=pk, key=key, editors_approve=editors_approve))
            for (role, editors_approve), pk, key in zip(shape, portals, names, strict=True)
        ]
        return cls(User(pk=user), tuple(seats))


def kinds(held: Held) -> dict[str, Q]:
    """{kind: condition} on `with_my_signature` rows, in the order of urgency."""
    mine = Q(author=held.user, portal__in=held.ids(Right.WRITE))
    edited = Q(last_edited_by__isnull=False) & ~Q(last_edited_by=held.user)
    free = Q(handler=None) | Q(handler=held.user)
    reviews = held.ids(Right.EDIT, Right.SEND_BACK)
    return {
        "tra-lai": mine & Q(state=State.SENT_BACK),
        "dong-y": mine & edited & Q(state=State.IN_REVIEW, signed_by_me=False),
        "viet": mine & Q(state=State.DRAFT),
        "xem": free & Q(state=State.IN_REVIEW, portal__in=reviews) & ~Q(author=held.user),
        "duyet": Q(
            state=State.IN_REVIEW, portal__in=held.ids(Right.APPROVE), signed_by_me=False
        ),
        "dang": Q(state=State.APPROVED, portal__in=held.ids(Right.PUBLISH)),
    }  # fmt: skip


def shown_to(held: Held) -> set[str]:
    """Kinds that can ever concern somebody with these seats; empty ones are told as done."""
    found = {"tra-lai", "dong-y", "viet"} if held.ids(Right.WRITE) else set()
    found |= {"xem"} if held.ids(Right.EDIT, Right.SEND_BACK) else set()
    found |= {"duyet"} if held.ids(Right.APPROVE) else set()
    return found | ({"dang"} if held.ids(Right.PUBLISH) else set())


def with_my_signature(articles, user):
    """Each with `signed_by_me`: has the person signed the newest version? For showing only."""
    newest = Version.objects.filter(article=OuterRef("pk")).order_by("-number")
    mine = Signature.objects.filter(user=user, key=KEY, digest=OuterRef("newest_digest"))
    articles = articles.annotate(newest_digest=Subquery(newest.values("digest")[:1]))
    return articles.annotate(signed_by_me=Exists(mine))


def in_work(held: Held):
    """Rows any kind may be about: none that is out and unchanged."""
    several = held.ids(Right.SEND_BACK, Right.EDIT, Right.APPROVE, Right.PUBLISH)
    rows = Article.objects.filter(state__in=IN_WORK)
    return with_my_signature(rows.filter(Q(portal__in=several) | Q(author=held.user)), held.user)


def counts(held: Held) -> tuple[dict[str, int], int | None]:
    """({kind: how many} of those that can concern the person, the register's version, None where
    nothing is in work); one query."""
    shown = shown_to(held)
    if not shown:
        return {}, None
    (found,) = _COUNTED.asked(held.shape, **held.values)
    return {kind: found[kind.replace("-", "_")] for kind in shown}, found["register"]


def _counted(shape, **values):
    held = Held.of(shape, **values)
    asked, shown = kinds(held), sorted(shown_to(held))
    columns = {kind.replace("-", "_"): Count("pk", filter=asked[kind]) for kind in shown}
    along = RegisterVersion.objects.filter(pk=1).values("number")
    rows = in_work(held).order_by().annotate(all=Value(1)).values("all")
    return rows.annotate(**columns, register=Max(Subquery(along)))


_COUNTED = Question(_counted)


def goes_out_today(portal_keys, now):
    """Showings of articles that begin between now and midnight, the next first."""
    coming = articles_coming(portal_keys, now).filter(live_from__lt=_next_midnight(now))
    return coming.order_by("live_from", "pk")


def begins_today(showing, now) -> bool:
    """The same of one that is coming."""
    return showing.live_from < _next_midnight(now)


def articles_coming(portal_keys, now):
    """Showings of these portals' own articles that are still to begin."""
    return _coming(portal_keys, now).own()


def copies_coming(portal_keys, now):
    """The same of what other portals sent them."""
    return _coming(portal_keys, now).filter(about__subject=COPY)


def _coming(portal_keys, now):
    coming = Showing.objects.coming_after(now)
    return coming.filter(portal__in=portal_keys, key__startswith=PREFIX)


def _next_midnight(now):
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    return today + dt.timedelta(days=1)


def numbers_in(keys):
    """article:12 -> 12 of a query of keys of articles alone."""
    number = Cast(Substr(F("key"), len(PREFIX) + 1), BigIntegerField())
    return keys.order_by().annotate(number=number).values("number")


def number_in(key: str) -> int:
    """article:12 -> 12."""
    return int(key.removeprefix(PREFIX))


def of_kind(articles, kind: str, held: Held, now):
    """The list narrowed to one kind; an unknown kind narrows nothing."""
    if kind == TODAY:
        keys = goes_out_today(held.keys, now).values_list("key", flat=True)
        return articles.filter(pk__in=[number_in(key) for key in keys])
    if kind not in LABELS:
        return articles
    return with_my_signature(articles, held.user).filter(kinds(held)[kind])
