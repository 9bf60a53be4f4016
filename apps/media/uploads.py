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
from .pictured import put_links, put_together
from .publishing import draft_name, rendition_names
from .reading import check_size, open_picture, refusing_damage
from .renditions import WIDTHS, make_renditions, widths_for

TEXTS = ("caption", "credit", "alt", "people")
ABOUT = ("event", "focal_x", "focal_y", "shows_children", "consent")


def add_picture(
    *, portal: str, file, by, at: datetime, linked: dict | None = None, **about: str
) -> Picture:
    """Put an upload into the library of one portal and make its renditions, all private.

    `file` is an open binary file with a `name`; `about` are `TEXTS` and `event`, `linked` as
    `describe_picture` has it. The same file
    twice in one portal is the same picture, whose texts stay as they are. Files are written
    first, so a failure leaves at most orphan files. Raises OutOfSight without a seat, Refused for
    what is not a usable picture.
    """
    picture = prepare_picture(portal=portal, file=file, by=by, at=at, **about)
    return keep_picture(picture, by=by, at=at, linked=linked)


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


def keep_picture(picture: Picture, *, by, at: datetime, linked: dict | None = None) -> Picture:
    """The second half: the row of a prepared picture, or the row that is there already."""
    return picture if picture.pk else _save_new(picture, by, at, linked)


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
    linked: dict[str, str] | None = None,
) -> Picture:
    """Change what the library says of a picture; what is published already stays as it is.

    What is left None stays as it is. `linked` says who of `people` is whom in the register:
    {name: "person:<id>"}, "" for nobody.

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
        links = put_links(picture, linked or {}) if people is not None or linked else ({}, {})
        _record_change(picture, before, links, by, at)
    return picture


def name_people(
    picture: Picture, *, people: str, linked: dict, seen: str, by, at, caption="", alt=""
) -> Picture:
    """Who is in the picture, said where it is used; `seen` is what that page had read.

    What a colleague named or took out meanwhile stays so. `caption` and `alt` are kept where the
    library has none yet. Raises as `describe_picture`.
    """
    present = described(Picture.objects.get(pk=picture.pk))
    present["people"] = put_together(seen, people, present["people"])
    present["caption"] = present["caption"] or caption
    present["alt"] = present["alt"] or alt
    return describe_picture(picture, by=by, at=at, linked=linked, **present)


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


def _save_new(picture, by, at, linked=None):
    try:
        with transaction.atomic():
            picture.save(force_insert=True)
            if linked:
                put_links(picture, linked)
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


def _record_change(picture, before, links, by, at):
    after = described(picture)
    changed = [name for name in after if after[name] != before[name]]
    if changed:
        picture.save(update_fields=[*changed, "folded"])
    if links[0] != links[1]:
        changed.append("linked")
        before["linked"], after["linked"] = (", ".join(names) for names in links)
    if not changed:
        return
    record(
        key_of(picture),
        "describe",
        by=by,
        at=at,
        portal=picture.portal,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
