"""wrong_title, expired_title, future_title, wrong_body, dissolved_body, misspelled_title."""

from collections.abc import Iterator

from apps.proofing.findings import Finding
from apps.proofing.judging import RIGHT, Verdict
from apps.proofing.wording import evidence, message, proposed

from .matter import Matter
from .slipped import slipped_titles
from .typing import misspelled_title


def title_findings(matter: Matter) -> Iterator[Finding]:
    """Each stated title of each recognised person; those without a name for typing errors."""
    for known in matter.known:
        if matter.reading.is_quoted(known.mention.start, known.mention.end):
            continue
        slipped = list(slipped_titles(matter, known))
        yield from (finding for finding, _start, _end in slipped)
        for title, verdict in matter.verdicts(known):
            if any(start < title.end and title.start < end for _found, start, end in slipped):
                continue
            if verdict.kind:
                yield _told(matter, title, verdict)
            elif (known.people or matter.resolver.knows(title.body)) and (
                wrong := misspelled_title(matter, title, verdict)
            ):
                yield wrong
    yield from _only_spoken_of(matter)


def _only_spoken_of(matter: Matter) -> Iterator[Finding]:
    """ "Ý kiến của Chủ tich UBND xã": typing errors in titles that stand for nobody."""
    for title in matter.reading.spoken:
        known = matter.resolver.knows(title.body)
        if known and not matter.reading.is_quoted(title.start, title.end):
            yield from filter(None, [misspelled_title(matter, title, RIGHT)])


def _told(matter: Matter, title, verdict: Verdict) -> Finding:
    words = matter.reading.text[title.start : title.end]
    person, term = verdict.person, verdict.term
    expected = proposed(verdict.kind, title, person, term, matter.day, matter.resolver.home)
    return matter.finding(
        verdict.kind, title.start, title.end,
        message(verdict.kind, words, person, term, expected),
        person=person.pk, expected=expected, evidence=evidence(term), fix=expected or None,
    )  # fmt: skip
