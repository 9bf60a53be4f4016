"""Finding people, bodies, ranks and titles while somebody types, with or without marks.

Every word typed must stand in the folded name; abbreviations of bodies are read as their words.
Names and titles are public facts; the birth date is never among what is found.
"""

import datetime as dt

from django.db.models import Case, Q, Value, When

from apps.organizations.models import Organization
from apps.organizations.naming import guess
from lib.vietnamese.fold import fold

from . import titles, wording
from .models import Person, Position, Term
from .picture import rank_key
from .ranks import usual_ranks

OFFERED = 12
LONGEST = 80  # characters of a query that are looked at
# What clerks type for the words of a body's name (DOMAIN §1.6).
_SHORT = {
    "ubnd": "uy ban nhan dan", "hdnd": "hoi dong nhan dan", "mttq": "mat tran to quoc",
    "ubmttq": "uy ban mat tran to quoc", "ubkt": "uy ban kiem tra", "btc": "ban to chuc",
    "btg": "ban tuyen giao", "bdv": "ban dan van", "bnc": "ban noi chinh", "vp": "van phong",
    "du": "dang uy", "tu": "tinh uy", "hu": "huyen uy", "bch": "ban chap hanh",
    "btv": "ban thuong vu", "ldld": "lien doan lao dong", "lhpn": "lien hiep phu nu",
    "hnd": "hoi nong dan", "ccb": "cuu chien binh",
}  # fmt: skip


def _folded(words: str) -> str:
    return fold(words.replace("\x00", " ")[:LONGEST])


def people(words: str, day: dt.date) -> list[dict]:
    """At most OFFERED: {"id", "name", "says"}; `says` are the titles held on that day.

    Whose given name is what was typed comes first, as people here call each other.
    """
    typed = _folded(words)
    if not typed:
        return []
    rows = Person.objects.all()
    for word in typed.split():
        rows = rows.filter(folded__contains=word)
    near = Case(
        When(folded=typed, then=0), When(folded__endswith=f" {typed}", then=1),
        When(folded__contains=f" {typed} [", then=1), When(folded__contains=f" {typed}", then=2),
        When(folded__startswith=typed, then=2), default=3,
    )  # fmt: skip
    found = list(rows.order_by(near, "sort_key", "pk")[:OFFERED])
    held = titles.titles_on([person.pk for person in found], day)
    return [
        {"id": p.pk, "name": p.name, "says": titles.long_form(held.get(p.pk, []))} for p in found
    ]


def bodies(words: str, day: dt.date) -> list[dict]:
    """At most OFFERED: {"id", "name", "says", "ended"}; those that exist on that day come first."""
    typed = _folded(words)
    if not typed:
        return []
    rows = Organization.objects.all()
    for word in typed.split():
        matches = Q(folded__contains=word)
        if word in _SHORT:
            matches |= Q(folded__contains=_SHORT[word])
        rows = rows.filter(matches)
    lives = Case(When(_exists(day), then=Value(0)), default=Value(1))
    begins = Case(When(folded__startswith=typed, then=Value(0)), default=Value(1))
    found = rows.select_related("parent").order_by(lives, begins, "name", "pk")[:OFFERED]
    return [_offered(body) for body in found]


def _exists(day):
    return (Q(valid_from=None) | Q(valid_from__lte=day)) & (Q(valid_to=None) | Q(valid_to__gte=day))


def _offered(body):
    above = body.parent.name if body.parent_id else body.place
    return {
        "id": body.pk,
        "name": body.name,
        "says": " · ".join(filter(None, [above, wording.span(body.valid_from, body.valid_to)])),
        "ended": body.valid_to is not None,
    }


def new_body(name: str) -> dict:
    """What the name of a body that is to be made tells: {"kind", "level"}, "" where nothing."""
    known = guess(name[:200])
    return {"kind": str(known.kind), "level": str(known.level)}


def ranks(body_id: int | None, words: str = "") -> list[str]:
    """Ranks of that body: those somebody held there first, then those such bodies usually have."""
    body = Organization.objects.filter(pk=body_id).first() if body_id else None
    held = Position.objects.filter(body_id=body_id).values_list("rank", flat=True)
    usual = usual_ranks(body.kind, body.name) if body else []
    found = {rank_key(rank): rank for rank in [*usual, *held]}
    typed = _folded(words).split()
    return [rank for key, rank in found.items() if all(word in key for word in typed)]


def terms(person_id: int, day: dt.date) -> list[dict]:
    """All titles of a person, those held on that day first: what can be given up or set right."""
    rows = Term.objects.filter(person_id=person_id).select_related("position__body")
    listed = [_term(row, day) for row in rows]
    return sorted(listed, key=lambda term: (not term["held"], term["order"]))


def _term(row, day):
    position = row.position
    return {
        "id": row.pk,
        "words": wording.title(position.rank, position.body.name, row.status),
        "span": wording.span(row.starts_on, row.ends_on),
        "held": row.ends_on is None or row.ends_on >= day,
        "order": row.precedence if row.precedence is not None else position.precedence,
        "rank": position.rank,
        "body": {"id": position.body_id, "name": position.body.name},
        "status": row.status,
        "on": wording.on(row.starts_on),
        "to": wording.on(row.ends_on),
        "elected": wording.on(row.elected_on),
        "approved": wording.on(row.approved_on),
        "precedence": "" if row.precedence is None else str(row.precedence),
        "document": row.document,
    }
