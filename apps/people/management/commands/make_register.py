"""`manage.py make_register N`: N invented communes, for measuring; names follow from numbers."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from apps.organizations.models import Organization
from apps.organizations.slugs import Slugs
from apps.people import invented, versions
from apps.people.models import Person, Position, Term
from apps.people.ranks import precedence_for, seats_for
from lib.vietnamese.names import sort_key

SOURCE = "made"
BATCH = 100


class Command(BaseCommand):
    help = "Makes N invented communes: 4 bodies, 10 people and 30 titles each. Cuts no pages."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, help="how many")

    def handle(self, *args, number, **options):
        if number < 0:
            raise CommandError("N must not be negative.")
        begin = Organization.objects.filter(source=SOURCE, kind="party_committee").count()
        bodies, people = Slugs(Organization), Slugs(Person, fallback="can-bo")
        for start in range(begin, begin + number, BATCH):
            numbers = range(start, min(start + BATCH, begin + number))
            make_lot(numbers, bodies, people)
        if options["verbosity"]:
            self.stdout.write(f"{number} communes")


@transaction.atomic
def make_lot(numbers, body_slugs: Slugs, person_slugs: Slugs) -> None:
    """Bodies, people, positions and terms of these communes, a few statements for all."""
    bodies = _bodies(numbers, body_slugs)
    people = _people(numbers, person_slugs)
    titles = {(n, term.rank, term.body) for n in numbers for term in invented.terms()}
    rows = {key: _position(bodies[key[0]][key[2]], key[1]) for key in sorted(titles)}
    Position.objects.bulk_create(rows.values())
    Term.objects.bulk_create(
        Term(
            person=people[n][term.person], position=rows[n, term.rank, term.body],
            starts_on=term.starts_on, ends_on=term.ends_on,
        )
        for n in numbers
        for term in invented.terms()
    )  # fmt: skip
    versions.moved()


def _bodies(numbers, slugs):
    made = {n: [_body(n, *kind, slugs) for kind in invented.BODIES] for n in numbers}
    Organization.objects.bulk_create(body for rows in made.values() for body in rows)
    return made


def _body(number, kind, name, slugs):
    place = invented.commune(number)
    name = f"{name} {place}"
    return Organization(
        source=SOURCE, ref=f"{number}-{kind}", slug=slugs.mint(name), name=name, kind=kind,
        level="commune", place=place,
    )  # fmt: skip


def _people(numbers, slugs):
    made = {n: [_person(n, *row, slugs) for row in enumerate(invented.people(n))] for n in numbers}
    Person.objects.bulk_create(person for rows in made.values() for person in rows)
    return made


def _person(number, seat, name, slugs):
    return Person(
        source=SOURCE, ref=f"{number}-{seat}", slug=slugs.mint(name), name=name,
        sort_key=sort_key(name),
    )  # fmt: skip


def _position(body, rank):
    place = precedence_for(rank, body.kind, body.level, body=body.name)
    return Position(rank=rank, body=body, precedence=place, seats=seats_for(rank))
