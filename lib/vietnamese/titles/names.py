"""Where the name of a person begins and ends. Surnames are a hint, never a gate."""

from .heads import COMMITTEES, OPEN_HEADS
from .honours import HONOURS
from .named import NAMED
from .phrases import first_words, longest
from .ranks import RANKS
from .surnames import FREQUENT, PARTICLES, PLACES, STRONG, WEAK
from .tokens import LETTER, LOWER, TITLE, UPPER, WORD, Token
from .wordlists import words

MOST_SYLLABLES = 6
_OTHERS = first_words(HONOURS, NAMED, COMMITTEES, OPEN_HEADS, RANKS)
# No name has these words, and none begins with those.
_NEVER = words("ubnd hđnd mttq ubmttq ubkt btv bch covid")
_NEVER_FIRST = _NEVER | words(
    "ban sở đảng phòng ủy tập nghị quyết kết chỉ thường trưởng bí hội quân"
)
# Words of address that are syllables of names as well: Nam Anh, Ông Thế Cường.
_SPOKEN = words("ông bà anh chị cụ")
# In headings in capitals: words that follow a name or a unit and are no part of it.
_HEADING_STOPS = words(
    """
    dự chủ phát thăm và làm trao kiểm tiếp chúc tặng nhận gặp đối kết chỉ khảo dâng cùng được là
    đọc nêu gửi động nói trả đi đến về tham yêu đề giữ tại với chia viếng trình báo của cho các
    trong
    """
)
_MIDDLES = words("văn thị hữu đức đình ngọc xuân minh thanh quang a")
_SURE_MIDDLES = words("văn thị")
# Value of a name by its number of syllables, and of a place by its number.
_NAME_LENGTHS = (0, -5, 1, 3, 3, 2, 1)
_PLACE_LENGTHS = (0, -3, 2, 0, -2)


def is_particle(key: str) -> bool:
    """Y Vêng, A Pao, H'Nga, K' Vàng: first words of names without a surname before them."""
    return key in PARTICLES or (key[:2] in ("h'", "k'") and len(key) > 2)


def begins_name(tokens: list[Token], at: int) -> bool:
    """Whether a name surely begins here: a surname with another capitalised word behind it."""
    key = tokens[at].key
    if key not in STRONG and not is_particle(key):
        return False
    return at + 1 < len(tokens) and _is_capital(tokens[at + 1]) and tokens[at].case != LOWER


def _is_capital(token: Token) -> bool:
    return token.kind == WORD and token.case != LOWER


def run_end(tokens: list[Token], at: int, most: int = 10) -> int:
    """Index behind the capitalised words from `at`, cut where a title or an office begins."""
    end = at
    shouted = None
    while end < min(len(tokens), at + most) and _is_capital(tokens[end]):
        case = tokens[end].case
        if case != LETTER and shouted is None:
            shouted = case == UPPER
        if case != LETTER and shouted != (case == UPPER):
            break
        if is_other_start(tokens, end, first=end == at) or _ends_heading(tokens[end]):
            break
        end += 1
    return end


def _ends_heading(token: Token) -> bool:
    return token.case == UPPER and token.key in _HEADING_STOPS


def is_other_start(tokens: list[Token], at: int, first: bool = False) -> bool:
    """Whether a rank, an honour or an office begins at this capitalised word."""
    token = tokens[at]
    if token.key in (_NEVER_FIRST if first else _NEVER):
        return True
    if token.key not in _OTHERS:
        return False
    honour = longest(HONOURS, tokens, at)
    if honour and _is_address(tokens, at, honour[1], first):
        return True
    if any(_is_office(tokens, at, trie, first) for trie in (NAMED, COMMITTEES, OPEN_HEADS)):
        return True
    rank = longest(RANKS, tokens, at)
    return bool(rank) and not (first and rank[1] == at + 1 and token.case == LETTER)


def _is_address(tokens, at, end, first) -> bool:
    """Inside a name "Anh" and "Tiến Sỹ" are its syllables; "Tiến sỹ" is a degree."""
    if end == at + 1:
        return tokens[at].key not in _SPOKEN
    return first or tokens[at + 1].case != TITLE


def _is_office(tokens, at, trie, first) -> bool:
    """Two words of an office, or its letters.

    One word alone may be a name (Đoàn, Hội, Phòng), and so may two capitalised ones inside a name:
    Nguyễn Công An, Lê Văn Phòng.
    """
    found = longest(trie, tokens, at)
    if not found:
        return False
    if found[1] == at + 1:
        return tokens[at].case == UPPER and len(found[0]) < 9 and not _shouted_name(tokens, at)
    return first or tokens[at + 1].case != TITLE


_ADDRESSED = words("chí ông bà")
_OF_OFFICES = words("tncs thanh đbqh đại viên kinh liên")


def _shouted_name(tokens, at) -> bool:
    """ĐOÀN THỊ NHƯ QUỲNH in a heading: a surname that is a word of offices too."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if not behind or behind.case != UPPER:
        return False
    addressed = at > 0 and tokens[at - 1].key in _ADDRESSED and behind.key not in _OF_OFFICES
    return behind.key in _SURE_MIDDLES or addressed


def is_name(tokens: list[Token], at: int, end: int) -> bool:
    """Whether these capitalised words can be a whole name: not a place, two to six syllables."""
    if not 2 <= end - at <= MOST_SYLLABLES or keys(tokens, at, end) in PLACES:
        return False
    return has_surname(tokens, at) or not any(len(t.key) > 9 for t in tokens[at:end])


def has_surname(tokens: list[Token], at: int) -> bool:
    """Whether the word is a known surname or a particle of a name without one."""
    key = tokens[at].key
    return key in STRONG or key in WEAK or is_particle(key)


def keys(tokens: list[Token], at: int, end: int) -> str:
    """The words in lower case with single spaces."""
    return " ".join(token.key for token in tokens[at:end])


def split_run(tokens, at, end, behind_level, named, known) -> int:
    """Index where the place ends and the name begins in capitalised words behind a body.

    "phường | Hồng Hà | Nguyễn Văn An" -> 2 words on. `named`: the person was named before the
    title, so that these words are a place unless they can only be somebody else.
    `known`: names read for sure elsewhere in the text.
    """
    best, best_value = end, None
    for cut in range(end, at - 1, -1):
        value = _place_value(tokens, at, cut, behind_level)
        if cut < end:
            value += _name_value(tokens, cut, end, known) - 6 * named
        if best_value is None or value > best_value:
            best, best_value = cut, value
    return best


def _place_value(tokens, at, end, behind_level) -> int:
    length = end - at
    if length == 0:
        return -3 if behind_level else 0
    value = _PLACE_LENGTHS[length] if length < len(_PLACE_LENGTHS) else -5
    return value + 4 * (keys(tokens, at, end) in PLACES)


def _name_value(tokens, at, end, known) -> int:
    length = end - at
    if length > MOST_SYLLABLES:
        return -9
    words = keys(tokens, at, end)
    value = _NAME_LENGTHS[length]
    if length > 2 and tokens[at + 1].key in _SURE_MIDDLES:
        # Thị and Văn make a surname of any word before them.
        value += 3 + max(1, _first_value(tokens[at].key, length))
    else:
        value += _first_value(tokens[at].key, length)
        value += 1 if length > 2 and tokens[at + 1].key in _MIDDLES else 0
    return value + 6 * (words in known) - 4 * (words in PLACES)


def _first_value(key: str, length: int) -> int:
    if key in STRONG:
        return 5 if key in FREQUENT else 4
    if key in WEAK:
        return 2 if length > 2 else 0
    return 5 if is_particle(key) else -3


def title_case(name: str) -> str:
    """NGUYỄN VĂN A -> Nguyễn Văn A; H'NGA -> H'Nga; a name in small letters stays as it is."""
    if not name.isupper() or len(name) < 2:
        return name
    return " ".join(
        "'".join(part[:1] + part[1:].lower() for part in word.split("'")) for word in name.split()
    )
