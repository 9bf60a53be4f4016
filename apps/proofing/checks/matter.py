"""What all checks look at: the text read, the people recognised, the register of the day."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from apps.proofing.findings import Finding, Severity
from apps.proofing.persons import Known, recognise
from apps.proofing.reading import Reading
from apps.proofing.resolving import Resolver


@dataclass(frozen=True)
class Matter:
    """`day` is the event's."""

    reading: Reading
    resolver: Resolver
    day: dt.date

    @cached_property
    def known(self) -> list[Known]:
        return recognise(self.reading.mentions, self.resolver, self.day)

    def finding(self, kind, start, end, message, *, severity=Severity.ERROR, **more) -> Finding:
        """At a place of the normal text, told in code points of the text as given."""
        first, last = self.reading.given_span(start, end)
        quote = self.reading.normal.given[first:last]
        return Finding(kind, first, last, quote, message, severity, **more)


def matter(reading: Reading, resolver: Resolver, day: dt.date) -> Matter:
    return Matter(reading, resolver, day)
