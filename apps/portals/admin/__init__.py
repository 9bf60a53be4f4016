"""The desk's screens for portals: one file for each subject, scoped by seats in `scope.py`."""

from . import (
    banners,
    delegations,
    holidays,
    house_style,
    menu,
    mourning,
    portal,
    seats,
    sections,
    topics,
)

__all__ = [
    "banners", "delegations", "holidays", "house_style", "menu", "mourning", "portal", "seats",
    "sections", "topics",
]  # fmt: skip
