"""What reading a document gives, and how much of one is read."""

from dataclasses import dataclass, field
from enum import StrEnum

MOST_SIGNS = 2_000_000
MOST_PAGES = 300
MOST_UNPACKED = 30 * 1024 * 1024


class Fault(StrEnum):
    """Why a document could not be read, or not all of it."""

    NONE = ""
    BROKEN = "broken"
    LOCKED = "locked"
    NO_TEXT = "no_text"
    SOME_PAGES = "some_pages"
    TOO_LONG = "too_long"
    UNKNOWN = "unknown"
    OLD = "old"


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` is as far as it could be read; `pages` counts those read of `pages_in_all`."""

    text: str = ""
    fault: Fault = Fault.NONE
    pages: int = 0
    pages_in_all: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """A Word file: `<img src="picture:0">` in `html` stands for the part `pictures[0]`, "" for
    one that is not in the file."""

    html: str = ""
    pictures: list[str] = field(default_factory=list)
    fault: Fault = Fault.NONE


class Unreadable(Exception):
    """Raised by a reader that must stop; `fault` says why."""

    def __init__(self, fault: Fault):
        super().__init__(fault)
        self.fault = fault
