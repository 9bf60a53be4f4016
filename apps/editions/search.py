"""Words in, showings out. One tokenizer feeds both engines (lib.vietnamese.fold)."""

import re
from html import unescape

from lib.vietnamese.fold import folded_tokens, tokens

from .models import SearchRow

TAG = re.compile(r"<[^>]*>")


def plain(html: str) -> str:
    """The words of rendered HTML, blocks apart."""
    return unescape(TAG.sub(" ", html))


def add(showing) -> None:
    """Make a current or coming showing findable."""
    values = showing.cut.values
    if showing.cut.kind != "article":
        return
    title = values.get("headline", "")
    body = " ".join([values.get("sapo", ""), plain(values.get("html", ""))])
    SearchRow.objects.create(
        showing=showing,
        portal=showing.portal,
        title=" ".join(tokens(title)),
        body=" ".join(tokens(body)),
        title_folded=" ".join(folded_tokens(title)),
        body_folded=" ".join(folded_tokens(body)),
    )


def drop(showing_ids) -> None:
    SearchRow.objects.filter(showing_id__in=list(showing_ids)).delete()
