"""A caption gives somebody a title that contradicts the one in the text."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import CAPTION, Manuscript
from lib.vietnamese.titles import Mention, Title

from .same_person import competes, each_once, name_key, one_title


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not manuscript.texts(CAPTION):
        return
    in_text: dict[str, list[Title]] = {}
    below: list[Mention] = []
    for mention in manuscript.reading.mentions:
        if not mention.name or not mention.titles:
            continue
        if manuscript.part_holding(mention.start).name == CAPTION:
            below.append(mention)
        else:
            in_text.setdefault(name_key(mention.name), []).extend(mention.titles)
    held = {name: each_once(titles) for name, titles in in_text.items()}
    for mention in below:
        known = held.get(name_key(mention.name), [])
        for title in _against(mention.titles, known):
            yield _finding(manuscript, mention, title, known)


def _against(titles: tuple[Title, ...], known: list[Title]) -> list[Title]:
    """Titles that are not in the text and cannot stand beside those that are."""
    new = [title for title in titles if not any(one_title(title, other) for other in known)]
    if known and len(new) == len(titles):
        return new[:1]
    return [title for title in new if any(competes(title, other) for other in known)]


def _finding(manuscript, mention: Mention, title: Title, known: list[Title]) -> Finding:
    rival = next((other for other in known if competes(title, other)), known[0])
    words = _("The text calls %(name)s %(title)s: which is right?")
    words %= {"name": mention.name, "title": manuscript.reading.text[rival.start : rival.end]}
    return manuscript.hint(Kind.CAPTION, title.start, title.end, words)
