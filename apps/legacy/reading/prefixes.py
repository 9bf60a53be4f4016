"""The source an article names in front: (TTV), CTTĐT -, (Thanhuytphcm.vn) –."""

import re

_BRACKETS = re.compile(r"^[(\[](?P<it>[^()\[\]]{2,30})[)\]]\s*[-–—:.]*\s*(?=\S)")
_DASH = re.compile(
    r"^(?P<it>[A-ZĐ][A-ZĐ0-9.]{1,14}|[A-ZĐa-z][\w-]{1,20}(?:\.[a-z]{2,6}){1,3})\s*[-–—]\s*(?=\S)"
)
_NO_SOURCE = re.compile(
    r"(?:kỳ|bài|phần|số|tập|video|clip|ảnh|infographic|emagazine|megastory|chùm ảnh|tin|cập nhật"
    r"|mới|hot"
    r"|trực tiếp|dự thảo|tiếp theo|hết|nguyên văn|toàn văn|ngày|sáng|trưa|chiều|tối|hôm)\b.{0,20}"
    r"|[\d\s/.,-]+|[ivx]+",
    re.IGNORECASE,
)
_ORGAN_WORDS = """
UBND HĐND HDND HĐNĐ MTTQ UBMTTQ UBKT BTV BCH BCHTW BTC BTG BDV BNC TU TT TX TP LĐLĐ LHPN HND CCB
TNCS ĐTN ĐBQH KT VH XH QP AN QPAN ANTT NTM CCHC COVID USD TW BCĐ BCHQS BĐBP CAND LLVT CĐS THPT
THCS TTHC BHXH BHYT OCOP
"""
_ORGANS = frozenset(_ORGAN_WORDS.split())


def split_prefix(text: str) -> tuple[str | None, str]:
    """(label without brackets or dash, the text behind it); (None, text) without one."""
    found = _BRACKETS.match(text) or _DASH.match(text)
    if not found:
        return None, text
    label = found["it"].strip()
    if _NO_SOURCE.fullmatch(label) or label in _ORGANS or not label[:1].isalpha():
        return None, text
    if label[0].islower() and "." not in label:
        return None, text
    return label, text[found.end() :]
