"""One person with one title twice, or with two ranks of one committee."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from lib.vietnamese.titles import Title

_SEPARATORS = " ,-–\u00a0"
# Nobody is two of these in one body.
_ONE_OF = (
    ("Bí thư", "Phó Bí thư Thường trực", "Phó Bí thư"),
    ("Chủ tịch", "Phó Chủ tịch Thường trực", "Phó Chủ tịch"),
)


def look(manuscript: Manuscript) -> Iterator[Finding]:
    for mention in manuscript.reading.mentions:
        if len(mention.titles) > 1:
            yield from _of_one(manuscript, mention.titles)


def _of_one(manuscript: Manuscript, titles: tuple[Title, ...]) -> Iterator[Finding]:
    seen: dict[tuple, Title] = {}
    last = None
    for title in titles:
        key = (title.rank, title.body)
        if key in seen and title.body and _is_apart(seen[key], title):
            yield _twice(manuscript, last, title)
        elif rival := _rival(seen, title):
            words = _("Nobody is both %(one)s and %(two)s of one body: which is right?")
            words %= {"one": rival.rank, "two": title.rank}
            yield manuscript.hint(Kind.DOUBLE_TITLE, title.start, title.end, words)
        seen.setdefault(key, title)
        last = title


def _is_apart(one: Title, other: Title) -> bool:
    return one.end <= other.start


def _twice(manuscript: Manuscript, last: Title, title: Title) -> Finding:
    """Marked with the comma before it, so that one step takes it out."""
    words = _("This title stands here twice: take one out.")
    between = manuscript.reading.text[last.end : title.start]
    if between.strip(_SEPARATORS):
        return manuscript.hint(Kind.DOUBLE_TITLE, title.start, title.end, words)
    return manuscript.hint(Kind.DOUBLE_TITLE, last.end, title.end, words, fix="")


def _rival(seen: dict[tuple, Title], title: Title) -> Title | None:
    ranks = next((ranks for ranks in _ONE_OF if title.rank in ranks), ())
    if not title.body or not title.body_stated:
        return None
    rivals = (seen.get((rank, title.body)) for rank in ranks if rank != title.rank)
    return next((rival for rival in rivals if rival and rival.body_stated), None)
