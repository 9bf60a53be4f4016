"""Which short lines between paragraphs are the words under a picture."""

import re

from . import caption_words as said
from .caption_words import any_of
from .offices import is_office
from .values import Line

_LONGEST, _LONGEST_CLOSED = 260, 150
_FEWEST = 6  # words of a line without a verb that is known: shorter ones head a part of the text
_CREDIT = re.compile(
    r"^[(\[]?\s?(?:ảnh|nguồn ảnh|photo|hình|nguồn|đồ họa|ảnh tư liệu|ảnh minh họa"
    r"|ảnh minh hoạ)\b\s?(?::.{0,70}|.{0,25})$",
    re.IGNORECASE,
)
_WITH_CREDIT = re.compile(
    r"[(\[–—.,-]?\s?(?:ảnh|nguồn ảnh|photo)\s?:\s?[^:]{1,50}[)\]]?$|\(\s?ảnh [^()]{1,40}\)$",
    re.IGNORECASE,
)
_SCENE = re.compile(rf"(?:một số )?{any_of(said.SCENES)}|ảnh\s?(?::|\d)", re.IGNORECASE)
_CONTEST = re.compile(any_of(said.CONTESTS), re.IGNORECASE)  # a whole sentence on one is text
_PEOPLE = re.compile(
    rf"(?:(?:các )?{any_of(said.PEOPLE)}|{any_of(said.ORGANS)}|{any_of(said.OCCASIONS)}"
    r"|(?:đông đảo|toàn thể|hàng trăm|hàng nghìn|nhiều|một số|đông) .{2,30}(?!\w))",
    re.IGNORECASE,
)
_MANY = re.compile(r"(?:nhiều|một số|đông|đông đảo) ", re.IGNORECASE)  # heads parts too
_DOING = re.compile(any_of(said.DOING), re.IGNORECASE)
_SHOWN = re.compile(rf"(?<!\w){any_of(said.SHOWN)}", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:[ivx]{1,4}|\d{1,2}|[a-hđ](?=[.)])(?!\.c(?!\w)))\s?[.)/:\-–]\s?"  # "Đ.c Lò Văn A" is none
    r"|[-–+*] |phần (?:thứ|[ivx\d])|điều \d"
    rf"|{any_of(said.HEADINGS)} ",
    re.IGNORECASE,
)
_PERSONS = re.compile(any_of(said.PERSONS), re.IGNORECASE)
_THINGS = re.compile(any_of(said.THINGS), re.IGNORECASE)
_SEEN = re.compile(rf"(?<!\w){any_of(said.SEEN)}", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"{any_of(said.SEVERAL)} {any_of(said.SEVERAL_SEEN)}(?: (?:tại|ở) .{{3,50}})?$", re.IGNORECASE
)
_REPORTED = re.compile(rf"(?<!\w){any_of(said.REPORTED)}|[:“\"\d]", re.IGNORECASE)
_FELT = re.compile(r"(?<!\w)(?:khiến|làm cho|về|dự và|nguyên nhân|xúc động)(?!\w)", re.IGNORECASE)
_SENTENCE = re.compile(r"[.!?;:…][”\")\]]*$")


def mark_captions(lines: list[Line]) -> list[Line]:
    """The lines with `kind` "caption" where one is; a credit below joins its caption.

    A page writes them one way: sentences are none where another has no stop.
    """
    found = {place for place in range(len(lines)) if _is_caption(lines, place)}
    told = {place for place in found if _is_told(lines[place])}
    if any(_is_open(lines[place].text) for place in found):
        found -= told
    out: list[Line] = []
    for place, line in enumerate(lines):
        if out and out[-1].kind == "caption" and _is_credit(line):
            out[-1] = _caption(f"{out[-1].text} {line.text}", out[-1])
        elif place in found:
            out.append(_caption(line.text, line))
        else:
            out.append(line)
    return out


def _is_told(line):
    """Taken for a caption though it is a sentence, and only for what it says."""
    if line.role == "caption" or line.after_image or _is_open(line.text):
        return False
    return not (_is_credit(line) or _WITH_CREDIT.search(line.text) or _SCENE.match(line.text))


def _is_open(text):
    return not _SENTENCE.search(_bare(text))


def _caption(text, line):
    return Line(_bare(text), "", "caption", line.role, line.gap, line.main)


def _bare(text):
    """Without the marks that some pages draw round or before a caption."""
    inside = text.strip("*_ ") if _is_marked(text) else text
    return re.sub(r"^[-–+]\s?(?=ảnh\s?[:\d])", "", inside, flags=re.IGNORECASE)


def _is_marked(text):
    return len(text) > 2 and text[0] == text[-1] and text[0] in "*_"


def _is_credit(line):
    return (
        len(line.text) <= 80 and bool(_CREDIT.match(line.text)) and not _SCENE.match(line.text[5:])
    )


def _is_caption(lines, place):
    line = lines[place]
    if line.role == "caption":
        return len(line.text) <= 2 * _LONGEST
    if line.kind not in ("p",) or len(line.text) > _LONGEST or line.role == "lead":
        return False
    if line.after_image and _reads_under_image(line):
        return True
    if _is_marked(line.text):
        return True
    if _HEADING.match(_bare(line.text)):
        return False
    return _reads_like_one(line) and not _is_listed(lines, place)


def _reads_under_image(line):
    """Behind a picture any short line is its caption, unless it is the next paragraph."""
    if line.set_apart:
        return len(line.text) <= 200
    if _SENTENCE.search(line.text) and not _WITH_CREDIT.search(line.text):
        return bool(_SCENE.match(line.text)) and len(line.text) <= 120
    return not (_HEADING.match(line.text) or line.strong and not _PEOPLE.match(line.text))


def _reads_like_one(line):
    text = _bare(line.text)
    if _is_credit(line) or _WITH_CREDIT.search(text):
        return len(text) <= _LONGEST
    closed = bool(_SENTENCE.search(text))
    if _SCENE.match(text):
        if closed and _FELT.search(text):
            return False
        return len(text) <= (110 if closed else _LONGEST) and not text.endswith((":", ";"))
    if not closed and _CONTEST.match(text):
        return len(text) <= _LONGEST
    if closed:
        return text.endswith(".") and len(text) <= _LONGEST_CLOSED and _is_scene_told(text[:-1])
    if is_office(text) and not _SHOWN.search(text):
        return False
    long = len(text.split()) >= _FEWEST
    if _DOING.match(text) or _PEOPLE.match(text) and _SHOWN.search(text):
        return long or not _MANY.match(text)
    return long and bool(_THINGS.match(text) or _PERSONS.match(text) and " - " not in text)


def _is_scene_told(text):
    """A sentence on what is seen, nothing of what was said: newspapers close captions so."""
    if _REPORTED.search(text) or ". " in text or ";" in text:
        return False
    if _SEVERAL.match(text):
        return True
    return bool(_PEOPLE.match(text) and _SEEN.search(text) and not _FELT.search(text))


def _is_listed(lines, place):
    """One of several short lines in a row: a list of names, not captions."""
    short = 0
    for step in (-1, 1):
        near = place + step
        while (
            0 <= near < len(lines)
            and len(lines[near].text) <= 160
            and not _SENTENCE.search(lines[near].text)
        ):
            if not (_SCENE.match(lines[near].text) or lines[near].after_image):
                short += 1
            near += step
    above = lines[place - 1].text if place else ""
    return short >= 2 and not _SCENE.match(lines[place].text) or _begins_list(above)


def _begins_list(text):
    return text.endswith(":") and "hình ảnh" not in text.lower()
