"""What is written in two ways and looked for in either: 1.400 and 1400, H'Loan and Hloan."""

import re

APOSTROPHES = "'\u2018\u2019\u02bc\u00b4`"
# A point between thousands: in 11.10.2021 and 0912.345.678 there is none.
_THOUSANDS = re.compile(r"(?<![\w.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9]|\.[0-9])")
# Names of the Central Highlands, H'Mông: one consonant before a word.
_PARTED = re.compile(rf"(?i)(?<![^\W_])([bcdđghklmnpqrstvx])[{APOSTROPHES}](?=[^\W\d_])")


def whole_numbers(text: str) -> str:
    """Numbers without the points between their thousands."""
    return _THOUSANDS.sub(lambda number: number[0].replace(".", ""), text)


def unparted(text: str) -> str:
    """Names without the apostrophe inside, as they are often typed: Hloan."""
    return _PARTED.sub(r"\1", text)


def thousands(number: str) -> str:
    """The number with its points: "1.400" of "1400"; one that is never written so as it is."""
    if len(number) < 4 or number.startswith("0"):
        return number
    return f"{int(number):,}".replace(",", ".")
