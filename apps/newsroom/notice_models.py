from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Letter(models.Model):
    """One e-mail to one person: kept until it is sent, whatever happens while sending.

    `subject` and `text` are written with the notices it tells and anew when it goes out, with what
    the person may see then. Claimed by one sender at a time, until `claimed_until`.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting to be sent")
        SENT = "sent", _("sent")
        GIVEN_UP = "given_up", _("could not be sent")
        NOT_NEEDED = "not_needed", _("no longer needed")

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("to")
    )
    address = models.EmailField(_("e-mail address"))
    subject = models.CharField(_("subject"), max_length=250)
    text = models.TextField(_("text"), blank=True)
    daily = models.BooleanField(_("once a day"), default=False)
    state = models.CharField(
        _("state"), max_length=12, choices=State.choices, default=State.WAITING
    )
    made_at = models.DateTimeField(_("made"))
    not_before = models.DateTimeField(_("not before"))
    claimed_until = models.DateTimeField(_("being sent until"), null=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)
    sent_at = models.DateTimeField(_("sent at"), null=True)

    class Meta:
        verbose_name = _("e-mail to send")
        verbose_name_plural = _("e-mails to send")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["state", "not_before"], name="letter_due")]

    def __str__(self):
        return self.address


class Notice(models.Model):
    """What happened, told to one person: the act, what it means to him, when he saw it."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=80)
    portal = models.CharField(max_length=60, blank=True)
    act = models.ForeignKey("newsroom.Act", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    on_desk = models.BooleanField(default=True)  # what has a panel of its own is only mailed
    letter = models.ForeignKey(Letter, models.SET_NULL, null=True, related_name="notices")

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["user", "-at"], name="notice_of_person"),
            models.Index(
                fields=["user"], name="notice_unseen", condition=Q(seen_at=None, on_desk=True)
            ),
            models.Index(fields=["at"], name="notice_at"),
        ]

    def __str__(self):
        return f"{self.kind} {self.key}"


class Group(models.TextChoices):
    """What notices are about, as a person chooses how to get them."""

    WAITING = "waiting", _("What waits for me")
    MINE = "mine", _("My articles")
    TROUBLE = "trouble", _("Trouble")


class NoticeWay(models.Model):
    """How one person wants to be told of one group; without a row: `NoticeWay.usual`."""

    class Way(models.TextChoices):
        DESK = "desk", _("Only on the desk")
        AT_ONCE = "at_once", _("On the desk, and by e-mail at once")
        DAILY = "daily", _("On the desk, and by e-mail once a day at 7:00")

    usual = Way.AT_ONCE

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    group = models.CharField(max_length=10, choices=Group.choices)
    way = models.CharField(max_length=10, choices=Way.choices)

    class Meta:
        verbose_name = _("way of being told")
        verbose_name_plural = _("ways of being told")
        constraints = [
            models.UniqueConstraint(fields=["user", "group"], name="way_once_per_person_and_group")
        ]

    def __str__(self):
        return f"{self.group}: {self.way}"
