"""From a posted form to verbs: file by file, so that one bad file does not lose the others."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom import slots
from apps.newsroom.refusals import Refused
from lib.vietnamese.datelines import say_when

from .models import Picture

MOST_AT_ONCE = 100
SHA256 = re.compile("[0-9a-f]{64}")
NUMBER = re.compile(r"[0-9]{1,15}")


@dataclass
class Received:
    """`saved` are the rows of the files that came in, `refused` one sentence for each other.

    `known` are those of `saved` that were in the library before.
    """

    saved: list = field(default_factory=list)
    known: list = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def own_portals(request: HttpRequest) -> list[tuple[str, str]]:
    """(key, name) of the portals on which the person has a seat."""
    return slots.portals_of(request)


def open_portals(request: HttpRequest) -> list[tuple[str, str]]:
    """The same with practice portals, whose pictures stand in no list."""
    return [*own_portals(request), *slots.practice_of(request)]


def own_keys(request: HttpRequest) -> list[str]:
    return [key for key, _name in own_portals(request)]


def just_added(request: HttpRequest) -> list[int]:
    """Numbers of the pictures an upload led to this page with: `?moi=<id>&moi=<id>…`."""
    asked = request.GET.getlist("moi")[:MOST_AT_ONCE]
    return [int(each) for each in asked if NUMBER.fullmatch(each)]


def receive(form, verb, *, by, at: datetime) -> Received:
    """Call the verb for every file of a valid upload form."""
    received = Received()
    for file in form.cleaned_data["files"]:
        try:
            row = verb(portal=form.cleaned_data["portal"], file=file, by=by, at=at, **form.texts())
            received.saved.append(row)
            if row.uploaded_at != at:
                received.known.append(row)
        except Refused as refusal:
            received.refused.append(str(refusal))
    return received


def received_from(request: HttpRequest, form, verb) -> Received | None:
    """What a posted form brought in; None before posting and for an invalid form.

    The sentences of refused files are put at the form's file field.
    """
    if request.method != "POST" or not form.is_valid():
        return None
    received = receive(form, verb, by=request.user, at=timezone.now())
    for sentence in received.refused:
        form.add_error("files", sentence)
    return received


def say_known(row) -> str:
    """That the same file came before, and that the row of then is used."""
    return _("“%(name)s” is in the library since %(when)s already; that one is used.") % {
        "name": row,
        "when": say_when(row.uploaded_at, timezone.now()),
    }


def bound(request: HttpRequest, form_class, portals, **options):
    """The upload form, filled when the request is a post; before, with whose photos they may be."""
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    if not posted and portals and "credit" in form_class.base_fields:
        options["initial"] = {"credit": slots.usual_credit(request.user, portals[0][0])}
    return form_class(*posted, portals=portals, **options)


def known_picture(request: HttpRequest) -> JsonResponse:
    """`?portal=<key>&sha256=<hex>`: `{"id", "says"}` of the picture with these bytes, else `{}`.

    So that a phone on a slow line need not send again what is there. Portals on which the person
    has no seat know nothing.
    """
    code, portal = request.GET.get("sha256", ""), request.GET.get("portal", "")
    if not SHA256.fullmatch(code) or portal not in dict(open_portals(request)):
        return JsonResponse({})
    row = Picture.objects.filter(portal=portal, sha256=code).first()
    return JsonResponse({"id": row.pk, "says": say_known(row)} if row else {})


def wants_json(request: HttpRequest) -> bool:
    """The script that sends file by file asks for JSON; a plain form does not."""
    return request.method == "POST" and request.headers.get("Accept") == "application/json"


def as_json(form, received: Received | None) -> JsonResponse:
    """`{"saved": [ids], "known": [sentences], "refused": [sentences]}`, whatever came of it."""
    return JsonResponse(
        {
            "saved": [row.pk for row in received.saved] if received else [],
            "known": [say_known(row) for row in received.known] if received else [],
            "refused": [str(error) for errors in form.errors.values() for error in errors],
        }
    )
