"""From the lines of a decision back to the rows of the table, to go on typing."""

from apps.organizations.models import Organization

from . import changes, wording
from .entering import NO_DAY
from .models import Person, Term
from .picture import as_line, one_term


def rows_of(lines: list[dict]) -> list[dict]:
    """The rows that mean these lines, to go on typing: the way back of `lines_of`."""
    names = _Names(lines)
    rows = []
    for line in lines:
        row = _BACK.get(line["act"], _back_line)(line, names)
        if row is not None:
            rows.append(row)
    return rows


class _Names:
    """Names for the ids that lines carry, in three queries."""

    def __init__(self, lines):
        self.terms = {
            term.pk: one_term(term)
            for term in Term.objects.filter(pk__in=changes.ids(lines, "term")).select_related(
                "position"
            )
        }
        people = changes.ids(lines, "person") | {term.person for term in self.terms.values()}
        bodies = changes.ids(lines, "body") | {term.body for term in self.terms.values()}
        self.people = dict(Person.objects.filter(pk__in=people).values_list("pk", "name"))
        self.bodies = dict(Organization.objects.filter(pk__in=bodies).values_list("pk", "name"))
        self.new = {line["ref"]: line for line in lines if "ref" in line}
        used = {line.get(name) for line in lines for name in ("person", "body")}
        self.rows = used & set(self.new)

    def person(self, key):
        return self._chosen(key, self.people)

    def body(self, key):
        return self._chosen(key, self.bodies)

    def _chosen(self, key, names):
        if key in self.new:
            return {"new": self.new[key]["name"]}
        return {"id": key, "name": names.get(key, "")}


def _back_appoint(line, names):
    row = {
        "act": "appoint", "person": names.person(line["person"]), "rank": line["rank"],
        "body": names.body(line["body"]), "status": line["status"],
        "on": _typed(line["from"]) or NO_DAY, "to": _typed(line["to"]),
        "elected": _typed(line["elected"]), "approved": _typed(line["approved"]),
        "precedence": "" if line["precedence"] is None else str(line["precedence"]),
        "document": line["document"],
    }  # fmt: skip
    founded = names.new.get(line["body"])
    if founded:
        row |= {"body_kind": founded["kind"], "body_level": founded["level"]}
    return row


def _typed(iso):
    return wording.on(changes.day(iso))


def _back_end(line, names):
    return _of_term(line, names) | {"on": _typed(line["on"])}


def _of_term(line, names):
    term = names.terms.get(line["term"])
    person = names.person(term.person) if term else None
    return {"act": line["act"], "person": person, "terms": [line["term"]]}


def _back_correct(line, names):
    term = names.terms.get(line["term"])
    if term is None:
        return _of_term(line, names)
    now = as_line(term) | line["set"]
    row = _back_appoint({"act": "appoint", **now}, names)
    row |= _of_term(line, names)
    if "person" in line["set"]:
        row["right_person"] = names.person(line["set"]["person"])
    return row


def _back_line(line, names):
    """New people and bodies that rows name by themselves need no row of their own."""
    more = ("born_on", "other_spellings", "from", "parent", "document")
    if line.get("ref") in names.rows and not any(line.get(name) for name in more):
        return None
    return {"act": "line", "line": line}


_BACK = {
    "appoint": _back_appoint, "end": _back_end, "strike": _of_term, "correct": _back_correct,
}  # fmt: skip
