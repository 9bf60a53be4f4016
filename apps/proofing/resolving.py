"""Which bodies of the register the words of a text can mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from apps.people.house_form import Home, named
from apps.people.speaking import body_key

from .facts import BodyFact
from .register import Register


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
        key = body_key(words)
        return self.chosen(self.register.bodies_by_key.get(key, ()), key)

    def chosen(self, bodies: Iterable[BodyFact], key: str) -> Meant:
        """Those of the portal's own units where the words say no place; `key` is folded."""
        bodies = tuple(bodies)
        if not bodies:
            return NOTHING
        if all(says_place(key, body) for body in bodies):
            return Meant(bodies, True)
        ours = tuple(body for body in bodies if self.is_home(body))
        if ours:
            return Meant(ours, True)
        return Meant(bodies, len({named(body).unit for body in bodies}) == 1)

    def is_home(self, body: BodyFact) -> bool:
        return named(body).unit in self.home


def says_place(key: str, body: BodyFact) -> bool:
    """Whether folded words end with the body's place: "thi uy song van"."""
    place = named(body).unit[1]
    return bool(place) and key.endswith(f" {place}")
