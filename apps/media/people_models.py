from django.db import models
from django.utils.translation import gettext_lazy as _


class PictureLink(models.Model):
    """A name among a picture's `people` that is somebody of the register: `key` is "person:<id>".

    A name without such a row is a free one. Written by `pictured.py` only.
    """

    picture = models.ForeignKey("media.Picture", models.CASCADE, related_name="links")
    name = models.CharField(_("name"), max_length=120)
    key = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("person in a picture")
        verbose_name_plural = _("people in pictures")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["picture", "name"], name="picture_links_a_name_once")
        ]
        indexes = [models.Index(fields=["key", "picture"], name="pictures_of_person")]

    def __str__(self):
        return self.name
