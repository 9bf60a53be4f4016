"""Conditions over FTS5: rows of a question about showings joined with their `search_row`."""

COLUMNS = {
    "title": "title",
    "any": "title body",
    "title_folded": "title_folded",
    "any_folded": "title_folded body_folded",
}


def have(words: list[str], where: str) -> tuple[str, list[str]]:
    """SQL that is true where all the words stand, and its parameters."""
    return _match(where, " AND ".join(f'"{word}"' for word in words))


def side_by_side(words: list[str], where: str) -> tuple[str, list[str]]:
    """SQL that is true where the words follow one another in one column."""
    return _match(where, f'"{" ".join(words)}"')


def _match(where, asked):
    rows = "SELECT rowid FROM editions_search WHERE editions_search MATCH %s"
    question = f"{{{COLUMNS[where]}}} : ({asked})"
    return f"editions_searchrow.showing_id IN ({rows})", [question]
