"""A pasted list of participants, line by line: who is meant, in which part, standing in for whom.

Headings ("Chủ trì:", "Vắng:") count for the lines beneath them. What is no person stays as it is.
"""

import re
from dataclasses import dataclass

from lib.vietnamese.fold import fold
from lib.vietnamese.names import looks_like_name
from lib.vietnamese.text import clean
from lib.vietnamese.titles import read_mentions

from .models import Attendance

Role = Attendance.Role
Part = Attendance.Part
MOST_LINES = 400
LONGEST_LINE = 500

NUMBERING = re.compile(
    r"^(?:\(?\d{1,3}\s*[.):]?(?=\s|[^\W\d_])|[-–—+*•●▪]|[a-zđ]\))\s*", re.IGNORECASE
)
HONOUR = re.compile(r"^(?:các\s+)?(?:đồng chí|đ/c|đc|ông|bà|anh|chị)[:.]?\s+", re.IGNORECASE)
STANDS_IN = re.compile(
    r"[\s,;(\[–-]*\b(?:dự thay|thay mặt|đi thay|họp thay|thay)\b(?!\s+đổi)(?P<whom>[^)\]]*)[)\]]?",
    re.IGNORECASE,
)
# Words in brackets or after a dash at the end of a line that say its role or part.
SAYS = [
    (re.compile(r"[\s,;(\[–-]*\b(?:đồng chủ trì)\b[)\]]?", re.IGNORECASE), "role", Role.CO_CHAIR),
    (re.compile(r"[\s,;(\[–-]*\b(?:chủ trì|chủ tọa)\b[)\]]?", re.IGNORECASE), "role", Role.CHAIR),
    (
        re.compile(r"[\s,;(\[–-]*\b(?:vắng(?: mặt)?(?: (?:có|không) \w+)?)\b[)\]]?", re.IGNORECASE),
        "role", Role.ABSENT,
    ),
    (re.compile(r"[\s,;(\[–-]*\b(?:kết luận)\b[)\]]?\s*$", re.IGNORECASE), "part", Part.CONCLUDES),
    (re.compile(r"[\s,;(\[–-]*\b(?:phát biểu)\b[)\]]?\s*$", re.IGNORECASE), "part", Part.SPEAKS),
    (re.compile(r"[\s,;(\[–-]*\b(?:báo cáo)\b[)\]]?\s*$", re.IGNORECASE), "part", Part.REPORTS),
]  # fmt: skip
HEADINGS = [
    ("dong chu tri", Role.CO_CHAIR),
    ("chu tri", Role.CHAIR),
    ("vang", Role.ABSENT),
    ("du", Role.ATTENDS),
    ("thanh phan", Role.ATTENDS),
    ("dai bieu", Role.ATTENDS),
]


@dataclass(frozen=True)
class Pasted:
    """One line. `mention` is what lib.vietnamese.titles reads of it, None for a bare name;
    `left` are its words without role and part.
    """

    words: str
    name: str = ""
    left: str = ""
    mention: object = None
    role: str = Role.ATTENDS
    part: str = ""
    for_whom: str = ""


def read_list(text: str) -> list[Pasted]:
    """The people and groups of a pasted list, in its order; empty lines and headings left out."""
    found, role = [], Role.ATTENDS
    for raw in text.replace("\x00", " ").splitlines()[:MOST_LINES]:
        for words in _split(clean(raw.replace("\t", " , "))[:LONGEST_LINE]):
            heading = _heading(words)
            if heading:
                role = heading
            elif words:
                found.append(_read(words, role))
    return found


def _split(line):
    """ "A, Bí thư; B, Chủ tịch": a semicolon parts people (DOMAIN §2.1)."""
    return [NUMBERING.sub("", part.strip(" ,.")) for part in line.split(";")]


def _heading(words):
    """The role a heading gives to the lines beneath, or ""."""
    if not words.endswith(":"):
        return ""
    key = fold(words)
    return next((role for start, role in HEADINGS if start in key), "")


def _read(words, role):
    said = {"role": role, "part": "", "for_whom": ""}
    left = words
    stands_in = STANDS_IN.search(left)
    if stands_in and _is_person(left[: stands_in.start()]):
        said |= {"role": Role.STANDS_IN, "for_whom": _whom(stands_in["whom"])}
        left = left[: stands_in.start()] + left[stands_in.end() :]
    for form, name, value in SAYS:
        if form.search(left) and _is_person(form.sub("", left)):
            said[name] = value
            left = form.sub("", left)
    name, mention = who_is(left)
    return Pasted(words=words, name=name, left=clean(left).strip(" ,;"), mention=mention, **said)


def as_written(words: str) -> tuple[str, str]:
    """(name, titles) of a person the register does not know; (words, "") of a group."""
    name, _mention = who_is(words)
    plain = HONOUR.sub("", clean(words).strip(" ,.;"))
    place = plain.lower().find(name.lower()) if name else -1
    if place < 0:
        return words, ""
    titles = f"{plain[:place]} {plain[place + len(name) :]}"
    return name, clean(titles).strip(" ,;:–-()")


def _is_person(words):
    return bool(who_is(words)[0])


def who_is(words: str) -> tuple[str, object]:
    """(name, mention) of one person; ("", None) where the words name nobody or several."""
    plain = HONOUR.sub("", words.strip(" ,.()-–"))
    if looks_like_name(plain):
        return clean(plain.title() if plain.isupper() else plain), None
    named = [mention for mention in read_mentions(words) if mention.name]
    if len(named) == 1:
        return named[0].name, named[0]
    return _before_title(plain) if not named else ("", None)


def _before_title(plain):
    """ "Lò Văn Pâng, cán bộ": the first part is the name where it can be one."""
    first, comma, _rest = plain.partition(",")
    if comma and len(first.split()) >= 2 and looks_like_name(first):
        return clean(first), None
    return "", None


def _whom(words):
    return HONOUR.sub("", clean(words).strip(" ,.():–-")).strip()[:120]
