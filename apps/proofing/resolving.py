"""Which bodies of the register the words of a text can mean."""

from dataclasses import dataclass

from apps.people.house_form import Home
from apps.people.speaking import body_key

from .facts import BodyFact
from .register import ByUnit, Register


@dataclass(frozen=True)
class Meant:
    """`bodies` that bear the words; `sure` when the words, or the portal, say which unit."""

    bodies: tuple[BodyFact, ...]
    sure: bool


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
        return self.chosen(self.register.bodies_by_key.get(body_key(words), {}))

    def knows(self, words: str) -> bool:
        """Whether some body bears the words."""
        return body_key(words) in self.register.bodies_by_key

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
