"""People: entered, described."""

from apps.organizations.slugs import mint_slug
from apps.people import undoing
from apps.people.changes import day
from apps.people.models import Person

from .work import locked, told

FALLBACK = "can-bo"
_COLUMN = {"portrait": "portrait_id"}


def enter(work, line):
    person = Person(
        name=line["name"], other_spellings=line["other_spellings"], born_on=day(line["born_on"])
    )
    person.slug = mint_slug(person.name, Person, fallback=FALLBACK)
    person.save()
    work.made[line["ref"]] = person.pk
    work.touched.people.add(person.pk)
    work.undo.append(undoing.made(person))
    work.note(f"person:{person.pk}", "add_person", after={"name": person.name})


def describe(work, line):
    person = locked(Person, work.pk(line["person"]))
    before = undoing.snapshot(person)
    for name, value in line["set"].items():
        setattr(person, _COLUMN.get(name, name), day(value) if name == "born_on" else value)
    person.full_clean(exclude=["slug", "sort_key"])
    person.save()
    work.undo.append(undoing.changed(person, before))
    work.touched.people.add(person.pk)
    bodies = person.terms.values_list("position__body_id", flat=True)
    work.touched.bodies.update(bodies)
    names = [_COLUMN.get(name, name) for name in line["set"]]
    work.note(f"person:{person.pk}", "describe_person", *told(before, person, names))
