"""“Thiết lập trang”: one screen a step; every way out of a screen keeps what was typed in it."""

from django.contrib import admin
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.newsroom.refusals import OutOfSight
from apps.portals.models import Portal
from apps.portals.preparing import finish_step, may_set_up, steps_done, unpublished

from . import kept
from .missing import lacks, next_things, standing_of
from .steps import BY_CODE, LAST, NEW, STEPS, after, before

STAY, LATER = "o-lai", "de-sau"


@require_safe
def resume(request, key):
    """Where one stopped: the first step not gone through, else what is missing."""
    portal, done = _portal(request, key)
    code = next((step.code for step in STEPS if step.code not in done), LAST)
    return _to(portal.key, code)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request):
    """The first step of a portal that does not exist yet. Administrators only."""
    if not request.user.is_administrator:
        raise OutOfSight
    return _answer(request, None, set(), STEPS[0])


@require_http_methods(["GET", "HEAD", "POST"])
def step_page(request, key, code):
    portal, done = _portal(request, key)
    if code not in BY_CODE:
        raise Http404
    return _answer(request, portal, done, BY_CODE[code])


@require_safe
def last_page(request, key):
    """What is still missing, and three next things to do."""
    portal, done = _portal(request, key)
    standing = standing_of(portal, done, timezone.now())
    found = lacks(standing)
    context = {
        "stopping": [lack for lack in found if lack.stops],
        "wanting": [lack for lack in found if not lack.stops],
        "next_things": next_things(standing),
        "published": standing.published,
        "back": before(LAST),
    }
    return _page(request, "opening/last.html", portal, done, LAST, context)


def _answer(request, portal, done, step):
    now = timezone.now()
    closed = step.closed_for(request.user, portal, now)
    if request.method == "POST" and not closed:
        return _post(request, portal, done, step, now)
    if request.method == "POST":
        return _to(portal.key, _target(request, step))
    typed = kept.kept(request, _key(portal), step.code)
    form = _form(step, request, portal, done, now, typed)
    return _shown(request, portal, done, step, form, closed)


def _post(request, portal, done, step, now):
    """Saved, or shown again with its sentences; on the way elsewhere kept as it was typed."""
    go, key = _target(request, step), _key(portal)
    form = _form(step, request, portal, done, now, request.POST, request.FILES)
    if go == STAY and hasattr(form, "searched"):
        return _shown(request, portal, done, step, form.searched(), "")
    saved = form.is_valid() and form.save()
    if not saved:
        if go in (STAY, after(step.code)) or portal is None and go != LATER:
            return _shown(request, portal, done, step, form, "")
        kept.keep(request, key, step.code)
        return _to(portal.key if portal else "", go)
    finish_step(saved, step.code, str(step.title), by=request.user, at=now)
    kept.forget(request, key, step.code)
    if form.stays:
        again = _form(step, request, saved, done | {step.code}, now, None)
        again.made = form.made
        return _shown(request, saved, done | {step.code}, step, again, "")
    return _to(saved.key, step.code if go == STAY else go)


def _form(step, request, portal, done, now, data, files=None):
    return step.form(
        data, files, portal=portal, by=request.user, at=now, untouched=step.code not in done
    )


def _target(request, step):
    """Where the pressed button leads; an unknown word goes on."""
    go = request.POST.get("go", "")
    if go == "lui":
        return before(step.code)
    return go if go in {*BY_CODE, LAST, LATER, STAY} else after(step.code)


def _shown(request, portal, done, step, form, closed):
    made = getattr(form, "made", None)
    context = {
        "step": step,
        "form": form,
        "closed": closed,
        "first": step is STEPS[0],
        "link": request.build_absolute_uri(made["link"]) if made and "link" in made else "",
        **form.extra(),
    }
    return _page(request, "opening/step.html", portal, done, step.code, context)


def _page(request, template, portal, done, code, context):
    rail = [
        {"code": step.code, "title": step.title, "done": step.code in done,
         "here": step.code == code, "number": number}
        for number, step in enumerate(STEPS, 1)
    ]  # fmt: skip
    frame = {
        **admin.site.each_context(request),
        "title": _("Set up: %s") % portal if portal else _("Set up a new portal"),
        "opening_portal": portal,
        "rail": rail,
        "last_code": LAST,
        "at_last": code == LAST,
        "number": next((row["number"] for row in rail if row["here"]), len(rail) + 1),
        "steps": len(rail),
    }
    return render(request, template, {**frame, **context})


def _portal(request, key) -> tuple[Portal, set]:
    """The portal and its steps gone through: all of one that readers have. Raises OutOfSight."""
    portal = Portal.objects.select_related("masthead").filter(key=key).first()
    if portal is None or not may_set_up(request.user, portal, timezone.now()):
        raise OutOfSight
    if not unpublished().filter(pk=portal.pk).exists():
        return portal, set(BY_CODE)
    return portal, steps_done([portal])[portal.pk]


def _key(portal):
    return portal.key if portal else NEW


def _to(key, code):
    if code == LATER or not key:
        return HttpResponseRedirect(reverse("admin:index"))
    if code == LAST:
        return HttpResponseRedirect(reverse("opening:last", args=[key]))
    return HttpResponseRedirect(reverse("opening:step", args=[key, code]))
