"""A text as its sentences, so that each of them can be pointed at."""

import re

# "!", "?", "…" or a full stop, what closes a quotation, white space, then what opens the next.
END = re.compile(r"(?<=[.!?…])([\"”’»)\]]*)\s+(?=[\"“‘«(\[–-]*\s?(\w))")
# Written with a full stop that ends no sentence.
SHORT = frozenset(
    [
        "gs",
        "pgs",
        "ts",
        "ths",
        "cn",
        "bs",
        "bsck",
        "ks",
        "ls",
        "tp",
        "tx",
        "tt",
        "q",
        "p",
        "h",
        "x",
        "đ",
        "đc",
        "đ/c",
        "tr",
        "st",
        "v.v",
        "vv",
        "mr",
        "mrs",
        "ths.bs",
    ]
)


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph in order, white space round them taken away.

    Joined by single spaces they are the paragraph again. A full stop after an initial or a short
    form (“TS.”, “TP.”) ends none.
    """
    text = " ".join(text.split())
    found, begin = [], 0
    for match in END.finditer(text):
        if match[2].islower() or _is_short(text[begin : match.start()]):
            continue
        found.append(text[begin : match.end(1)])
        begin = match.end()
    return [*found, text[begin:]] if text[begin:] else found


def _is_short(said):
    word = said.rpartition(" ")[2]
    if not word.endswith(".") or word.endswith(".."):
        return False
    letters = word.rstrip(".").lstrip("(“\"'‘[")
    initial = len(letters) == 1 and letters.isalpha() and letters.isupper()
    return initial or letters.lower() in SHORT
