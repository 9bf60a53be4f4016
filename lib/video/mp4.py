"""MP4 (ISO/IEC 14496-12): a walk over the boxes. Nothing is decoded and nothing is moved.

Boxes that may hold names, places and other people's data ("udta", "meta", "uuid", "free", whatever
is not known) become free space of the same size, so that no offset inside changes.
"""

import os
import struct
from dataclasses import dataclass

from .faults import Fault, NotPlayable

BRANDS = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash", b"M4V "}
TOP = {b"ftyp", b"moov", b"mdat", b"wide", b"moof", b"sidx", b"mfra", b"styp"}
IN_MOOV = {b"mvhd", b"trak", b"mvex", b"iods"}
IN_TRAK = {b"tkhd", b"mdia", b"edts", b"tref"}
IN_MDIA = {b"mdhd", b"hdlr", b"minf", b"elng"}
CODECS = {b"vide": {b"avc1", b"avc3", b"vp09", b"av01"}, b"soun": {b"mp4a", b"Opus"}}
MOST_BOXES = 20_000


@dataclass(frozen=True)
class Box:
    kind: bytes
    start: int  # of the box
    inside: int  # where its content begins
    end: int


def blanks(file) -> list[tuple[int, int, int]]:
    """[(start, where content begins, end)] of the boxes to be made free space.

    Raises NotPlayable for anything but picture and sound that browsers play, whole and alone.
    """
    size = file.seek(0, os.SEEK_END)
    top = list(_boxes(file, 0, size))
    kinds = [box.kind for box in top]
    if kinds[:1] != [b"ftyp"] or kinds.count(b"moov") != 1 or b"mdat" not in kinds:
        raise NotPlayable(Fault.BROKEN)
    if not _brands(file, top[0]) & BRANDS:
        raise NotPlayable(Fault.CODEC)
    found = [box for box in top if box.kind not in TOP]
    moov = next(box for box in top if box.kind == b"moov")
    parts = list(_boxes(file, moov.inside, moov.end))
    found += [box for box in parts if box.kind not in IN_MOOV]
    tracks = [box for box in parts if box.kind == b"trak"]
    handlers = []
    for track in tracks:
        rows = list(_boxes(file, track.inside, track.end))
        found += [box for box in rows if box.kind not in IN_TRAK]
        mdia = _one(rows, b"mdia")
        inner = list(_boxes(file, mdia.inside, mdia.end))
        found += [box for box in inner if box.kind not in IN_MDIA]
        handlers.append(_handler(file, inner))
    if b"vide" not in handlers:
        raise NotPlayable(Fault.BROKEN)
    return [(box.start, box.inside, box.end) for box in found]


def seconds(file) -> int | None:
    """How long the film says it is (mvhd, 8.2.2), rounded up; None where it does not say."""
    box = Box(b"", 0, 0, file.seek(0, os.SEEK_END))
    for kind in (b"moov", b"mvhd"):
        box = next((each for each in _boxes(file, box.inside, box.end) if each.kind == kind), None)
        if box is None:
            return None
    file.seek(box.inside)
    head = file.read(32)
    form, skipped = (">IQ", 20) if head[:1] == b"\x01" else (">II", 12)
    if len(head) < skipped + struct.calcsize(form):
        return None
    scale, length = struct.unpack_from(form, head, skipped)
    known = scale and 0 < length < (1 << 64) - 1 and (form == ">IQ" or length < (1 << 32) - 1)
    return -(-length // scale) if known else None


def blank(file, places: list[tuple[int, int, int]]) -> None:
    """Make these boxes free space, full of zeros."""
    for start, inside, end in places:
        file.seek(start + 4)
        file.write(b"free")
        file.seek(inside)
        left = end - inside
        while left > 0:
            left -= file.write(b"\0" * min(left, 1 << 20))


def _boxes(file, start, end):
    count = 0
    while start < end:
        count += 1
        file.seek(start)
        head = file.read(8)
        if len(head) < 8 or count > MOST_BOXES:
            raise NotPlayable(Fault.BROKEN)
        length, kind = struct.unpack(">I4s", head)
        inside = start + 8
        if length == 1:
            wide = file.read(8)
            if len(wide) < 8:
                raise NotPlayable(Fault.BROKEN)
            length, inside = struct.unpack(">Q", wide)[0], start + 16
        elif length == 0:
            length = end - start
        if start + length > end or start + length < inside:
            raise NotPlayable(Fault.BROKEN)
        yield Box(kind, start, inside, start + length)
        start += length


def _brands(file, box):
    file.seek(box.inside)
    said = file.read(min(box.end - box.inside, 400))
    return {said[:4], *(said[n : n + 4] for n in range(8, len(said), 4))}


def _one(rows, kind):
    found = [box for box in rows if box.kind == kind]
    if len(found) != 1:
        raise NotPlayable(Fault.BROKEN)
    return found[0]


def _handler(file, parts) -> bytes:
    """Of a track's media: b"vide" or b"soun", in a codec browsers play."""
    file.seek(_one(parts, b"hdlr").inside + 8)
    handler = file.read(4)
    if handler not in CODECS:
        raise NotPlayable(Fault.OTHER_TRACKS)
    box = _one(parts, b"minf")
    for kind in (b"stbl", b"stsd"):
        box = _one(list(_boxes(file, box.inside, box.end)), kind)
    entries = {entry.kind for entry in _boxes(file, box.inside + 8, box.end)}
    if not entries or not entries <= CODECS[handler]:
        raise NotPlayable(Fault.CODEC)
    return handler
