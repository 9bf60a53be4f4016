"""Who signed: labelled lines anywhere, names and offices at the foot (DOMAIN §4, "Bylines")."""

import re
from dataclasses import dataclass, field

from lib.vietnamese.names import looks_like_name

from .offices import is_collective, is_newspaper, is_office, is_title
from .values import Line

_BY = (
    r"tác giả(?: bài viết)?|người (?:viết|thực hiện|biên soạn|đưa tin|gửi)|biên soạn|(?:thực"
    r"|thể) hiện|t/h|t\.h|viết(?: bài)?"
    r"|tin,? ?bài(?: (?:và|&) ảnh|,? ?ảnh)?|(?:tin|bài)(?: viết)?(?:\s?(?:,|và|\+|&|/|-|–)\s?"
    r"|\s)(?:ảnh|hình(?: ảnh)?|clip|video|bài)"
    r"|tin|bài(?: viết)?|nội dung|tổng hợp|sưu tầm|bút danh|(?:nhóm )?(?:pv|ctv|phóng viên"
    r"|cộng tác viên)"
    r"|video(?: clip)?|clip|người đăng tin|tin,? ảnh,? video"
)
_PHOTO = r"ảnh|hình(?: ảnh)?|ảnh và video|đồ họa"
_FROM = r"nguồn(?: tin| bài| tham khảo)?|đơn vị|cơ quan"
_LABEL = re.compile(
    rf"(?<!\w)(?:(?P<by>{_BY})|(?P<photo>{_PHOTO})|(?P<source>{_FROM}))\s?[:：]\s?", re.IGNORECASE
)
_ACCORDING = re.compile(
    r"^\(?\s?(?:theo|nguồn)\s?:?\s(?P<it>[^()]{2,80}(?:\([^()]{2,40}\))?)\)?$", re.IGNORECASE
)
_ASIDE = re.compile(r"\s?\((?P<it>[^()]{1,60})\)\s?")
_JOINT = re.compile(r"\s*(?:[,;&+/|•]|[-–—_]+|(?<=\s)và(?=\s))\s*")
_HELPER = re.compile(
    r"^(?:(?:pv|ctv|phóng viên|cộng tác viên|btv|th|t/h|thực hiện|tổng hợp|bs|đ/c)\s?[.:]?\s"
    r"|tác giả\s)(?=[A-ZĐÂÊÔƠƯĂY])",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"(?:tổng hợp|sưu tầm|thực hiện|biên soạn|lược ghi|ghi|st|t/h|th|lược thuật|giới thiệu|dịch"
    r"|t\.h|tin và ảnh|tin,? ảnh|ảnh|bài|video|bài và ảnh|\d+"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|sáng|chiều|tối)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?:admin|administrator|quản trị.*|quantri.*|root|editor|user\w*|super ?user|[a-z0-9._@-]+)",
    re.IGNORECASE,
)
_LONGEST = 110
_PROSE, _FARTHEST = 120, 12
# What an office is seen doing in a picture, not signing.
_SHOWN = re.compile(
    r"(?<!\w)(?:ra mắt|chụp ảnh|biểu quyết|dâng|trao|tặng|thăm|phát biểu|chủ trì|tham gia|tham dự"
    r"|chúc mừng|ký kết|khai mạc|bế mạc|bỏ phiếu)(?!\w)",
    re.IGNORECASE,
)
# Before a name, a colon left out: "Tin và ảnh Thu Hà", "Được viết bởi Thu Hà".
_WITHOUT_COLON = re.compile(
    r"(?:(?P<by>(?:được )?(?:viết|đăng) bởi:?)|(?:tin(?: bài)?|bài(?: viết)?)(?:,| và| &)? ảnh)\s",
    re.IGNORECASE,
)
_DOING = re.compile(r"\s(?:tổng hợp|thực hiện|sưu tầm|lược ghi|ghi)$", re.IGNORECASE)


@dataclass
class Signed:
    """Names in their order, and the office they sign for."""

    names: list[str] = field(default_factory=list)
    office: str | None = None

    def add(self, other: "Signed") -> None:
        self.names += [name for name in other.names if name not in self.names]
        self.office = self.office or other.office

    def __bool__(self):
        return bool(self.names or self.office)


def labelled(line: Line, at_end: bool) -> Signed | None:
    """What "Tác giả: Thu Hường | Nguồn tin: Đài Truyền thanh" says; None for any other line.

    "Ảnh: …" alone is the credit of a picture, unless the line stands at the end behind a name.
    """
    text = _with_colon(bare(line.text))
    found = list(_LABEL.finditer(text)) if len(text) <= 2 * _LONGEST else []
    if not found or found[0].start() > 0 or text.endswith(":"):
        return _according(line.text) if at_end else None
    if found[0]["photo"] and not at_end:
        return None
    signed = Signed()
    for label, following in zip(found, [*found[1:], None], strict=True):
        value = text[label.end() : following.start() if following else None].strip(" ;,|–—-•.")
        if len(value) > _LONGEST or not _may_sign(value, label):
            return None
        signed.add(_source(value) if label["source"] else names_and_office(value))
    signed.names = [name for name in signed.names if not is_account(name)]
    return signed


def _with_colon(text):
    found = _WITHOUT_COLON.match(text)
    if not found or not text[found.end() : found.end() + 1].isupper():
        return text
    return f"{'Tác giả' if found['by'] else 'Tin'}: {text[found.end() :]}"


def bare(text: str) -> str:
    """Without brackets round the whole."""
    whole = text.startswith("(") and text.endswith(")") and text.count("(") == 1
    return text[1:-1].strip() if whole else text.strip()


def _may_sign(value, label):
    """ "Bài: …" and "Tin: …" also begin other things than names."""
    if not value or label["source"]:
        return True
    return len(value.split()) <= 20 and not re.search(
        r"[.?!…] ", value.replace(". ", "") if len(value) < 40 else value
    )


def _according(text):
    """ "Theo Báo Quảng Ninh", "(Theo Thanh Thảo - NLĐO)"."""
    found = _ACCORDING.match(text.strip(" ."))
    if not found or len(found["it"].split()) > 10:
        return None
    value = found["it"].strip()
    names = names_and_office(value)
    if names.names and all(looks_like_name(name) for name in names.names):
        return names if names.office or not is_newspaper(value) else Signed(office=value)
    return Signed(office=value) if is_office(value) or value[:1].isupper() else None


def _source(value):
    return Signed(office=_ASIDE.sub("", value).strip() or value)


def names_and_office(value: str) -> Signed:
    """The names of "Phan Thị Hoàng Công - Phòng Tư pháp huyện" and the office behind them."""
    signed = Signed()
    aside = _ASIDE.search(value)
    if aside:
        inside, value = aside["it"].strip(), _ASIDE.sub(" ", value).strip()
        if is_office(inside) or inside.isupper() and not _no_office(inside):
            signed.office = inside
    place = 0
    while place < len(value):
        rest = value[place:]
        if is_office(rest) and not is_collective(rest):
            signed.office = signed.office or rest.strip()
            break
        joint = _JOINT.search(rest) if not is_collective(rest) else None
        part = rest[: joint.start()] if joint else rest
        place = place + joint.end() if joint else len(value)
        if is_title(part) and (signed or part != value):
            break
        _add_name(signed, part)
    return signed


def _no_office(inside):
    return _NO_PERSON.fullmatch(inside) or is_collective(inside)


def _add_name(signed, part):
    name = _HELPER.sub("", part).strip(" .:") if not re.fullmatch(r"(?:\w\.)+\w?", part) else part
    if part.strip().endswith(".") and re.search(r"\b\w\.$", part.strip()):
        name = part.strip()
    name = _DOING.sub("", name)
    if name and not _NO_PERSON.fullmatch(name) and name not in signed.names:
        signed.names.append(name)


def is_account(name: str) -> bool:
    """The login a time line names instead of an author."""
    return (
        bool(_ACCOUNT.fullmatch(name))
        and not name[:1].isupper()
        or name.lower() in ("admin", "administrator", "super user")
    )


def unlabelled(line: Line) -> Signed | None:
    """Names or an office alone on a line at the foot: "An Thu – Lê Thắng"."""
    text = bare(line.text)
    if not 2 <= len(text) <= _LONGEST or text.endswith((":", ";", "?", "!", "…")):
        return None
    if is_collective(text):
        return Signed(names=[text])
    if is_office(text):
        is_one = len(text.split()) <= 16 and not _SHOWN.search(text)
        return Signed(office=text) if is_one else None
    signed = names_and_office(text)
    if not signed.names and signed.office and is_collective(name := _ASIDE.sub("", text).strip()):
        signed.names = [name]  # "T.H (UBKT Tỉnh ủy)"
    if signed.names and all(_is_name(name) for name in signed.names) and len(signed.names) <= 6:
        return signed
    return None


def _is_name(name):
    return is_collective(name) or looks_like_name(name)


def take_foot(lines: list[Line]) -> tuple[Signed, list[Line]]:
    """The signature at the end of the lines, and the lines without it.

    Buttons nobody has told us of may follow it: short lines that are no sentences go with them.
    """
    signed, kept = Signed(), _to_signature(lines)
    parts: list[Signed] = []
    looked = 0
    while kept and looked < 5 and len(kept) > 1:
        line = kept[-1]
        found = labelled(line, at_end=bool(parts) or _near_name(kept)) or unlabelled(line)
        if found is None:
            break
        parts.append(found)
        kept.pop()
        looked += 1
    for part in reversed(parts):
        signed.add(part)
    return signed, kept


def _to_signature(lines):
    """The lines up to the last that signs, where only what is no text follows; else all."""
    text = next((at for at in range(len(lines) - 1, -1, -1) if _is_text(lines[at])), -1)
    for place in range(len(lines) - 1, max(text, len(lines) - _FARTHEST), -1):
        last = place == len(lines) - 1
        found = labelled(lines[place], at_end=last) or unlabelled(lines[place])
        if found and (last or found.names or place and unlabelled(lines[place - 1])):
            return lines[: place + 1]
    return list(lines)


def _is_text(line):
    """Words of the article, whatever stands behind them: a sentence, a list's line, a caption."""
    if line.kind != "p" or line.role == "caption" or line.after_image:
        return True
    return len(line.text) > _PROSE or line.text.endswith((".", "!", "?", "…", ":", ";", "”"))


def _near_name(lines):
    """Whether the line above the last is signed too: "Tin: An Thu" / "Ảnh: Lê Thắng"."""
    if len(lines) < 2 or re.match(r"\(?(?:ảnh|hình)", lines[-1].text, re.IGNORECASE) is None:
        return True
    above = lines[-2]
    return bool(labelled(above, at_end=False) or unlabelled(above))
