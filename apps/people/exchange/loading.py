"""Loading a register file: read, compare, check, write; all of it or nothing."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction

from apps.editions.locks import publishing_lock
from apps.newsroom.importer import importer
from apps.people.models import Decision
from lib.vietnamese.text import clean

from . import values
from .checking import errors_of
from .parts import LONGEST_SOURCE
from .planning import plan
from .plans import KINDS
from .reading import read_register
from .stored import read_stored
from .writing import Writing


@dataclass
class Outcome:
    """What loading a file did, or would do; with `errors` nothing was done."""

    source: str
    counts: dict[str, dict[str, int]]
    warnings: list[str]
    errors: list[str]
    decision: Decision | None = None


@transaction.atomic
def load(content: bytes, *, name: str, source: str = "", by=None, at: dt.datetime, dry=False):
    """Load one file into the register; returns an Outcome.

    `name` is the file's; its first part is the source where neither `source` nor the file names
    one. `by` None: the importer's account. With contradictions, or `dry`, nothing is written.
    The register has it at once; public pages wait for two signatures on the decision (0006).
    """
    publishing_lock()
    file = _read(content, name, source)
    made = plan(file, read_stored(file.source))
    errors = errors_of(made, at=at)
    outcome = Outcome(file.source, _counts(made), [*file.warnings, *made.warnings], errors)
    if not errors and not dry and not made.changes_nothing:
        outcome.decision = Writing(made, by or importer(), at).write(name, content)
    return outcome


def _read(content, name, source):
    """The file under its source: the one given, else its own, else its name."""
    file = read_register(content, source=clean(name.rpartition(".")[0] or name)[:LONGEST_SOURCE])
    if source:
        try:
            file.source = values.needed(source, LONGEST_SOURCE)
        except values.Wrong as wrong:
            file.errors.append(str(wrong))
    return file


def _counts(plan):
    shown = ("new", "changed", "unchanged", "left_out", "kept")
    return {kind: {name: plan.counts[kind][name] for name in shown} for kind in KINDS}
