"""Live sentences under the rows of a table: what each does, what is wrong, what to look at."""

import datetime as dt
from collections import defaultdict

from django.db.models import Q
from django.utils.translation import gettext as _

from lib.vietnamese.fold import fold

from .contradictions import clashes_in
from .describing import sentences
from .entering import Entered
from .models import Person
from .picture import rank_key, read_picture
from .playing import play
from .ranks import usual_ranks


def explain(entered: Entered, *, at: dt.datetime) -> dict:
    """{"rows": {row: {"says": [], "wrong": [], "lacks": "", "look": []}}, "whole": [], "lines": n}

    `wrong` must be mended before anybody signs, `look` is only a question.
    """
    before = read_picture(entered.lines)
    rows = defaultdict(lambda: {"says": [], "wrong": [], "lacks": "", "look": []})
    for line, sentence in enumerate(sentences(entered.lines, before)):
        rows[entered.owner[line]]["says"].append(sentence)
    for line, hint in _hints(entered.lines, before):
        rows[entered.owner[line]]["look"].append(hint)
    whole = []
    for clash in clashes_in(play(before.copy(), entered.lines), at=at):
        place = whole if clash.line is None else rows[entered.owner[clash.line]]["wrong"]
        place.append(clash.sentence)
    for row, lacks in entered.troubles.items():
        rows[row]["lacks"] = lacks
    return {"rows": dict(rows), "whole": whole, "lines": len(entered.lines)}


def _hints(lines, before):
    namesakes = _namesakes(lines)
    for number, line in enumerate(lines):
        if line["act"] == "person" and fold(line["name"]) in namesakes:
            yield (
                number,
                _(
                    "The register already has %(name)s. If it is the same person, "
                    "choose from the list."
                )
                % {"name": namesakes[fold(line["name"])]},
            )
        if line["act"] == "appoint" and line["from"] is None:
            yield number, _("No first day: the title counts on every day until its end.")
        if line["act"] == "appoint" and _is_new_rank(line, before):
            yield (
                number,
                _("“%(rank)s” is new in this body; is it spelled right?") % {"rank": line["rank"]},
            )


def _namesakes(lines):
    same = Q()
    for line in lines:
        if line["act"] == "person":
            same |= Q(folded__startswith=fold(line["name"]))
    found = Person.objects.filter(same) if same else []
    return {fold(person.name): person.name for person in found}


def _is_new_rank(line, before):
    body, key = before.bodies.get(line["body"]), rank_key(line["rank"])
    if body is None or (body.id, key) in before.precedence:
        return False
    return key not in {rank_key(rank) for rank in usual_ranks(body.kind, body.name)}
