"""What all checks look at: the text read, the people recognised, the register of the day."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from apps.proofing.findings import Finding, Kind, Severity
from apps.proofing.handovers import JOINT, before_it, given_up
from apps.proofing.judging import Verdict, judge
from apps.proofing.namesakes import without_namesakes
from apps.proofing.occasions import occasion, taken_up
from apps.proofing.persons import Known, recognise
from apps.proofing.reading import Reading
from apps.proofing.resolving import Resolver
from apps.proofing.trimming import trimmed
from lib.vietnamese.titles import Title


@dataclass(frozen=True)
class Matter:
    """`day` is the event's."""

    reading: Reading
    resolver: Resolver
    day: dt.date

    @cached_property
    def known(self) -> list[Known]:
        text, resolver = self.reading.text, self.resolver
        mentions = [trimmed(mention, text, resolver) for mention in self.reading.mentions]
        known = recognise(mentions, resolver, self.day, self._told_of)
        return without_namesakes(known, self.reading, resolver, self.day)

    def _told_of(self, title: Title):
        """The days of history of which a title is told; none for the event's own."""
        when = occasion(self.reading, title.start, title.end, self.day, -1)
        return when.spans if when.told else ()

    @cached_property
    def _verdicts(self) -> dict[int, list[tuple[Title, Verdict]]]:
        return {id(known): _one_body_one_error(list(self._judged(known))) for known in self.known}

    def verdicts(self, known: Known) -> list[tuple[Title, Verdict]]:
        """Each stated title of a mention with its judgement."""
        return self._verdicts[id(known)]

    def _judged(self, known: Known):
        mention, reading = known.mention, self.reading
        after, former = mention.name_end, False
        old = given_up(reading, mention) if known.people else ()
        begun = -1
        for number, title in enumerate(mention.titles):
            if not known.people:
                yield title, Verdict()
                continue
            behind = after if 0 <= after <= title.start else -1
            named = mention.name_end if title.end <= mention.name_start else -1
            when = occasion(reading, title.start, title.end, self.day, behind, named)
            if number in old:
                when = before_it(when, self.day)
            elif begun >= 0 and when.today and JOINT.fullmatch(reading.lower, begun, title.start):
                when = taken_up(self.day)
            begun = title.end if when.begins else -1
            certain = known.alike
            verdict = judge(title, known.people, when, self.day, self.resolver, certain=certain)
            if former and self._is_former_too(verdict):
                verdict = Verdict()
            yield title, verdict
            former = title.former or (former and not verdict.kind)
            after = max(after, title.end)

    def _is_former_too(self, verdict: Verdict) -> bool:
        """ "nguyên Bí thư Huyện ủy, Chủ tịch HĐND huyện" of somebody retired: one word for both."""
        gone = verdict.kind in (Kind.EXPIRED_TITLE, Kind.DISSOLVED_BODY)
        return gone and verdict.term is not None and not verdict.person.held_on(self.day)

    def finding(self, kind, start, end, message, *, severity=Severity.ERROR, **more) -> Finding:
        """At a place of the normal text, told in code points of the text as given."""
        first, last = self.reading.given_span(start, end)
        quote = self.reading.normal.given[first:last]
        return Finding(kind, first, last, quote, message, severity, **more)


_OF_BODIES = (Kind.DISSOLVED_BODY, Kind.WRONG_BODY)


def _one_body_one_error(judged):
    """ "Ủy viên Ban Thường vụ, Trưởng Ban Dân vận Tỉnh ủy": the Tỉnh ủy that both share is wrong
    once, where it is written."""
    if not any(title.body_stated and verdict.kind in _OF_BODIES for title, verdict in judged):
        return judged
    return [
        (title, verdict if title.body_stated or verdict.kind not in _OF_BODIES else Verdict())
        for title, verdict in judged
    ]


def matter(reading: Reading, resolver: Resolver, day: dt.date) -> Matter:
    return Matter(reading, resolver, day)
