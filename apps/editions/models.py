"""What readers get. These tables know no other app: portals, pages and subjects are plain keys."""

from django.db import models
from django.db.models import F, Q

from .querysets import ShowingQuerySet


class Cut(models.Model):
    """The values of one page as two people signed them. Never changed, never deleted (guards).

    `portal` is '' for pages that belong to the whole installation, never NULL. The list columns
    repeat what lists and feeds need, so that a list loads no `values`.
    """

    portal = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    values = models.JSONField(default=dict)
    title = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    section = models.CharField(max_length=60, blank=True)
    top_section = models.CharField(max_length=60, blank=True)
    genre = models.CharField(max_length=20, blank=True)
    picture = models.JSONField(default=dict, blank=True)
    listed_at = models.DateTimeField(null=True)
    subjects = models.JSONField(default=list, blank=True)
    page_digest = models.CharField(max_length=64)
    text_digest = models.CharField(max_length=64, blank=True)
    signers = models.JSONField(default=list)
    cut_by = models.CharField(max_length=120)
    why = models.CharField(max_length=200, blank=True)
    cut_at = models.DateTimeField()
    redacted_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["portal", "kind", "-listed_at", "-id"], name="cut_listed"),
            models.Index(
                fields=["portal", "kind", "section", "-listed_at", "-id"], name="cut_section"
            ),
            models.Index(
                fields=["portal", "kind", "top_section", "-listed_at", "-id"], name="cut_top"
            ),
            models.Index(fields=["portal", "key"], name="cut_key"),
        ]

    def __str__(self):
        return f"{self.portal}/{self.key}"


class Showing(models.Model):
    """A span of time in which readers get one cut at one address.

    It ends at the earlier of `expires_at` and `ended_at`. At any instant at most one showing of a
    (portal, key) and of a (portal, address) is live: the guards hold it on both engines.
    """

    class Ended(models.TextChoices):
        SUPERSEDED = "superseded"
        HIDDEN = "hidden"
        WITHDRAWN = "withdrawn"
        TAKEN_DOWN = "taken_down"
        REDACTED = "redacted"

    cut = models.ForeignKey(Cut, models.PROTECT, related_name="showings")
    portal = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=80)
    address = models.CharField(max_length=250)
    live_from = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    ended_why = models.CharField(max_length=12, blank=True, choices=Ended)

    objects = ShowingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__isnull=True) | Q(expires_at__gte=F("live_from")),
                name="showing_expires_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("live_from")),
                name="showing_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(fields=["portal", "key", "-live_from"], name="showing_key"),
            models.Index(fields=["portal", "address", "-live_from"], name="showing_address"),
            models.Index(fields=["live_from"], name="showing_from"),
            models.Index(
                fields=["expires_at"],
                name="showing_expires",
                condition=Q(expires_at__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.portal}{self.address} {self.live_from:%Y-%m-%d %H:%M}"

    def ends_at(self):
        """The instant readers stop getting it, or None."""
        ends = [end for end in (self.expires_at, self.ended_at) if end is not None]
        return min(ends, default=None)

    def is_live_at(self, now):
        end = self.ends_at()
        return self.live_from <= now and (end is None or end > now)


class Redirect(models.Model):
    """The address a page had on an old portal, and the page it is now."""

    portal = models.CharField(max_length=60, blank=True)
    old = models.CharField(max_length=500, help_text="path and query")
    key = models.CharField(max_length=80)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["portal", "old"], name="redirect_once_per_old_address")
        ]

    def __str__(self):
        return self.old


class Host(models.Model):
    """A domain name and the portal it serves; '*' answers for every unknown name."""

    domain = models.CharField(max_length=250, primary_key=True)
    portal = models.CharField(max_length=60)

    def __str__(self):
        return self.domain


class SiteVersion(models.Model):
    """Counts changes of one portal's pages; the row is also the lock between two publications."""

    portal = models.CharField(max_length=60, primary_key=True)
    number = models.PositiveBigIntegerField(default=0)

    def __str__(self):
        return f"{self.portal} {self.number}"


class Moment(models.Model):
    """A known instant at which some page of a portal changes by itself; '' counts for every one."""

    portal = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["portal", "at"], name="moment_once")]

    def __str__(self):
        return f"{self.portal} {self.at}"


class Views(models.Model):
    """How often a page was read: outside digests and versions, the only thing readers write."""

    portal = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=80)
    imported = models.PositiveIntegerField(default=0)
    counted = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["portal", "key"], name="views_once")]

    def __str__(self):
        return f"{self.key} {self.imported + self.counted}"


class FileUse(models.Model):
    """A public file that a current or coming showing needs; gone with the showing's take-down."""

    showing = models.ForeignKey(Showing, models.CASCADE, related_name="files")
    sha256 = models.CharField(max_length=64, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["showing", "sha256"], name="file_use_once")]

    def __str__(self):
        return self.sha256


class About(models.Model):
    """A subject ("person:12") that a current or coming showing is about, for lists by subject.

    The cut says the same in `subjects`; this is its index, kept as long as the page's files are.
    `listed_at` repeats the cut's, so that a subject's newest are found however many there are.
    """

    showing = models.ForeignKey(Showing, models.CASCADE, related_name="about")
    subject = models.CharField(max_length=80)
    listed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["showing", "subject"], name="about_once")]
        indexes = [models.Index(fields=["subject", "-listed_at"], name="about_newest")]

    def __str__(self):
        return self.subject


class Placed(models.Model):
    """A page that stands in one more place as long as it is live: no word of it is new there.

    `section` is a further section's list, "chu-de/<slug>" the page of a topic, '' the head of the
    front page. Mutable, outside digests, written by `placing.py` only.
    """

    portal = models.CharField(max_length=60)
    key = models.CharField(max_length=80)
    section = models.CharField(max_length=60, blank=True)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["portal", "section", "key"], name="placed_once_per_place"
            )
        ]

    def __str__(self):
        return f"{self.portal} {self.key} {self.section or '/'}"


class SearchRow(models.Model):
    """What search knows of a current or coming showing: its marks (`search_marks`).

    `place` is its place in time, the newest highest. The engines index `marks` (FTS5 or a
    tsvector, see `guards`); `words` prove long phrases. Every query also asks the showing's clock.
    """

    place = models.BigIntegerField(primary_key=True)
    showing = models.OneToOneField(Showing, models.CASCADE, related_name="search_row")
    words = models.TextField(blank=True)
    marks = models.TextField(blank=True)

    def __str__(self):
        return self.words[:60]
