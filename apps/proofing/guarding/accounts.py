"""Bank accounts and cards; not the account of a fund that asks the public for help."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from apps.proofing.surroundings import (
    line_after,
    line_before,
    sentence_before,
    sentence_round,
)

_BANK = (
    r"ngân hàng|(?-i:NH)|NHTMCP|\w{2,12}bank|bidv|acb|shb|vib|msb|ocb|mb|kho bạc|ví điện tử"
    r"|momo|chi nhánh|PGD"
)
_ACCOUNT = re.compile(
    r"(?<![^\W_])(?:(?P<sure>số tài khoản|số tk|stk|tài khoản số|tk số|tài khoản ngân hàng"
    r"|số thẻ(?: atm| ngân hàng| tín dụng)?|thẻ atm)|(?P<perhaps>tài khoản|tk))(?![^\W_])"
    r"(?P<gap>(?:(?!(?<!\w)(?:stk|tk số|số tk))[^\d\n;]){0,60}?)"
    r"(?<![^\W_])(?P<number>\d(?:[ .\-]?\d){5,18})(?![^\W_])(?![.,]\d|/)",
    re.IGNORECASE,
)
_LEAST_WITHOUT_WORD = 8
_OTHER_ACCOUNT = re.compile(
    r"(?<!\w)(?:zalo|facebook|vneid|định danh|email|mạng xã hội|youtube|telegram|giao thông"
    r"|dịch vụ công|điện thoại|sđt|hotline|liên hệ|số tiền|chuyển|hơn|trên|gần|khoảng)(?!\w)",
    re.IGNORECASE,
)
_BANK_NEAR = re.compile(rf"(?<!\w)(?:{_BANK})(?!\w)", re.IGNORECASE)
_COUNTED = re.compile(
    r" ?(?:đồng|vnđ|vnd|đ|usd|triệu|tỷ|người|công dân|trường hợp|tài khoản|hộ)(?!\w)", re.IGNORECASE
)
_OWN = re.compile(r"(?<!\w)(?:riêng|cá nhân)(?!\w)", re.IGNORECASE)
_SENT = re.compile(
    r"(?<!\w)(?:chuyển (?:tiền|khoản|qua|vào)|gửi (?:tiền|vào|qua)|nhận (?:tiền|qua)|giúp đỡ"
    r"|xin gửi)"
    r"[^.;\n]{0,40}$",
    re.IGNORECASE,
)
# "bà Nguyễn Thị A: tài khoản số …"
_NAMED_BEFORE = re.compile(
    r"(?<!\w)(?i:ông|bà|anh|chị|em|cháu|mẹ|vợ)(?: (?:[A-ZĐÀ-Ỹ][^\W\d_]*|cháu|anh|chị)){1,5}"
    r" ?[:(,–-] ?(?:(?i:stk|số)\W{0,2})?$"
)
# "8806 205 119 334 (Agribank …)": no word says account before it.
_BEFORE_BANK = re.compile(
    r"(?<![^\W_])(?P<number>\d(?:[ .\-]?\d){8,16})(?![^\W_]),? ?\(?"
    r"(?:ngân hàng|NHTMCP|\w{2,12}bank|bidv|techcombank)(?!\w)",
    re.IGNORECASE,
)
_HELP = re.compile(
    r"(?<!\w)(?:ủng hộ|quyên góp|đóng góp|vận động|cứu trợ|từ thiện|tài trợ|tiếp nhận|hỗ trợ"
    r"|chung tay|kho bạc|quỹ)(?!\w)",
    re.IGNORECASE,
)
_BODY = (
    r"quỹ|ủy ban|ubnd|ubmttq|mttq|mặt trận|hội|ban (?:vận động|cứu trợ|chỉ đạo|quản lý|tiếp nhận)"
    r"|kho bạc|trung tâm|văn phòng|sở|phòng|công đoàn|liên đoàn|lđlđ|báo|đài|tỉnh đoàn|trường"
    r"|bệnh viện|công ty"
)
_OWNER = re.compile(
    rf"(?<!\w)(?:chủ (?:tài khoản|tk)|chủ thẻ|người (?:thụ hưởng|nhận)|tên (?:tài khoản|tk))"
    rf" ?[:–-]? ?(?:là )?(?P<body>{_BODY})?",
    re.IGNORECASE,
)
_OF_BODY = re.compile(rf"(?<!\w)(?:{_BODY})(?!\w)", re.IGNORECASE)
_OF_PERSON = re.compile(
    r"^(?: số)? ?:?(?: riêng)?(?: của| ngân hàng của| cá nhân)* (?:đồng chí|đ/c|ông|bà|anh|chị|em"
    r"|bạn|cô|chú|bác|thầy|cụ|cháu|cá nhân|gia đình|vợ|chồng|mẹ|bố)(?!\w)",
    re.IGNORECASE,
)
_FAMILY = re.compile(r"(?<!\w)(?:gia đình|cháu|bố|mẹ|vợ|chồng|con)(?!\w)", re.IGNORECASE)
_ROUND = 300


def look(manuscript: Manuscript) -> Iterator[Finding]:
    text, told = manuscript.reading.text, set()
    if manuscript.has_any("tài khoản", "tk", "thẻ"):
        for found in _ACCOUNT.finditer(text):
            told.add(found.span("number"))
            if _is_account(text, found) and not _is_open_for_help(text, found):
                yield _finding(manuscript, found)
    if manuscript.has_any("bank", "ngân hàng", "bidv", "nhtmcp"):
        for found in _BEFORE_BANK.finditer(text):
            if found.span("number") not in told and _is_of_family(
                sentence_before(text, found.start(), 24)
            ):
                yield _finding(manuscript, found)


def _finding(manuscript: Manuscript, found: re.Match) -> Finding:
    words = _("This looks like somebody’s bank account or card: take it out.")
    return manuscript.mark(Kind.PERSONAL_DATA, *found.span("number"), words)


def _is_account(text: str, found: re.Match) -> bool:
    if _COUNTED.match(text, found.end()) or _OTHER_ACCOUNT.search(found["gap"]):
        return False
    if found["sure"]:
        return True
    figures = sum(map(str.isdigit, found["number"]))
    near = found["gap"] + line_after(text, found.end(), 60)
    if figures < _LEAST_WITHOUT_WORD:
        return False
    before = line_before(text, found.start(), 60)
    whose = _OF_PERSON.match(found["gap"]) or _NAMED_BEFORE.search(before)
    return bool(whose or _BANK_NEAR.search(near) or _OWN.search(near) or _SENT.search(before))


def _is_of_family(sentence: str) -> bool:
    return bool(_FAMILY.search(sentence)) and not _OF_BODY.search(sentence)


def _is_open_for_help(text: str, found: re.Match) -> bool:
    """The account of a body that the text publishes so that people give."""
    sentence = sentence_round(text, *found.span())
    named = _NAMED_BEFORE.search(line_before(text, found.start(), 80))
    if named or _OF_PERSON.match(found["gap"]) or _is_of_family(sentence):
        return False
    before = text[max(0, found.start() - _ROUND) : found.end()]
    after = text[found.end() : found.end() + _ROUND // 2]
    near = before + after.partition("\n\n")[0]
    owner = _OWNER.search(near, max(0, len(before) - 160))
    if owner:
        return bool(owner["body"])
    return bool(_HELP.search(near) and _OF_BODY.search(near))
