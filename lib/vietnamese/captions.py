"""Words under a picture as these offices write them (DOMAIN §4): who is in it, what he is doing.

No full stop at the end: “Đồng chí A, Bí thư Thị ủy phát biểu tại hội nghị”, “Quang cảnh hội nghị”.
"""

from dataclasses import dataclass

from .gatherings import named

SPEAKS = "phát biểu tại {noun}"
DOING = {
    "chairs": "chủ trì {noun}",
    "speaks": SPEAKS,
    "concludes": "phát biểu kết luận {noun}",
    "reports": "báo cáo tại {noun}",
}


@dataclass(frozen=True)
class Shown:
    """Somebody in a picture; `titles` "" for who has none, `doing` a key of DOING or ""."""

    name: str
    titles: str = ""
    doing: str = ""


def view_of(noun: str) -> str:
    """ "Quang cảnh hội nghị"."""
    return f"Quang cảnh {noun}"


def caption_of(people: list[Shown], noun: str = "") -> str:
    """People from left to right with their titles; `noun` "" where it was no gathering."""
    if not people:
        return view_of(noun) if noun else ""
    if len(people) == 1:
        one = people[0]
        honour = "Đồng chí " if one.titles else ""
        return f"{honour}{named(one.name, one.titles)}{_doing(one, noun)}"
    honour = "Các đồng chí (từ trái sang): " if all(one.titles for one in people) else ""
    who = "; ".join(named(one.name, one.titles) for one in people)
    return f"{honour or 'Từ trái sang: '}{who}{f' tại {noun}' if noun else ''}"


def description_of(people: list[Shown], noun: str = "") -> str:
    """For who cannot see the picture: the same without titles, which the caption says."""
    if len(people) < 2:
        return caption_of([Shown(one.name, "", one.doing) for one in people], noun)
    *first, last = [one.name for one in people]
    where = f" tại {noun}" if noun else ""
    return f"{len(people)} người, từ trái sang: {', '.join(first)} và {last}{where}"


def _doing(one: Shown, noun: str) -> str:
    return f" {DOING.get(one.doing, SPEAKS).format(noun=noun)}" if noun else ""
