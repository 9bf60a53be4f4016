"""A page as it travels: compressed and tagged once, however often it is sent."""

import hashlib
import zlib
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

# Where the view count goes: kept pages hold no counters. Texts are escaped and bodies sanitised
# without comments, so nothing an office writes can look like these.
VIEWS_PLAIN = "<!--views-->"
VIEWS_GROUPED = "<!--views.-->"

LEVEL = 4  # two hundredths longer than the usual 6, in two thirds of its time
GZIP = 31  # zlib's word for a gzip file with the largest window
ENTRY_BYTES = 1000  # what a page costs in memory beside its body, roughly


@dataclass(slots=True)
class Packed:
    """`body` is gzip; `tag` a hash of the page before its count stands in it.

    `modified`, in whole seconds, is when the second in which it was made was over: two versions
    may be made within one, and who asks by date alone, without the tag, must not be told that
    nothing has changed. `until` is the next instant at which the page changes by itself.
    `counted` says that the body has places for the count; `_sent` is the last count that was
    asked for, and its body.
    """

    body: bytes
    tag: str
    type: str
    modified: int
    until: datetime | None = None
    counted: bool = False
    _sent: tuple[int, bytes] = field(default=(-1, b""), repr=False)

    def tag_at(self, views: int) -> str:
        return f'W/"{self.tag}-{views}"' if self.counted else f'W/"{self.tag}"'

    def body_at(self, views: int) -> bytes:
        """gzip with the count in its place. It stays the same for many readers: nearly always no
        byte is touched.
        """
        if not self.counted:
            return self.body
        counted, body = self._sent
        if counted != views:
            body = compressed(with_views(unpacked(self.body), views))
            self._sent = (views, body)
        return body


def packed(text: str, kind: str, at: datetime, until: datetime | None = None) -> Packed:
    """`kind` is the Content-Type, `at` when the page was made."""
    return Packed(
        body=compressed(text),
        tag=hashlib.sha256(text.encode()).hexdigest()[:32],
        type=kind,
        modified=int(at.timestamp()) + 1,
        until=until,
        counted=VIEWS_PLAIN in text or VIEWS_GROUPED in text,
    )


def with_views(text: str, views: int) -> str:
    """1984 plain, 1.984 where the label is Vietnamese."""
    grouped = f"{views:,}".replace(",", ".")
    return text.replace(VIEWS_PLAIN, str(views)).replace(VIEWS_GROUPED, grouped)


def compressed(text: str) -> bytes:
    return zlib.compress(text.encode(), LEVEL, wbits=GZIP)


def unpacked(body: bytes) -> str:
    return zlib.decompress(body, wbits=GZIP).decode()


class Memory:
    """Pages kept in this process, each for one state of its site; those asked for long ago leave
    when more than `most` bytes are kept.
    """

    def __init__(self, most: int):
        self.most = most
        self._pages: OrderedDict[tuple, tuple[str, Packed]] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, place: tuple, state: str) -> Packed | None:
        """The page at a place, if the site is still in that state."""
        with self._lock:
            then, page = self._pages.get(place, ("", None))
            if page is None or then != state:
                return None
            self._pages.move_to_end(place)
            return page

    def keep(self, place: tuple, state: str, page: Packed) -> None:
        with self._lock:
            self._drop(self._pages.pop(place, None))
            self._pages[place] = (state, page)
            self._bytes += _cost(page)
            while self._bytes > self.most:
                self._drop(self._pages.popitem(last=False)[1])

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self._bytes = 0

    def _drop(self, entry):
        if entry:
            self._bytes -= _cost(entry[1])


def _cost(page):
    return len(page.body) * (2 if page.counted else 1) + ENTRY_BYTES
