"""The schedule as a calendar (RFC 5545): what readers' telephones subscribe to.

Times are UTC; a line whose hour is not known is an event of the whole day. UIDs are derived from
numbers drawn by lot, so that they tell nothing of lines that are not public.
"""

import hashlib
import re
from datetime import UTC, date, datetime, timedelta

from django.utils.translation import gettext as _

from apps.editions.models import Showing
from lib.vietnamese.datelines import local
from lib.vietnamese.weeks import SESSIONS, monday_of

from .answers import Made
from .frames import Frame
from .pages import base_context, frame_of
from .schedule import HERE, key_of, next_midnight, state_words
from .visits import Visit

TYPE = "text/calendar; charset=utf-8"
WEEKS_BACK = 8
OCTETS = 75
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
# No summer time: one offset for ever. A calendar needs a component (§3.6), also without a line.
ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19750613T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0700",
    "END:STANDARD",
    "END:VTIMEZONE",
)
STATUS = {"planned": "CONFIRMED", "postponed": "TENTATIVE", "cancelled": "CANCELLED"}


def calendar(visit: Visit) -> Made:
    """All live weeks from eight weeks ago on, whatever of them is public."""
    frame = frame_of(visit)
    base = base_context(visit, frame)["base"]
    oldest = monday_of(local(visit.now).date()) - timedelta(weeks=WEEKS_BACK)
    live = Showing.objects.live_at(visit.now).filter(
        portal=visit.portal, key__startswith="schedule:", key__gte=key_of(oldest)
    )
    weeks = live.select_related("cut").order_by("key")
    text = calendar_text([showing.cut for showing in weeks], frame=frame, base=base)
    return Made(text, at=visit.now, until=next_midnight(visit.now), type=TYPE)


def calendar_text(cuts, *, frame: Frame, base: str) -> str:
    """The whole file, lines ended by CRLF and folded at 75 octets."""
    name = _("Work schedule – %(portal)s") % {"portal": frame.name}
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Toa soan//Lich cong tac//VI",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{escaped(name)}",
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",  # RFC 7986; older programs read the next line
        "X-PUBLISHED-TTL:PT1H",
        *ZONE,
    ]
    for cut in cuts:
        for line in cut.values["lines"]:
            lines += event(line, portal=cut.portal, stamp=cut.cut_at, base=base)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def event(line: dict, *, portal: str, stamp: datetime, base: str) -> list[str]:
    """One VEVENT as unfolded lines."""
    uid = hashlib.sha256(f"{portal}/{line['key']}".encode()).hexdigest()[:32]
    note = state_words(line["state"])
    session = "" if line["has_time"] or line["session"] == "day" else SESSIONS[line["session"]]
    summary = ": ".join(part for part in (note, session, line["title"]) if part)
    texts = {
        "SUMMARY": summary,
        "LOCATION": line["place"],
        "DESCRIPTION": _description(line),
    }
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@lich-cong-tac",
        f"DTSTAMP:{_utc(stamp)}",
        *_times(line),
        *(f"{name}:{escaped(text)}" for name, text in texts.items() if text),
        f"STATUS:{STATUS[line['state']]}",
        f"URL:{base}{HERE}",
        "END:VEVENT",
    ]


def _description(line):
    parts = {_("Chaired by"): line["chair"], _("Attended by"): line["guests"]}
    return "\n".join(f"{name}: {words}" for name, words in parts.items() if words)


def _times(line):
    start = local(datetime.fromisoformat(line["starts_at"]))
    end = line["ends_at"] and local(datetime.fromisoformat(line["ends_at"]))
    if not line["has_time"]:
        last = (end or start).date() + timedelta(days=1)  # the end is exclusive
        return [f"DTSTART;VALUE=DATE:{_day(start.date())}", f"DTEND;VALUE=DATE:{_day(last)}"]
    return [f"DTSTART:{_utc(start)}", *([f"DTEND:{_utc(end)}"] if end and end > start else [])]


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def escaped(text: str) -> str:
    """TEXT of RFC 5545 §3.3.11, which has no way to write control signs."""
    text = "\n".join(text.splitlines())
    text = CONTROL.sub("", text)
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """At most 75 octets a line, continued after a space; no letter is cut in two (§3.1)."""
    parts, part, room = [], "", OCTETS
    for sign in line:
        size = len(sign.encode())
        if size > room:
            parts.append(part)
            part, room = "", OCTETS - 1
        part += sign
        room -= size
    return "\r\n ".join([*parts, part])
