"""What stands round a place: the same line, the same sentence."""

import re

_SENTENCE_END = re.compile(r"[.!?…](?= |$)(?<!TP\.)(?<!ĐT\.)(?<!Tel\.)|\n|;")


def line_before(text: str, at: int, reach: int) -> str:
    """At most `reach` signs before a place, of the same line."""
    return text[max(0, at - reach) : at].rpartition("\n")[2]


def line_after(text: str, at: int, reach: int) -> str:
    """At most `reach` signs behind a place, of the same line."""
    return text[at : at + reach].partition("\n")[0]


def sentence_before(text: str, at: int, reach: int) -> str:
    """At most `reach` signs before a place, of the same sentence."""
    return _SENTENCE_END.split(text[max(0, at - reach) : at])[-1]


def sentence_after(text: str, at: int, reach: int) -> str:
    """At most `reach` signs behind a place, of the same sentence."""
    return _SENTENCE_END.split(text[at : at + reach], maxsplit=1)[0]


def sentence_round(text: str, start: int, end: int, reach: int = 200) -> str:
    """The sentence a stretch stands in."""
    before, after = sentence_before(text, start, reach), sentence_after(text, end, reach)
    return before + text[start:end] + after
