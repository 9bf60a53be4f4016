"""The register as a register file: what `load_register` reads, for another installation."""

from collections import defaultdict

from apps.people.models import Position, Term

from .reading import FORMAT
from .stored import read_everything, read_stored

WHOLE = "toasoan"  # the source of a file with everything; ids are then those of the rows


def register_values(source: str = "") -> dict:
    """All that came from `source`, under its ids; everything under row ids where it is empty.

    Loaded again here, a source's file changes nothing. The private birth dates stay out.
    """
    stored = read_stored(source) if source else read_everything()
    ids = {row.pk: ref for ref, row in stored.bodies.items()}
    successors = defaultdict(list)
    for before, after in stored.successions:
        successors[ids[before]].append(ids[after])
    return {
        "format": FORMAT,
        "source": source or WHOLE,
        "bodies": [_body(ref, row, ids, successors[ref]) for ref, row in stored.bodies.items()],
        "people": _people(stored, ids),
        "precedence": [
            {"rank": row.rank, "body": ids[row.body_id], "precedence": row.precedence}
            for row in stored.positions.values()
        ],
    }


def _body(ref, row, ids, successors):
    return {
        "id": ref,
        "name": row.name,
        "short_names": row.short_names,
        "abbreviations": row.abbreviations,
        "level": row.level,
        "kind": row.kind,
        "parent": ids.get(row.parent_id),
        "valid_from": _day(row.valid_from),
        "valid_to": _day(row.valid_to),
        "successors": successors,
        "place": row.place,
        "document": row.founding_document,
    }


def _people(stored, ids):
    positions = {row.pk: row for row in stored.positions.values()}
    titles = defaultdict(list)
    for (person, position), terms in stored.terms.items():
        titles[person] += [_title(row, positions[position], ids) for row in terms]
    return [
        {
            "id": ref,
            "name": row.name,
            "other_spellings": row.other_spellings,
            "titles": titles[row.pk],
        }
        for ref, row in stored.people.items()
    ]


def _title(row: Term, position: Position, ids):
    own = row.precedence
    return {
        "rank": position.rank,
        "body": ids[position.body_id],
        "from": _day(row.starts_on),
        "to": _day(row.ends_on),
        "status": row.status,
        "elected": _day(row.elected_on),
        "approved": _day(row.approved_on),
        "precedence": position.precedence if own is None else own,
        "document": row.document,
    }


def _day(value):
    return value.isoformat() if value else None
