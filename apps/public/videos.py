"""The video of an article: its file, captions, poster and what is said, from ArticleValues."""

from dataclasses import dataclass

from apps.editions import paths

from .pictures import Shown

VIDEOS = ("video/mp4", "video/webm")
VTT = "text/vtt"


@dataclass(frozen=True)
class Video:
    """`captions` is the address of the WebVTT file, or ''."""

    href: str
    type: str
    title: str
    size: int  # bytes
    captions: str
    seconds: int  # 0: not known

    @property
    def length(self) -> str:
        """ "1:05", "1:00:05", or ''."""
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        if not self.seconds:
            return ""
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"

    @property
    def duration(self) -> str:
        """The same by ISO 8601, "PT65S"."""
        return f"PT{self.seconds}S" if self.seconds else ""


def videos(values: dict) -> list[Video]:
    """Those that came with the article, in order; the first captions are those of the first."""
    rows = values.get("attachments") or []
    captions = [_address(row) for row in rows if row.get("type") == VTT]
    found = [row for row in rows if row.get("type") in VIDEOS]
    return [
        Video(_address(row), row["type"], row["title"], row["size"],
              captions[place] if place < len(captions) else "", row.get("seconds") or 0)
        for place, row in enumerate(found)
    ]  # fmt: skip


def papers(values: dict) -> dict:
    """The same values with documents only."""
    rows = values.get("attachments") or []
    rest = [row for row in rows if row.get("type") not in (*VIDEOS, VTT)]
    return {**values, "attachments": rest}


def poster(picture: Shown | None) -> str:
    """The address of the picture that stands until the video plays, or ''."""
    return picture.src if picture else ""


def _address(row):
    return paths.video(row["sha256"], row["name"])
