"""Titles read too far: "Giám đốc Báo Lam Hải | phụ trách" is no name of a body, its head is."""

import re
from dataclasses import replace

from lib.vietnamese.titles import Mention, Title

from .resolving import Resolver

_MOST = 4  # words
_COMMITTEE = re.compile(r"\b(?:tỉnh|thành|thị|huyện|quận|đảng) ủy\b", re.IGNORECASE)


def trimmed(mention: Mention, text: str, resolver: Resolver) -> Mention:
    """The mention with each unknown body cut behind the longest name that the register knows, and
    a name that runs over the end of its line cut there."""
    name = text[mention.name_start : mention.name_end]
    if mention.name and "\n" in name.strip():
        end = mention.name_start + name.index("\n")
        mention = replace(mention, name=" ".join(name.split("\n")[0].split()), name_end=end)
    titles = tuple(_trimmed(title, text, resolver) for title in mention.titles)
    return mention if titles == mention.titles else replace(mention, titles=titles)


def _trimmed(title: Title, text: str, resolver: Resolver) -> Title:
    if not title.body_stated or not title.body or resolver.knows(title.body):
        return title
    words = title.body.split()
    for cut in range(1, min(_MOST, len(words) - 2) + 1):
        shorter = " ".join(words[:-cut])
        if _COMMITTEE.search(" ".join(words[-cut:])):
            break  # "Ban Nội chính Thành ủy" is said of a board there is not
        if resolver.knows(shorter) and (end := _without(text, title, words[-cut:])):
            return replace(title, body=shorter, end=end)
    return title


def _without(text: str, title: Title, words: list[str]) -> int | None:
    """Where the title ends when these last words are left out; None if they are not written so."""
    tail = r"\W+".join(map(re.escape, words))
    found = re.search(rf"\W+{tail}$", text[title.start : title.end], re.IGNORECASE)
    return title.start + found.start() if found else None
