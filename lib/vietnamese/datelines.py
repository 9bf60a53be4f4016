"""How a portal prints the time of publication, and how the newsroom says when."""

from datetime import datetime

from .days import HO_CHI_MINH

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")

# form: (without time, with time); %A is the Vietnamese weekday.
_PATTERNS = {
    "long": ("%A, %d/%m/%Y", "%A, %d/%m/%Y, %H:%M"),
    "updated": ("Cập nhật lúc: %d/%m/%Y", "Cập nhật lúc: %H:%M %d/%m/%Y"),
    "posted_pipe": ("Ngày đăng %d/%m/%Y", "Ngày đăng %d/%m/%Y | %H:%M"),
    "posted_ampm": ("Thời gian đăng: %d/%m/%Y", "Thời gian đăng: %d/%m/%Y %I:%M:%S %p"),
    "date": ("%d/%m/%Y", "%d/%m/%Y"),
    "none": ("", ""),
}
DATELINE_FORMS = tuple(_PATTERNS)


def format_dateline(form: str, at: datetime, has_time: bool = True) -> str:
    """The dateline of a page in one of DATELINE_FORMS, in +07:00.

    A naive `at` is taken as +07:00. `has_time=False` prints the day alone (an imported page
    that stated no time). Raises ValueError for an unknown form.
    """
    if form not in _PATTERNS:
        raise ValueError(f"Unknown dateline form {form!r}: use one of {', '.join(DATELINE_FORMS)}.")
    return _print(local(at), _PATTERNS[form][has_time])


def say_when(at: datetime, now: datetime) -> str:
    """A moment near `now` as people say it: "hôm nay 14:05", "thứ Sáu 7:00"; else with its day."""
    at, now = local(at), local(now)
    days = (at.date() - now.date()).days
    near = {0: "hôm nay", -1: "hôm qua", 1: "ngày mai"}.get(days)
    if not near and abs(days) <= 6:
        near = _within_sentence(WEEKDAYS[at.weekday()])
    if near:
        return f"{near} {at.hour}:{at.minute:02}"
    return _print(at, "%d/%m/%Y %H:%M")


def local(at: datetime) -> datetime:
    """The same moment in +07:00; a naive one is taken as +07:00."""
    if at.tzinfo is None:
        return at.replace(tzinfo=HO_CHI_MINH)
    return at.astimezone(HO_CHI_MINH)


def _within_sentence(weekday: str) -> str:
    return weekday.replace("Thứ", "thứ")


def _print(at: datetime, pattern: str) -> str:
    """strftime without the machine's locale: years of four digits, AM and PM."""
    parts = {
        "%A": WEEKDAYS[at.weekday()],
        "%d": f"{at.day:02}",
        "%m": f"{at.month:02}",
        "%Y": f"{at.year:04}",
        "%H": f"{at.hour:02}",
        "%I": f"{at.hour % 12 or 12:02}",
        "%M": f"{at.minute:02}",
        "%S": f"{at.second:02}",
        "%p": "PM" if at.hour >= 12 else "AM",
    }
    for sign, value in parts.items():
        pattern = pattern.replace(sign, value)
    return pattern
