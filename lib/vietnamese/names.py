"""Names of people: their order in a list, and what can be one."""

import re
import unicodedata

from .syllables import is_syllable
from .text import clean, nfc
from .tones import ACUTE, DOT, GRAVE, HOOK, TILDE, split_tone

# Order of tones in a list: ngang, huyền, hỏi, ngã, sắc, nặng.
_TONE_ORDER = {"": 0, GRAVE: 1, HOOK: 2, TILDE: 3, ACUTE: 4, DOT: 5}
# Letters of the alphabet that follow their plain letter: ă and â after a, đ after d, ...
_AFTER_PLAIN = {"ă": "a1", "â": "a2", "đ": "d1", "ê": "e1", "ô": "o1", "ơ": "o2", "ư": "u1"}
_FOREIGN = str.maketrans({"ƀ": "b9", "ł": "l9", "ø": "o9", "ı": "i9", "ß": "s9"})
_SYLLABLE = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")

MOST_SYLLABLES = 6
_LONGEST_NAME = 60
_LONGEST_SORTED = 200

_CAPITALISED = re.compile(
    r"(?:(?P<initials>(?:[^\W\d_]\.){1,3})|(?P<particle>[^\W\d_]['’ʼ]|[^\W\d_]-))?"
    r"(?P<rest>(?:[^\W\d_]|[\u0300-\u036f])*)(?P<point>\.?)"
)
_VOWEL = re.compile("[aeiouy]")
# First words of offices, credits and headings, which no name begins with.
_OFFICE_WORDS = """
ban báo phòng hội đảng cổng tin ảnh nguồn theo bài ủy uỷ ubnd hđnd xã phường tỉnh huyện sở
"""
_OFFICE_PAIRS = """
tác giả, trung tâm, trung ương, thường trực, thường vụ, văn phòng, thành ủy, thị ủy, tỉnh ủy,
huyện ủy, quận ủy, thành uỷ, thị uỷ, tỉnh uỷ, huyện uỷ, quận uỷ, thành phố, thị xã, trang chủ,
chi bộ, đoàn thể, việt nam, hà nội, phóng viên, đài truyền, đài phát, nhóm phóng
"""
_NOT_NAMES = """
banner video menu email print home admin facebook zalo youtube logo
"""


def _split(listed: str, separator: str | None = None) -> frozenset[str]:
    return frozenset(" ".join(part.split()) for part in listed.split(separator))


_NOT_FIRST = _split(_OFFICE_WORDS) | _split(_OFFICE_PAIRS, ",")
_NO_NAME = _split(_NOT_NAMES)
_ROMAN = re.compile("[IVXLC]{2,}")


def sort_key(name: str) -> str:
    """Key that sorts people as in a Vietnamese list: given name, then the rest from the surname.

    Letters in the order of the alphabet (a ă â b c d đ e ê ...), tones break ties of a syllable.
    Only [a-z0-9], so that every database sorts it alike. The first 200 characters count.
    """
    syllables = _SYLLABLE.findall(clean(name[:_LONGEST_SORTED]).lower())
    return "".join(map(_syllable_key, syllables[-1:] + syllables[:-1]))


def _syllable_key(syllable: str) -> str:
    """Letters of two signs each, closed by "0" and the tone: below any letter or figure."""
    letters, marks = split_tone(syllable)
    return "".join(map(_letter_key, letters)) + f"0{_TONE_ORDER[marks[:1]]}"


def _letter_key(letter: str) -> str:
    if letter in _AFTER_PLAIN:
        return _AFTER_PLAIN[letter]
    plain = unicodedata.normalize("NFD", letter.translate(_FOREIGN))
    if plain[0].isascii():
        return _ascii_key(plain)
    return "" if unicodedata.combining(letter) else f"z9{ord(letter):06x}"


def _ascii_key(plain: str) -> str:
    if plain[0].isdigit():
        return f"1{plain[0]}"
    if plain.isascii() and len(plain) == 2:
        return plain
    return f"{plain[0]}{9 if len(plain) > 1 else 0}"


def looks_like_name(s: str) -> bool:
    """Whether a line can be a person's name or pen name: a hint, never a gate.

    One to six capitalised syllables, also Y X Niê, H'Mlô, N.Hải, S.M, and all in capitals.
    """
    line = clean(s)
    words = line.split(" ")
    if not 2 <= len(line) <= _LONGEST_NAME or len(words) > MOST_SYLLABLES:
        return False
    if line.lower() in _NO_NAME or _begins_as_office(words):
        return False
    return all(_is_name_part(word, alone=len(words) == 1) for word in words)


def _begins_as_office(words: list[str]) -> bool:
    if len(words) < 2:
        return False
    first, second = words[0].lower(), words[1].lower()
    return first in _NOT_FIRST or f"{first} {second}" in _NOT_FIRST


def _is_name_part(word: str, alone: bool) -> bool:
    found = _CAPITALISED.fullmatch(nfc(word))
    if not found or not word[0].isupper():
        return False
    rest = found["rest"]
    if found["point"] and not 1 <= len(rest) <= 2:
        return False
    if found["initials"] or found["particle"]:
        return not rest or rest[0].isupper() or bool(found["particle"])
    return _is_capitalised(rest, alone)


def _is_capitalised(word: str, alone: bool) -> bool:
    if len(word) == 1:
        return not alone
    if word[1:].islower():
        return len(word) <= 12 and bool(_VOWEL.search(_plain(word)))
    if _ROMAN.fullmatch(word):
        return False
    return word.isupper() and (is_syllable(word) or _is_other_capitals(word, alone))


def _is_other_capitals(word: str, alone: bool) -> bool:
    """KSOR, KPĂ inside a name; PV, ĐQ, BBT alone as a pen name; but not UBND."""
    if alone:
        return len(word) <= 3
    return bool(_VOWEL.search(_plain(word))) and not re.search("[^aeiouy]{3}$", _plain(word))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFD", word.lower())
