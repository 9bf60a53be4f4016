"""Addresses of bodies and people: minted once, suffixed on collision, never changed (DESIGN §3)."""

import itertools

from lib.vietnamese.slug import slugify

# The column holds 120 characters; the rest is room for "-2", "-3", …
LONGEST = 100


def mint_slug(name: str, model, *, fallback: str = "co-quan") -> str:
    """An address no row of `model` (with a unique `slug`) has: "thi-uy-song-van", "…-2".

    `fallback` stands where nothing of the name is left. One query; the row must be saved in the
    same transaction. For many rows at once use `Slugs`.
    """
    stem = slugify(name, LONGEST) or fallback
    taken = set(model.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return _free(stem, taken)


class Slugs:
    """Mints many addresses with one query: reads all that are taken and remembers its own."""

    def __init__(self, model, *, fallback: str = "co-quan"):
        self._taken = set(model.objects.values_list("slug", flat=True))
        self._fallback = fallback

    def mint(self, name: str) -> str:
        """The next free address for this name; from now on it is taken."""
        slug = _free(slugify(name, LONGEST) or self._fallback, self._taken)
        self._taken.add(slug)
        return slug


def _free(stem: str, taken: set[str]) -> str:
    if stem not in taken:
        return stem
    return next(slug for number in itertools.count(2) if (slug := f"{stem}-{number}") not in taken)
