"""From an article to what readers get: building the page, cutting it, and taking it back.

`publish` is called by the workflow inside its transaction; the others are verbs of their own.
"""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from apps.editions import paths, showings
from apps.editions.cutting import Page, cut_page
from apps.editions.locks import publishing_lock
from apps.editions.models import Showing
from apps.editions.plans import live_one
from apps.editions.values import CORRECTED
from apps.media.publishing import publish_attachments, publish_files, remove_files
from apps.newsroom import history, signing
from apps.newsroom.refusals import Refused
from apps.portals.roles import Right
from apps.portals.seats import by_delegation, seat_for
from apps.portals.sharing import with_share_picture
from apps.questions import Question

from . import content, naming
from .models import Article
from .page import article_values, list_picture
from .release import grades
from .sending import following
from .topics import names_in


def publish(article, *, by, at, live_from, expires_at=None):
    """Cut the article as it is and show it from `live_from` until `expires_at` (None: no end).

    Signatures were asked for before.
    """
    publishing_lock()
    if article.published_at is None:
        article.published_at = live_from
    article.notices = grades.going_out(article.notices, live_from, at)
    if article.portal.is_practice:  # nothing of it is ever cut: readers cannot get it
        return
    page = with_share_picture(naming.named(build_page(article), article, at), at)
    publish_files([row.picture for row in article.pictures.all() if row.picture])
    publish_attachments([row.attachment for row in article.attachments.all()])
    cut = cut_page(
        page,
        signers=signing.signers(article.key, page.text_digest),
        by=str(by),
        why="",
        at=at,
    )
    try:
        with transaction.atomic():
            showings.show(
                cut, address=article.address, live_from=live_from, at=at, expires_at=expires_at
            )
    except IntegrityError as error:
        raise Refused(_("Another page stands at this address; change the address.")) from error
    following.tell(
        article, following.CHANGED, by=by, at=at, digest=page.text_digest, live_from=live_from
    )


def present_end(article, at):
    """The end of what readers have now: what replaces it at once keeps it. None without one."""
    live = live_one(article.portal.key, article.key, at)
    return live and live.expires_at


def build_page(article) -> Page:
    """The page as values; asks the database nothing when `for_cutting` loaded the article."""
    values = article_values(article)
    return Page(
        portal=article.portal.key,
        key=article.key,
        kind="article",
        values=values,
        title=article.headline,
        summary=article.sapo,
        section=article.section.slug if article.section_id else "",
        top_section=article.section.top().slug if article.section_id else "",
        genre=article.genre,
        picture=list_picture(values),
        listed_at=article.published_at,
        subjects=subjects(article),
        text_digest=content.text_digest(article),
    )


def subjects(article) -> tuple[str, ...]:
    """Keys of what the article is about: its meeting, its topics, the list of corrections."""
    meeting = article.meeting
    public = meeting is not None and meeting.is_public and not meeting.no_coverage
    corrected = any(each["grade"] == grades.Grade.CORRECTION for each in article.notices)
    tags = dict.fromkeys(filter(None, map(paths.tag_key, names_in(article.tags))))
    return (*((meeting.key,) if public else ()), *tags, *((CORRECTED,) if corrected else ()))


@transaction.atomic
def unschedule(article, *, by, at):
    """Give up the planned publication; the article is approved again."""
    article = _locked(article)
    seat = seat_for(by, article.portal, Right.SCHEDULE, at)
    planned = _showings(article).coming_after(at).first()
    if planned is None:
        raise Refused(_("Nothing is scheduled."))
    showings.withdraw(planned, at=at)
    if article.published_at == planned.live_from:  # not an old page's own date
        article.published_at = None
    article.notices = grades.given_up(article.notices, planned.live_from)
    article.state = Article.State.APPROVED
    article.save()
    _record(article, "unschedule", by, at, **by_delegation(seat))


@transaction.atomic
def hide(article, *, by, at, reason=""):
    """Two taps, one person: readers get 404 until it is shown again."""
    article = _locked(article)
    seat = seat_for(by, article.portal, Right.HIDE, at)
    if showings.hide(article.portal.key, article.key, at=at) is None:
        raise Refused(_("Readers do not see this article now; there is nothing to hide."))
    _record(article, "hide", by, at, reason, **by_delegation(seat))
    following.tell(article, following.HIDDEN, by=by, at=at)


@transaction.atomic
def show_again(article, *, by, at):
    """Undo hiding: the very same published version."""
    article = _locked(article)
    seat = seat_for(by, article.portal, Right.PUBLISH, at)
    if showings.show_again(article.portal.key, article.key, at=at) is None:
        raise Refused(_("This article is not hidden."))
    _record(article, "show_again", by, at, **by_delegation(seat))
    following.tell(article, following.BACK, by=by, at=at)


@transaction.atomic
def take_down(article, *, by, at, reason, ordered_by=""):
    """For good: 410 for readers, out of search and lists, unused files removed.

    Who named nobody ordered it himself.
    """
    article = _locked(article)
    seat_for(by, article.portal, Right.TAKE_DOWN, at)
    if not reason.strip():
        raise Refused(_("Write why the article is taken down and who ordered it."))
    if not _was_shown(article):
        raise Refused(_("This article has never been published."))
    if is_taken_down(article):
        raise Refused(_("This article has been taken down already."))
    publishing_lock()
    unused = showings.take_down(article.portal.key, article.key, at=at)
    ordered_by = ordered_by.strip() or str(by)
    _record(article, "take_down", by, at, reason, ordered_by=ordered_by)
    following.tell(article, following.TAKEN_DOWN, by=by, at=at)
    transaction.on_commit(lambda: sweep(unused))


@transaction.atomic
def sweep(hashes):
    """Delete public files nobody needs; asked again under the lock, since time has passed."""
    publishing_lock()
    used = showings.files_in_use(hashes)
    remove_files([sha for sha in hashes if sha not in used])


@transaction.atomic
def expire(article, *, by, at, expires_at):
    """Set, move or lift (None) the day readers stop getting it: a moment to come, and after what
    is planned goes out. At once is `hide`, which can be undone.
    """
    article = _locked(article)
    seat = seat_for(by, article.portal, Right.SCHEDULE, at)
    planned = _showings(article).coming_after(at).first()
    if expires_at and expires_at <= at:
        raise Refused(_("Choose a time in the future."))
    if expires_at and planned and expires_at <= planned.live_from:
        raise Refused(_("The end must be later than the time it goes out."))
    if not showings.expire(article.portal.key, article.key, expires_at=expires_at, at=at):
        raise Refused(_("Publish the article first, then set its end."))
    end = expires_at.isoformat() if expires_at else None
    _record(article, "expire", by, at, expires_at=end, **by_delegation(seat))
    following.end_with(article, by=by, at=at, expires_at=expires_at)


def _locked(article):
    Article.objects.select_for_update().get(pk=article.pk)
    return Article.objects.select_related("portal", "section").get(pk=article.pk)


def _showings(article):
    return Showing.objects.of(article.portal.key, article.key)


def _of_taken_down(*, portal: str, key: str):
    return Showing.objects.of(portal, key).filter(ended_why=Showing.Ended.TAKEN_DOWN)[:1]


_TAKEN_DOWN = Question(_of_taken_down)


def is_taken_down(article) -> bool:
    """For good: nothing under this key goes out again."""
    return bool(_TAKEN_DOWN.asked(portal=article.portal.key, key=article.key))


def _was_shown(article):
    return _showings(article).exclude(ended_why=Showing.Ended.WITHDRAWN).exists()


def _record(article, verb, by, at, reason="", **after):
    history.record(
        article.key,
        verb,
        by=by,
        at=at,
        portal=article.portal.key,
        after={"state": article.state, **after},
        reason=reason.strip(),
    )
