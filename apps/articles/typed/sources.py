"""The texts that are put together: what somebody typed, what is saved, what both began from."""

from apps.media.models import Attachment, Picture
from apps.meetings.models import Meeting

from ..forms import ArticleForms
from ..models import ArticlePicture
from ..past import versions
from ..release.grades import Grade, signed_words, told_by
from .merging import LISTS, ORDER, Text, text_of

AS_THEY_STAND = (
    "headline", "sapo", "body", "genre", "source_prefix", "outside_source", "byline_office",
)  # fmt: skip


def posted(data) -> list[list[str]]:
    """What a form's POST holds."""
    return [[name, value] for name in data for value in data.getlist(name)]


def standing(article, at) -> list[list[str]]:
    """What the form of the article as it is saved would hold."""
    forms = ArticleForms(article.portal, article, at=at)
    parts = [forms.main, *forms.bylines, *forms.pictures, *forms.attachments]
    parts += [forms.grade] if forms.grade else []
    return [
        [field.html_name, str("" if field.value() is None else field.value())]
        for part in parts
        for field in part
    ]


def begun_from(article, revision: int, at) -> Text | None:
    """The saved text that a page of that revision started from; None when it is not kept.

    Topics and the note are in no version: whoever differs there counts as having changed them.
    """
    version = article.versions.filter(revision__lte=revision).first()
    if version is None or version.blanked_at:
        return None
    values = versions.values_of(version)
    text, place = values["text"], values["place"]
    day = text["event_date"]
    fields = (
        {name: text[name] for name in AS_THEY_STAND}
        | {
            "event_date": "/".join(reversed(day.split("-"))) if day else "",
            "slug": place["slug"],
            "section": _number(article.portal.sections, slug=place["section"]),
            "meeting": _meeting(article.portal, text["meeting"]),
        }
        | _grade(article, text["corrections"], at)
    )
    found = text_of([[name, value or ""] for name, value in fields.items()])
    found.single = {name: found.single[name] for name in ORDER if name in fields and name != "body"}
    found.lists = dict(zip(LISTS, _lists(article.portal, text), strict=True))
    return found


def _grade(article, signed, at) -> dict:
    """The kind of change that version was of; {} where a piece that went out since hides it."""
    told = signed_words(told_by(article.notices, at))
    if signed[: len(told)] != told:
        return {}
    begun = signed[len(told) :] or [[Grade.FIX.value, "", ""]]
    return dict(zip(("grade", "wrong", "right"), begun[-1], strict=True))


def _lists(portal, text):
    pictures = [
        row for row in text["pictures"] if row["placement"] != ArticlePicture.Placement.BODY
    ]
    library = _library(Picture, portal, [row["sha256"] for row in pictures])
    papers = _library(Attachment, portal, [sha for sha, _title in text["attachments"]])
    return (
        [
            (f"{name} ({office})" if office else name, role)
            for name, office, role in text["bylines"]
        ],
        [
            (
                library.get(row["sha256"], ""),
                *(row[n] for n in ("placement", "caption", "alt", "credit")),
            )
            for row in pictures
        ],
        [(papers.get(sha, ""), title) for sha, title in text["attachments"]],
    )


def _library(model, portal, shas) -> dict:
    rows = model.objects.filter(portal=portal.key, sha256__in=[sha for sha in shas if sha])
    return {sha: str(pk) for sha, pk in rows.values_list("sha256", "pk")}


def _number(rows, **wanted) -> str:
    return str(rows.filter(**wanted).values_list("pk", flat=True).first() or "")


def _meeting(portal, key):
    number = (key or "").removeprefix("meeting:")
    return _number(Meeting.objects.filter(portal=portal), number=number) if number else ""
