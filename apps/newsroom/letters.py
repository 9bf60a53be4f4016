"""The outbox: notices become e-mails, several of one person's within a window become one.

An e-mail says what happened to which headline, never a word of a draft. `posting.py` sends.
"""

import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.questions import Question, filled

from . import slots
from .notice_kinds import kind_of
from .notice_models import Group, Letter, NoticeWay
from .signing import doer

WINDOW = dt.timedelta(minutes=10)
MORNING = dt.time(7)
Way = NoticeWay.Way


def configured() -> bool:
    """Without EMAIL_URL nobody is written to, and nothing waits to be."""
    return settings.TOASOAN_MAIL


_WAYS = Question(lambda *, people: NoticeWay.objects.filter(user__in=people))


def ways_of(people) -> dict:
    """{number of the account: {group: Way}} with what is usual where nothing was chosen."""
    found = {person.pk: dict.fromkeys(Group, NoticeWay.usual) for person in people}
    for row in _WAYS.asked(people=filled(found)):
        found[row.user_id][row.group] = Way(row.way)
    return found


def wanted(person, way):
    """The way of an e-mail that is to be written, or None."""
    return way if configured() and person.email and way != Way.DESK else None


def put(made, *, at) -> bool:
    """Give each (notice, title, way or None) its letter: one that waits already, or a new one.

    False when nobody is to be written to.

    A letter is waiting until its time has come; the row is held, so that no sender takes it while
    it is added to.
    """
    people = {notice.user_id for notice, _title, way in made if way}
    if not people:
        return False
    waiting = Letter.objects.select_for_update().filter(
        user__in=people, state=Letter.State.WAITING, tries=0, not_before__gt=at
    )
    open_letters = {(letter.user_id, letter.daily): letter for letter in waiting.order_by("pk")}
    for notice, title, way in made:
        if way:
            notice.letter = _letter_for(notice, title, way == Way.DAILY, open_letters, at)
    return True


def sweep(before) -> None:
    """Letters that are done with, as old as the notices they told."""
    Letter.objects.exclude(state=Letter.State.WAITING).filter(made_at__lt=before).delete()


def compose(letter, at):
    """(subject, text) with what is new to its reader and in his sight then; None for nothing."""
    unseen = letter.notices.filter(seen_at=None)
    rows = list(unseen.select_related("act__by").order_by("at", "pk"))
    things = slots.things_of(letter.user, {row.key for row in rows}, at) if rows else {}
    rows = [row for row in rows if row.key in things]
    if not rows:
        return None
    by_key = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    parts = [_about(things[key], about) for key, about in by_key.items()]
    lines = [
        _("Dear %(name)s,") % {"name": letter.user},
        *parts,
        _(
            "This e-mail was sent by Tòa soạn; please do not answer it. "
            "How you are told: %(address)s"
        )
        % {"address": absolute(reverse("admin:notice_ways"))},
    ]
    return _subject(rows, things), "\n\n".join(lines) + "\n"


def absolute(path) -> str:
    return settings.TOASOAN_ADDRESS.rstrip("/") + path


def _letter_for(notice, title, daily, open_letters, at):
    letter = open_letters.get((notice.user_id, daily))
    urgent = kind_of(notice.kind).urgent and not daily
    if letter is None:
        when = at if urgent else next_morning(at) if daily else at + WINDOW
        letter = Letter(
            user=notice.user, daily=daily, made_at=at, not_before=when,
            subject=_one_line(f"{kind_of(notice.kind).words}: {title}"),
        )  # fmt: skip
        open_letters[notice.user_id, daily] = letter
    else:
        letter.subject = str(_("New notices"))
        letter.not_before = min(letter.not_before, at) if urgent else letter.not_before
    letter.address = notice.user.email
    letter.text += f"{title}\n- {_line(notice)}\n"
    letter.save()
    return letter


def next_morning(at):
    """The next 7:00 in Vietnam."""
    here = timezone.localtime(at)
    morning = here.replace(hour=MORNING.hour, minute=0, second=0, microsecond=0)
    return morning if morning > here else morning + dt.timedelta(days=1)


def _about(thing, rows):
    lines = [thing.title, *(f"- {_line(row)}" for row in rows)]
    return "\n".join([*lines, absolute(reverse("admin:notice", args=[rows[-1].pk]))])


def _line(notice):
    here = timezone.localtime(notice.at)
    return _("%(what)s (%(who)s, %(time)s on %(day)s)") % {
        "what": kind_of(notice.kind).words,
        "who": doer(notice.act),
        "time": f"{here:%H:%M}",
        "day": f"{here:%d/%m/%Y}",
    }


def _subject(rows, things):
    titles = {things[row.key].title for row in rows}
    if len(rows) == 1:
        return _one_line(f"{kind_of(rows[0].kind).words}: {things[rows[0].key].title}")
    n = len(rows)
    words = ngettext("%(n)d notice", "%(n)d notices", n) % {"n": n}
    if len(titles) == 1:
        return _one_line(f"{words}: {titles.pop()}")
    return _one_line(f"Tòa soạn: {words}")


def _one_line(words):
    words = " ".join(words.split())
    return words if len(words) <= 200 else words[:199] + "…"
