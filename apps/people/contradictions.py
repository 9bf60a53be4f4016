"""What cannot be true of a register: refused in words, before anybody signs.

Only what the decision itself makes or changes is judged: an old mistake elsewhere in the register
does not stop today's work.
"""

import datetime as dt
from collections import defaultdict
from itertools import combinations

from django.utils.translation import gettext as _

from . import wording
from .models import Term
from .picture import Picture, read_picture
from .playing import Clash, Played, play
from .ranks import excludes, is_head, seats_for

# A year mistyped as 2062: nobody decides so far ahead (two full terms of a committee).
FARTHEST = dt.timedelta(days=3653)
# Who is in charge stands in for an absent holder and takes no seat from him.
_STANDS_IN = {Term.Status.IN_CHARGE}
# A deputy may act for his head, or be in charge, while he stays deputy.
_BESIDE_DEPUTY = {Term.Status.IN_CHARGE, Term.Status.ACTING}


def contradictions(changes, *, at: dt.datetime, picture: Picture | None = None) -> list[str]:
    """Sentences, one for each contradiction of these tidied lines; none when they may be signed.

    `picture`: what is known of the register already (it is changed); else it is read.
    """
    return [clash.sentence for clash in clashes(changes, at=at, picture=picture)]


def clashes(changes, *, at: dt.datetime, picture: Picture | None = None) -> list[Clash]:
    """The same with the line each stands in."""
    return clashes_in(play(picture or read_picture(changes), changes), at=at)


def clashes_in(played: Played, *, at: dt.datetime) -> list[Clash]:
    """What is wrong with a register after the lines were played on it."""
    return [
        *played.problems,
        *_outside_life(played),
        *_too_far(played, at.date()),
        *_seats(played),
        *_twice(played),
        *_two_ranks(played),
        *_bodies(played),
    ]


def _line_of(played, *terms):
    return next((played.terms[term.id] for term in terms if term.id in played.terms), None)


def _outside_life(played):
    """A title is held only while its body exists."""
    picture = played.picture
    for term in picture.terms.values():
        body = picture.bodies.get(term.body)
        if body is None or not (term.id in played.terms or term.body in played.bodies):
            continue
        sentence = _life_sentence(term, body, picture)
        if sentence:
            line = played.terms.get(term.id, played.bodies.get(term.body))
            yield Clash(line, sentence)


def _life_sentence(term, body, picture):
    said = {"title": wording.of_term(term, picture), "name": wording.name(term.person, picture)}
    begins = term.starts or term.ends
    if body.starts and begins and begins < body.starts:
        return _(
            "%(title)s of %(name)s: the body exists only from %(day)s, "
            "the title cannot begin before."
        ) % {**said, "day": wording.on(body.starts)}
    if body.ends and (term.ends is None or term.ends > body.ends):
        return _(
            "%(title)s of %(name)s: the body exists only until %(day)s, the title must end by then."
        ) % {**said, "day": wording.on(body.ends)}
    return ""


def _too_far(played, today):
    for key, line in played.terms.items():
        term = played.picture.terms.get(key)
        if term and term.starts and term.starts - today > FARTHEST:
            yield Clash(
                line,
                _("%(day)s is too far ahead; is the year right?")
                % {"day": wording.on(term.starts)},
            )


def _groups(played, key):
    """Lists of terms with the same key, only those with a term this decision made or changed."""
    terms = played.picture.terms
    wanted = {key(terms[made]) for made in played.terms if made in terms}
    groups = defaultdict(list)
    for term in terms.values():
        found = key(term)
        if found in wanted:
            groups[found].append(term)
    return groups


def _seats(played):
    """No more holders at once than the position has seats."""
    for (body, rank), terms in _groups(played, lambda t: (t.body, t.rank_key)).items():
        seats = played.picture.seats.get((body, rank)) or seats_for(terms[0].rank)
        if seats is None or len(terms) <= seats:
            continue
        for stands_in in (False, True):
            holders = [t for t in terms if (t.status in _STANDS_IN) is stands_in]
            yield from _crowds(played, holders, 1 if stands_in else seats)


def _crowds(played, terms, seats):
    """One clash for each set of people who would hold the position at the same moment."""
    told = set()
    for term in terms:
        together = [
            t for t in terms if t is term or (_begins(t) <= _begins(term) and _overlap(t, term))
        ]
        ids = frozenset(other.id for other in together)
        line = _line_of(played, *together)
        if len({t.person for t in together}) > seats and ids not in told and line is not None:
            told.add(ids)
            yield Clash(line, _crowd_sentence(played.picture, together, seats))


def _begins(term):
    return term.starts or dt.date.min


def _overlap(first, second):
    """Whether both are held for longer than the day of a handover, on which both count."""
    return _begins(first) < (second.ends or dt.date.max) and _begins(second) < (
        first.ends or dt.date.max
    )


def _crowd_sentence(picture, terms, seats):
    names = [wording.name(term.person, picture) for term in terms]
    return _(
        "%(title)s has %(seats)s seat, but %(names)s would hold it at once; "
        "end one of these titles first."
    ) % {
        "title": wording.join(terms[0].rank, _body_name(picture, terms[0])),
        "seats": seats,
        "names": _(" and ").join(dict.fromkeys(names)),
    }


def _body_name(picture, term):
    body = picture.bodies.get(term.body)
    return body.name if body else ""


def _twice(played):
    """Nobody holds the same position twice at once; one status may follow another on a day."""
    for terms in _groups(played, lambda t: (t.person, t.body, t.rank_key)).values():
        for first, second in _overlapping(terms, played):
            yield Clash(
                _line_of(played, second, first),
                _(
                    "%(name)s already holds the title %(title)s %(span)s; take out this line, or "
                    "end that title first."
                )
                % {
                    "name": wording.name(first.person, played.picture),
                    "title": wording.of_term(first, played.picture),
                    "span": wording.span(first.starts, first.ends),
                },
            )


def _two_ranks(played):
    """Head and deputy, or two kinds of deputy, of one body: nobody is both at once.

    A membership that the higher rank implies ("Ủy viên Ban Thường vụ" beside "Bí thư") is no
    contradiction: registers list both, titles drop it (DOMAIN §2.2).
    """
    for terms in _groups(played, lambda t: (t.person, t.body)).values():
        for first, second in _overlapping(terms, played):
            if excludes(first.rank, second.rank) and not _acts_for_head(first, second):
                yield Clash(_line_of(played, second, first), _ranks_sentence(played, first, second))


def _acts_for_head(first, second):
    heads = [term for term in (first, second) if is_head(term.rank)]
    return len(heads) == 1 and heads[0].status in _BESIDE_DEPUTY


def _ranks_sentence(played, first, second):
    return _(
        "%(name)s cannot be %(one)s and %(other)s of the same body at once (%(body)s); end one "
        "of the two titles, or use “Moves to another title”."
    ) % {
        "name": wording.name(first.person, played.picture),
        "one": first.rank,
        "other": second.rank,
        "body": _body_name(played.picture, first),
    }


def _overlapping(terms, played):
    """Pairs, earlier first, of which one was made or changed just now."""
    ordered = sorted(terms, key=lambda term: (_begins(term), str(term.id)))
    for first, second in combinations(ordered, 2):
        if _overlap(first, second) and _line_of(played, second, first) is not None:
            yield first, second


def _bodies(played):
    for key, line in played.bodies.items():
        body = played.picture.bodies[key]
        if _stands_above_itself(body, played.picture):
            yield Clash(line, _("%(body)s would stand above itself.") % {"body": body.name})
    yield from _living_predecessors(played)


def _stands_above_itself(body, picture):
    seen, above = set(), body.parent
    while above is not None and above not in seen:
        if above == body.id:
            return True
        seen.add(above)
        above = picture.bodies[above].parent if above in picture.bodies else None
    return False


def _living_predecessors(played):
    """Who is succeeded by renaming or merging ends; the successor exists on that day."""
    for number, line in enumerate(played.lines):
        if line["act"] != "succeed" or line["kind"] not in ("renamed", "merged"):
            continue
        before = played.picture.bodies.get(line["before"])
        if before and before.ends is None:
            yield Clash(
                number,
                _("%(body)s is renamed or merged, so its last day must be written.")
                % {"body": before.name},
            )
