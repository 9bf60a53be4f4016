"""Is a piece about something joyful? For a list that a person decides on, never for an act."""

import re

from .fold import fold
from .text import clean
from .tones import place_tones

_WORDS = (
    "chào mừng", "chúc mừng", "mừng Đảng", "mừng Xuân", "mừng thọ", "mừng công", "mừng đón",
    "chào Xuân", "chào năm mới", "đón Tết", "vui Tết", "đón Xuân", "du Xuân", "vui Xuân",
    "lễ hội", "hội Xuân", "khai hội", "ngày hội", "hội diễn", "hội chợ", "hội thao", "hội thi",
    "hội làng", "liên hoan", "văn nghệ", "ca nhạc", "hòa nhạc", "ca múa nhạc", "đêm nhạc",
    "biểu diễn", "giao lưu", "trình diễn", "diễu hành", "pháo hoa", "thả đèn", "đêm hội",
    "trung thu", "khai mạc giải", "chung kết", "giải bóng", "giải chạy", "đua thuyền",
    "thi hoa hậu", "người đẹp", "tưng bừng", "hân hoan", "rộn ràng", "náo nức",
    "khánh thành", "chợ hoa", "đường hoa", "gói bánh chưng",
)  # fmt: skip
_FOLDED = sorted({fold(each).replace(" ", "-") for each in _WORDS})
_SPOKEN = re.compile(r"(?<!\w)(?:" + "|".join(sorted(map(str.lower, _WORDS))) + r")(?!\w)")
_SLUGS = re.compile("|".join(_FOLDED) + "|(^|-)tet(-|$)")


def is_festive(text: str, section: str = "") -> bool:
    """By words of the headline and lead, or of the section's address ("le-hoi")."""
    spoken = place_tones(clean(text)).lower()
    return bool(_SPOKEN.search(spoken) or _SLUGS.search(section))
