"""From a posted form to verbs: file by file, so that one bad file does not lose the others."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from apps.newsroom import slots
from apps.newsroom.refusals import Refused

MOST_AT_ONCE = 100
NUMBER = re.compile(r"[0-9]{1,15}")


@dataclass
class Received:
    """`saved` are the rows of the files that came in, `refused` one sentence for each other."""

    saved: list = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def own_portals(request: HttpRequest) -> list[tuple[str, str]]:
    """(key, name) of the portals on which the person has a seat."""
    return slots.portals_of(request)


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


def bound(request: HttpRequest, form_class, portals, **options):
    """The upload form, filled when the request is a post."""
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    return form_class(*posted, portals=portals, **options)


def wants_json(request: HttpRequest) -> bool:
    """The script that sends file by file asks for JSON; a plain form does not."""
    return request.method == "POST" and request.headers.get("Accept") == "application/json"


def as_json(form, received: Received | None) -> JsonResponse:
    """`{"saved": [ids], "refused": [sentences]}`, whatever became of the form."""
    return JsonResponse(
        {
            "saved": [row.pk for row in received.saved] if received else [],
            "refused": [str(error) for errors in form.errors.values() for error in errors],
        }
    )
