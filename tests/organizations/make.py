"""Bodies of an invented town."""

from apps.organizations.models import Organization, Succession
from apps.organizations.naming import guess
from apps.organizations.slugs import mint_slug


def body(name, parent=None, **fields):
    told = guess(name)
    defaults = {"kind": told.kind, "level": told.level or "district", "place": told.place}
    return Organization.objects.create(
        name=name, slug=mint_slug(name, Organization), parent=parent, **{**defaults, **fields}
    )


def succession(before, after, on, kind="renamed"):
    return Succession.objects.create(before=before, after=after, on=on, kind=kind)
