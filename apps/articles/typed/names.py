"""What a form holds by number, in words: for putting two texts side by side."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from apps.media.models import Attachment, Picture
from apps.meetings.models import Meeting

from ..models import Article, ArticlePicture, Byline
from ..release.grades import Grade

GENRES = dict(Article.Genre.choices)
GRADES = dict(Grade.choices)
ROLES = dict(Byline.Role.choices)
PLACES = dict(ArticlePicture.Placement.choices)


class Names:
    """Words for the numbers of one portal's things; nothing for another portal's."""

    def __init__(self, portal):
        self.portal = portal

    def label(self, name) -> str:
        said = {
            "grade": _("Kind of this change"),
            "wrong": _("What was wrong"),
            "right": _("What is right"),
            "pictures": _("Pictures at the head and at the end"),
            "bylines": _("Bylines"),
            "attachments": _("Documents with the article"),
        }
        return str(said.get(name) or capfirst(Article._meta.get_field(name).verbose_name))

    def words(self, name, value: str) -> str:
        if name == "genre":
            return str(GENRES.get(value, ""))
        if name == "grade":
            return str(GRADES.get(value, ""))
        if name == "section":
            return self._one(self.portal.sections, value)
        if name == "meeting":
            return self._one(Meeting.objects.filter(portal=self.portal), value)
        return value

    def row_words(self, name, rows: list[tuple]) -> str:
        if name == "bylines":
            return "; ".join(f"{who} – {ROLES.get(role, role)}" for who, role in rows)
        model = Attachment if name == "attachments" else Picture
        known = self._many(model.objects.filter(portal=self.portal.key), [row[0] for row in rows])
        say = self._file if name == "attachments" else self._picture
        return "; ".join(say(known.get(row[0]), *row[1:]) for row in rows)

    def _file(self, found, title):
        return title or str(found or "")

    def _picture(self, found, place, caption, alt, credit):
        said = [str(PLACES.get(place, "")), caption or str(found or ""), alt, credit]
        return " – ".join(words for words in said if words)

    def _one(self, rows, value) -> str:
        return str(self._many(rows, [value]).get(value, ""))

    def _many(self, rows, values) -> dict:
        numbers = {value for value in values if value.isascii() and value.isdigit()}
        return {str(row.pk): row for row in rows.filter(pk__in=[n[:15] for n in numbers])}
