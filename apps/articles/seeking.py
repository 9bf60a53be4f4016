"""Looking for a piece by words: with or without marks, either style of placing tones."""

from django.db.models import Exists, OuterRef, Q

from lib.vietnamese.fold import fold

from .models import Byline, Contributor


def sought(articles, words: str, portals):
    """Those in which each word stands: in headline, lead, topics, the section of an old portal, in
    a name under the text or in a pen name of its author.

    Names are asked first: a word that stands in no pen name is sought by the index of words alone,
    one that does is asked only of pieces that do not hold it themselves, for a list of all that
    every "Thị" has signed would be longer than the list itself. `portals` are those whose pen names
    count.
    """
    sought_words = fold(words.replace("\x00", " ")).split()
    if not sought_words:
        return articles
    found = Q()
    names = _names(sought_words, portals)
    for word in sought_words:
        here = Q(folded__contains=word)
        if called := [name for name in names if word in name.folded]:
            signed = Byline.objects.filter(article=OuterRef("pk"), contributor__in=called)
            authors = [name.account_id for name in called if name.account_id]
            here |= Q(author__in=authors) | Q(Exists(signed))
        found &= here
    return articles.filter(found)


def _names(sought_words, portals) -> list[Contributor]:
    """Pen names in which one of the words stands."""
    asked = Q()
    for word in sought_words:
        asked |= Q(folded__contains=word)
    rows = Contributor.objects.filter(asked, portal__in=portals).order_by()
    return list(rows.only("folded", "account"))
