"""No line of the demo office's menus leads to an empty page."""

import pytest

from .test_drawing import PORTALS
from .test_titles import ARTICLES

FILLED = {(row["portal"], row["section"]) for row in ARTICLES if row["state"] == "published"}


@pytest.mark.parametrize("portal", PORTALS, ids=lambda row: row["key"])
def test_a_menu_leads_to_sections_that_have_something(portal):
    inside = {row["slug"]: [row["slug"]] for row in portal["sections"]}
    for row in portal["sections"]:
        inside.get(row["parent"], []).append(row["slug"])
    lines = [line["section"] for line in portal["menu"] if "section" in line]
    empty = [
        slug for slug in lines if not any((portal["key"], one) in FILLED for one in inside[slug])
    ]
    assert empty == []
