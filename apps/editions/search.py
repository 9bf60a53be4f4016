"""Words in, showings out. One tokenizer feeds both engines (lib.vietnamese.fold)."""

import re
from datetime import datetime
from html import unescape

from django.db import connection
from django.db.models import BooleanField, Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce

from lib.vietnamese.fold import fold_tokens, folded_tokens, tokens

from . import search_postgresql, search_sqlite
from .models import SearchRow, Showing

TAG = re.compile(r"<[^>]*>")
QUERY_LENGTH = 1000  # characters read of what a reader typed
QUERY_WORDS = 32
WORD_LENGTH = 100  # a longer run of letters is no word
ROW_BYTES = 200_000  # per column: a tsvector holds a megabyte
ENGINES = {"sqlite": search_sqlite, "postgresql": search_postgresql}


def find(
    portal: str, query: str, now: datetime, limit: int, before: int | None = None
) -> list[Showing]:
    """Live showings of the portal that have every word of the query, best first.

    Words are compared without marks, case or the place of a tone. What has all of them with the
    same marks stands first; in each half those with all words in the title, then those with the
    words side by side, then the rest; equal ones newest first. `before` is the pk of the last
    showing of the page before (an unknown one begins anew). Loads `cut` without values and
    signers; costs two queries, with `before` three. A query without a word finds nothing.
    """
    words = query_words(query)
    if not words or limit < 1:
        return []
    found = _ranked(Showing.objects.filter(search_row__portal=portal), words)
    live = found.live_at(now)
    if before is not None:
        live = _after(live, found.filter(pk=before).values("rank", "listed", "cut_id").first())
    pks = list(live.order_by("rank", "-listed", "-cut_id").values_list("pk", flat=True)[:limit])
    return _loaded(pks)


def _loaded(pks):
    """In this order. Whole rows are read last: sorting thousands of them is what takes time."""
    rows = Showing.objects.select_related("cut").defer("cut__values", "cut__signers")
    by_pk = rows.in_bulk(pks)
    return [by_pk[pk] for pk in pks]


def query_words(query: str) -> list[tuple[str, str]]:
    """The words of a query in order, each once: (as written, folded)."""
    text = query[:QUERY_LENGTH]
    pairs = zip(tokens(text), folded_tokens(text), strict=True)
    words = [pair for pair in pairs if pair[1] and len(pair[0]) <= WORD_LENGTH]
    return list(dict.fromkeys(words))[:QUERY_WORDS]


def _ranked(showings: QuerySet, words) -> QuerySet:
    engine = ENGINES[connection.vendor]
    exact, folded = ([pair[side] for pair in words] for side in (0, 1))
    ranks = [
        engine.have(exact, "title"),
        engine.side_by_side(exact, "any"),
        engine.have(exact, "any"),
        engine.have(folded, "title_folded"),
        engine.side_by_side(folded, "any_folded"),
    ]
    whens = [When(_is_true(sql), then=rank) for rank, sql in enumerate(ranks)]
    return showings.filter(_is_true(engine.have(folded, "any_folded"))).annotate(
        rank=Case(*whens, default=Value(len(ranks)), output_field=IntegerField()),
        listed=Coalesce("cut__listed_at", "live_from"),
    )


def _is_true(condition) -> RawSQL:
    sql, parameters = condition
    return RawSQL(sql, parameters, output_field=BooleanField())


def _after(live, last):
    if last is None:
        return live
    return live.filter(
        Q(rank__gt=last["rank"])
        | Q(rank=last["rank"], listed__lt=last["listed"])
        | Q(rank=last["rank"], listed=last["listed"], cut_id__lt=last["cut_id"])
    )


def plain(html: str) -> str:
    """The words of rendered HTML, blocks apart."""
    return unescape(TAG.sub(" ", html))


def add(showing) -> None:
    """Make a current or coming showing findable."""
    for made in rows([showing]):
        made.save(force_insert=True)


def rows(showings) -> list[SearchRow]:
    """The words of these showings, not yet saved; a frame has none."""
    return [_search_row(showing) for showing in showings if showing.cut.kind in WORDS]


def _search_row(showing):
    title, body = (tokens(text) for text in WORDS[showing.cut.kind](showing.cut.values))
    return SearchRow(
        showing=showing,
        portal=showing.portal,
        title=_row(title),
        body=_row(body),
        title_folded=_row(fold_tokens(title)),
        body_folded=_row(fold_tokens(body)),
    )


def _article(values):
    html = plain(values.get("html", ""))
    return values.get("headline", ""), " ".join([values.get("sapo", ""), html])


def _named(values):
    """A page of the register: its names, and whatever else its maker gave to be found by."""
    return " ".join(values.get("names", [])), " ".join(values.get("words", []))


WORDS = {"article": _article, "person": _named, "body": _named}  # kind -> (title, body)


def _row(words) -> str:
    """Words with spaces between, as many as the index can take."""
    text = " ".join(word for word in words if len(word) <= WORD_LENGTH)
    return text.encode()[:ROW_BYTES].decode(errors="ignore")


def drop(showings) -> None:
    """Take these showings (ids or rows) out of search."""
    SearchRow.objects.filter(showing__in=showings).delete()
