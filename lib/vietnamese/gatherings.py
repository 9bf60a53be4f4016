"""Sentences of a report on a meeting: when, who chaired, who took part (DOMAIN §4, §2.1)."""

from datetime import datetime

from .datelines import local
from .text import clean

NOUNS = (
    "hội nghị", "cuộc họp", "buổi làm việc", "kỳ họp", "phiên họp", "đại hội", "hội thảo",
    "buổi tiếp", "buổi gặp mặt", "lễ", "buổi",
)  # fmt: skip
PLACES = ("hội trường", "phòng họp", "trụ sở", "nhà văn hóa", "trung tâm", "sân vận động")
_PARTS = ((11, "Sáng"), (13, "Trưa"), (18, "Chiều"), (24, "Tối"))


def noun_of(*words: str) -> str:
    """What the meeting is called again: "hội nghị" for "hội nghị giao ban", the usual default."""
    for text in words:
        low = clean(text).lower()
        for noun in NOUNS:
            if low.startswith(noun):
                return noun
    return NOUNS[0]


def opening(at: datetime, has_time: bool, session: str = "") -> str:
    """ "Sáng 20/11/2026", "Ngày 20/11/2026" where the hour is not known."""
    here = local(at)
    part = next(word for end, word in _PARTS if here.hour < end)
    known = has_time or session not in ("", "day")
    return f"{part if known else 'Ngày'} {here.day}/{here.month}/{here.year}"


def named(name: str, titles: str) -> str:
    """ "Lò Văn Pâng, Bí thư Thị ủy"."""
    return f"{name}, {titles}" if titles else name


def chair_sentence(noun: str, people: list[str]) -> str:
    """ "Các đồng chí: A, …; B, … chủ trì hội nghị."; '' for nobody."""
    if not people:
        return ""
    if len(people) == 1:
        return f"Đồng chí {people[0]} chủ trì {noun}."
    return f"Các đồng chí: {'; '.join(people)} chủ trì {noun}."


def chairs_listed(people: list[str], others: list[str]) -> str:
    """ "Đồng chí A, …", "Các đồng chí: A, …; B, …; lãnh đạo các ban": chairs in a table's cell."""
    if not people:
        return "; ".join(others)
    who = f"Các đồng chí: {'; '.join(people)}" if len(people) > 1 else f"Đồng chí {people[0]}"
    return "; ".join([who, *map(_within, others)])


def attendance_sentence(noun: str, people: list[str], groups: list[str]) -> str:
    """ "Dự hội nghị có các đồng chí: A, …; B, …; cùng đại diện …."; '' for nobody."""
    groups = [_within(group) for group in groups]
    if not people and not groups:
        return ""
    if not people:
        return f"Dự {noun} có {'; '.join(groups)}."
    who = f"các đồng chí: {'; '.join(people)}" if len(people) > 1 else f"đồng chí {people[0]}"
    return f"Dự {noun} có {who}{'; cùng ' + '; '.join(groups) if groups else ''}."


def _within(group: str) -> str:
    """A group's first letter inside a sentence: "Đại diện …" becomes "đại diện …"."""
    first = group.partition(" ")[0]
    return group if first.isupper() and len(first) > 1 else group[:1].lower() + group[1:]


def lead_sentence(opened: str, *, host: str, place: str, title: str) -> str:
    """ "Sáng 20/11/2026, tại Hội trường Thị ủy, Thị ủy Sông Vân tổ chức hội nghị giao ban."."""
    inside = _within(place) if place.lower().startswith(PLACES) else place
    parts = [opened, f"tại {inside}" if place else ""]
    what = _within(title) if title.lower().startswith(NOUNS) else title
    parts = [part for part in parts if part]
    return ", ".join([*parts, f"{host} tổ chức {what}" if host else f"diễn ra {what}"]) + "."
