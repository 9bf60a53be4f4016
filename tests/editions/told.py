"""The story of one portal's pages told naively: of what has begun, the newest rules.

An entry that was given up never was. One that was stopped or has expired shows nothing, and what
stood before it stays away.
"""

from dataclasses import dataclass, field


@dataclass
class Entry:
    showing: int
    cut: int
    begins: int
    expires: int | None = None
    stopped: int | None = None
    hidden: bool = False
    given_up: bool = False

    def is_live(self, now):
        return all(end is None or end > now for end in (self.expires, self.stopped))


@dataclass
class Told:
    entries: list[Entry] = field(default_factory=list)

    def newest(self, now):
        begun = [e for e in self.entries if e.begins <= now and not e.given_up]
        return max(begun, key=lambda e: (e.begins, self.entries.index(e)), default=None)

    def live(self, now):
        newest = self.newest(now)
        return newest if newest and newest.is_live(now) else None

    def coming(self, now):
        return [e for e in self.entries if e.begins > now and not e.given_up]

    def show(self, entry, now, keep):
        for plan in self.coming(now):
            plan.given_up |= not keep or plan.begins == entry.begins
        self.entries.append(entry)

    def withdraw(self, showing, now):
        for plan in self.coming(now):
            plan.given_up |= plan.showing == showing

    def hide(self, now):
        if live := self.live(now):
            live.stopped, live.hidden = now, True

    def can_come_back(self, now):
        last = self.newest(now)
        return last and last.hidden and (last.expires is None or last.expires > now)

    def take_down(self, now):
        for plan in self.coming(now):
            plan.given_up = True
        if live := self.live(now):
            live.stopped = now
        if last := self.newest(now):
            last.hidden = False

    def expire(self, until, now):
        for entry in [*self.coming(now), *filter(None, [self.live(now)])]:
            entry.expires = until and max(until, now, entry.begins)

    def redact(self, cut, now):
        for entry in self.entries:
            if entry.cut == cut and entry.begins > now:
                entry.given_up = True
            if entry.cut == cut and entry is self.live(now):
                entry.stopped = now
            entry.hidden &= entry.cut != cut
