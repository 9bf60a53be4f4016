"""From the archive to the register: the titles old pages give, gathered into proposed terms."""

import datetime as dt
from collections import Counter, defaultdict

from apps.people import proposals
from apps.people.held import Held
from apps.people.matching import people_named
from apps.people.models import Term
from apps.people.proposals import Found
from apps.people.recalling import Bodies
from apps.people.speaking import rank_key, speaks_of
from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean
from lib.vietnamese.tones import place_tones

from .models import Sighting

# A spelling seen this much more rarely than another of the same letters is a slip of it.
RARE = 5


def propose(portal, *, at) -> dict[str, int]:
    """Renew the waiting proposals of a portal from all its imported pages.

    The counts of `proposals.renew` with "known": titles the register has already.
    """
    found, known = gather(portal)
    return proposals.renew(portal.key, found, at=at) | {"known": known}


def gather(portal) -> tuple[list[Found], int]:
    """What the archive tells and the register does not, and how many titles it has already."""
    rows = list(_sightings(portal))
    spelled = _spellings(rows)
    bodies = Bodies(portal.key)
    people = people_named({fold(spelled[_key(row.name)]) for row in rows})
    groups = _grouped(rows, spelled, bodies, people)
    terms = _terms_of({one.person_id for one in groups if one.person_id})
    found = [one for one in groups if not _is_known(one, terms)]
    return found, len(groups) - len(found)


def _sightings(portal):
    return (
        Sighting.objects.filter(page__portal=portal, day__isnull=False)
        .select_related("page", "page__article")
        .order_by("day", "pk")
    )


def _key(words):
    """One key for the tone styles and cases of one spelling."""
    return place_tones(clean(words)).lower()


def _spellings(rows) -> dict[str, str]:
    """{key of a name as written: the spelling to keep}.

    A name that differs only in marks from one with a title of the same rank, and stands far more
    rarely, is that name misspelled; equally frequent ones are two people.
    """
    times, written, ranks = Counter(), defaultdict(Counter), defaultdict(set)
    for row in rows:
        key = _key(row.name)
        times[key] += 1
        written[key][clean(row.name)] += 1
        ranks[key].add(rank_key(row.rank))
    alike = defaultdict(list)
    for key in times:
        alike[fold(key)].append(key)
    kept = {}
    for keys in alike.values():
        chief = max(keys, key=lambda key: (times[key], key))
        for key in keys:
            slip = times[key] * RARE <= times[chief] and ranks[key] & ranks[chief]
            kept[key] = written[chief if slip else key].most_common(1)[0][0]
    return kept


def _grouped(rows, spelled, bodies, people):
    groups = {}
    for row in rows:
        name = spelled[_key(row.name)]
        body = bodies.find(row.body_words, row.day) if row.body_words else None
        who = people.get(fold(name), [])
        person = who[0].pk if len(who) == 1 else None
        found = Found(name, row.rank, row.body_words, person, body and body.pk)
        one = groups.setdefault((person or _key(name), rank_key(row.rank),
                                 body.pk if body else _key(row.body_words)), found)  # fmt: skip
        one.seen.append((row.day, row.page.article.key, _quote(row)))
        if clean(row.name) != one.name:
            one.other_spellings.add(clean(row.name))
    return list(groups.values())


def _quote(row):
    return f"{row.name}, {row.rank} {row.body_words}".strip()


def _terms_of(ids):
    held = defaultdict(list)
    rows = Term.objects.filter(person__in=ids).select_related("position__body__parent__parent")
    for term in rows:
        held[term.person_id].append(Held(term))
    return held


def _is_known(one: Found, terms) -> bool:
    """A term, or a higher seat that implies it, covers every day it was seen."""
    days = {day for day, _key, _words in one.seen}
    return bool(one.person_id) and all(
        any(
            _covers(held, day)
            and (not one.body_id or held.body.pk == one.body_id or held.committee == one.body_id)
            and speaks_of(one.rank, "" if one.body_id else one.body_words, held)
            for held in terms[one.person_id]
        )
        for day in days
    )


def _covers(held, day: dt.date) -> bool:
    begun = held.starts_on is None or held.starts_on <= day
    return begun and (held.ends_on is None or day <= held.ends_on)
