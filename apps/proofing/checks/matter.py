"""What all checks look at: the text read, the people recognised, the register of the day."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from apps.proofing.findings import Finding, Severity
from apps.proofing.judging import Verdict, judge
from apps.proofing.occasions import occasion
from apps.proofing.persons import Known, recognise
from apps.proofing.reading import Reading
from apps.proofing.resolving import Resolver
from lib.vietnamese.titles import Title


@dataclass(frozen=True)
class Matter:
    """`day` is the event's."""

    reading: Reading
    resolver: Resolver
    day: dt.date

    @cached_property
    def known(self) -> list[Known]:
        return recognise(self.reading.mentions, self.resolver, self.day)

    @cached_property
    def _verdicts(self) -> dict[int, list[tuple[Title, Verdict]]]:
        return {id(known): list(self._judged(known)) for known in self.known}

    def verdicts(self, known: Known) -> list[tuple[Title, Verdict]]:
        """Each stated title of a mention with its judgement."""
        return self._verdicts[id(known)]

    def _judged(self, known: Known):
        mention, reading = known.mention, self.reading
        after = mention.name_end
        for title in mention.titles:
            if not known.people:
                yield title, Verdict()
                continue
            behind = after if 0 <= after <= title.start else -1
            when = occasion(reading, title.start, title.end, self.day, behind)
            certain = known.alike
            yield title, judge(title, known.people, when, self.day, self.resolver, certain=certain)
            after = max(after, title.end)

    def finding(self, kind, start, end, message, *, severity=Severity.ERROR, **more) -> Finding:
        """At a place of the normal text, told in code points of the text as given."""
        first, last = self.reading.given_span(start, end)
        quote = self.reading.normal.given[first:last]
        return Finding(kind, first, last, quote, message, severity, **more)


def matter(reading: Reading, resolver: Resolver, day: dt.date) -> Matter:
    return Matter(reading, resolver, day)
