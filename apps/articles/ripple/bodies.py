"""Bodies that texts stand in the name of: looked for only while some body begins or ends.

The words are read once for each revision of a text and version of the register, then kept in the
cache.
"""

from django.core.cache import cache

from apps.proofing.register import Register
from apps.proofing.resolving import Resolver
from apps.proofing.turning import Turns
from lib.vietnamese.titles.normal import normalise
from lib.vietnamese.titles.tokens import BREAK, tokenise

from ..body import paragraphs
from ..carrying import texts_of
from ..models import Article, ArticlePicture

KEPT_FOR = 7 * 24 * 3600
CHUNK = 500


def bodies_of(rows, resolvers: dict[int, Resolver], turns: Turns) -> dict[int, list[int]]:
    """{article: ids of the turning bodies it names}; no query while no body turns."""
    if not turns.of_body or not rows:
        return {}
    keys = {_key(row, turns.register): row for row in rows}
    known = cache.get_many(keys)
    missing = [row for key, row in keys.items() if key not in known]
    fresh = {}
    for article in _whole(missing):
        words, resolver = words_of_article(article), resolvers[article.portal_id]
        fresh[_key(article, turns.register)] = list(bodies_in(words, resolver))
    if fresh:
        cache.set_many(fresh, KEPT_FOR)
    return {
        keys[key].pk: [pk for pk in found if pk in turns.of_body]
        for key, found in (known | fresh).items()
    }


def _key(article, register: Register) -> str:
    return f"bodies-carried:{text_version(article, register)}"


def text_version(article, register: Register) -> str:
    """One string for this text against this register."""
    return f"{register.version}:{article.pk}:{article.revision}:{article.changed_at.timestamp()}"


def _whole(rows):
    """The articles with their texts, in portions."""
    ids = [row.pk for row in rows]
    for start in range(0, len(ids), CHUNK):
        yield from with_texts(ids[start : start + CHUNK])


def with_texts(ids):
    return Article.objects.filter(pk__in=ids).prefetch_related("pictures")


def _captions(article) -> list[str]:
    rows = article.pictures.all()
    return [row.caption for row in rows if row.placement != ArticlePicture.Placement.BODY]


def words_of_article(article) -> str:
    """All words of an article of `with_texts`, paragraphs apart."""
    return "\n\n".join(texts_of(article, _captions(article)))


def words_of_cut(values: dict) -> str:
    """All words of a page that was cut, but its bylines."""
    shown = [values.get("lead"), *values.get("gallery", ())]
    captions = [picture["caption"] for picture in shown if picture]
    body = values.get("html", "").replace("figcaption>", "p>")
    texts = [values.get("headline", ""), values.get("sapo", ""), *captions, *paragraphs(body)]
    return "\n\n".join(text for text in texts if text)


def bodies_in(text: str, resolver: Resolver) -> dict[int, None]:
    """Ids of the bodies named, the longest name at each place; none where it is unsure which."""
    register, found, at = resolver.register, {}, 0
    tokens = tokenise(normalise(text).text)
    while at < len(tokens):
        by_unit, behind = _longest(register, tokens, at)
        if by_unit:
            meant = resolver.chosen(by_unit)
            found |= dict.fromkeys(body.pk for body in meant.bodies if meant.sure)
        at = behind
    return found


def _longest(register: Register, tokens, at):
    """(bodies that bear the words or None, index behind them)."""
    best, behind, phrase = None, at + 1, ""
    most = min(len(tokens), at + register.longest.get(tokens[at].key, 0))
    for end in range(at, most):
        if tokens[end].kind == BREAK:
            break
        phrase = f"{phrase} {tokens[end].key}".strip()
        if phrase in register.phrases:
            best, behind = register.phrases[phrase], end + 1
    return best, behind
