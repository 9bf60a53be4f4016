"""Stretches of a text, asked by place without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable


class Spans:
    """[start, end) stretches that overlap little; asked which of them touch or hold another."""

    def __init__(self, spans: Iterable[tuple[int, int]]):
        self._spans = sorted(spans)
        self._starts = [start for start, _end in self._spans]
        self._longest = max((end - start for start, end in self._spans), default=0)

    def _near(self, start: int, end: int):
        first = bisect_left(self._starts, start - self._longest)
        return self._spans[first : bisect_right(self._starts, end)]

    def touch(self, start: int, end: int) -> bool:
        """Whether one shares a sign with [start, end)."""
        return any(first < end and start < last for first, last in self._near(start, end))

    def hold(self, start: int, end: int) -> bool:
        """Whether [start, end) lies within one."""
        return any(first <= start and end <= last for first, last in self._near(start, end))
