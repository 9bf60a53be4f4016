"""Writing down what was typed: the only code that changes an article's text.

Every save names the revision it started from. If somebody else saved in between, nothing is
written and `Stale` carries both texts, so that the person can put them together.
"""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from apps.newsroom import history
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.roles import Right
from apps.portals.seats import rights_of, seat_for
from lib.vietnamese.slug import slugify
from lib.vietnamese.text import clean, nfc

from . import content
from .body import clean_body, figures
from .carrying import carried_in, is_long_past, texts_of
from .models import Article, ArticleAttachment, ArticlePicture, Byline
from .past import versions
from .release import grades
from .topics import settle
from .whole import whole

State = Article.State
FIELDS = (
    "section", "genre", "headline", "slug", "sapo", "body", "source_prefix", "outside_source",
    "event_date", "meeting", "tags", "note", "byline_office",
)  # fmt: skip
LISTS = ("bylines", "pictures", "attachments")
# The caller holds these rows: asking the database again would cost four queries an article.
KNOWN_TO_EXIST = ("portal", "author", "last_edited_by", "section", "meeting")
ONE_LINE = ("headline", "source_prefix", "outside_source", "tags", "byline_office")


class Stale(Refused):
    """Somebody saved this article in between. `theirs` is the row as it is now."""

    def __init__(self, theirs, by):
        last = last_hand(theirs)
        if last == by:
            says = _(
                "You have saved this article from another window or machine. The text here is not "
                "saved yet, and nothing of it is lost: the two stand side by side below."
            )
        else:
            says = _(
                "%(name)s saved this article while you were writing. Your text is not saved yet, "
                "and nothing of it is lost: the two stand side by side below."
            ) % {"name": last}
        super().__init__(says)
        self.theirs = theirs


def last_hand(article):
    """Who saved it last."""
    return article.last_edited_by or article.author


@dataclass
class Text:
    """What a form or an importer hands over; `None` for a list leaves those rows alone.

    bylines: (contributor, role); pictures: (picture, placement, caption, alt, credit) at the head
    and the end (those in the text follow from the body's figures);
    attachments: (attachment, title).
    """

    fields: dict
    bylines: list[tuple] | None = None
    pictures: list[tuple] | None = None
    attachments: list[tuple] | None = None
    credits: dict[int, str] = field(default_factory=dict)  # picture id -> credit in the text
    notice: tuple[str, str, str] | None = (
        None  # grade, what was wrong, what is right: `release/grades.py`
    )


@transaction.atomic
def start(portal, text: Text, *, by, at, author=None, verb="start") -> Article:
    """A new draft; `verb` says how it came to be. Refused without the right to write there."""
    seat_for(by, portal, Right.WRITE, at)
    article = write_new(portal, text, by=by, author=author or by, at=at, verb=verb)
    versions.keep_first(article, by=by, at=at)
    return article


@transaction.atomic
def write_new(portal, text: Text, *, by, author, at, verb, **columns) -> Article:
    """Insert a draft row and its lists. The caller has asked for the right."""
    article = Article(
        portal=portal, author=author, created_at=at, changed_at=at, last_edited_by=by, **columns
    )
    _fill(article, text.fields)
    article.full_clean(exclude=["slug", *KNOWN_TO_EXIST])
    _note_carried(article, text)
    article.save()
    _write_lists(article, text, new=True)
    history.record(article.key, verb, by=by, at=at, portal=portal.key)
    return article


def rewrite(article, text: Text) -> None:
    """Another text for a draft nobody has touched; the importer's, who asks for no seat.

    Raises Refused for anything but a draft.
    """
    if article.state != State.DRAFT:
        raise Refused(cannot_edit(article))
    _fill(article, text.fields)
    article.full_clean(exclude=["slug"])
    _note_carried(article, text)
    article.save()
    _write_lists(article, text)


def may_edit(article, user, at) -> bool:
    """An author may edit his own until it is handed in and after it is out; editors always."""
    held = rights_of(user, article.portal, at)
    if Right.EDIT in held:
        return True
    mine = article.author_id == user.pk and Right.WRITE in held
    return mine and article.state in (State.DRAFT, State.SENT_BACK, State.PUBLISHED)


@transaction.atomic
def save(article, text: Text, *, by, at, revision: int, verb="edit", **note) -> Article:
    """Write the text over the revision it started from; returns the fresh row.

    A changed text or place is a new version and makes a published or approved article a piece of
    work again; a save that changes nothing voids nothing. `verb` and `note` tell history what kind
    of change it was. Raises Stale, Refused or OutOfSight.
    """
    claimed = Article.objects.filter(pk=article.pk, revision=revision).update(
        revision=F("revision") + 1
    )
    current = whole(article.pk)
    if not rights_of(by, current.portal, at):
        raise OutOfSight
    if not claimed:
        raise Stale(current, by)
    if not may_edit(current, by, at):
        raise Refused(cannot_edit(current))
    kept = versions.keep_present(current, at=at)
    before = content.text_values(current)
    _fill(current, text.fields)
    current.full_clean(exclude=["slug"])
    _write_lists(current, text)
    fresh = whole(current.pk)
    _fill(fresh, text.fields)
    _grade(fresh, before, text.notice, at)
    changed = content.both_digests(fresh) != kept.digests
    if changed:
        _note_carried(fresh, text)
        versions.keep(fresh, kept, by=by, at=at)
    _note_change(fresh, changed, by=by, at=at, verb=verb, note=note)
    return fresh


def _grade(article, before, notice, at):
    """What kind of change of a published piece this is, as far as it was said."""
    if article.published_at is None or not grades.was_out(article, at):
        return
    if notice is not None:
        article.notices = grades.with_grade(article.notices, *notice, at)
    else:
        after = content.text_values(article)
        article.notices = grades.after_change(article.notices, before, after, at)


def _note_change(article, changed, *, by, at, verb, note):
    state = article.state
    if changed and state in (State.PUBLISHED, State.APPROVED):
        article.state = State.IN_REVIEW if state == State.APPROVED else State.DRAFT
    article.last_edited_by = by
    article.changed_at = at
    article.save()
    if changed:
        history.record(
            article.key,
            verb,
            by=by,
            at=at,
            portal=article.portal.key,
            before={"state": state},
            after={"state": article.state, "revision": article.revision, **note},
        )


def cannot_edit(article) -> str:
    """Why this person may not change the text now."""
    if article.state in (State.IN_REVIEW, State.APPROVED):
        return _("The article has been handed in. Withdraw it first, then edit.")
    return _("You may edit only what you wrote yourself.")


def _fill(article, fields):
    for name, value in fields.items():
        setattr(article, name, value)
    for name in ONE_LINE:
        setattr(article, name, clean(getattr(article, name) or ""))
    if fields.get("tags"):
        article.tags = settle(article.portal, article.tags)
    article.sapo = clean(article.sapo or "")
    article.note = nfc(article.note or "")
    article.body = clean_body(article.body or "")
    if not article.slug or article.state != State.PUBLISHED and "slug" not in fields:
        article.slug = slugify(article.headline)
    else:
        article.slug = slugify(article.slug)
    for name in ("section", "meeting"):
        chosen = getattr(article, name)
        if chosen is not None and chosen.portal_id != article.portal_id:
            raise OutOfSight


def _note_carried(article, text):
    """Whom the text names; captions of the body are read with the body."""
    article.carries = []
    if is_long_past(article):
        return
    captions = [row[2] for row in text.pictures or ()]
    if text.pictures is None and article.pk:
        rows = article.pictures.all()
        captions = [row.caption for row in rows if row.placement != Placement.BODY]
    article.carries = carried_in(texts_of(article, captions))


def _write_lists(article, text, new=False):
    """The rows beside the article; a new one has none to compare with."""
    present = {name: [] if new else list(getattr(article, name).all()) for name in LISTS}
    if text.bylines is not None:
        _replace(Byline, ("contributor", "role"), article, present["bylines"], text.bylines)
    if text.attachments is not None:
        columns = ("attachment", "title")
        _replace(ArticleAttachment, columns, article, present["attachments"], text.attachments)
    rows = _picture_rows(article, text, present["pictures"])
    _check_pictures(article, rows)
    _replace(ArticlePicture, PICTURE_COLUMNS, article, present["pictures"], rows)


def _replace(model, names, article, present, rows):
    """Same rows again: nothing is written, so that ids and digests stay."""
    if [_values(row, names) for row in present] == [
        tuple(getattr(value, "pk", value) for value in values) for values in rows
    ]:
        return
    if present:
        model.objects.filter(article=article).delete()
    model.objects.bulk_create(
        model(article=article, position=position, **dict(zip(names, values, strict=True)))
        for position, values in enumerate(rows)
    )


def _values(row, names):
    return tuple(getattr(row, row._meta.get_field(name).attname) for name in names)


PICTURE_COLUMNS = ("picture", "placement", "caption", "alt", "credit")
Placement = ArticlePicture.Placement


def _picture_rows(article, text, present):
    outside = text.pictures
    if outside is None:
        outside = [
            tuple(getattr(row, name) for name in PICTURE_COLUMNS)
            for row in present
            if row.placement != Placement.BODY
        ]
    return [
        *(row for row in outside if row[1] == Placement.LEAD),
        *_body_pictures(article, text.credits, present),
        *(row for row in outside if row[1] == Placement.GALLERY),
    ]


def _body_pictures(article, credits, present):
    found = figures(article.body)
    library = article.portal_pictures([number for number, _alt, _caption in found])
    if any(number and number not in library for number, _alt, _caption in found):
        raise Refused(
            _("A picture in the text is not in this portal's library. Remove it and choose again.")
        )
    old = {row.picture_id: row.credit for row in present if row.placement == Placement.BODY}
    return [
        (
            library.get(number),
            Placement.BODY,
            caption[:500],
            alt[:300],
            credits.get(number, old.get(number, "")),
        )
        for number, alt, caption in found
    ]


def _check_pictures(article, rows):
    if any(row[0] is not None and row[0].portal != article.portal.key for row in rows):
        raise OutOfSight
    if sum(row[1] == Placement.LEAD for row in rows) > 1:
        raise Refused(_("Only one picture can stand at the head of the article."))
