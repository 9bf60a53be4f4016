"""Captions: WebVTT or SubRip read into plain cues, and written anew as WebVTT (W3C WebVTT)."""

import re
from dataclasses import dataclass
from html import unescape

CLOCK = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)[.,](\d{3})"
TIMES = re.compile(rf"^\s*{CLOCK}\s*-->\s*{CLOCK}(?:\s.*)?$", re.ASCII)
TAG = re.compile(r"<[^>]*>|\{\\[^}]*\}")
ENDS = (".", "!", "?", "…", ":", ";")
PARAGRAPH = 300
MOST = 5000


@dataclass(frozen=True)
class Cue:
    """Milliseconds from the beginning; `words` is one line or several."""

    start: int
    end: int
    words: str


def read_cues(text: str) -> list[Cue]:
    """The cues in order. Raises ValueError for what is no captions: none, too many, times that
    run backwards."""
    cues = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip("\n\ufeff").split("\n")
        at = next((n for n, line in enumerate(lines[:2]) if TIMES.match(line)), None)
        if at is None:
            continue
        found = TIMES.match(lines[at])
        words = "\n".join(filter(None, (_plain(line) for line in lines[at + 1 :])))
        cue = Cue(_milliseconds(found.groups()[:4]), _milliseconds(found.groups()[4:]), words)
        if cue.end <= cue.start or cues and cue.start < cues[-1].start:
            raise ValueError("times run backwards")
        if words:
            cues.append(cue)
    if not cues or len(cues) > MOST:
        raise ValueError("no captions")
    return cues


def write_vtt(cues: list[Cue]) -> str:
    """A whole WebVTT file without styles, regions, notes and settings."""
    parts = [f"{_clock(c.start)} --> {_clock(c.end)}\n{_escaped(c.words)}" for c in cues]
    return "\n\n".join(["WEBVTT", *parts]) + "\n"


def transcript(cues: list[Cue]) -> list[str]:
    """What is said, in paragraphs."""
    paragraphs, now = [], ""
    for cue in cues:
        now = f"{now} {' '.join(cue.words.split())}".strip()
        if len(now) >= PARAGRAPH and now.endswith(ENDS):
            paragraphs, now = [*paragraphs, now], ""
    return [*paragraphs, now] if now else paragraphs


def _plain(line):
    return " ".join(unescape(TAG.sub("", line)).replace("-->", "→").split())


def _escaped(words):
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _milliseconds(parts):
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _clock(at):
    seconds, rest = divmod(at, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{rest:03}"
