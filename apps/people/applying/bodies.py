"""Bodies: founded, closed, succeeded, their records set right."""

from apps.organizations.models import Organization, Succession
from apps.organizations.slugs import mint_slug
from apps.people import undoing, wording
from apps.people.changes import day
from apps.people.models import Term
from apps.people.playing import BODY_FIELDS, DAYS

from .work import locked, told

BODY_COLUMNS = {"starts": "valid_from", "ends": "valid_to", "parent": "parent_id"}


def found(work, line):
    body = Organization(
        name=line["name"], short_names=line["short_names"], abbreviations=line["abbreviations"],
        kind=line["kind"], level=line["level"], place=line["place"],
        parent_id=work.pk(line["parent"]), valid_from=day(line["from"]),
        founding_document=line["document"] or work.decision.number,
    )  # fmt: skip
    body.slug = mint_slug(body.name, Organization)
    body.save()
    work.made[line["ref"]] = body.pk
    work.undo.append(undoing.made(body))
    _touch_body(work, body)
    work.note(
        _body_key(body),
        "found",
        after={"name": body.name, "valid_from": wording.on(body.valid_from)},
    )


def _body_key(body):
    return f"organization:{body.pk}"


def _touch_body(work, body):
    work.touched.bodies.update(filter(None, [body.pk, body.parent_id]))


def close(work, line):
    body = locked(Organization, work.pk(line["body"]))
    before = undoing.snapshot(body)
    body.valid_to = day(line["on"])
    body.save()
    work.undo.append(undoing.changed(body, before))
    _touch_body(work, body)
    work.note(_body_key(body), "close", after={"valid_to": wording.on(body.valid_to)})


def succeed(work, line):
    link = Succession.objects.create(
        before_id=work.pk(line["before"]), after_id=work.pk(line["after"]), kind=line["kind"],
        on=day(line["on"]), document=line["document"] or work.decision.number,
    )  # fmt: skip
    work.undo.append(undoing.made(link))
    work.touched.bodies.update([link.before_id, link.after_id])
    told = {"kind": link.kind, "on": wording.on(link.on)}
    work.note(_body_key(link.before), "succeed", after=told | {"after": link.after.name})
    work.note(_body_key(link.after), "succeed", after=told | {"before": link.before.name})


def correct_record(work, line):
    body = locked(Organization, work.pk(line["body"]))
    _touch_body(work, body)
    before = undoing.snapshot(body)
    for name, value in line["set"].items():
        field_name = BODY_FIELDS.get(name, name)
        value = work.pk(value) if name == "parent" else value
        setattr(
            body, BODY_COLUMNS.get(field_name, field_name), day(value) if name in DAYS else value
        )
    body.save()
    work.undo.append(undoing.changed(body, before))
    _touch_body(work, body)
    holders = Term.objects.filter(position__body=body).values_list("person_id", flat=True)
    work.touched.people.update(holders)
    names = [name for name in before if name != "folded"]
    work.note(_body_key(body), "correct_body", *told(before, body, names))
