"""Times as they stand in Word tables of schedules, put into the form `clock_times.TIME` reads."""

import re

# (form, what it becomes), in this order: each line is one habit of those who type such tables.
HABITS = [
    (re.compile(r"(?<![\d/.])(\d{1,2})\.(\d{2})(?:\s?h)?(?![\d/.\w])", re.I), r"\1:\2"),  # 7.30h
    (re.compile(r"(\d{1,2})\s?(?:h|g|giờ)\s?rưỡi(?!\w)", re.I), r"\1h30"),  # 14h rưỡi
    (re.compile(r"(?<=\d\d)\s?ph?(?!\w)", re.I), ""),  # 7h30p
    (re.compile(r"(?<=[\dhgờút'’])\s?(?:[-–—]>?|→)\s?(?=\d)", re.I), " – "),  # 14h-16h30
    (re.compile(r"(?<![\d:h])(\d{1,2})(?= – \d{1,2}\s?(?:h|g|giờ))", re.I), r"\1h"),  # 8-10h
]


def plain_clocks(words: str) -> str:
    """ "14h-16h30" as "14h – 16h30", "7.30h" as "7:30"; other words stay as they are."""
    for form, plain in HABITS:
        words = form.sub(plain, words)
    return words
