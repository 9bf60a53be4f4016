"""Typing errors inside a title that is otherwise right: of its words, and of its body's name."""

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.judging import Verdict
from apps.proofing.spelling import phrase_of
from lib.vietnamese.fold import fold
from lib.vietnamese.titles.slips import one_letter
from lib.vietnamese.titles.tokens import TITLE

from .matter import Matter


def misspelled_title(matter: Matter, title, verdict: Verdict) -> Finding | None:
    """The whole title, when a word of it was mended, or has other marks than the body's."""
    slips = {
        (start, end): meant
        for start, end, meant in matter.reading.mended_in(title.start, title.end)
    }
    slips |= _wrong_marks(matter, title, verdict, slips)
    if not slips:
        return None
    words = matter.reading.text[title.start : title.end]
    right = _mended(words, title.start, slips)
    return matter.finding(
        Kind.MISSPELLED_TITLE, title.start, title.end,
        _("“%(title)s” has a typing error: write “%(expected)s”.")
        % {"title": words, "expected": right},
        person=verdict.person.pk if verdict.person else None, expected=right, fix=right,
    )  # fmt: skip


def _wrong_marks(matter, title, verdict, slips) -> dict[tuple[int, int], str]:
    """Words of the body with other marks or one other letter: "Sông Vần", "Sông Vâm"."""
    bodies = [verdict.term.position.body] if verdict.term else _only(matter, title)
    if not bodies:
        return {}
    allowed = _OF_TITLES.union(*(body.words for body in bodies))
    tokens = _tokens_in(matter, title)
    strange = [
        token
        for token in tokens
        if token.key not in allowed and (token.start, token.end) not in slips
    ]
    found = {}
    if not strange:
        return found
    plain = {fold(word): word for word in allowed}
    own = {fold(word): word for body in bodies for word in body.words if len(word) > 2}
    for token in strange:
        key = fold(token.key)
        near = [word for each, word in own.items() if key != each and one_letter(key, each)]
        if len(near) > 1:  # "Vạn Gàn": "ban", "dân" and "vạn" are near too
            back = sum(other.start > token.start for other in tokens)
            near = [word for word in near if any(_stands_so(word, back, body) for body in bodies)]
        if key in plain:
            found[token.start, token.end] = plain[key]
        elif len(near) == 1 and token.start > title.start and token.case == TITLE:
            found[token.start, token.end] = near[0]
    return found


def _stands_so(word: str, back: int, body) -> bool:
    """Whether so many words stand behind this one in the name of the body."""
    return phrase_of(body.name).split()[::-1][back : back + 1] == [word]


def _only(matter, title) -> tuple:
    """The bodies of a title without a name, where the words say which."""
    meant = matter.resolver.meant(title.body)
    return meant.bodies if meant.sure else ()


def _tokens_in(matter, title):
    return [
        token for token in matter.reading.tokens_in(title.start, title.end) if token.key.isalpha()
    ]


_OF_TITLES = frozenset(
    phrase_of(
        "Bí thư Phó Thường trực Thường vụ Ủy viên Chủ tịch Trưởng ban Chánh Giám đốc Chủ nhiệm "
        "Ban Chấp hành Đảng bộ Công an Chỉ huy trưởng Văn phòng Hội đồng nhân dân Ủy quyền nguyên "
        "phụ trách kiêm tỉnh thành phố thị xã huyện quận phường trấn Phòng Thanh tra Tổng biên tập "
        "Chính trị viên chính ủy Đại biểu Đoàn đoàn Viện Hội Liên hiệp Phụ nữ Nông dân"
    ).split()
)


def _mended(words: str, start: int, slips) -> str:
    """The words with each slip put right, its capital kept."""
    for (first, last), meant in sorted(slips.items(), reverse=True):
        typed = words[first - start : last - start]
        right = meant.upper() if typed.isupper() and len(typed) > 1 else meant
        right = right[:1].upper() + right[1:] if typed[:1].isupper() else right
        words = words[: first - start] + right + words[last - start :]
    return " ".join(words.split()) if "" in slips.values() else words
