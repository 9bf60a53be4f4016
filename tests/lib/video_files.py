"""The smallest files that have the parts of a video; nothing in them could be played."""

import struct


def box(kind, *content):
    body = b"".join(content)
    return struct.pack(">I4s", len(body) + 8, kind) + body


def track(handler=b"vide", codec=b"avc1", *more):
    stsd = box(b"stsd", bytes(4), struct.pack(">I", 1), box(codec, bytes(8)))
    hdlr = box(b"hdlr", bytes(8), handler, bytes(12))
    media = box(b"mdia", hdlr, box(b"minf", box(b"stbl", stsd)))
    return box(b"trak", box(b"tkhd", bytes(84)), media, *more)


def mp4(*in_moov, tracks=None, brand=b"isom", tail=b"", mvhd=bytes(100)):
    rows = tracks if tracks is not None else (track(), track(b"soun", b"mp4a"))
    moov = box(b"moov", box(b"mvhd", mvhd), *rows, *in_moov)
    return box(b"ftyp", brand, bytes(4), brand) + moov + box(b"mdat", b"\x01" * 64) + tail


def element(kind, *content):
    body = b"".join(content)
    return bytes.fromhex(kind) + (len(body) | 1 << 56).to_bytes(8, "big") + body


def webm(*in_segment, codec=b"V_VP9", kind=1, doctype=b"webm", info=bytes(4)):
    entry = element("AE", element("83", bytes([kind])), element("86", codec))
    segment = element("18538067", element("1549A966", info), element("1654AE6B", entry),
                      *in_segment, element("1F43B675", bytes(32)))  # fmt: skip
    return element("1A45DFA3", element("4282", doctype)) + segment
