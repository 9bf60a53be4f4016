"""Each sentence of a text followed back through the versions before it.

A sentence is the same one while its words are the same, wherever it stands; with most of its words
the same it is the same one rewritten. Every step asks only what neither stayed nor came back, so
thirty versions of a long piece take a moment.
"""

from collections import defaultdict, deque
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from lib.vietnamese.sentences import sentences
from lib.vietnamese.text import nfc
from lib.vietnamese.worddiff import WORD

from ..blocks import words_of
from ..models import ArticlePicture

Placement = ArticlePicture.Placement
HEADLINE, SAPO, CAPTION = "headline", "sapo", "caption"
REWRITTEN = 0.5  # from here on one sentence is a rewriting of the other
PART_OF = 0.8  # so many of its words in another sentence: it was cut out of that one
LEAST = 4  # words below which nothing is a part
INSIDE = {"li": "bullet", "blockquote": "quote", "td": "row", "th": "row"}


@dataclass(frozen=True)
class Passage:
    """A paragraph, a caption, the headline: its kind and its sentences."""

    kind: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Trace:
    """One sentence's way: numbers of versions. `was` is the wording before `last`, '' when none."""

    text: str
    first: int
    last: int
    was: str = ""
    back: int = 0  # brought back in this version after it had been taken out


def passages(values: dict) -> list[Passage]:
    """What readers read of one version's `content.all_values`, in order, facts left out."""
    text = values["text"]
    said = [(HEADLINE, text["headline"]), (SAPO, text["sapo"])]
    said += _captions(text["pictures"], Placement.LEAD)
    said += _body(text["body"])
    said += _captions(text["pictures"], Placement.GALLERY)
    found = (
        Passage(kind, (words,) if kind == HEADLINE else tuple(sentences(words)))
        for kind, words in said
    )
    return [passage for passage in found if any(passage.sentences)]


def _captions(pictures, placement):
    return [(CAPTION, row["caption"]) for row in pictures if row["placement"] == placement]


def _body(html):
    tree = LexborHTMLParser(html, is_fragment=True)
    for node in tree.css("p, h2, h3, figcaption"):
        yield _kind(node), words_of(node)


def _kind(node):
    if node.tag != "p":
        return CAPTION if node.tag == "figcaption" else node.tag
    parent = node.parent
    while parent is not None:
        if parent.tag in INSIDE:
            return INSIDE[parent.tag]
        parent = parent.parent
    return "p"


def flat(found: list[Passage]) -> list[tuple[str, str]]:
    """[(kind, sentence)] of all passages."""
    return [(passage.kind, words) for passage in found for words in passage.sentences]


@lru_cache(maxsize=4096)
def same_as(sentence: str) -> tuple[str, ...]:
    """The words of a sentence: two with the same words are one."""
    return tuple(WORD.findall(nfc(sentence)))


@lru_cache(maxsize=4096)
def _bag(sentence):
    """The words with which time each stands there, for counting what two have in common."""
    seen: dict[str, int] = defaultdict(int)
    found = set()
    for word in same_as(sentence):
        if word[0].isalnum():
            seen[word] += 1
            found.add((word, seen[word]))
    return frozenset(found)


def trace(versions) -> list[Trace]:
    """[(number, [(kind, sentence)])], oldest first, to one Trace for each sentence of the last."""
    before: list[tuple[str, Trace]] = []
    gone: dict[tuple, Trace] = {}
    for number, texts in versions:
        before = _step(before, texts, number, gone)
    return [found for _kind, found in before]


def _step(before, texts, number, gone):
    found: list[Trace | None] = [None] * len(texts)
    stays = defaultdict(deque)
    for kind, old in before:
        stays[same_as(old.text)].append((kind, old))
    for place, (_kind, text) in enumerate(texts):
        if left := stays.get(same_as(text)):
            found[place] = left.popleft()[1]
    went = [pair for left in stays.values() for pair in left]
    _bring_back(found, texts, number, gone)
    for place, old in _rewritten(went, texts, found):
        found[place] = Trace(texts[place][1], old.first, number, old.text)
    for place, (_kind, text) in enumerate(texts):
        if found[place] is None:
            found[place] = _cut_out(text, before, number) or Trace(text, number, number)
    gone.update((same_as(old.text), old) for _kind, old in went)
    return [(kind, found[place]) for place, (kind, _text) in enumerate(texts)]


def _bring_back(found, texts, number, gone):
    for place, (_kind, text) in enumerate(texts):
        if found[place] is None and (old := gone.get(same_as(text))):
            found[place] = Trace(text, old.first, old.last, old.was, back=number)


def _rewritten(went, texts, found):
    """Which sentence that went became which new one: the most alike first; headlines always."""
    new = [place for place, trace in enumerate(found) if trace is None]
    pairs = sorted(
        ((_alike(old, texts[place]), place, n) for n, old in enumerate(went) for place in new),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2])),
    )
    taken_new, taken_old = set(), set()
    for alike, place, n in pairs:
        if alike >= REWRITTEN and place not in taken_new and n not in taken_old:
            taken_new.add(place)
            taken_old.add(n)
            yield place, went[n][1]


def _alike(old, new):
    if HEADLINE in (old[0], new[0]):
        return 1.0 if old[0] == new[0] else 0.0
    one, other = _bag(old[1].text), _bag(new[1])
    both = len(one) + len(other)
    return 2 * len(one & other) / both if both else 0.0


def _cut_out(text, before, number):
    """A long sentence made into two: the other half has the same beginning."""
    words = _bag(text)
    if len(words) < LEAST:
        return None
    least = PART_OF * len(words)
    whole = max(
        (old for kind, old in before if kind != HEADLINE),
        key=lambda old: len(words & _bag(old.text)),
        default=None,
    )
    if whole is None or len(words & _bag(whole.text)) < least:
        return None
    return Trace(text, whole.first, number, whole.text)
