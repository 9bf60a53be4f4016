"""Days as portal engines print them, also month first and in English."""

import re
from datetime import date

from .days import ISO, NUMERIC, WORDED, day_of, full_year, make_day

# A page of the web is not older; "27/12/1971" alone is history, not a time line.
FIRST_WEB_YEAR = 1990

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = r"(?P<name>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})\.?"
_MONTH_FIRST = re.compile(
    r"(?<!\w)tháng\s(?P<m>\d{1,2}|mười\s(?:một|hai)|[^\W\d_]{2,5})\s(?P<d>\d{1,2})\s?,\s?"
    r"(?P<y>\d{4})(?!\d)",
    re.IGNORECASE,
)
_ENGLISH_FORMS = (
    re.compile(rf"(?<!\d)(?P<d>\d{{1,2}})\s{_ENGLISH},?\s(?P<y>\d{{4}})(?!\d)", re.IGNORECASE),
    re.compile(rf"(?<!\w){_ENGLISH}\s(?P<d>\d{{1,2}}),?\s(?P<y>\d{{4}})(?!\d)", re.IGNORECASE),
)


_HALVES = re.compile(r"\d ?(?:AM|PM)(?!\w)", re.IGNORECASE)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def take_day(line: str) -> tuple[str, date | None]:
    """(the line with its first day cut out, that day); (line, None) without a day."""
    for form in (ISO, NUMERIC, WORDED, _MONTH_FIRST, *_ENGLISH_FORMS):
        found = form.search(line)
        if found:
            rest = f"{line[: found.start()]} | {line[found.end() :]}"
            # "2021-10-11T07:28": the T joins day and time.
            return re.sub(r"\| T(?=\d)", "| ", rest), _web_day(found) or _american(found, line)
    return line, None


def _american(found: re.Match, line: str) -> date | None:
    """5/17/2023 2:14 PM, as SharePoint prints a day where nobody told it the country."""
    if not _HALVES.search(line):
        return None
    month_first = _SLASHED.fullmatch(found[0])
    if not month_first:
        return None
    month, day, year = map(int, month_first.groups())
    made = make_day(year, month, day) if month <= 12 < day else None
    return made if made and made.year >= FIRST_WEB_YEAR else None


def _web_day(found: re.Match) -> date | None:
    parts = found.groupdict()
    if "name" in parts:
        month = _MONTHS.index(parts["name"][:3].lower()) + 1
        day = make_day(full_year(parts["y"]), month, int(parts["d"]))
    else:
        day = day_of(found)
    return day if day and day.year >= FIRST_WEB_YEAR else None
