"""Counting readers: a beacon that always answers 204 and sometimes counts."""

import hashlib
import logging

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models import F
from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from apps.editions.models import Views

from . import visits

ONCE_IN_SECONDS = 30 * 60

log = logging.getLogger(__name__)


@csrf_exempt  # changes nothing of anybody's, and readers have no session
@require_POST
def count(request, key):
    """`POST /luot-xem/<key>/`: one more reader of a live page, at most once in half an hour."""
    visit = visits.arrive(request, now=visits.clock())
    if visit.portal and _is_new(request, visit.portal, key) and visit.load(key):
        _add(visit.portal, key)
    return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


def _is_new(request, portal, key):
    """Who reads is remembered as a hash, for half an hour, and nowhere else."""
    forwarded = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    agent = request.headers.get("User-Agent", "")
    who = "\n".join((portal, key, request.META.get("REMOTE_ADDR", ""), forwarded, agent))
    name = "reader:" + hashlib.sha256(who.encode(errors="replace")).hexdigest()
    try:
        return cache.add(name, 1, ONCE_IN_SECONDS)
    except Exception as error:  # every backend raises its own; without memory nothing is counted
        log.warning("View counter does not remember readers: %s", error)
        return False


def _add(portal, key):
    """On a node that may not write (a replica, a read-only copy) the hit is dropped."""
    try:
        with transaction.atomic():
            if not Views.objects.filter(portal=portal, key=key).update(counted=F("counted") + 1):
                Views.objects.get_or_create(portal=portal, key=key, defaults={"counted": 1})
    except DatabaseError as error:
        log.info("View of %s not counted: %s", key, error)
