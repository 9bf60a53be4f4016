"""From a read page to a draft. A page is imported whole or not at all, and never twice.

The importing account needs no seat: this verb can only make drafts and renew those that nobody
has touched.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.articles import writing
from apps.articles.models import Article, Byline
from apps.editions.models import Redirect
from apps.editions.showings import bring_views
from apps.newsroom import history
from apps.newsroom.digests import digest
from lib.vietnamese.dates import HO_CHI_MINH

from .body_html import body_html
from .identity import identity_key, redirect_from
from .known import Known
from .linking import link, meeting_of
from .models import ImportedPage
from .output import page_values
from .reading import ReadPage
from .sightings import remember as remember_titles

MADE, UNCHANGED, UPDATED, KEPT = "made", "unchanged", "updated", "kept"
LONGEST_HEADLINE = 300
MOST_VIEWS = 2_147_483_647


def import_page(
    read: ReadPage, *, portal, by, at, source_file="", known: Known | None = None
) -> tuple[Article, str]:
    """(the article, "made", "unchanged", "updated" or "kept").

    kept: somebody has edited or handed in the draft; it is never written over. `known` is shared
    by the pages of one run. Raises ValidationError or Refused, and then nothing is written.
    """
    known = known or Known(portal)
    arrival = _Arrival(read, known, by, at, source_file)
    try:
        return arrival.once()
    except IntegrityError:
        # Somebody imported the same page at the same moment: now it is there.
        return arrival.once()


@dataclass
class _Arrival:
    """One page on its way in."""

    read: ReadPage
    known: Known
    by: User
    at: dt.datetime
    source_file: str

    def once(self):
        try:
            with transaction.atomic():
                found = self._found()
        except BaseException:
            self.known.forget()
            raise
        self.known.keep()
        return found

    def _found(self):
        portal = self.known.portal
        self.key, self.seen = identity_key(self.read), digest(page_values(self.read))
        pages = ImportedPage.objects.select_for_update(of=["self"]).select_related("article")
        page = pages.filter(portal=portal, identity_key=self.key).first()
        if page is None:
            return self._make(), MADE
        article = page.article
        if article.revision != page.revision or article.state != Article.State.DRAFT:
            return article, KEPT
        if page.digest == self.seen:
            return article, UNCHANGED
        return self._renew(page, article)

    def _make(self):
        article = writing.write_new(
            self.known.portal,
            self._text(),
            by=self.by,
            author=self.by,
            at=self.at,
            verb="import",
            **_columns(self.read),
        )
        self._remember(
            ImportedPage(portal=self.known.portal, identity_key=self.key, article=article)
        )
        self._tell_readers_side(article)
        return article

    def _renew(self, page, article):
        """The draft as the page is now; kept when somebody saved it in this very moment."""
        claimed = Article.objects.filter(
            pk=article.pk, revision=page.revision, state=Article.State.DRAFT
        ).update(revision=F("revision") + 1)
        if not claimed:
            return article, KEPT
        article.revision = page.revision + 1
        article.last_edited_by, article.changed_at = self.by, self.at
        for name, value in _columns(self.read).items():
            setattr(article, name, value)
        writing.rewrite(article, self._text())
        history.record(
            article.key,
            "import",
            by=self.by,
            at=self.at,
            portal=self.known.portal.key,
            after={"revision": article.revision},
        )
        self._remember(page)
        self._tell_readers_side(article)
        return article, UPDATED

    def _remember(self, page):
        page.digest, page.revision = self.seen, page.article.revision
        page.source_file, page.imported_at = self.source_file[-500:], self.at
        page.old_address = self.read.address or ""
        is_new = page.pk is None
        page.save()
        if not is_new:
            page.sightings.all().delete()
        remember_titles(page, self.read, self.linked)

    def _tell_readers_side(self, article):
        """The old count and the old address wait there until the article is published."""
        portal = self.known.portal.key
        if self.read.view_count:
            bring_views(portal, article.key, min(self.read.view_count, MOST_VIEWS))
        if old := redirect_from(self.read.address, self.known.slugs):
            Redirect.objects.update_or_create(portal=portal, old=old, defaults={"key": article.key})

    def _text(self):
        read, portal = self.read, self.known.portal
        self.linked = link(read, self.known, self.at)
        headline, note = _headline(read.title)
        fields = {
            "section": self.known.section(read.section),
            "headline": headline,
            "sapo": read.sapo,
            "body": body_html(read.blocks),
            "source_prefix": read.source_prefix or "",
            "event_date": read.event_date,
            "meeting": meeting_of(read, self.linked, portal, by=self.by, at=self.at),
            "byline_office": _office(read),
            "note": "\n".join(filter(None, [note, self.linked.note()])),
        }
        return writing.Text(fields, bylines=self._bylines(), pictures=[])

    def _bylines(self):
        """(contributor, role) for each name."""
        office = _office(self.read)
        rows = {}
        for name in self.read.bylines:
            contributor = self.known.contributor(name[:120], office)
            rows[contributor.pk] = (contributor, Byline.Role.TEXT_PHOTO)
        return list(rows.values())


def _office(read):
    return (read.byline_office or "")[:120]


def _columns(read):
    """What only an import may set: the old date and the old section."""
    day = read.published_day or read.event_date
    at = read.published_at
    has_time = isinstance(at, dt.datetime)
    if not has_time:
        at = dt.datetime.combine(day, dt.time(), HO_CHI_MINH) if day else None
    return {
        "published_at": at,
        "published_has_time": has_time or at is None,
        "imported_section": (read.section or "")[:200],
    }


def _headline(title):
    """A headline longer than an article's may be is cut at a word, and kept whole in the note."""
    if len(title) <= LONGEST_HEADLINE:
        return title, ""
    cut = title[: LONGEST_HEADLINE - 2].rpartition(" ")[0] or title[: LONGEST_HEADLINE - 2]
    return f"{cut} …", _("Headline on the old page: %(title)s") % {"title": title}
