"""Whom a text carries: the names in it with the titles stated, kept beside the text.

Written by `writing.py` with every text and read by `ripple/finding.py`. No register is asked here:
who is meant is decided when it is read, so that people entered later are found and nothing grows
stale.
"""

import datetime as dt
from collections.abc import Iterable

from lib.vietnamese.days import HO_CHI_MINH
from lib.vietnamese.titles import Mention, Title, read_mentions

from .body import figures, paragraphs

LEAST_NAME = 2  # syllables; a given name alone tells nobody
LONG_PAST = dt.timedelta(days=40)


def is_long_past(article) -> bool:
    """Whether the text is about a day that no change of these weeks concerns: an old page that is
    imported. It is read when somebody gives it another day."""
    day = article.event_date
    if day is None and article.published_at:
        day = article.published_at.astimezone(HO_CHI_MINH).date()
    return day is not None and day < article.changed_at.date() - LONG_PAST


def texts_of(article, captions: Iterable[str]) -> list[str]:
    """All words of an article in reading order. `captions` are those outside the body."""
    inside = [words for _picture, alt, caption in figures(article.body) for words in (caption, alt)]
    texts = [
        article.headline, article.sapo, *captions, *paragraphs(article.body), *inside,
        article.byline_office, article.outside_source,
    ]  # fmt: skip
    return [text for text in texts if text]


def carried_in(texts: list[str]) -> list:
    """[[name, [[rank, body, former, status], …]], …]: each person with the same titles once."""
    found = {}
    for mention in read_mentions("\n\n".join(texts)):
        if len(mention.name.split()) >= LEAST_NAME:
            titles = [[t.rank, t.body, t.former, t.status] for t in mention.titles]
            found.setdefault((mention.name, repr(titles)), [mention.name, titles])
    return list(found.values())


def mentions_of(carried: list) -> list[Mention]:
    """The mentions again, without their places."""
    return [
        Mention(
            name, -1, -1, tuple(Title(*title, -1, -1, True) for title in titles), -1, -1, -1, ""
        )
        for name, titles in carried
    ]
