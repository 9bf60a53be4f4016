"""Bank accounts, cards and wallets; not the account of a fund that asks the public for help."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from apps.proofing.findings import Finding, Kind
from apps.proofing.manuscript import Manuscript
from apps.proofing.surroundings import (
    line_after,
    line_before,
    sentence_before,
    sentence_round,
)

from .account_forms import (
    ACCOUNT,
    BANK_AFTER,
    BANK_BEFORE,
    BANK_NEAR,
    COUNTED,
    FAMILY,
    HELP,
    NAMED_BEFORE,
    NEXT,
    OF_BODY,
    OF_PERSON,
    OF_PERSON_BEHIND,
    OTHER_ACCOUNT,
    OWN,
    OWNED_BY_BODY,
    OWNER,
    SENT,
    SENT_TO,
    TRACES,
)
from .named import names_person

_LEAST_WITHOUT_WORD = 8
_LEAST_OF_CARD = 15
_ROUND = 300
_REACH = 60


def look(manuscript: Manuscript) -> Iterator[Finding]:
    if not manuscript.has_any(*TRACES):
        return
    text, told = manuscript.reading.text, set()
    for form, is_account in _FORMS:
        for found in form.finditer(text):
            span = found.span("number")
            if span in told or not is_account(text, found):
                continue
            told.add(span)
            if not _is_public(text, found):
                yield _finding(manuscript, span)
                for more in _in_a_row(text, span[1]):
                    told.add(more)
                    yield _finding(manuscript, more)


def _in_a_row(text: str, at: int) -> Iterator[tuple[int, int]]:
    while found := NEXT.match(text, at):
        if COUNTED.match(text, found.end()):
            return
        yield found.span("number")
        at = found.end()


def _finding(manuscript: Manuscript, span: tuple[int, int]) -> Finding:
    words = _("This looks like somebody’s bank account or card: take it out.")
    return manuscript.mark(Kind.PERSONAL_DATA, *span, words)


def _is_no_sum(text: str, found: re.Match) -> bool:
    """Beside the name of a bank: no sum of money, no number of something else."""
    return not (COUNTED.match(text, found.end("number")) or OTHER_ACCOUNT.search(found["gap"]))


def _is_account(text: str, found: re.Match) -> bool:
    if not _is_no_sum(text, found):
        return False
    figures = sum(map(str.isdigit, found["number"]))
    near = found["gap"] + line_after(text, found.end(), _REACH)
    if found["card"]:
        return figures >= _LEAST_OF_CARD or bool(BANK_NEAR.search(near))
    if found["sure"]:
        return True
    if figures < _LEAST_WITHOUT_WORD:
        return False
    before = line_before(text, found.start(), _REACH)
    return bool(
        OF_PERSON.search(found["gap"])
        or NAMED_BEFORE.search(before)
        or BANK_NEAR.search(near)
        or OF_PERSON_BEHIND.match(text, found.end())
        or OWN.search(near)
        or SENT.search(before)
        or names_person(found["gap"])
        or names_person(before[-30:])
    )


def _is_of_family(sentence: str) -> bool:
    return bool(FAMILY.search(sentence)) and not OF_BODY.search(sentence)


def _is_public(text: str, found: re.Match) -> bool:
    """The account of a body, most of all one that the text publishes so that people give."""
    sentence = sentence_round(text, *found.span())
    named = NAMED_BEFORE.search(line_before(text, found.start(), 80))
    if named or OF_PERSON.search(found["gap"]) or _is_of_family(sentence):
        return False
    before = text[max(0, found.start() - _ROUND) : found.end("number")]
    after = text[found.end("number") : found.end("number") + _ROUND // 2]
    near = before + after.partition("\n\n")[0]
    owner = OWNER.search(near, max(0, len(before) - 160))
    if owner:
        return bool(owner["body"])
    if OWNED_BY_BODY.search(found["gap"]) or OWNED_BY_BODY.match(after):
        return True
    if names_person(after.partition("\n")[0][:_REACH]) or names_person(found["gap"]):
        return False
    if OWN.search(sentence_before(text, found.end(), _REACH)):
        return False
    return bool(HELP.search(near) and OF_BODY.search(near))


_FORMS = (
    (ACCOUNT, _is_account),
    (SENT_TO, _is_no_sum),
    (BANK_BEFORE, _is_no_sum),
    (BANK_AFTER, _is_no_sum),
)
