"""Phrases looked up word by word: the longest one that begins at a token."""

from collections.abc import Iterable
from typing import Any

from .tokens import UPPER, Token, tokenise

# Stands before an abbreviation that must be written in capitals: =TT, but "tt" is not one.
CAPITALS = "="
_END = None


def add(trie: dict, phrase: str, value: Any) -> None:
    """Put a phrase in; "=TT huyện" wants its first word in capitals."""
    node = trie
    for part in phrase.split():
        capital = part.startswith(CAPITALS) and len(part) > 1
        for token in tokenise(part.lstrip(CAPITALS) if capital else part):
            node = node.setdefault(CAPITALS + token.key if capital else token.key, {})
    node[_END] = value


def build(entries: Iterable[tuple[str, Any]]) -> dict:
    """A trie of (phrase, value) pairs."""
    trie: dict = {}
    for phrase, value in entries:
        add(trie, phrase, value)
    return trie


def lines(listed: str) -> list[tuple[str, str]]:
    """(spelling, house form) of a table: "House form" or "House form: spelling, spelling"."""
    entries = []
    for line in filter(None, map(str.strip, listed.splitlines())):
        house, _colon, spellings = line.partition(":")
        others = [part.strip() for part in spellings.split("|") if part.strip()]
        entries += [(spelling, house.strip()) for spelling in [house, *others]]
    return entries


def first_words(*tries: dict) -> frozenset[str]:
    """Keys with which a phrase of these tries may begin: what is not among them need not be looked
    up."""
    return frozenset(key.lstrip(CAPITALS) for trie in tries for key in trie if key is not _END)


def second_words(*tries: dict) -> frozenset[str]:
    """Keys that stand second in a phrase of these tries."""
    return first_words(*(node for trie in tries for key, node in trie.items() if key is not _END))


def longest(trie: dict, tokens: list[Token], at: int) -> tuple[Any, int] | None:
    """(value, index behind the phrase) of the longest phrase beginning at `at`, or None."""
    best, node = None, trie
    for index in range(at, len(tokens)):
        token = tokens[index]
        following = node.get(token.key)
        if following is None and token.case >= UPPER:
            following = node.get(CAPITALS + token.key)
        if following is None:
            return best
        node = following
        if _END in node:
            best = node[_END], index + 1
    return best
