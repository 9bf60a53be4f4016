"""The text readers here have beside the original's new one, word by word.

Both are read from what was cut, never from the desk's versions: those are the sender's.
"""

import re

from selectolax.lexbor import LexborHTMLParser

from ..blocks import words_of
from ..models import ArticlePicture
from ..past.differences import compare
from ..past.parts import Names

Placement = ArticlePicture.Placement
NO_NAMES = Names(sections={}, meetings={})
SHA256 = re.compile(r"/anh/([0-9a-f]{64})/")


def compared(old, new) -> dict | None:
    """{"groups", "changes", "pictures"} for `_compared_groups.html`, of two showings with their
    cuts; None where one of them is missing or was blanked. No query.
    """
    if not old or not new or not old.cut.values or not new.cut.values:
        return None
    groups = compare(version_of(old.cut.values), version_of(new.cut.values), NO_NAMES)
    return {"groups": groups, "changes": sum(group.changes for group in groups), "pictures": {}}


def version_of(values: dict) -> dict:
    """ArticleValues as `content.all_values` gives a text; what is no word of it is left out."""
    html, in_body = _body(values["html"])
    lead = [values["lead"]] if values["lead"] else []
    placed = [(Placement.LEAD, each) for each in lead]
    placed += [(Placement.BODY, each) for each in in_body]
    placed += [(Placement.GALLERY, each) for each in values["gallery"]]
    told = [["update", "", ""]] if values.get("updated_at") else []
    told += [["correction", n["wrong"], n["right"]] for n in values.get("corrections") or []]
    return {
        "text": {
            **{name: values[name] for name in ("headline", "sapo", "genre", "event_date")},
            **{n: values[n] for n in ("source_prefix", "outside_source", "byline_office")},
            "body": html,
            "meeting": None,
            "bylines": [[line["name"], line["office"], line["role"]] for line in values["bylines"]],
            "pictures": [_picture(placement, row) for placement, row in placed],
            "attachments": [[row["sha256"], row["title"]] for row in values["attachments"]],
            "corrections": told,
        },
        "place": {"section": "", "slug": ""},
    }


def _picture(placement, row):
    names = ("sha256", "caption", "alt", "credit")
    return {"placement": placement, "focal": None, **{name: row[name] for name in names}}


def _body(html) -> tuple[str, list[dict]]:
    """The body, and its pictures in order; a caption whose picture is missing is a line of it."""
    if "<figure" not in html:
        return html, []
    tree, found = LexborHTMLParser(html, is_fragment=True), []
    for figure in tree.css("figure"):
        image, words = figure.css_first("img"), words_of(figure.css_first("figcaption"))
        if image is None:
            figure.replace_with(figure.css_first("figcaption"))
            continue
        sha256 = SHA256.search(image.attributes.get("src") or "")
        found.append({
            "sha256": sha256[1] if sha256 else "", "caption": words, "credit": "",
            "alt": image.attributes.get("alt") or "",
        })  # fmt: skip
    return tree.html, found
