from django.conf import settings
from django.db import models

PART = 256 * 1024  # bytes; a phone on a poor line loses at most so many when the line breaks


class PartialUpload(models.Model):
    """A photo on its way in parts: what the phone says it will be, and what has come of it.

    `token` is drawn by the phone: sending again, also after an answer that was lost, is the same
    upload. Its parts are files of private storage until they are joined; then `picture` stands
    here, or the sentence of its refusal, so that a late retry gets the same answer.
    """

    token = models.CharField(max_length=32, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    portal = models.CharField(max_length=60)
    file_name = models.CharField(max_length=200)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64, blank=True)  # '' from a phone that cannot reckon it
    changed_at = models.DateTimeField(db_index=True)
    picture = models.ForeignKey("media.Picture", models.CASCADE, null=True, related_name="+")
    refused = models.TextField(blank=True)

    def __str__(self):
        return self.file_name

    @property
    def finished(self) -> bool:
        return bool(self.picture_id or self.refused)

    @property
    def count(self) -> int:
        """How many parts it has."""
        return -(-self.size // PART)

    def length_of(self, number) -> int:
        """Bytes of the part with that number, from 0 on."""
        return min(PART, self.size - number * PART)


class Part(models.Model):
    """One part that has come in whole; `name` is its file in private storage."""

    upload = models.ForeignKey(PartialUpload, models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["upload", "number"], name="part_once")]

    def __str__(self):
        return self.name
