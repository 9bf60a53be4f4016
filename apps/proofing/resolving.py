"""Which bodies of the register the words of a text can mean."""

import datetime as dt
from dataclasses import dataclass, replace

from apps.organizations.naming import Level, guess
from apps.people.house_form import Home
from apps.people.speaking import body_key
from lib.vietnamese.fold import fold

from .facts import BodyFact
from .register import ByUnit, Register


@dataclass(frozen=True)
class Meant:
    """`bodies` that bear the words; `sure` when the words, or the portal, say which unit.

    `ours`: without a body that bears them, the words name a unit of ours or no unit at all.
    """

    bodies: tuple[BodyFact, ...]
    sure: bool
    ours: bool = True


NOTHING = Meant((), False)


@dataclass(frozen=True)
class Resolver:
    """Looks words up for one portal: `home` are the units it writes without their place."""

    register: Register
    home: Home

    def meant(self, words: str) -> Meant:
        """Bodies for words of a title ("Thị ủy", "HĐND thị xã Sông Vân")."""
        if not words:
            return NOTHING
        found = self.chosen(self.register.bodies_by_key.get(body_key(words), {}))
        return found if found.bodies else replace(found, ours=self._is_of_here(words))

    def _is_of_here(self, words: str) -> bool:
        """ "Huyện ủy", "Hội Nông dân tỉnh", "Huyện đoàn Ea Súp" where that district is ours. Not
        "Phòng Kinh doanh", nor "Huyện ủy Mường Ảng" of strangers."""
        told, key = guess(words), fold(words)
        return bool(told.level) and (
            not told.place
            or any(
                level == told.level and key.endswith(f" {place}")
                for level, place in self.register.units
            )
        )

    def knows(self, words: str) -> bool:
        """Whether some body bears the words."""
        return body_key(words) in self.register.bodies_by_key

    def is_of_any_commune(self, words: str, day: dt.date) -> bool:
        """Whether "HĐND xã" is said without a place, on a day on which none of ours existed: of
        whichever commune there was."""
        told = guess(words)
        if told.level != Level.COMMUNE or told.place:
            return False
        return not any(body.exists_on(day) for body in self.meant(words).bodies)

    def chosen(self, by_unit: ByUnit) -> Meant:
        """Those of the only unit, or of the portal's own; otherwise all, and nothing is sure."""
        if not by_unit:
            return NOTHING
        if len(by_unit) == 1:
            return Meant(tuple(next(iter(by_unit.values()))), True)
        ours = [body for unit in self.home for body in by_unit.get(unit, ())]
        if ours:
            return Meant(tuple(ours), True)
        return Meant(tuple(body for bodies in by_unit.values() for body in bodies), False)
