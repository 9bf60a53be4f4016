"""What people are typing right now, apart from articles and their versions."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from apps.portals.models import Portal


class Typed(models.Model):
    """What one person has typed into one article and not saved; only `keeping.py` writes it.

    One row for each person and article; a text that is no article yet is told by its `token`. It
    also says who is at the form now: `seen_at` ends by the clock. No version, no act, no digest.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    portal = models.ForeignKey(Portal, models.CASCADE, related_name="+")
    article = models.ForeignKey("articles.Article", models.CASCADE, null=True, related_name="typed")
    token = models.CharField(max_length=40, blank=True)
    page = models.CharField(max_length=40, blank=True)  # the opening of the form it was typed on
    number = models.PositiveIntegerField(default=0)  # which sending of that page
    revision = models.PositiveIntegerField(default=0)  # the one that page started from
    packed = models.BinaryField(default=b"")  # empty: nothing is kept
    typed_at = models.DateTimeField(null=True)
    saved_page = models.CharField(max_length=40, blank=True)  # what it still sends comes too late
    since = models.DateTimeField(null=True)  # at the form since
    seen_at = models.DateTimeField()
    left = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "article"],
                condition=Q(article__isnull=False),
                name="typed_once_per_article",
            ),
            models.UniqueConstraint(
                fields=["user", "token"],
                condition=Q(article__isnull=True),
                name="typed_once_per_new_text",
            ),
        ]
        indexes = [
            models.Index(fields=["article", "seen_at"], name="typed_present"),
            models.Index(fields=["seen_at"], name="typed_old"),
        ]

    def __str__(self):
        return f"{self.user}: {self.article or self.token}"
