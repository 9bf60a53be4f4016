"""The parts of a register file, one after the other: bodies, people with titles, the table."""

from collections import Counter
from functools import partial

from django.utils.translation import gettext as _

from apps.organizations.models import Organization
from apps.people.models import Term
from apps.people.picture import rank_key

from . import values
from .records import BodyRecord, PersonRecord, RegisterFile, TableRow, TitleRecord
from .values import Wrong

LONGEST_SOURCE, LONGEST_REF = 60, 80
_ref = partial(values.needed, longest=LONGEST_REF)

FILE_KEYS = {"format", "source", "bodies", "people", "precedence", "note"}
BODY_KEYS = {
    "id", "name", "short_names", "abbreviations", "level", "kind", "parent", "valid_from",
    "valid_to", "successors", "place", "document",
}  # fmt: skip
PERSON_KEYS = {"id", "name", "gender", "titles", "other_spellings", "born_on"}
TITLE_KEYS = {
    "rank", "body", "title", "from", "to", "precedence", "status", "elected", "approved",
    "document",
}  # fmt: skip
TABLE_KEYS = {"rank", "body", "precedence"}


class Reader:
    """Reads the parts of one file in turn and gathers what is wrong."""

    def __init__(self, file: RegisterFile):
        self.file = file
        self.unknown = Counter()

    def read(self, data):
        file = self.file
        self.keys(data, FILE_KEYS, _("the file"))
        if "format" not in data:
            file.warnings.append(_("The file does not name its format."))
        source = self.value(_("the file"), values.text, data.get("source"), LONGEST_SOURCE)
        file.source = source or file.source
        for item, where in self.items(data.get("bodies"), _("body %(number)d")):
            self.body(item, where)
        for item, where in self.items(data.get("people"), _("person %(number)d")):
            self.person(item, where)
        for item, where in self.items(data.get("precedence"), _("precedence %(number)d")):
            self.table_row(item, where)
        self.file.fill_in_precedence()
        for (where, key), count in self.unknown.items():
            file.warnings.append(
                _("Unknown key “%(key)s” in %(where)s ignored (%(count)d times).")
                % {"key": values.shown(key), "where": where, "count": count}
            )

    def items(self, listed, numbered):
        """The objects of a list with their places; what is no object is an error."""
        if listed is None:
            return
        if not isinstance(listed, list):
            self.wrong(numbered % {"number": 1}, _("A list is expected here."))
            return
        for number, item in enumerate(listed, 1):
            where = numbered % {"number": number}
            if isinstance(item, dict):
                yield item, where
            else:
                self.wrong(where, _("An object in braces is expected here."))

    def body(self, item, where):
        self.keys(item, BODY_KEYS, _("bodies"))
        where = _named(where, item)
        take = partial(self.field, item, where)
        ref, name = take("id", _ref), take("name", values.needed, 200)
        record = BodyRecord(
            ref=ref or "",
            name=name or "",
            kind=self.kind(item, where),
            level=self.level(item, where),
            where=where,
            short_names=take("short_names", values.texts) or [],
            abbreviations=take("abbreviations", values.texts) or [],
            parent=take("parent", values.text, LONGEST_REF) or None,
            valid_from=take("valid_from", values.day),
            valid_to=take("valid_to", values.day),
            successors=take("successors", values.texts, LONGEST_REF) or [],
            place=take("place", values.text, 120) if "place" in item else None,
            document=take("document", values.text, 200) if "document" in item else None,
        )
        if ref and name:
            self.file.bodies.append(record)

    def kind(self, item, where):
        kind = item.get("kind")
        if isinstance(kind, str) and kind in Organization.Kind.values:
            return kind
        self.file.warnings.append(
            _("%(where)s: unknown kind “%(kind)s”, taken as “other”.")
            % {"where": where, "kind": values.shown(kind)}
        )
        return Organization.Kind.OTHER.value

    def level(self, item, where):
        level = self.field(item, where, "level", values.one_of, Organization.Level.values)
        if level is None and not item.get("level"):
            self.wrong(where, _("The level is missing."))
        return level or ""

    def person(self, item, where):
        self.keys(item, PERSON_KEYS, _("people"))
        where = _named(where, item)
        take = partial(self.field, item, where)
        ref, name = take("id", _ref), take("name", values.needed, 120)
        spellings = take("other_spellings", values.texts, 120)
        titles = [
            title
            for said, place in self.items(item.get("titles"), where + _(", title %(number)d"))
            if (title := self.title(said, place))
        ]
        if ref and name:
            self.file.people.append(
                PersonRecord(
                    ref=ref,
                    name=name,
                    where=where,
                    titles=titles,
                    other_spellings=spellings if "other_spellings" in item else None,
                    born_on=take("born_on", values.day),
                )
            )

    def title(self, item, where):
        self.keys(item, TITLE_KEYS, _("titles"))
        take = partial(self.field, item, where)
        body = take("body", _ref)
        rank = take("rank", values.text, 120)
        if rank == "":
            rank = values.rank_in_title(take("title", values.text, 300) or "")
            if not rank:
                self.wrong(where, _("The rank is missing."))
        if not rank or not body:
            return None
        rank, status = values.split_status(rank)
        return TitleRecord(
            rank=rank,
            body=body,
            where=f"{where} ({rank} | {body})",
            starts_on=take("from", values.day),
            ends_on=take("to", values.day),
            precedence=take("precedence", values.number),
            status=take("status", values.one_of, Term.Status.values) or status,
            elected_on=take("elected", values.day),
            approved_on=take("approved", values.day),
            document=take("document", values.text, 200) if "document" in item else None,
        )

    def table_row(self, item, where):
        self.keys(item, TABLE_KEYS, _("precedence"))
        take = partial(self.field, item, where)
        rank, body = take("rank", values.needed, 120), take("body", _ref)
        precedence = take("precedence", values.number)
        if not rank or not body or precedence is None:
            if item.get("precedence") is None:
                self.wrong(where, _("The number is missing."))
            return
        rank, status = values.split_status(rank)
        row = TableRow(rank, body, precedence, where)
        table = self.file.of_status if status else self.file.precedence
        key = (body, rank_key(rank), status) if status else (body, rank_key(rank))
        if table.setdefault(key, row).precedence != precedence:
            said = {"rank": rank, "body": body}
            self.wrong(where, _("%(rank)s | %(body)s has two different numbers.") % said)

    def keys(self, item, known, where):
        """Count keys that the contract does not know: said once each, not 30,000 times."""
        self.unknown.update((where, str(key)) for key in item if key not in known)

    def field(self, item, where, name, reader, *options):
        return self.value(f"{where}, {name}", reader, item.get(name), *options)

    def value(self, where, reader, value, *options):
        try:
            return reader(value, *options)
        except Wrong as wrong:
            self.wrong(where, wrong)
            return None

    def wrong(self, where, sentence):
        self.file.errors.append(f"{where}: {sentence}")


def _named(where, item):
    """The place with the id, by which a person finds it in the file."""
    ref = item.get("id")
    return f"{where} ({values.shown(ref)})" if ref not in (None, "") else where
