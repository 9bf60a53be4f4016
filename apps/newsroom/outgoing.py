"""What is about to reach readers of a page that stands below proofing, and what was found in it.

Plain values: `slots.outgoing_remarks` takes the one and gives the other.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .refusals import Refused

NAMED = 5


@dataclass(frozen=True)
class Outgoing:
    """One thing on its way to readers; what is passed over in it stands under `key`.

    `name` tells it from others of the same page, '' where it is the page. `texts` are (which part,
    its words), `files` (title, row of `media.Attachment`).
    """

    key: str
    name: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True)
class Remark:
    """A finding in words. `mark` is by what the verbs know it again: (kind, words, expected).

    `stops`: it may not go out unless it is passed over; then `passed_by`, `passed_at` and `reason`
    say by whom, when and why. `pass_over` and `take_back` are addresses that take `mark` by POST.
    """

    mark: tuple[str, str, str]
    label: str
    severity: str
    quote: str
    where: str
    message: str
    stops: bool
    pass_over: str
    take_back: str
    passed_by: str = ""
    passed_at: dt.datetime | None = None
    reason: str = ""

    @property
    def hinders(self) -> bool:
        return self.stops and not self.passed_by

    @property
    def words(self) -> str:
        """ "Thông tin cá nhân “0912 345 678” (Thứ Hai 23/11 “Giao ban”, địa điểm)"."""
        return f"{self.label} “{self.quote}” ({self.where})"


class Stopped(Refused):
    """What may not go out stands in the way: no matter of rights, and nothing to keep silent of."""


def hindering(remarks: Iterable[Remark]) -> list[Remark]:
    """Those that must be settled before anybody signs."""
    return [remark for remark in remarks if remark.hinders]


def refuse_if_stopped(remarks: Iterable[Remark]) -> None:
    """Raises Stopped with what may not go out, where it stands, and what to do about it."""
    if left := hindering(remarks):
        raise Stopped(
            _("This may not go out: %(what)s. Take it out, or ask the chief or a deputy chief to "
              "pass it over with a reason.") % {"what": listed(each.words for each in left)}
        )  # fmt: skip


def listed(names: Iterable[str]) -> str:
    """The first few of these and how many more, in one line; each is named once."""
    names = list(names)
    said = "; ".join(dict.fromkeys(names[:NAMED]))
    more = len(names) - NAMED
    if more > 0:
        return ngettext("%(names)s and %(n)d more", "%(names)s and %(n)d more", more) % {
            "names": said, "n": more,
        }  # fmt: skip
    return said
