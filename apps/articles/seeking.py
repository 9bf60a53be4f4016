"""Looking for a piece by words: with or without marks, either style of placing tones."""

from django.db.models import Exists, OuterRef, Q

from lib.vietnamese.fold import fold

from .models import Byline, Contributor


def sought(articles, words: str, portals):
    """Those in which each word stands: in headline, lead, topics, the section of an old portal, in
    a name under the text or in a pen name of its author.

    The names are asked within the list's own query: not at all where no pen name has the word, and
    else only of pieces that do not hold it themselves, for a list of all that every "Thị" has
    signed would be longer than the list itself. `portals` are those whose pen names count.
    """
    found = Q()
    for word in fold(words.replace("\x00", " ")).split():
        names = Contributor.objects.filter(portal__in=portals, folded__contains=word).order_by()
        signed = Byline.objects.filter(article=OuterRef("pk"), contributor__in=names.values("pk"))
        authors = names.filter(account__isnull=False).values("account")
        named = Q(Exists(names)) & (Q(author__in=authors) | Q(Exists(signed)))
        found &= Q(folded__contains=word) | named
    return articles.filter(found)
