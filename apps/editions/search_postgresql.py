"""Conditions over tsvectors: rows of a question about showings joined with their `search_row`."""

VECTORS = {
    "title": "search_title_exact",
    "any": "search_exact",
    "title_folded": "search_title",
    "any_folded": "search_all",
}
TEXTS = {"any": ("title", "body"), "any_folded": ("title_folded", "body_folded")}


def have(words: list[str], where: str) -> tuple[str, list[str]]:
    """SQL that is true where all the words stand, and its parameters.

    The words go in as a tsquery already: no parser cuts them again.
    """
    asked = " & ".join(f"'{word}'" for word in words)
    return f"editions_searchrow.{VECTORS[where]} @@ %s::tsquery", [asked]


def side_by_side(words: list[str], where: str) -> tuple[str, list[str]]:
    """SQL that is true where the words follow one another in one column."""
    asked = f" {' '.join(words)} "
    found = " OR ".join(
        f"strpos(' ' || editions_searchrow.{text} || ' ', %s) > 0" for text in TEXTS[where]
    )
    together, words_asked = have(words, where)  # cheaper than reading the text
    return f"({together} AND ({found}))", [*words_asked, asked, asked]
