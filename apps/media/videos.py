"""Videos and their captions in the library: looked through box by box, never decoded or run.

There is no encoder on the machine, so a video is not made anew (docs/decisions): only picture and
sound in codecs browsers play come in, whatever else the file holds becomes zeros, and captions are
written anew from their cues.
"""

import io

from django.utils.translation import gettext as _

from apps.newsroom.refusals import Refused
from lib.video import mp4, webm
from lib.video.captions import read_cues, transcript, write_vtt
from lib.video.faults import Fault, NotPlayable

from .files import size_of

MAX_VIDEO = 300 * 1024 * 1024
MAX_CAPTIONS = 1024 * 1024
LONGEST = 24 * 60 * 60  # seconds; what says more is wrong
VTT = "text/vtt"
VIDEOS = frozenset({"video/mp4", "video/webm"})


def container_of(file):
    """The module that reads this video, or None for what is none."""
    file.seek(0)
    head = file.read(12)
    if head[4:8] == b"ftyp":
        return mp4
    return webm if head.startswith(b"\x1a\x45\xdf\xa3") else None


def is_captions(file, name: str) -> bool:
    file.seek(0)
    return name.lower().endswith((".vtt", ".srt")) or file.read(9).lstrip(
        b"\xef\xbb\xbf"
    ).startswith(b"WEBVTT")


def cleaned_video(file, name: str):
    """The same file with all that is neither picture nor sound made zeros. Raises Refused."""
    if size_of(file) > MAX_VIDEO:
        raise Refused(
            _("The video “%(name)s” is larger than 300 MB; save it smaller (720p is enough).")
            % {"name": name}
        )
    container = container_of(file)
    try:
        places = container.blanks(file)
        container.blank(file, places)
    except NotPlayable as why:
        raise Refused(_SENTENCES[why.fault]() % {"name": name}) from why
    return file


def seconds_of(file) -> int | None:
    """How long a cleaned video is; None where it does not say, and of other files."""
    container = container_of(file)
    try:
        found = container.seconds(file) if container else None
    except NotPlayable:
        return None
    return found if found and found <= LONGEST else None


def cleaned_captions(file, name: str):
    """A file of these captions written anew. Raises Refused."""
    if size_of(file) > MAX_CAPTIONS:
        raise Refused(_("The captions “%(name)s” are too long.") % {"name": name})
    file.seek(0)
    try:
        text = file.read().decode("utf-8-sig")
        written = write_vtt(read_cues(text))
    except (UnicodeDecodeError, ValueError) as why:
        raise Refused(
            _(
                "“%(name)s” holds no captions in WebVTT or SRT, or their times run backwards; save "
                "them as UTF-8 and upload them again."
            )
            % {"name": name}
        ) from why
    return io.BytesIO(written.encode())


def words_of(attachment) -> list[str]:
    """What the captions of the library say, in paragraphs."""
    with attachment.original.open("rb") as file:
        return transcript(read_cues(file.read().decode()))


_SENTENCES = {
    Fault.BROKEN: lambda: _(
        "The video “%(name)s” is damaged or holds something else; save it anew as MP4 and upload "
        "it again."
    ),
    Fault.CODEC: lambda: _(
        "Not every browser plays the video “%(name)s”; save it as MP4 (H.264, AAC) or WebM."
    ),
    Fault.OTHER_TRACKS: lambda: _(
        "The video “%(name)s” holds more than picture and sound (places, files); save it anew as "
        "MP4 without them."
    ),
}
