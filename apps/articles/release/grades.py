"""What kind of change a published piece goes out with: a technical fix, an update, a correction.

`Article.notices` are the updates and corrections readers are told of, oldest first, as
{"grade", "wrong", "right", "at"}; `at` is None until the piece goes out with it. A technical fix
that was chosen stands there only until it is out, and so does UNSAID: words have changed and nobody
has said yet what kind of change that is. What readers are told is part of the signed text, when it
goes out is not.
"""

import re
from datetime import datetime
from html import unescape

from django.db import models
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions.models import Showing
from apps.newsroom.refusals import Refused
from apps.questions import Question
from lib.vietnamese.text import clean

LONGEST = 500
UNSAID = ""
# "1,5" is one number, whatever stands in it; between words, signs and spaces are nothing.
WORDS = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+")


class Grade(models.TextChoices):
    FIX = "fix", gettext_lazy("Technical fix")
    UPDATE = "update", gettext_lazy("Update")
    CORRECTION = "correction", gettext_lazy("Correction")


TOLD = (Grade.UPDATE, Grade.CORRECTION)
EXPLAINED = {
    Grade.FIX: gettext_lazy("A typing error, a broken link: readers are told nothing."),
    Grade.UPDATE: gettext_lazy("Something new was added: readers see the time of the update."),
    Grade.CORRECTION: gettext_lazy(
        "Something was wrong: the page says what was wrong and what is right, and so does the "
        "public list of corrections."
    ),
}


def _of_shown(*, portal: str, key: str, at: datetime):
    shown = Showing.objects.of(portal, key).filter(live_from__lte=at)
    return shown.exclude(ended_why=Showing.Ended.WITHDRAWN)[:1]


_SHOWN = Question(_of_shown)


def was_out(article, at) -> bool:
    """Have readers ever had this piece? Only then is a change one of the three kinds. One query."""
    if article.portal.is_practice:
        return article.published_at is not None
    return bool(_SHOWN.asked(portal=article.portal.key, key=article.key, at=at))


def open_notice(notices: list[dict], at) -> dict | None:
    """The notice the present work goes out with: not yet out, or out only with a coming plan."""
    last = notices[-1] if notices else None
    return last if last and _is_open(last, at) else None


def told_by(notices: list[dict], at) -> list[dict]:
    """Those that readers have been told of by `at`."""
    return [notice for notice in notices if not _is_open(notice, at)]


def grade_of(article, at) -> Grade | None:
    """The grade of the change that is being worked on, or of a plan that has not begun.

    None: somebody must say it first.
    """
    notice = open_notice(article.notices, at)
    if notice is None:
        return Grade.FIX
    return Grade(notice["grade"]) if notice["grade"] else None


def after_change(notices: list[dict], before: dict, after: dict, at) -> list[dict]:
    """The notices once a text became another and nobody said what kind of change that is.

    `before` and `after` as `content.text_values` gives them. What was chosen stays; spaces and
    signs alone are a technical fix; all else waits until somebody says it.
    """
    if open_notice(notices, at) or not words_differ(before, after):
        return notices
    return [*notices, {"grade": UNSAID, "wrong": "", "right": "", "at": None}]


def words_differ(before: dict, after: dict) -> bool:
    """Whether more than spaces and punctuation changed in what readers read."""
    return _words_of({**before, "corrections": []}) != _words_of({**after, "corrections": []})


def _words_of(value):
    if isinstance(value, dict):
        return {name: _words_of(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_words_of(each) for each in value]
    return WORDS.findall(unescape(value)) if isinstance(value, str) else value


def with_grade(notices: list[dict], grade: str, wrong: str, right: str, at) -> list[dict]:
    """The notices once the present change has that grade; what is out stays as it is.

    Raises Refused for a grade that is none.
    """
    if grade not in Grade.values:
        raise Refused(_("Say what kind of change this is."))
    told = told_by(notices, at)
    wrong, right = (clean(words)[:LONGEST] for words in (wrong, right))
    if grade != Grade.CORRECTION:
        wrong = right = ""
    same = open_notice(notices, at)
    when = same["at"] if same else None
    return [*told, {"grade": str(grade), "wrong": wrong, "right": right, "at": when}]


def refuse_unsaid(article, at) -> None:
    """Without its kind a change goes nowhere, nor a correction that leaves its words out."""
    notice = open_notice(article.notices, at)
    if notice and notice["grade"] == UNSAID:
        raise Refused(
            _(
                "Readers had this piece already: say above the text whether the change is a "
                "technical fix, an update or a correction."
            )
        )
    if notice and (faults := faults_of(notice)):
        said = next(iter(faults.values()))
        if not (notice["wrong"] and notice["right"]):
            said = _("Write in the correction what was wrong and what is right.")
        raise Refused(said)


def faults_of(notice) -> dict[str, str]:
    """{field: sentence}: what a correction still lacks before its readers can be told of it."""
    if notice["grade"] != Grade.CORRECTION:
        return {}
    lacking = {
        "wrong": _("Write what was wrong, as it stood on the page."),
        "right": _("Write what is right."),
    }
    faults = {name: words for name, words in lacking.items() if not notice[name]}
    if not faults and clean(notice["wrong"]) == clean(notice["right"]):
        faults["right"] = _(
            "Both texts of the correction are the same: one says what was wrong, the other what "
            "is right."
        )
    return faults


def going_out(notices: list[dict], live_from, at) -> list[dict]:
    """The open ones bear the moment readers get them from; of a technical fix nothing is left."""
    when = live_from.isoformat()
    return [
        {**each, "at": when} if _is_open(each, at) else each
        for each in notices
        if each["grade"] in TOLD
    ]


def given_up(notices: list[dict], live_from) -> list[dict]:
    """A plan for that moment was given up: its notices are open again."""
    return [
        {**each, "at": None} if each["at"] and parse_datetime(each["at"]) == live_from else each
        for each in notices
    ]


def for_readers(notices: list[dict]) -> dict:
    """{"updated_at", "corrections"} of ArticleValues, the newest correction first."""
    updates = [each["at"] for each in notices if each["grade"] == Grade.UPDATE]
    return {
        "updated_at": updates[-1] if updates else None,
        "corrections": [
            {name: each[name] for name in ("wrong", "right", "at")}
            for each in reversed(notices)
            if each["grade"] == Grade.CORRECTION
        ],
    }


def signed_words(notices: list[dict]) -> list[list[str]]:
    """What is signed of them: all that readers are told, but the moments."""
    return [
        [each["grade"], each["wrong"], each["right"]] for each in notices if each["grade"] in TOLD
    ]


def in_words(grade: str, wrong: str, right: str) -> str:
    """One notice as signed, for people: “Đính chính: … → …”."""
    label = str(Grade(grade).label) if grade in Grade.values else grade
    return f"{label}: {wrong} → {right}" if wrong or right else label


def told_in_words(notices: list[dict]) -> list[str]:
    """All that readers are told of now or will be with the present text, one sentence each."""
    return [in_words(*each) for each in signed_words(notices)]


def _is_open(notice, at) -> bool:
    return notice["at"] is None or parse_datetime(notice["at"]) > at
