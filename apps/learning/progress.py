"""What of the five lessons has been done: read from the pieces and the acts, never ticked by hand.

Only what happened since the portal was last emptied, and since the person last began anew, counts.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from apps.articles.models import Article, ArticlePicture
from apps.articles.release.grades import Grade
from apps.newsroom.models import Act
from apps.portals.models import Portal

BEGIN_AGAIN = "begin_lessons_again"
TAKE_SAMPLE = "take_sample"
OUT = {"approve", "publish"}
TOLD = {"submit", "edit", TAKE_SAMPLE, *OUT}


class Lesson(models.IntegerChoices):
    WRITE = 1, _("Write a piece and hand it in")
    PICTURE = 2, _("Put in a picture with its caption")
    TITLE = 3, _("Mend a wrong title")
    SECOND = 4, _("Two people: approve and publish")
    CORRECT = 5, _("Correct after publishing")


@dataclass(frozen=True)
class Record:
    """All pieces of a practice portal with their acts, oldest first; asked once, for everybody."""

    pieces: dict  # {pk: Article}
    acts: dict  # {pk: [Act]}
    captioned: frozenset  # pks with a picture that has a caption
    begun: dict  # {user id: when the person last began anew}


def practice_record(practice: Portal) -> Record:
    """Four queries, whatever the number of people."""
    rows = Article.objects.filter(portal=practice, created_at__gte=practice.practice_since)
    pieces = {row.pk: row for row in rows.select_related("author", "portal").order_by("pk")}
    by_key = {row.key: row.pk for row in pieces.values()}
    acts = defaultdict(list)
    told = Act.objects.filter(key__in=list(by_key), verb__in=TOLD)
    for act in told.order_by("at", "pk"):
        acts[by_key[act.key]].append(act)
    pictures = ArticlePicture.objects.filter(article__in=list(pieces), picture__isnull=False)
    again = Act.objects.filter(key=key_of(practice), verb=BEGIN_AGAIN).order_by("at", "pk")
    return Record(
        pieces=pieces,
        acts=acts,
        captioned=frozenset(pictures.exclude(caption="").values_list("article_id", flat=True)),
        begun={act.by_id: act.at for act in again},
    )


def key_of(practice: Portal) -> str:
    return f"practice:{practice.key}"


def lessons_done(record: Record, user_id: int, *, approves: bool) -> set[Lesson]:
    """Which lessons this person has done; `approves`: he publishes what others wrote."""
    mine = own_pieces(record, user_id)
    samples = {pk for pk in mine if sample_of(record, pk)}
    checks = {
        Lesson.WRITE: any(_did(record, pk, user_id, {"submit"}) for pk in mine - samples),
        Lesson.PICTURE: bool(mine & record.captioned),
        Lesson.TITLE: any(is_mended(record, pk) for pk in samples),
        Lesson.SECOND: any(_is_second(record, pk, user_id) for pk in record.pieces)
        if approves
        else any(_was_published_by_another(record, pk, user_id) for pk in mine),
        Lesson.CORRECT: any(_corrected(record, pk, user_id) for pk in record.pieces),
    }
    return {lesson for lesson, done in checks.items() if done}


def own_pieces(record: Record, user_id: int) -> set[int]:
    since = record.begun.get(user_id)
    return {
        pk
        for pk, piece in record.pieces.items()
        if piece.author_id == user_id and (since is None or piece.created_at > since)
    }


def sample_of(record: Record, pk: int) -> dict:
    """{"name", "wrong"} of a piece taken as the sample of the third lesson, else {}."""
    return next((act.after for act in record.acts[pk] if act.verb == TAKE_SAMPLE), {})


def is_mended(record: Record, pk: int) -> bool:
    """The wrong words are gone and the person is still named."""
    sample, piece = sample_of(record, pk), record.pieces[pk]
    text = " ".join([piece.headline, piece.sapo, strip_tags(piece.body)])
    return sample["wrong"] not in text and sample["name"] in text


def _did(record, pk, user_id, verbs):
    since = record.begun.get(user_id)
    return any(
        act.verb in verbs and act.by_id == user_id and (since is None or act.at > since)
        for act in record.acts[pk]
    )


def _is_second(record, pk, user_id):
    return record.pieces[pk].author_id != user_id and _did(record, pk, user_id, OUT)


def _was_published_by_another(record, pk, user_id):
    return any(act.verb == "publish" and act.by_id != user_id for act in record.acts[pk])


def _corrected(record, pk, user_id):
    """Out, then changed by this person, then out again with a public correction."""
    since, steps = record.begun.get(user_id), 0
    for act in record.acts[pk]:
        if since and act.at <= since:
            steps = max(steps, int(act.verb == "publish"))
        elif steps == 0 and act.verb == "publish":
            steps = 1
        elif steps == 2 and act.verb == "publish" and act.after.get("grade") == Grade.CORRECTION:
            steps = 3
        elif steps == 1 and act.verb == "edit" and act.by_id == user_id:
            steps = 2
    return steps == 3
