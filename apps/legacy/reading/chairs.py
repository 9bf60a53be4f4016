"""Who chaired a meeting: named as chairing, else the one who concluded or directed it."""

import re
from bisect import bisect_left

from lib.vietnamese.titles import Mention

_CHAIRS = re.compile(
    r"(?:đồng )?chủ trì(?!,? (?:phối hợp|tham mưu|soạn thảo|thực hiện))|chủ (?:tọa|toạ)"
    r"|điều hành (?:hội nghị|phiên|cuộc họp|buổi|kỳ họp|đại hội)",
    re.IGNORECASE,
)
# What may stand between the verb and the people it leads to: "chủ trì hội nghị có các đồng chí:".
_LEADS = re.compile(
    r"[^.;!?\n]{0,60}?(?:(?<!\w)(?:có|gồm|là|của)(?!\w)|:)[^.;!?\n]{0,60}$", re.IGNORECASE
)
_JOINS = re.compile(
    r"^[ ,;:–-]{0,4}(?:và\s|cùng\s|với\s|cùng với\s)?[ ,;:–-]{0,2}"
    r"(?:(?:các\s)?(?:đồng chí|đ/c|ông|bà)[ :]{0,3})?$|^, [^.;:\n]{1,25}; $",
    re.IGNORECASE,
)
# Of two who chair together the first may have a title that was not read to its end.
_TOGETHER = re.compile(r"[^.;:\n]{0,90} và\s*$")
_ATTENDS = re.compile(r"(?<!\w)(?:dự|tham dự|tham gia)(?!\w)(?!.*chủ trì)", re.IGNORECASE)
_BREAK = re.compile(r"[.!?…]\s+(?=[A-ZĐÀ-Ỹ“\"])|\n")
_AFTERWARDS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        r"kết luận (?:tại )?(?:hội nghị|cuộc họp|buổi|kỳ họp|phiên|đại hội)|phát biểu kết luận",
        r"phát biểu chỉ đạo|(?:dự và )?chỉ đạo (?:hội nghị|đại hội|cuộc họp|tại)",
        r"nhấn mạnh|yêu cầu|giao nhiệm vụ|lưu ý|đề nghị",
    )
]
_NEAR = 140


def chairs_of(text: str, mentions: list[Mention], resolved: dict[int, str]) -> list[str]:
    """Names in order of the text.

    `resolved` gives, by the place of a mention in the list, the name of the person it means; a
    title-only mention of nobody named has none.
    """
    people = _People(text, mentions, resolved)
    found = {}
    for verb in _CHAIRS.finditer(text):
        for place in people.led_to(verb) or people.before(verb, several=True):
            found.setdefault(resolved[place], mentions[place].start)
    if found:
        return sorted(found, key=found.get)
    return next((names for form in _AFTERWARDS if (names := people.only_one(form))), [])


class _People:
    """The named mentions of a text, and who stands at a verb."""

    def __init__(self, text, mentions, resolved):
        self.text, self.mentions, self.resolved = text, mentions, resolved
        self.places = [place for place in range(len(mentions)) if place in resolved]
        self.starts = [mentions[place].start for place in self.places]

    def before(self, verb, *, several):
        """Who stands before the verb in its sentence, with those joined to him."""
        begin = self._sentence_start(verb.start())
        at = bisect_left(self.starts, verb.start()) - 1
        if at < 0 or self.mentions[self.places[at]].start < begin:
            return []
        nearest = self.mentions[self.places[at]]
        gap = self.text[nearest.end : verb.start()]
        if nearest.end > verb.start() or len(gap) > _NEAR or re.search(r"[;.!?]\s", gap):
            return []
        taken = [self.places[at]]
        if verb[0].lower().startswith("đồng ") and at and not self._joined(at - 1, at, begin):
            return self._with_whom(at, begin)
        alone = _ATTENDS.search(self.text[begin : self._first_start(begin)])
        while several and not alone and at > 0 and self._joined(at - 1, at, begin):
            at -= 1
            taken.insert(0, self.places[at])
        return taken

    def _with_whom(self, at, begin):
        one, other = self.mentions[self.places[at - 1]], self.mentions[self.places[at]]
        if one.start >= begin and _TOGETHER.match(self.text[one.end : other.start]):
            return self.places[at - 1 : at + 1]
        return [self.places[at]]

    def led_to(self, verb):
        """Whom the verb introduces: "chủ trì hội nghị có các đồng chí A; B"."""
        at = bisect_left(self.starts, verb.end())
        if at == len(self.places):
            return []
        first = self.mentions[self.places[at]]
        gap = self.text[verb.end() : max(verb.end(), first.start)]
        if not _LEADS.match(gap + " ") or len(gap) > _NEAR:
            return []
        taken = [self.places[at]]
        while at + 1 < len(self.places) and self._joined(at, at + 1, verb.end()):
            at += 1
            taken.append(self.places[at])
        return taken

    def only_one(self, form):
        """The name at that verb, if all such verbs of the text belong to one person."""
        names = {}
        for verb in form.finditer(self.text):
            for place in self._after(verb) or self.before(verb, several=False):
                names[self.resolved[place]] = True
        return list(names) if len(names) == 1 else []

    def _after(self, verb):
        """ "Kết luận hội nghị, đồng chí A …": the subject follows the opening words."""
        at = bisect_left(self.starts, verb.end())
        if at == len(self.places) or self._sentence_start(verb.start()) < verb.start() - 40:
            return []
        gap = self.text[verb.end() : self.mentions[self.places[at]].start]
        return [self.places[at]] if len(gap) <= 40 and not _BREAK.search(gap) else []

    def _joined(self, left, right, begin):
        one, other = self.mentions[self.places[left]], self.mentions[self.places[right]]
        if one.start < begin:
            return False
        if one.list_id >= 0 and one.list_id == other.list_id:
            return True
        return bool(_JOINS.match(self.text[one.end : other.start]))

    def _first_start(self, begin):
        at = bisect_left(self.starts, begin)
        return self.starts[at] if at < len(self.starts) else begin

    def _sentence_start(self, place):
        earliest = max(0, place - 1500)
        breaks = [found.end() for found in _BREAK.finditer(self.text, earliest, place)]
        return breaks[-1] if breaks else earliest
