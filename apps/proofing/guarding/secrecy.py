"""Marks of secrecy on documents: MẬT, TỐI MẬT, TUYỆT MẬT; not mật ong, bảo mật, mật độ."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from apps.proofing.surroundings import sentence_after, sentence_before, sentence_round

from .secrecy_forms import (
    ADVICE,
    APPOSED,
    APPOSED_BEHIND,
    BRACKETED,
    CITED_AFTER,
    CITED_BEFORE,
    CLOSED,
    DENIED,
    DOCUMENT,
    FIELD,
    FIELD_ENDS,
    FORBIDDEN,
    FORBIDDEN_BEFORE,
    FORBIDDEN_BEHIND,
    HOW_TO,
    LABEL,
    LISTED_AFTER,
    LISTED_BEFORE,
    LORE,
    MARK,
    NAMES_DOCUMENT,
    NUMBERED_AFTER,
    NUMBERED_BEFORE,
    OF_DOCUMENT,
    OF_STAMPS,
    OPEN,
    SAID,
    SET_APART,
    SET_APART_BEHIND,
    SET_TO,
    STAMP,
    STAMPED,
    SYMBOL,
    UNSAID,
    WHENEVER,
    WITHIN,
)
from .secret_papers import DECLASSIFIED, is_of_one_paper


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not manuscript.has_any("mật"):
        return
    text, words = manuscript.reading.text, message()
    for found in MARK.finditer(text):
        start, end = found.span("mark")
        if _is_mark(text, start, end):
            yield manuscript.mark(Kind.SECRECY_MARK, start, end, words)


def message() -> str:
    return _("This looks like a mark of secrecy: do not publish the document or its content.")


def _is_mark(text: str, start: int, end: int) -> bool:
    word = text[start:end]
    before = sentence_before(text, start, 120)
    if _is_alone(text, start, end, word):
        return True
    if _is_at_large(text, start, end, before):
        return False
    if any(sort(text, start, end, before) for sort in _SURE):
        return True
    if _stands_out(text, start, end, word):
        return not (_is_advice(text, start, end) or FORBIDDEN_BEFORE.search(before))
    return (
        _is_in_brackets(text, start, end, before)
        or _is_of_document(text, start, end, before)
        or _is_graded(text, start, end, before)
    )


def _is_at_large(text, start, end, before) -> bool:
    """Denied, listed with other grades, long given up, or said of stamps and papers at large."""
    if DENIED.search(before) or _is_unsaid(text[start:end], before):
        return True
    if LISTED_AFTER.match(text, end) or WHENEVER.match(text, end):
        return True
    if LISTED_BEFORE.search(before) and not LABEL.search(before):
        return True
    if DECLASSIFIED.search(sentence_round(text, start, end)):
        return True
    return bool(OF_STAMPS.search(before)) and not CLOSED.match(text, end)


def _is_alone(text, start, end, word) -> bool:
    """On a line of its own, as at the head of a document."""
    if word == "mật" or not CLOSED.match(text, end):
        return False
    return bool(OPEN.search(text, max(0, start - 40), start))


def _is_set_apart(text, start, end, before) -> bool:
    """With a capital, as a word about the paper before it: "(bản Mật)", "Lý lịch – Mật;"."""
    if not text[start].isupper():
        return False
    if SET_APART.search(text, max(0, start - 12), start) and SET_APART_BEHIND.match(text, end):
        return True
    if not (APPOSED.search(before) and APPOSED_BEHIND.match(text, end)):
        return False
    return bool(NAMES_DOCUMENT.search(before)) and not (
        HOW_TO.search(before) or LORE.search(before)
    )


def _is_bracketed_number(text, start, end, before) -> bool:
    """ "Kế hoạch số 14-KH/ĐU (TỐI MẬT)": the grade of that paper, whatever is said of it."""
    closed = text[end : end + 1] in (")", "]")
    return closed and bool(re.search(rf"{SYMBOL} ?[(\[]$", before))


def _is_unsaid(word, before) -> bool:
    """ "xác định độ mật": the grade is not said."""
    return word == "mật" and bool(UNSAID.search(before)) and not SAID.search(before)


def _is_labelled(text, start, end, before) -> bool:
    """ "Độ mật: Tối mật", "có độ Tuyệt mật"."""
    if text[start].isupper() and SET_TO.search(before):
        return True
    if text[start].isupper() and FIELD.search(before) and FIELD_ENDS.match(text, end):
        return True
    found = LABEL.search(before)
    if not found:
        return False
    if text[start].isupper() and NUMBERED_BEFORE.search(before):
        return True
    if "mật" in found[0].lower():
        return found[0].rstrip('"“( ').endswith((":", "：", "–", "-", "là", "mức")) or (
            text[start].isupper()
        )
    return bool(re.search(DOCUMENT, before, re.IGNORECASE)) and not _is_advice(text, start, end)


def _stands_out(text, start, end, word) -> bool:
    """All capitals in text that is not."""
    if not word.isupper() or text[max(0, start - 3) : start].lower() == "độ ":
        return False
    near = text[max(0, start - 24) : start] + text[end : end + 24]
    letters = [sign for sign in near.replace("\n", "") if sign.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return 2 * capitals <= len(letters) and not re.match(r"[ -][A-ZĐ]", text[end : end + 2])


def _is_in_brackets(text, start, end, before) -> bool:
    if text[start - 1 : start] not in ("(", "[") or text[end : end + 1] not in (")", "]"):
        return False
    return text[start:end] != "mật" or bool(BRACKETED.search(before))


def _is_of_document(text, start, end, before) -> bool:
    """ "dấu Mật", "văn bản mật số 12", "theo tài liệu mật của ..."."""
    stamped = bool(STAMP.search(before))
    if not stamped and not OF_DOCUMENT.search(before):
        return False
    if NUMBERED_AFTER.match(text, end) or NUMBERED_BEFORE.search(before):
        return True
    if _is_advice(text, start, end):
        return False
    after = sentence_after(text, end, 80)
    return stamped or bool(CITED_BEFORE.search(before) or CITED_AFTER.match(after))


def _is_graded(text, start, end, before) -> bool:
    """A capital inside a sentence about a paper, or "tối mật" as what a paper is."""
    word = text[start:end]
    if word == "mật" or not NAMES_DOCUMENT.search(before):
        return False
    if word[0].islower() and not OF_DOCUMENT.search(before):
        return False
    if not WITHIN.search(before) or _is_advice(text, start, end):
        return False
    return not LORE.search(sentence_round(text, start, end))


def _is_stamped(text, start, end, before) -> bool:
    if text[start].isupper() and before.endswith(", ") and FORBIDDEN.match(text, end):
        return True
    stamped = text[start].isupper() and STAMPED.search(before)
    if not stamped or FORBIDDEN_BEFORE.search(before) or FORBIDDEN_BEHIND.match(text, end):
        return False
    return not HOW_TO.search(sentence_round(text, start, end))


def _is_advice(text, start, end) -> bool:
    return bool(ADVICE.search(sentence_round(text, start, end).lower()))


# Marks whatever else the sentence says.
_SURE = (_is_labelled, is_of_one_paper, _is_set_apart, _is_bracketed_number, _is_stamped)
