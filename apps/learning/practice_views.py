"""The page of a practice portal: five lessons, who has done what, the pieces of practice."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.articles.situation import situations
from apps.newsroom.refusals import OutOfSight, Refused
from apps.portals.held import portals_held, rights_held
from apps.portals.models import Portal, Seat
from apps.portals.practice import empty_practice, may_keep_practice
from apps.portals.roles import Right, Role
from apps.portals.seats import given_by

from . import practising
from .progress import Lesson, lessons_done, practice_record

SHOWN = 30
LEARNS = {Right.WRITE}


def practice_list(request):
    """The offices of this person; who has one only is led to its lessons."""
    offices = _offices(request)
    if len(offices) == 1:
        return _to(offices[0])
    opened = dict(Portal.objects.filter(practice_of__in=offices).values_list("practice_of", "pk"))
    rows = [{"office": office, "opened": office.pk in opened} for office in offices]
    return _page(request, "learning/practice_list.html", _("Practice portal"), {"rows": rows})


def practice_page(request, key):
    """The lessons of one office, or the button that opens them. 404 for a stranger."""
    office, now = _office(request, key), timezone.now()
    place = Portal.objects.filter(practice_of=office).select_related("practice_of").first()
    context = {
        "office": office,
        "keeps": may_keep_practice(request.user, office, now),
        "place": place,
        **(_lessons(request, office, place, now) if place else {}),
    }
    return _page(request, "learning/practice.html", _("Practice portal"), context)


def open_it(request, key):
    """One button of the administrator or a chief."""
    office = _office(request, key)
    return _act(
        request, office, _("The practice portal is open: everybody of the office may begin."),
        lambda at: practising.open_for(office, by=request.user, at=at),
    )  # fmt: skip


def empty_it(request, key):
    office, place = _place(request, key)
    return _act(
        request, office, _("The practice portal is empty: all lessons begin anew."),
        lambda at: empty_practice(place, by=request.user, at=at),
    )  # fmt: skip


def begin_again(request, key):
    office, place = _place(request, key)
    return _act(
        request, office, _("Your five lessons begin anew."),
        lambda at: practising.begin_again(place, by=request.user, at=at),
    )  # fmt: skip


def take_sample(request, key):
    """The piece of the third lesson, opened."""
    office, place = _place(request, key)
    try:
        article = practising.take_sample(place, by=request.user, at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _to(office)
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _act(request, office, done, verb):
    try:
        verb(timezone.now())
        messages.success(request, done)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return _to(office)


def _lessons(request, office, place, now):
    record = practice_record(place)
    people = _people(office, now)
    table = [
        {"name": name, "done": lessons_done(record, pk, approves=approves), "pk": pk}
        for pk, (name, approves) in people.items()
    ]
    held = rights_held(request, place)
    user = request.user
    approves = Right.PUBLISH in held
    pieces = list(record.pieces.values())[: -SHOWN - 1 : -1]
    known = situations(pieces, now)
    for piece in pieces:
        piece.stands = known[piece.pk]
    done = lessons_done(record, user.pk, approves=approves) if held & LEARNS else set()
    waiting = [
        piece for piece in pieces if piece.state == "in_review" and piece.author_id != user.pk
    ]
    return {
        "learns": bool(held & LEARNS),
        "approves": approves,
        "lessons": [_lesson(lesson, done) for lesson in Lesson],
        "done": len(done),
        "partners": _partners(people, user, approves),
        "waiting": waiting if approves else [],
        "pieces": pieces if Right.READ in held else [p for p in pieces if p.author_id == user.pk],
        "table": table if approves or may_keep_practice(user, office, now) else [],
        "all_lessons": list(Lesson),
    }


def _lesson(lesson, done):
    return {
        "number": lesson.value,
        "title": lesson.label,
        "done": lesson in done,
        "template": f"learning/lessons/{lesson.value}.html",
    }


def _people(office, now) -> dict:
    """{user id: (name, does he publish what others wrote)} of those who write or edit there."""
    seats = Seat.objects.active_at(now).filter(portal=office).select_related("user", "portal")
    found = {}
    for seat in seats.exclude(role__in=[Role.ADVISER, Role.INSPECTOR]).order_by("user__username"):
        before = found.get(seat.user_id, ("", False))[1]
        found[seat.user_id] = (str(seat.user), before or Right.PUBLISH in given_by(seat))
    return found


def _partners(people, user, approves) -> list[str]:
    """With whom to pair up: who publishes for those who write, and the other way round."""
    others = {pk: row for pk, row in people.items() if pk != user.pk}
    publishing = [name for name, publishes in others.values() if publishes]
    writing = [name for name, publishes in others.values() if not publishes]
    return (writing or publishing) if approves else publishing


def _offices(request):
    if request.user.is_administrator:
        return list(Portal.objects.filter(practice_of=None))
    return portals_held(request)


def _office(request, key) -> Portal:
    for office in _offices(request):
        if office.key == key:
            return office
    raise OutOfSight


def _place(request, key):
    office = _office(request, key)
    place = Portal.objects.filter(practice_of=office).select_related("practice_of").first()
    if place is None:
        raise OutOfSight
    return office, place


def _to(office):
    return HttpResponseRedirect(reverse("learning:practice_page", args=[office.key]))


def _page(request, template, title, context):
    return render(
        request, template, {**admin.site.each_context(request), "title": title, **context}
    )
