"""The verbs of the library: a picture comes in, a picture is described."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from apps.newsroom import slots
from apps.newsroom.history import record
from apps.newsroom.refusals import OutOfSight, Refused
from lib.vietnamese.text import clean

from .files import chunks, put_once, sha256_of
from .models import Picture, original_path
from .publishing import draft_name, rendition_names
from .reading import check_size, open_picture, refusing_damage
from .renditions import WIDTHS, make_renditions, widths_for

TEXTS = ("caption", "credit", "alt", "people")
ABOUT = ("event", "focal_x", "focal_y", "shows_children", "consent")


def add_picture(*, portal: str, file, by, at: datetime, **about: str) -> Picture:
    """Put an upload into the library of one portal and make its renditions, all private.

    `file` is an open binary file with a `name`; `about` are `TEXTS` and `event`. The same file
    twice in one portal is the same picture, whose texts stay as they are. Files are written
    first, so a failure leaves at most orphan files. Raises OutOfSight without a seat, Refused for
    what is not a usable picture.
    """
    picture = prepare_picture(portal=portal, file=file, by=by, at=at, **about)
    return keep_picture(picture, by=by, at=at)


def prepare_picture(
    *, portal: str, file, by, at: datetime, event: str = "", **texts: str
) -> Picture:
    """The first half of `add_picture`: the files, outside any transaction; no row yet.

    For whoever keeps several pictures together with something else; the slow part holds no lock.
    """
    require_upload(by, portal, at)
    return _prepared(portal, file, event, texts, by, at)


def add_masthead(*, portal: str, file, alt: str, by, at: datetime) -> Picture:
    """`add_picture` for who sets a portal up and has no seat there: one picture, no library.

    Raises OutOfSight for everybody else, Refused for what is not a usable picture.
    """
    if not slots.masthead_check(by, portal, at):
        raise OutOfSight
    return keep_picture(_prepared(portal, file, "", {"alt": alt}, by, at), by=by, at=at)


def _prepared(portal, file, event, texts, by, at):
    name = file_name_of(file)
    check_size(file, name)
    sha256 = sha256_of(file)
    known = Picture.objects.filter(portal=portal, sha256=sha256).first()
    if known and _has_files(known):
        return known
    picture = Picture(portal=portal, sha256=sha256, file_name=name, uploaded_by=by, uploaded_at=at)
    _set_event(picture, event, at)
    _set_texts(picture, **texts)
    _write_files(picture, file)
    return known or picture


def keep_picture(picture: Picture, *, by, at: datetime) -> Picture:
    """The second half: the row of a prepared picture, or the row that is there already."""
    return picture if picture.pk else _save_new(picture, by, at)


def describe_picture(
    picture: Picture,
    *,
    by,
    at: datetime,
    caption: str,
    credit: str,
    alt: str,
    focal_x: float,
    focal_y: float,
    shows_children: bool | None = None,
    consent: str | None = None,
    people: str | None = None,
    event: str | None = None,
) -> Picture:
    """Change what the library says of a picture; what is published already stays as it is.

    What is left None stays as it is.

    Raises OutOfSight without a seat on the picture's portal, Refused for a value out of range.
    """
    require_upload(by, picture.portal, at)
    if not (0 <= focal_x <= 1 and 0 <= focal_y <= 1):
        raise Refused(_("The point that must stay in sight lies outside the picture."))
    with transaction.atomic():
        picture = Picture.objects.select_for_update().get(pk=picture.pk)
        before = described(picture)
        picture.focal_x, picture.focal_y = focal_x, focal_y
        if shows_children is not None:
            picture.shows_children = shows_children
        if event is not None and event != picture.event:
            _set_event(picture, event, at)
        more = {"consent": consent, "people": people}
        more = {name: text for name, text in more.items() if text is not None}
        _set_texts(picture, caption=caption, credit=credit, alt=alt, **more)
        _record_change(picture, before, by, at)
    return picture


def require_seat(by, portal: str, at: datetime) -> None:
    """Raises OutOfSight unless the person has a seat on that portal now."""
    if not slots.seat_check(by, portal, at):
        raise OutOfSight


def require_upload(by, portal: str, at: datetime) -> None:
    """Raises OutOfSight without a seat there, Refused for who may only look."""
    require_seat(by, portal, at)
    if not slots.upload_check(by, portal, at):
        raise Refused(_("On this portal you may look at pictures and documents, not change them."))


def file_name_of(file) -> str:
    """The name the file came with, clean and without folders; only ever shown, never a path."""
    return clean(str(file.name or "").replace("\\", "/").rpartition("/")[2])[-200:] or "?"


def key_of(picture: Picture) -> str:
    return f"picture:{picture.pk}"


def _write_files(picture, file):
    opened = open_picture(file, picture.file_name, width=WIDTHS[-1])
    picture.width, picture.height = opened.width, opened.height
    picture.widths = widths_for(opened.width)
    with refusing_damage(picture.file_name):
        renditions = make_renditions(opened)
    picture.original.name = original_path(picture, "")
    put_once(default_storage, picture.original.name, chunks(file))
    for width, extension, content in renditions:
        name = draft_name(f"{picture.sha256}/{width}.{extension}")
        put_once(default_storage, name, [content])


def _has_files(picture):
    names = map(draft_name, rendition_names(picture.sha256, picture.widths))
    return all(map(default_storage.exists, [picture.original.name, *names]))


def _save_new(picture, by, at):
    try:
        with transaction.atomic():
            picture.save(force_insert=True)
            texts = {name: getattr(picture, name) for name in TEXTS if getattr(picture, name)}
            after = {"file_name": picture.file_name, **texts}
            record(key_of(picture), "upload", by=by, at=at, portal=picture.portal, after=after)
    except IntegrityError:  # somebody uploaded the same file in the same second
        return Picture.objects.get(portal=picture.portal, sha256=picture.sha256)
    return picture


def _set_texts(picture, **texts):
    for field, text in texts.items():
        setattr(picture, field, clean(text))
    try:
        picture.clean_fields(exclude=["original", "uploaded_by"])
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error


def _set_event(picture, event, at):
    if event and all(key != event for _portal, key, _label in events(picture.portal, at, event)):
        raise Refused(_("Choose the meeting again; it is not one of this portal."))
    picture.event = event


def events(portal: str, at: datetime, *keys: str) -> list[tuple[str, str, str]]:
    """(portal key, event key, label) that pictures of the portal may be of."""
    return slots.events_of([portal], at, keys)


def described(picture: Picture) -> dict:
    """What the library says of a picture, by field name."""
    return {name: getattr(picture, name) for name in (*TEXTS, *ABOUT)}


def _record_change(picture, before, by, at):
    after = described(picture)
    changed = [name for name in after if after[name] != before[name]]
    if not changed:
        return
    picture.save(update_fields=[*changed, "folded"])
    record(
        key_of(picture),
        "describe",
        by=by,
        at=at,
        portal=picture.portal,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
