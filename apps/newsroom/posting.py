"""Sending what waits in the outbox: at once after an act, and in any case by `manage.py tick`.

Several senders at once share the work: each letter is claimed by one (a single UPDATE, on both
engines). A sender that dies between sending and noting it leaves its claim to lapse: then the
letter goes out once more, under the same Message-ID. It is never lost, and after "sent" never
sent again.
"""

import datetime as dt
from dataclasses import dataclass
from email.utils import parseaddr

from django.conf import settings
from django.core.cache import cache
from django.core.mail import EmailMessage, get_connection
from django.db.models import F, Q

from . import letters
from .notice_models import Letter

State = Letter.State
CLAIM = dt.timedelta(minutes=10)
FEW = 5  # after an act: somebody waits for the page
MANY = 1000
DOWN, DOWN_FOR = "newsroom.posting.down", 120
PAUSES = [dt.timedelta(minutes=n) for n in (1, 5, 15, 60, 180, 360, 720, 1440, 1440)]


@dataclass
class Done:
    """What one run did, in letters."""

    sent: int = 0
    failed: int = 0
    dropped: int = 0
    reachable: bool = True


def due(now):
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    return Letter.objects.filter(free, state=State.WAITING, not_before__lte=now)


def send_few(at) -> Done:
    """After a commit: a few at most, and none for a while after the mail server was away."""
    if not letters.configured() or cache.get(DOWN):
        return Done()
    return send_due(lambda: at, most=FEW)


def send_due(clock, *, most=MANY) -> Done:
    """Try each letter that is due once; `clock()` is the time now. Raises nothing for a letter."""
    done, post = Done(), get_connection()
    try:
        for pk in list(
            due(clock()).order_by("not_before", "pk").values_list("pk", flat=True)[:most]
        ):
            if (letter := _claim(pk, clock())) is not None:
                _send(letter, post, clock, done)
            if not done.reachable:
                cache.set(DOWN, True, DOWN_FOR)
                break
    finally:
        _close(post)
    return done


def _claim(pk, now):
    taken = due(now).filter(pk=pk).update(claimed_until=now + CLAIM, tries=F("tries") + 1)
    return Letter.objects.select_related("user").get(pk=pk) if taken else None


def _send(letter, post, clock, done):
    composed = letters.compose(letter, clock()) if letter.user.is_active else None
    if composed is None or not letter.user.email:
        _note(letter, state=State.NOT_NEEDED)
        done.dropped += 1
        return
    letter.subject, letter.text = composed
    letter.address = letter.user.email
    try:
        post.open()
    except Exception as error:  # whatever a backend raises: the letter waits
        done.reachable = False
        _failed(letter, error, clock(), done)
        return
    try:
        post.send_messages([_message(letter, post)])
    except Exception as error:
        _failed(letter, error, clock(), done)
        _close(post)  # the next letter gets a fresh line
        return
    _note(
        letter, state=State.SENT, sent_at=clock(), last_error="", subject=letter.subject,
        text=letter.text, address=letter.address,
    )  # fmt: skip
    done.sent += 1


def _message(letter, post):
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    headers = {"Message-ID": f"<toasoan-{letter.pk}-{letter.made_at:%Y%m%d%H%M%S}@{domain}>",
               "Auto-Submitted": "auto-generated"}  # fmt: skip
    return EmailMessage(
        letter.subject, letter.text, to=[letter.address], connection=post, headers=headers
    )


def _failed(letter, error, now, done):
    words = f"{type(error).__name__}: {error}"[:300]
    if letter.tries > len(PAUSES):
        _note(letter, state=State.GIVEN_UP, last_error=words)
    else:
        _note(letter, not_before=now + PAUSES[letter.tries - 1], last_error=words)
    done.failed += 1


def _note(letter, **values):
    Letter.objects.filter(pk=letter.pk).update(claimed_until=None, **values)


def _close(post):
    try:
        post.close()
    except Exception:  # a line that is broken already
        return
