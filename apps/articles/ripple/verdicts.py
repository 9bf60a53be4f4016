"""What a text says of those who turn: to be mended, to be looked at, or right as it is.

The proofreader's word as of the day of the event, else the day it goes out, else today; kept in
the cache for each revision of the text and version of the register.
"""

import zlib
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.translation import gettext as _

from apps.editions.models import Cut
from apps.proofing.checking import against_register
from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.overriding import Mark, passed_over_in
from lib.vietnamese.text import clean

from .bodies import KEPT_FOR, text_version, with_texts, words_of_article, words_of_cut
from .finding import Hit

MEND, LOOK, RIGHT = "mend", "look", "right"
GRAVE = (Severity.ERROR, Severity.WARNING)
KEPT_COLUMNS = ("kind", "person", "quote", "expected")
# What a turn can make wrong, whoever it is about; all else must name one of its people.
OF_BODIES = frozenset({Kind.DISSOLVED_BODY})


@dataclass(frozen=True)
class Verdict:
    """`why` is one sentence: the words found wrong, or why nothing has to be done; '' with LOOK."""

    what: str
    why: str = ""

    @property
    def label(self) -> str:
        return {
            MEND: _("Must be mended"),
            LOOK: _("Look at it again"),
            RIGHT: _("Right as it is"),
        }[self.what]


def mend(quote: str, expected: str) -> Verdict:
    """To be mended: these words. When the change counts stands beside it already."""
    said = {"quote": quote, "expected": expected}
    if expected:
        return Verdict(MEND, _("The text says “%(quote)s”; write “%(expected)s”.") % said)
    return Verdict(MEND, _("The text says “%(quote)s”: check it.") % said)


def verdicts(hits: list[Hit]) -> dict[int, Verdict]:
    """{article: Verdict} for some hits; what somebody has passed over with a reason is not counted.

    One query, and two more for those not read since they changed.
    """
    found, going = findings_of(hits), _findings_of_old_cuts(hits)
    passed = _passed_over(hits)
    return {
        hit.article.pk: _verdict(
            hit,
            _left(found[hit.article.pk], passed.get(hit.article.key, ())),
            _left(going.get(hit.old_cut, []), passed.get(hit.article.key, ())),
        )
        for hit in hits
    }


def _passed_over(hits: list[Hit]) -> dict[str, set[Mark]]:
    """{key: what is passed over now}. Such rows are never deleted: pieces that were read with
    `last_passed`, the number of their last one, are asked once for each number."""
    articles = [hit.article for hit in hits]
    if not all(hasattr(article, "last_passed") for article in articles):
        return passed_over_in(article.key for article in articles)
    keys = {
        f"ripple-passed:{article.key}:{article.last_passed}": article.key
        for article in articles
        if article.last_passed
    }
    known = cache.get_many(keys)
    missing = {kept: key for kept, key in keys.items() if kept not in known}
    if missing:
        asked = passed_over_in(missing.values())
        fresh = {kept: asked.get(key, set()) for kept, key in missing.items()}
        cache.set_many(fresh, KEPT_FOR)
        known |= fresh
    return {key: known[kept] for kept, key in keys.items()}


def _left(findings: list[dict], passed) -> list[dict]:
    return [
        each
        for each in findings
        if Mark(each["kind"], clean(each["quote"]), clean(each["expected"])) not in passed
    ]


def findings_of(hits: list[Hit]) -> dict[int, list[dict]]:
    """{article: grave findings as {kind, person, quote, expected}}."""
    keys = {_key(hit): hit for hit in hits}
    known = cache.get_many(keys)
    missing = {hit.article.pk: (key, hit) for key, hit in keys.items() if key not in known}
    fresh = {}
    for article in with_texts(missing) if missing else ():
        key, hit = missing[article.pk]
        fresh[key] = _grave(words_of_article(article), hit.resolver, hit.day)
    if fresh:
        cache.set_many(fresh, KEPT_FOR)
    read = known | fresh
    return {hit.article.pk: read.get(key, []) for key, hit in keys.items()}


def _findings_of_old_cuts(hits: list[Hit]) -> dict[int, list[dict]]:
    """{cut: its grave findings}: what goes out though the text was mended since."""
    by_cut = {hit.old_cut: hit for hit in hits if hit.old_cut}
    rows = Cut.objects.filter(pk__in=by_cut).values_list("pk", "values") if by_cut else ()
    return {
        pk: _grave(words_of_cut(values), by_cut[pk].resolver, by_cut[pk].day) for pk, values in rows
    }


def _grave(words, resolver, day) -> list[dict]:
    found = against_register(words, resolver, day)
    return [_values(each) for each in found if each.severity in GRAVE]


def _key(hit: Hit) -> str:
    home = zlib.crc32(repr(sorted(hit.resolver.home)).encode())
    register = hit.resolver.register
    return f"ripple:{text_version(hit.article, register)}:{hit.day.toordinal()}:{home}"


def _values(finding: Finding) -> dict:
    return {name: getattr(finding, name) for name in KEPT_COLUMNS}


def _verdict(hit: Hit, findings: list[dict], going: list[dict]) -> Verdict:
    wrong = [each for each in findings if concerns(each, hit.people)]
    if wrong:
        return mend(wrong[0]["quote"], wrong[0]["expected"])
    late = next((each for each in going if concerns(each, hit.people)), None)
    if late:
        return Verdict(
            MEND,
            _("The version that is scheduled still says “%(quote)s”: approve the mended text and "
              "schedule it anew.") % late,
        )  # fmt: skip
    if hit.told_before:
        return Verdict(RIGHT, _("The titles are right on the day it is about."))
    if all(map(hit.is_settled, hit.turns)):
        return Verdict(RIGHT, _("Written since the change, and nothing is found wrong."))
    return Verdict(LOOK)


def concerns(finding: dict, people) -> bool:
    """Whether a turn of these people, or of a body, can be the reason of a finding."""
    return finding["person"] in people or finding["kind"] in OF_BODIES
