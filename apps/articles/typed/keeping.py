"""Keeping what is being typed, every few seconds: no version, no act, no change of the article.

A page is one opening of the form. Text of another page of the same person that nobody has looked
at yet is never written over: `keep` hands it back instead.
"""

import datetime as dt
import json
import re
import zlib
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import rights_of, seat_for

from .. import writing
from .models import Typed

NAME = re.compile(r"[a-z_]{1,40}|(?:bylines|pictures|attachments)-[\w-]{1,60}")
NOT_TYPED = {
    "csrfmiddlewaretoken", "act", "revision", "digest", "typed_page", "typed_over", "begun",
}  # fmt: skip
PAGE = re.compile(r"[\w-]{8,40}", re.ASCII)
MOST = 1_500_000  # letters of all fields together; the longest article in the archive has 90,000
OLD = dt.timedelta(days=30)
EMPTY_FOR = dt.timedelta(days=1)
PRESENT = dt.timedelta(seconds=90)  # a browser in the background speaks once a minute
PRESENCE = ["since", "seen_at", "left"]


@dataclass(frozen=True)
class Place:
    """What is typed into: an article, or a new one of the portal told by its token."""

    portal: object
    article: object = None
    token: str = ""


@dataclass(frozen=True)
class Sent:
    """One sending of a page. `pairs` None: only that somebody is there. `over`: the page whose
    kept text its person has seen and answered."""

    page: str
    number: int = 0
    revision: int = 0
    pairs: list | None = None
    over: str = ""
    typing: bool = False
    left: bool = False


class Elsewhere(Exception):
    """Another page of the same person has kept a text nobody has answered; `row` holds it."""

    def __init__(self, row):
        super().__init__()
        self.row = row


class TooLate(Exception):
    """The page's text has been saved since."""


def page_of(sent: str) -> str:
    """The name of a page as a form sent it; nothing for what is none."""
    return sent if PAGE.fullmatch(sent) else ""


def read(typed: str) -> list[list[str]]:
    """The [name, value] pairs a browser sends; what is no field of the form is left out.

    Raises Refused for what cannot be read or is too long.
    """
    if len(typed) > MOST:
        raise Refused(_("The text is too long to be kept on the server; it stays on this machine."))
    try:
        pairs = json.loads(typed)
        found = [[name, value] for name, value in pairs if _is_field(name, value)]
    except (ValueError, TypeError, RecursionError):
        raise Refused(_("What was sent cannot be read; the text stays on this machine.")) from None
    return found


def _is_field(name, value):
    if not isinstance(name, str) or not isinstance(value, str):
        raise TypeError
    return NAME.fullmatch(name) is not None and name not in NOT_TYPED


def pairs_of(row: Typed) -> list[list[str]]:
    """What is kept, letter by letter as it was typed; empty for nothing."""
    return json.loads(zlib.decompress(bytes(row.packed))) if row.packed else []


@transaction.atomic
def keep(place: Place, sent: Sent, *, by, at) -> Typed:
    """Write down what a page sends, and that its person is there.

    Raises OutOfSight, Refused with the reason in words, Elsewhere, TooLate.
    """
    _ask_for_the_right(place, by, at)
    if not PAGE.fullmatch(sent.page) or not (place.article or PAGE.fullmatch(place.token)):
        raise Refused(_("What was sent cannot be read; the text stays on this machine."))
    row, new = Typed.objects.select_for_update().get_or_create(
        user=by,
        article=place.article,
        token="" if place.article else place.token,
        defaults={"portal": place.portal, "seen_at": at},
    )
    if new:
        sweep(at)
    if sent.page == row.saved_page:
        raise TooLate
    if sent.pairs is not None:
        _write(row, sent, at)
    _be_there(row, sent, at)
    row.save(update_fields=None if sent.pairs is not None else PRESENCE)
    return row


def _ask_for_the_right(place, by, at):
    """One question for the seats of who may; an article he does not see does not exist for him."""
    article = place.article
    if article is None:
        seat_for(by, place.portal, Right.WRITE, at)
    elif not writing.may_edit(article, by, at):
        held = rights_of(by, place.portal, at)
        if Right.READ in held or Right.WRITE in held and article.author_id == by.pk:
            raise Refused(writing.cannot_edit(article))
        raise OutOfSight


def _write(row, sent, at):
    if row.packed and row.page not in (sent.page, sent.over):
        raise Elsewhere(row)
    if row.page == sent.page and sent.number < row.number:
        return  # an older sending that took a longer way
    row.page, row.number, row.revision = sent.page, sent.number, sent.revision
    row.packed = zlib.compress(json.dumps(sent.pairs).encode(), 3)
    row.typed_at = at


def _be_there(row, sent, at):
    if sent.typing and (row.since is None or at - row.seen_at > PRESENT):
        row.since = at
    row.seen_at, row.left = at, sent.left


def present(articles, at, *, but=None) -> dict[int, list[Typed]]:
    """{article pk: rows of who is typing there now, first come first}; one query."""
    rows = Typed.objects.filter(
        article__in=articles, seen_at__gt=at - PRESENT, left=False, since__isnull=False
    )
    found: dict[int, list[Typed]] = {}
    for row in rows.exclude(user=but).select_related("user").defer("packed").order_by("since"):
        found.setdefault(row.article_id, []).append(row)
    return found


def left_by(place: Place, user) -> list[Typed]:
    """This person's rows here, newest first, in one query; several only for new texts.

    What is kept in them is not saved; `saved_page` tells whose copies on a machine can go.
    """
    rows = Typed.objects.filter(user=user, portal=place.portal, article=place.article)
    return list(rows.order_by("-typed_at")[:5])


def kept_of(place: Place, user) -> list[Typed]:
    """Those of `left_by` that hold a text."""
    return [row for row in left_by(place, user) if row.packed]


@transaction.atomic
def saved(article, page: str, over: str = "", *, by, at) -> None:
    """The page's text is the article's now: nothing of it is kept any more, nor of `over`, which
    the page took up. Text of another page of the same person stays.
    """
    if not PAGE.fullmatch(page):
        return
    Typed.objects.filter(user=by, article=None, page__in=[page, over or page]).delete()
    row, _new = Typed.objects.select_for_update().get_or_create(
        user=by, article=article, token="", defaults={"portal": article.portal, "seen_at": at}
    )
    row.saved_page, row.left = page, True
    if row.page in (page, over):
        row.packed = b""
    row.save()
    sweep(at)


@transaction.atomic
def let_go(place: Place, page: str, *, by) -> None:
    """Its person does not want the text of that page any more."""
    mine = Typed.objects.filter(user=by, portal=place.portal, article=place.article, page=page)
    if place.article is None:
        mine.delete()
    else:
        mine.update(packed=b"")


def forget(article_id: int) -> None:
    """For `withdrawal/redacting.py` only: a secret must not live on in what somebody was typing."""
    Typed.objects.filter(article=article_id).update(packed=b"")


def sweep(at) -> None:
    """Texts nobody came back to for 30 days, and rows that hold nothing, go; no cron needed."""
    Typed.objects.filter(
        Q(seen_at__lt=at - OLD) | Q(packed=b"", seen_at__lt=at - EMPTY_FOR)
    ).delete()
