from django.conf import settings
from django.db import models

from apps.newsroom.models import Act, AppendOnly


class HidingSeen(AppendOnly):
    """Somebody of the board has seen that a piece was hidden or taken down."""

    act = models.ForeignKey(Act, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["act", "user"], name="hiding_seen_once_per_person")
        ]

    def __str__(self):
        return f"{self.act} {self.user}"
