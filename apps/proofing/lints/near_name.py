"""One person's name written in two ways, one syllable apart."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from lib.vietnamese.fold import fold
from lib.vietnamese.titles import Mention

from .same_person import competes, each_once, name_key, one_title

_MOST_ALIKE = 8


def look(manuscript: Manuscript) -> Iterator[Finding]:
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in manuscript.reading.mentions:
        if " " in mention.name and (mention.honour or mention.list_id != -1):
            named[name_key(mention.name)].append(mention)
    for one, other in _pairs(named):
        if _is_one_person(named[one], named[other]):
            few, many = sorted(
                (named[one], named[other]), key=lambda these: (len(these), -these[0].start)
            )
            yield from _findings(manuscript, few, many)


def _pairs(named) -> Iterator[tuple[str, str]]:
    """Names that differ in one syllable, and there by one letter or by marks only."""
    alike: dict[tuple, list[str]] = defaultdict(list)
    for key in named:
        syllables = key.split()
        for place in range(len(syllables)):
            alike[(place, *syllables[:place], "", *syllables[place + 1 :])].append(key)
    for (place, *_rest), keys in alike.items():
        for one, other in combinations(keys[:_MOST_ALIKE], 2):
            if _is_slip(one.split()[place], other.split()[place]):
                yield one, other


def _is_slip(one: str, other: str) -> bool:
    one, other = fold(one), fold(other)
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    for at in range(len(longer)):
        changed = len(shorter) == len(longer) and shorter[:at] + shorter[at + 1 :]
        if longer[:at] + longer[at + 1 :] in (shorter, changed):
            return True
    return False


def _is_one_person(one: list[Mention], other: list[Mention]) -> bool:
    lists = {mention.list_id for mention in one} & {mention.list_id for mention in other}
    if lists - {-1}:
        return False
    titles = [each_once(title for each in these for title in each.titles) for these in (one, other)]
    if all(titles):
        pairs = [(first, second) for first in titles[0] for second in titles[1]]
        shared = any(one_title(first, second) and first.body for first, second in pairs)
        return shared and not any(competes(first, second) for first, second in pairs)
    if any(titles):
        return True
    return fold(one[0].name) == fold(other[0].name)


def _findings(manuscript: Manuscript, few: list[Mention], many: list[Mention]) -> Iterator[Finding]:
    right = many[0].name
    words = _("This name is also written “%(name)s” here: which is right?") % {"name": right}
    sure = right if len(many) > len(few) else None
    for mention in few:
        place = mention.name_start, mention.name_end
        yield manuscript.hint(Kind.NEAR_NAME, *place, words, expected=right, fix=sure)
