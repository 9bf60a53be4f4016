"""The lunar calendar of Vietnam: by the moon and the sun as they stand at UTC+7.

China reckons at UTC+8, so that Tết is another day in some years (2007, 2030, 2053) and whole
months may differ. The rules: a month begins on the day of the new moon; the winter solstice
falls in the eleventh; when thirteen months lie between two of these, the first of them in which
the sun reaches no twelfth part of its way (trung khí) is a leap month and bears the number of
the one before. Quyết định 121-CP (1967); the whole country since 1976.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import floor

from .new_moons import new_moon, number_before, sun_longitude

HERE = 7 / 24  # days that clocks in Vietnam are ahead of universal time
FIRST_YEAR, LAST_YEAR = 1976, 2149
_ORDINAL_ZERO = 1721424.5  # Julian day at which day number 0 of `date.toordinal` begins

_STEMS = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_BRANCHES = (
    "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
)  # fmt: skip
_MONTHS = (
    "Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Chạp",
)  # fmt: skip


@dataclass(frozen=True, order=True)
class LunarDay:
    """A day of the lunar calendar; `leap` is the second month of that number in its year."""

    year: int
    month: int
    leap: bool
    day: int

    def __str__(self):
        day = f"mùng {self.day}" if self.day <= 10 else f"{self.day}"
        month = _MONTHS[self.month - 1] + (" nhuận" if self.leap else "")
        return f"{day} tháng {month} năm {year_name(self.year)}"


@dataclass(frozen=True)
class _Month:
    number: int
    leap: bool
    first: int  # ordinals
    next: int


def to_solar(year: int, month: int, day: int, *, leap: bool = False) -> date:
    """The day on which that lunar day falls.

    Raises ValueError for a day, month or leap month that year has not, and outside 1976 to 2149.
    """
    for each in _months(year):
        if (each.number, each.leap) == (month, leap):
            if 1 <= day <= each.next - each.first:
                return date.fromordinal(each.first + day - 1)
            break
    raise ValueError(f"no such lunar day: {day}/{month}{' leap' * leap}/{year}")


def last_of_year(year: int) -> date:
    """Giao thừa is its midnight: the 29th or 30th of the twelfth month."""
    return to_solar(year + 1, 1, 1) - timedelta(days=1)


def to_lunar(day: date) -> LunarDay:
    """The lunar day. Raises ValueError outside 1976 to 2149."""
    number = day.toordinal()
    for year in (day.year, day.year - 1):
        for each in _months(year) if year >= FIRST_YEAR else ():
            if each.first <= number < each.next:
                return LunarDay(year, each.number, each.leap, number - each.first + 1)
    raise ValueError(f"outside the lunar calendar kept here: {day}")


def leap_month(year: int) -> int | None:
    """The number of the month that comes twice in that lunar year, or None."""
    return next((each.number for each in _months(year) if each.leap), None)


def year_name(year: int) -> str:
    """ "Đinh Mùi" for the lunar year that begins in 2027."""
    return f"{_STEMS[(year - 4) % 10]} {_BRANCHES[(year - 4) % 12]}"


@cache
def _months(year: int) -> tuple[_Month, ...]:
    """The months of one lunar year in order."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"outside the lunar calendar kept here: {year}")
    before, after = _from_solstice(year - 1), _from_solstice(year)
    return tuple(
        [each for each in before if each.number <= 10 and each.first >= _tet(before)]
        + [each for each in after if each.number >= 11]
    )


def _tet(months):
    return next(each.first for each in months if each.number == 1 and not each.leap)


@cache
def _from_solstice(year: int) -> tuple[_Month, ...]:
    """From the eleventh month of that year to the tenth of the next."""
    first, end = _eleventh(year), _eleventh(year + 1)
    starts = [_day_of(number) for number in range(first, end + 1)]
    leap = _without_part(starts) if len(starts) == 14 else None
    months, number = [], 10
    for place, (begins, ends) in enumerate(zip(starts, starts[1:], strict=False)):
        number = number if place == leap else number % 12 + 1
        months.append(_Month(number, place == leap, begins, ends))
    return tuple(months)


def _without_part(starts):
    """The place of the first month after the eleventh in which the sun enters no new twelfth."""
    for place in range(1, len(starts) - 1):
        if _part(starts[place]) == _part(starts[place + 1]):
            return place
    raise AssertionError("thirteen months hold twelve parts of the sun's way")


@cache
def _eleventh(year):
    """Number of the last new moon on or before the day of the winter solstice."""
    solstice = _solstice(year)
    number = number_before(_midnight(solstice))
    while _day_of(number + 1) <= solstice:
        number += 1
    return number


def _solstice(year):
    """The day in the course of which the sun reaches 270 degrees."""
    day = date(year, 12, 19).toordinal()
    while _part(day + 1) < 9:
        day += 1
    return day


def _part(ordinal):
    """In which twelfth of its way, 0 to 11, the sun stands as that day begins in Vietnam."""
    return int(sun_longitude(_midnight(ordinal)) // 30)


def _midnight(ordinal):
    return ordinal + _ORDINAL_ZERO - HERE


@cache
def _day_of(number):
    """The day in Vietnam on which that new moon falls."""
    return floor(new_moon(number) + HERE - _ORDINAL_ZERO)
