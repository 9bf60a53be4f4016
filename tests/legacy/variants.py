"""Many pages out of one: every one with a headline and dates of its own."""

import datetime as dt
import re

from apps.legacy.reading import read_page

_FULL = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(20\d\d)(?!\d)")
_SHORT = re.compile(r"(?<=[Ss]áng )\d{1,2}/\d{1,2}(?![/\d])|(?<=ngày )0?\d{1,2}/\d{1,2}(?![/\d])")


def variants(data: bytes, count: int, name="trang.txt"):
    """`count` pages like this one, as bytes: headline numbered, days moved on by one each."""
    text = data.decode()
    title = read_page(data, name).title
    for number in range(1, count + 1):
        yield _variant(text, title, number).encode()


def _variant(text, title, number):
    moved = _FULL.sub(lambda found: _moved(found, number), text)
    day = dt.date(2021, 1, 1) + dt.timedelta(days=number % 365)
    moved = _SHORT.sub(f"{day:%d/%m}", moved, count=1)
    return moved.replace(title, f"{title} - phiên {number}", 1)


def _moved(found, number):
    day, sign, month, year = found.groups()
    moved = dt.date(int(year), int(month), int(day)) + dt.timedelta(days=number)
    return f"{moved:%d}{sign}{moved:%m}{sign}{moved:%Y}"
