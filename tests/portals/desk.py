"""What the tests of portals' screens share."""

import itertools

from apps.media.models import Picture
from tests.make import NOON

_serial = itertools.count(1)
PORTALS = "/toa-soan/portals/"


def picture(portal, by):
    """A row of the library; its files are never opened here."""
    number = next(_serial)
    return Picture.objects.create(
        portal=portal.key,
        sha256=f"{number:064x}",
        file_name=f"anh-{number}.jpg",
        width=1600,
        height=400,
        widths=[320, 1600],
        uploaded_by=by,
        uploaded_at=NOON,
    )


def page(row, what="change/"):
    return f"{PORTALS}{row._meta.model_name}/{row.pk}/{what}"


def errors(answer):
    """{field: words} of a form that came back."""
    return dict(answer.context["adminform"].form.errors)
