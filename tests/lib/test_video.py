"""What comes in as a video, and what is taken out of it."""

import io
import struct

import pytest

from lib.video import mp4, webm
from lib.video.captions import read_cues, transcript, write_vtt
from lib.video.faults import Fault, NotPlayable

from . import video_files as make


def cleaned(container, content):
    file = io.BytesIO(content)
    container.blank(file, container.blanks(file))
    return file.getvalue()


def test_picture_and_sound_stay_as_they_are():
    assert cleaned(mp4, make.mp4()) == make.mp4()
    assert cleaned(webm, make.webm()) == make.webm()


@pytest.mark.parametrize("kind", [b"udta", b"meta", b"uuid", b"abcd", b"free"])
def test_where_it_was_taken_is_gone_and_nothing_moves(kind):
    place = make.box(kind, b"+21.0285+105.8542/")
    dirty = make.mp4(place, tail=place, tracks=[make.track(b"vide", b"avc1", place)])
    clean = cleaned(mp4, dirty)
    assert len(clean) == len(dirty) and b"105.8542" in dirty and b"105.8542" not in clean
    assert cleaned(mp4, clean) == clean


def test_tags_of_webm_are_gone():
    dirty = make.webm(make.element("1254C367", b"LOCATION 21.0285"))
    clean = cleaned(webm, dirty)
    assert len(clean) == len(dirty) and b"LOCATION" not in clean
    assert cleaned(webm, clean) == clean


@pytest.mark.parametrize(
    ("container", "content", "fault"),
    [
        (mp4, make.mp4(tail=b"<script>alert(1)</script>"), Fault.BROKEN),
        (mp4, make.mp4()[:-3], Fault.BROKEN),
        (mp4, make.mp4(tracks=[]), Fault.BROKEN),
        (mp4, make.mp4(tracks=[make.track(b"soun", b"mp4a")]), Fault.BROKEN),
        (mp4, make.mp4(brand=b"qt  "), Fault.CODEC),
        (mp4, make.mp4(tracks=[make.track(b"vide", b"hvc1")]), Fault.CODEC),
        (mp4, make.mp4(tracks=[make.track(), make.track(b"meta", b"mebx")]), Fault.OTHER_TRACKS),
        (webm, make.webm() + b"PK\x03\x04", Fault.BROKEN),
        (webm, make.webm(codec=b"V_MPEG4"), Fault.CODEC),
        (webm, make.webm(doctype=b"matroska"), Fault.CODEC),
        (webm, make.webm(kind=17), Fault.OTHER_TRACKS),
        (webm, make.webm(make.element("1941A469", b"file")), Fault.OTHER_TRACKS),
        (webm, b"\x1a\x45\xdf\xa3", Fault.BROKEN),
    ],
)  # fmt: skip
def test_anything_else_is_refused(container, content, fault):
    with pytest.raises(NotPlayable) as refused:
        container.blanks(io.BytesIO(content))
    assert refused.value.fault == fault


def test_cut_off_anywhere_it_is_refused_and_nothing_breaks():
    for container, whole in ((mp4, make.mp4()), (webm, make.webm())):
        for length in range(len(whole)):
            with pytest.raises(NotPlayable):
                container.blanks(io.BytesIO(whole[:length]))


LENGTH = struct.pack(">II", 1000, 64_001)
LONG = struct.pack(">IQ", 600, 600 * 3600)
INFO = [make.element("2AD7B1", (1_000_000).to_bytes(3, "big")),
        make.element("4489", struct.pack(">d", 64_001.0))]  # fmt: skip


@pytest.mark.parametrize(
    ("container", "content", "seconds"),
    [
        (mp4, make.mp4(mvhd=bytes(12) + LENGTH + bytes(80)), 65),
        (mp4, make.mp4(mvhd=b"\x01" + bytes(19) + LONG), 3600),
        (mp4, make.mp4(), None),
        (mp4, make.mp4(mvhd=bytes(12) + struct.pack(">II", 1000, (1 << 32) - 1)), None),
        (mp4, make.mp4(mvhd=bytes(14)), None),
        (mp4, make.box(b"ftyp", b"isom"), None),
        (webm, make.webm(info=b"".join(INFO)), 65),
        (webm, make.webm(info=make.element("4489", struct.pack(">f", 1.0))), 1),
        (webm, make.webm(info=make.element("4489", struct.pack(">f", float("nan")))), None),
        (webm, make.webm(info=make.element("4489", b"")), None),
        (webm, make.webm(info=b""), None),
    ],
)
def test_it_says_how_long_it_is(container, content, seconds):
    assert container.seconds(io.BytesIO(content)) == seconds


SRT = (
    "1\r\n00:00:01,000 --> 00:00:04,500\r\n<i>Xin chào</i> &amp; mời\r\nbà con.\r\n\r\n"
    "2\r\n00:05.000 --> 00:06.000\r\nHết.\r\n"
)


def test_captions_are_written_anew():
    vtt = write_vtt(read_cues(SRT))
    assert vtt.startswith("WEBVTT\n\n00:00:01.000 --> 00:00:04.500\nXin chào &amp; mời\nbà con.\n")
    assert write_vtt(read_cues(vtt)) == vtt
    assert transcript(read_cues(vtt)) == ["Xin chào & mời bà con. Hết."]


def test_styles_and_notes_of_captions_are_left_out():
    style = "STYLE\n::cue { background: url(https://x.example) }"
    vtt = f"WEBVTT\n\n{style}\n\n00:01.000 --> 00:02.000 line:0\nA\n"
    assert write_vtt(read_cues(vtt)) == "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nA\n"


BACKWARDS = "00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB"


@pytest.mark.parametrize(
    "text", ["", "WEBVTT", "chỉ là chữ", "00:02.000 --> 00:01.000\nA", BACKWARDS]
)
def test_what_is_no_captions_is_said(text):
    with pytest.raises(ValueError, match=r"captions|backwards"):
        read_cues(text)
