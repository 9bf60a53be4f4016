"""Photos that come in parts over a poor line: each part checked, joined, then the one upload gate.

Nothing here needs a cron job: what nobody finished is swept when somebody begins another.
"""

import hashlib
import re
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.files import File
from django.core.files.storage import default_storage
from django.db.models import Q
from django.utils.translation import gettext as _

from apps.newsroom.refusals import OutOfSight, Refused

from .files import put_once, sha256_of
from .models import Part, PartialUpload, Picture
from .reading import check_bytes
from .uploads import add_picture, file_name_of, require_upload

TOKEN = re.compile(r"[0-9a-f]{32}")
SHA256 = re.compile(r"[0-9a-f]{64}")
UNFINISHED_FOR = timedelta(days=1)
ANSWERED_FOR = timedelta(days=60)  # as long as a phone may keep asking what became of a photo
SWEPT_AT_ONCE = 20


class Damaged(Refused):
    """A part, or the whole, is not what the phone says it is: it should be sent again."""


@dataclass(frozen=True)
class Announced:
    """What a phone says of one photo, before and with every part of it."""

    token: str
    portal: str
    name: str
    size: int
    sha256: str = ""


def known_upload(token: str, *, by) -> PartialUpload | None:
    """What has come of a token so far. Raises OutOfSight for a token of somebody else."""
    upload = PartialUpload.objects.filter(token=token).first()
    if upload and upload.by_id != by.pk:
        raise OutOfSight
    return upload


def take_part(
    announced: Announced, number: int, content: bytes, *, sha256="", by, at: datetime
) -> PartialUpload:
    """Keep one part; the last one to come joins them and makes the picture.

    Parts may come in any order and more than once. What is too large or no picture is refused for
    good: the sentence stands in `refused` and the other photos go on. Raises OutOfSight for a
    foreign portal or token, Refused for who may only look, Damaged for bytes that are not those
    announced.
    """
    require_upload(by, announced.portal, at)
    upload = _announced(announced, by=by, at=at)
    if upload.finished:
        return upload
    try:
        check_bytes(upload.size, upload.file_name)
    except Refused as refusal:
        return _finish(upload, at, refused=str(refusal))
    _keep(upload, number, content, sha256)
    if upload.parts.count() == upload.count:
        return _join(upload, by=by, at=at)
    PartialUpload.objects.filter(pk=upload.pk).update(changed_at=at)
    return upload


def have(upload: PartialUpload | None) -> list[int]:
    """Numbers of the parts that are here already."""
    return list(upload.parts.values_list("number", flat=True)) if upload else []


def arrived(tokens: list[str], portal: str, *, by) -> tuple[list[Picture], list[str]]:
    """The pictures of these uploads in their order, each once, and the sentences of those refused.

    Raises OutOfSight for what is not the person's own or not of this portal, Refused while one of
    them has not come in whole.
    """
    rows = PartialUpload.objects.filter(token__in=tokens).select_related("picture")
    found = {row.token: row for row in rows}
    if any(row.by_id != by.pk or row.portal != portal for row in found.values()):
        raise OutOfSight
    if any(token not in found or not found[token].finished for token in tokens):
        raise Refused(_("A photo has not come in whole yet. Send it again."))
    uploads = [found[token] for token in tokens]
    pictures = dict.fromkeys(each.picture for each in uploads if each.picture_id)
    return list(pictures), [each.refused for each in uploads if each.refused]


def sweep(at: datetime) -> None:
    """Drop what nobody went on with for a day, a few at a time, and very old answers."""
    unfinished = Q(picture=None, refused="", changed_at__lt=at - UNFINISHED_FOR)
    old = unfinished | Q(changed_at__lt=at - ANSWERED_FOR)
    for upload in PartialUpload.objects.filter(old).order_by("changed_at")[:SWEPT_AT_ONCE]:
        _drop_parts(upload)
        upload.delete()


def _announced(announced, *, by, at):
    """The row of this token; a phone that now says something else of it begins anew."""
    says = {"portal": announced.portal, "size": announced.size, "sha256": announced.sha256}
    name = file_name_of(announced)
    upload, new = PartialUpload.objects.get_or_create(
        token=announced.token, defaults={"by": by, "file_name": name, "changed_at": at, **says}
    )
    if new:
        sweep(at)
    if upload.by_id != by.pk:
        raise OutOfSight
    if not upload.finished and any(getattr(upload, field) != told for field, told in says.items()):
        _drop_parts(upload)
        for field, told in says.items():
            setattr(upload, field, told)
        upload.save()
    return upload


def _keep(upload, number, content, sha256):
    code = hashlib.sha256(content).hexdigest()
    whole = 0 <= number < upload.count and len(content) == upload.length_of(number)
    if not whole or sha256 not in ("", code):
        raise Damaged(_("A part of the photo was damaged on the way. Send it again."))
    name = f"parts/{upload.pk}-{number}-{code[:16]}"
    put_once(default_storage, name, [content])
    # The same part twice, or two windows at once: the first one counts.
    Part.objects.bulk_create([Part(upload=upload, number=number, name=name)], ignore_conflicts=True)


def _join(upload, *, by, at):
    with tempfile.TemporaryFile() as joined:
        try:
            for part in upload.parts.all():
                with default_storage.open(part.name) as stored:
                    joined.write(stored.read())
        except FileNotFoundError:  # another request has joined it in the meantime
            upload.refresh_from_db()
            if upload.finished:
                return upload
            _drop_parts(upload)
            raise Damaged(_("A part of the photo was damaged on the way. Send it again.")) from None
        if upload.sha256 and sha256_of(joined) != upload.sha256:
            _drop_parts(upload)
            raise Damaged(_("The photo was damaged on the way. Send it again."))
        file = File(joined, name=upload.file_name)
        try:
            picture = add_picture(portal=upload.portal, file=file, by=by, at=at)
        except Refused as refusal:
            return _finish(upload, at, refused=str(refusal))
    return _finish(upload, at, picture=picture)


def _finish(upload, at, **outcome):
    """The row says what became of it before its parts go: a retry in between gets the answer."""
    for field, value in outcome.items():
        setattr(upload, field, value)
    upload.changed_at = at
    upload.save(update_fields=[*outcome, "changed_at"])
    _drop_parts(upload)
    return upload


def _drop_parts(upload):
    for part in upload.parts.all():
        default_storage.delete(part.name)
    upload.parts.all().delete()
