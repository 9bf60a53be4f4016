"""Keys of names and words with their marks: the tone's place and the case do not count."""

from functools import lru_cache

from lib.vietnamese.titles.normal import normalise
from lib.vietnamese.titles.tokens import tokenise


@lru_cache(maxsize=1 << 16)
def phrase_of(words: str) -> str:
    """Words in small letters with single spaces, as the reader of titles cuts them."""
    return " ".join(token.key for token in tokenise(normalise(words).text))


def name_key(name: str) -> str:
    """ "NGUYỄN  THỊ HOÀ" and "Nguyễn Thị Hòa" are one; "Nguyễn Thị Hoa" is another."""
    return phrase_of(name)


def deletions(key: str) -> list[str]:
    """The name without each of its syllables; none for a single one."""
    syllables = key.split()
    if len(syllables) < 2:
        return []
    return [
        " ".join((*syllables[:place], *syllables[place + 1 :])) for place in range(len(syllables))
    ]


@lru_cache(maxsize=1 << 14)
def distance(one: str, other: str) -> int:
    """Letters to change, add, drop or swap with their neighbour (optimal string alignment)."""
    before, row = None, list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (a != b))
            if older and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]
