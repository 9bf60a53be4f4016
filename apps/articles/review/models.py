"""What reviewers and authors say to each other about a piece: notes, and answers to them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.newsroom.models import AppendOnly

from ..leaders.models import Opinion

QUOTED = 500
AROUND = 40


class Note(models.Model):
    """A remark on a passage, or on the whole piece. Only `noting.py` writes it.

    The passage is known by its words and what stood around them, all with single spaces, and by
    the field it stood in (`manuscripts`): `anchoring.py` finds it again in an edited text. Nothing
    of it is in any digest.
    """

    article = models.ForeignKey(
        "articles.Article", models.PROTECT, related_name="notes", verbose_name=_("article")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    words = models.TextField(_("note"))
    field = models.CharField(max_length=40, blank=True)
    quote = models.CharField(_("passage"), max_length=QUOTED, blank=True)
    before = models.CharField(max_length=AROUND, blank=True)
    after = models.CharField(max_length=AROUND, blank=True)
    text_digest = models.CharField(_("content check code"), max_length=64)
    opinion = models.OneToOneField(
        Opinion, models.PROTECT, null=True, blank=True, related_name="note"
    )
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("resolved by"),
    )

    class Meta:
        verbose_name = _("note on an article")
        verbose_name_plural = _("notes on articles")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["article", "resolved_at"], name="note_open")]

    def __str__(self):
        return f"{self.by}: {self.words[:60]}"


class NoteAnswer(AppendOnly):
    note = models.ForeignKey(Note, models.PROTECT, related_name="answers")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    words = models.TextField(_("answer"))

    class Meta:
        verbose_name = _("answer to a note")
        verbose_name_plural = _("answers to notes")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.by}: {self.words[:60]}"
