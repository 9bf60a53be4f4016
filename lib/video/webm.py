"""WebM (RFC 8794, RFC 9559): a walk over the elements. Nothing is decoded and nothing is moved.

Tags and chapters become Void elements of the same size; files inside are refused.
"""

import math
import os
import struct
from dataclasses import dataclass

from .faults import Fault, NotPlayable

EBML, SEGMENT, DOCTYPE = 0x1A45DFA3, 0x18538067, 0x4282
TAGS, CHAPTERS, ATTACHMENTS, TRACKS = 0x1254C367, 0x1043A770, 0x1941A469, 0x1654AE6B
INFO, DURATION, SCALE, USUAL_SCALE = 0x1549A966, 0x4489, 0x2AD7B1, 1_000_000
ENTRY, TYPE, CODEC = 0xAE, 0x83, 0x86
KNOWN = {0x114D9B74, 0x1549A966, TRACKS, 0x1C53BB6B, 0x1F43B675, TAGS, CHAPTERS, 0xEC, 0xBF}
CODECS = {1: {b"V_VP8", b"V_VP9", b"V_AV1"}, 2: {b"A_OPUS", b"A_VORBIS"}}
MOST = 200_000


@dataclass(frozen=True)
class Element:
    kind: int
    start: int
    inside: int
    end: int


def blanks(file) -> list[tuple[int, int, int]]:
    """As `mp4.blanks`."""
    size = file.seek(0, os.SEEK_END)
    top = list(_elements(file, 0, size))
    if [row.kind for row in top if row.kind != 0xEC] != [EBML, SEGMENT]:
        raise NotPlayable(Fault.BROKEN)
    header = {row.kind: row for row in _elements(file, top[0].inside, top[0].end)}
    if DOCTYPE not in header or _value(file, header[DOCTYPE]) != b"webm":
        raise NotPlayable(Fault.CODEC)
    segment = next(row for row in top if row.kind == SEGMENT)
    parts = list(_elements(file, segment.inside, segment.end))
    if any(row.kind == ATTACHMENTS for row in parts):
        raise NotPlayable(Fault.OTHER_TRACKS)
    if any(row.kind not in KNOWN for row in parts):
        raise NotPlayable(Fault.BROKEN)
    tracks = [row for row in parts if row.kind == TRACKS]
    kinds = [_track(file, row) for part in tracks for row in _elements(file, part.inside, part.end)
             if row.kind == ENTRY]  # fmt: skip
    if 1 not in kinds:
        raise NotPlayable(Fault.BROKEN)
    found = [row for row in parts if row.kind in (TAGS, CHAPTERS)]
    return [(row.start, row.inside, row.end) for row in found]


def seconds(file) -> int | None:
    """As `mp4.seconds`: Duration times TimestampScale nanoseconds (RFC 9559, 5.1.2)."""
    size = file.seek(0, os.SEEK_END)
    segment = next((row for row in _elements(file, 0, size) if row.kind == SEGMENT), None)
    inside = _elements(file, segment.inside, segment.end) if segment else ()
    info = next((row for row in inside if row.kind == INFO), None)
    rows = {row.kind: row for row in _elements(file, info.inside, info.end)} if info else {}
    if DURATION not in rows:
        return None
    length = _bytes(file, rows[DURATION])
    form = {4: ">f", 8: ">d"}.get(len(length))
    scale = int.from_bytes(_bytes(file, rows[SCALE]), "big") if SCALE in rows else USUAL_SCALE
    found = struct.unpack(form, length)[0] * scale / 1e9 if form else 0
    return math.ceil(found) if math.isfinite(found) and found > 0 else None


def _bytes(file, row) -> bytes:
    file.seek(row.inside)
    return file.read(min(row.end - row.inside, 8))


def blank(file, places: list[tuple[int, int, int]]) -> None:
    """Make these elements Void: one byte of name, eight of length, zeros."""
    for start, _inside, end in places:
        length = end - start - 9
        if length < 0:
            raise NotPlayable(Fault.BROKEN)
        file.seek(start)
        file.write(b"\xec" + (length | 1 << 56).to_bytes(8, "big"))
        while length > 0:
            length -= file.write(b"\0" * min(length, 1 << 20))


def _elements(file, start, end):
    count = 0
    while start < end:
        count += 1
        file.seek(start)
        head = file.read(12)
        name = _length_of(head[:1], 4)
        size = _length_of(head[name : name + 1], 8)
        if count > MOST or len(head) < name + size:
            raise NotPlayable(Fault.BROKEN)
        kind = int.from_bytes(head[:name], "big")
        stated = int.from_bytes(head[name : name + size], "big")
        length = stated & ((1 << 7 * size) - 1)
        inside = start + name + size
        if length == (1 << 7 * size) - 1 or inside + length > end:  # unknown: a live recording
            raise NotPlayable(Fault.BROKEN)
        yield Element(kind, start, inside, inside + length)
        start = inside + length


def _length_of(byte, most) -> int:
    number = 9 - byte[0].bit_length() if byte else 9
    if number > most:
        raise NotPlayable(Fault.BROKEN)
    return number


def _value(file, row) -> bytes:
    file.seek(row.inside)
    return file.read(min(row.end - row.inside, 64)).rstrip(b"\0")


def _track(file, entry) -> int:
    parts = {row.kind: row for row in _elements(file, entry.inside, entry.end)}
    if TYPE not in parts or CODEC not in parts:
        raise NotPlayable(Fault.BROKEN)
    kind = int.from_bytes(_value(file, parts[TYPE]), "big")
    if kind not in CODECS:
        raise NotPlayable(Fault.OTHER_TRACKS)
    if _value(file, parts[CODEC]) not in CODECS[kind]:
        raise NotPlayable(Fault.CODEC)
    return kind
