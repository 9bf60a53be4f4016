"""Titles read too far: "Giám đốc Báo Lam Hải | phụ trách" is no name of a body, its head is."""

import re
from dataclasses import replace

from apps.organizations.naming import guess
from apps.people.house_form import named
from lib.vietnamese.fold import fold
from lib.vietnamese.titles import Mention, Title
from lib.vietnamese.titles.slips import one_letter
from lib.vietnamese.titles.tokens import tokenise

from .resolving import Meant, Resolver

_MOST = 4  # words
_HEADS = frozenset(("Báo", "Đài", "Ban", "Sở", "Phòng", "Trung tâm", "Hội", "Viện", "Trường"))
_LONGEST, _MOST_WORDS = 80, 16
_COMMITTEE = re.compile(r"\b(?:tỉnh|thành|thị|huyện|quận|đảng) ủy\b", re.IGNORECASE)
_LEVEL = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\b", re.IGNORECASE)


def trimmed(mention: Mention, text: str, resolver: Resolver) -> Mention:
    """The mention with each unknown body cut behind the longest name that the register knows, and
    a name that runs over the end of its line cut there."""
    name = text[mention.name_start : mention.name_end]
    if mention.name and "\n" in name.strip():
        end = mention.name_start + name.index("\n")
        mention = replace(mention, name=" ".join(name.split("\n")[0].split()), name_end=end)
    titles = tuple(_trimmed(title, text, resolver) for title in mention.titles)
    return mention if titles == mention.titles else replace(mention, titles=titles)


def _lengthened(title: Title, text: str, resolver: Resolver) -> Title:
    """ "Giám đốc Báo | và phát thanh, truyền hình Chư Krang": a bare head goes on as far as the
    register knows a name, commas and small words in it."""
    head = title.body.lower()
    start = title.end - len(head)
    if text[title.end : title.end + 1] != " " or text[start : title.end].lower() != head:
        return title
    tokens = tokenise(text[start : title.end + _LONGEST])
    for count in range(min(len(tokens), _MOST_WORDS), 1, -1):
        phrase = " ".join(token.key for token in tokens[:count])
        if phrase in resolver.register.phrases:
            end = start + tokens[count - 1].end
            return replace(title, body=text[start:end], end=end)
    return title


def _trimmed(title: Title, text: str, resolver: Resolver) -> Title:
    if title.body_stated and title.body in _HEADS:
        return _lengthened(title, text, resolver)
    if not title.body_stated or not title.body or resolver.knows(title.body):
        return title
    words = title.body.split()
    for cut in range(1, min(_MOST, len(words) - 2) + 1):
        shorter = " ".join(words[:-cut])
        if _COMMITTEE.search(" ".join(words[-cut:])):
            break  # "Ban Nội chính Thành ủy" is said of a board there is not
        if _is_slip(words[-cut:], resolver.meant(shorter)):
            return replace(title, body=shorter)
        if resolver.knows(shorter) and (
            _goes_on(words[-cut:], title, text)
            or _is_another_unit(words[-cut:], resolver.meant(shorter))
        ):
            break
        if resolver.knows(shorter) and (end := _without(text, title, words[-cut:])):
            return replace(title, body=shorter, end=end)
    return title


def _goes_on(words: list[str], title: Title, text: str) -> bool:
    """ "UBND phường | Tân Lập", "Đảng ủy xã Trà Khưu | Đông", "Phường | 7": another place."""
    named = bool(_LEVEL.search(title.body)) and not text[title.start : title.end].isupper()
    return named and (words[0][:1].isupper() or words[0].isdigit())


def _is_another_unit(words: list[str], meant: Meant) -> bool:
    """ "Ban Xây dựng Đảng Đảng ủy | xã Nậm Khao", where there is only that of phường Bến Gỗ."""
    told, key = guess(" ".join(words)), fold(" ".join(words))
    if not told.place or fold(words[0]) != fold(told.place).partition(" ")[0]:
        return False
    return bool(meant.bodies) and all(
        body.level == told.level and not key.endswith(f" {named(body).unit[1]}")
        for body in meant.bodies
    )


def _is_slip(words: list[str], meant: Meant) -> bool:
    """ "UBND xã | Vạn Gàn" where the only one there is is that of Vạn Gành: its place mistyped."""
    if not meant.sure:
        return False
    typed = [fold(word) for word in words]
    return any(_one_other(typed, fold(body.name).split()[-len(typed) :]) for body in meant.bodies)


def _one_other(typed: list[str], right: list[str]) -> bool:
    if len(typed) != len(right):
        return False
    wrong = [pair for pair in zip(typed, right, strict=True) if pair[0] != pair[1]]
    return len(wrong) == 1 and len(typed) > 1 and one_letter(*wrong[0])


def _without(text: str, title: Title, words: list[str]) -> int | None:
    """Where the title ends when these last words are left out; None if they are not written so."""
    tail = r"\W+".join(map(re.escape, words))
    found = re.search(rf"\W+{tail}$", text[title.start : title.end], re.IGNORECASE)
    return title.start + found.start() if found else None
