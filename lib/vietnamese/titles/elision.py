"""Bodies left out: filled in from the same person's neighbouring titles (DOMAIN §2.1, P15, P39)."""

from dataclasses import replace

from .body import Body
from .candidates import TitleRead, is_party
from .units import COMMITTEE_OF

_COMMITTEES = frozenset(COMMITTEE_OF.values())
_COMMANDS = "Chỉ huy trưởng, Chính ủy, Tham mưu trưởng, Tư lệnh, Chính trị viên"
ARMED = frozenset(
    f"{deputy}{rank}" for rank in _COMMANDS.split(", ") for deputy in ("", "Phó ")
) | {"Chính trị viên phó", "Chỉ huy phó"}
# Organs that only a party committee has.
_ORGANS = frozenset(
    (
        "Ban Tổ chức",
        "Ban Tuyên giáo",
        "Ban Dân vận",
        "Ban Tuyên giáo và Dân vận",
        "Ban Nội chính",
        "Ban Xây dựng Đảng",
        "Ủy ban Kiểm tra",
    )
)


def fill(titles: list[TitleRead]) -> list[tuple[TitleRead, bool]]:
    """Each title with its body, and whether that body was stated where it stands."""
    return [_filled(titles, index) for index in range(len(titles))]


def _filled(titles: list[TitleRead], index: int) -> tuple[TitleRead, bool]:
    title = titles[index]
    body = title.body
    if is_party(title) and not body.stated:
        return _with_body(title, Body(_committee(titles, index)))
    if body.organ in _ORGANS and not (body.owner or body.level or body.place):
        return _with_body(title, replace(body, owner=_committee(titles, index)))
    if title.rank in ARMED and not body.stated:
        return _with_body(title, _of_neighbour(titles, index))
    return title, body.stated


def _of_neighbour(titles: list[TitleRead], index: int) -> Body:
    """Phó Chỉ huy trưởng, Tham mưu trưởng Bộ CHQS tỉnh: two posts of one command."""
    for title in [*titles[index + 1 :], *reversed(titles[:index])]:
        if title.rank in ARMED and title.body.stated:
            return title.body
    return titles[index].body


def _with_body(title: TitleRead, body: Body) -> tuple[TitleRead, bool]:
    return replace(title, body=body), False


def _committee(titles: list[TitleRead], index: int) -> str:
    """The committee of the nearest title that tells it: those behind first, then those before."""
    for title in [*titles[index + 1 :], *reversed(titles[:index])]:
        found = _told_by(title)
        if found:
            return found
    return ""


def _told_by(title: TitleRead) -> str:
    body = title.body
    for name in (body.owner, body.organ):
        if name in _COMMITTEES:
            return name
    if body.organ.startswith(("Chi bộ", "Đảng ủy")):
        return body.organ
    for name in _COMMITTEES:
        if body.organ.startswith(f"Văn phòng {name}"):
            return name
    return COMMITTEE_OF.get(body.level, "")
