"""The readers' pages: find, render. Everything else has happened before or happens after."""

import functools

from django.http import Http404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from apps.editions import paths

from . import archive as archived
from . import (
    articles,
    bodies,
    errors,
    feeds,
    office,
    pages,
    register,
    register_lists,
    searching,
    sitemaps,
    topics,
    visits,
)
from . import corrections as corrected
from .answers import answer, send


def page(view):
    """A view of a Visit. What it raises becomes a page of the house.

    An address an old portal had leads on if it has a query, or if nothing of ours stands there.
    Pages hold nothing secret, so they may be compressed (BREACH needs a secret to guess).
    """

    @csrf_exempt  # so that a form sent here gets 405: nothing is ever done with it
    @require_safe
    @functools.wraps(view)
    def answered(request, **captured):
        key = paths.article_key(int(captured["number"])) if "number" in captured else ""
        visit = getattr(request, "visit", None)  # of who was let in at the door (door.py)
        visit = visit or visits.arrive(request, now=visits.clock(), key=key)
        try:
            return _known(visit, view, captured)
        except errors.Moved as moved:
            return errors.moved_page(moved.address)
        except errors.Gone:
            return errors.gone_page(visit)
        except Http404:
            return errors.elsewhere(visit)

    return answered


def _known(visit, view, captured):
    if not visit.portal:
        raise Http404("no portal answers for this host")
    if visit.moved_key and visit.request.META.get("QUERY_STRING"):
        address = errors.new_address(visit)
        if address:
            raise errors.Moved(address)
    return view(visit, **captured)


@page
def home(visit):
    return answer(visit, lambda: pages.home(visit))


@page
def section(visit, slug):
    cursor = visit.request.GET.get("truoc", "")
    return answer(visit, lambda: pages.section(visit, slug, cursor), cursor)


@page
def article(visit, section, slug, number):
    prints = visit.choice("in", ("1",))
    return answer(visit, lambda: articles.article(visit, int(number)), prints)


@page
def people(visit):
    number = register_lists.asked_page(visit.request.GET.get("trang", ""))
    return answer(visit, lambda: register_lists.people(visit, number), str(number))


@page
def corrections(visit):
    number = register_lists.asked_page(visit.request.GET.get("trang", ""))
    return answer(visit, lambda: corrected.corrections_page(visit, number), str(number))


@page
def bodies_list(visit):
    number = register_lists.asked_page(visit.request.GET.get("trang", ""))
    return answer(visit, lambda: register_lists.bodies(visit, number), str(number))


@page
def person(visit, slug):
    cursor = visit.request.GET.get("truoc", "")
    return answer(visit, lambda: register.person(visit, cursor), cursor)


@page
def body(visit, slug):
    year = bodies.asked_year(visit.request.GET.get("nam", ""))
    return answer(visit, lambda: bodies.body(visit, year), str(year or ""))


@page
def archive(visit):
    asked = visit.request.GET.get("ngay", "")
    if day := archived.asked_day(asked):
        raise errors.Moved(archived.day_address(day))
    return answer(visit, lambda: archived.archive(visit, asked), str(bool(asked)))


@page
def archive_month(visit, year, month):
    cursor = visit.request.GET.get("truoc", "")
    made = functools.partial(archived.month, visit, int(year), int(month), cursor)
    return answer(visit, made, cursor)


@page
def archive_day(visit, year, month, day):
    cursor = visit.request.GET.get("truoc", "")
    asked = (int(year), int(month), int(day))
    return answer(visit, lambda: archived.day(visit, *asked, cursor), cursor)


@page
def contact(visit):
    return answer(visit, lambda: office.contact(visit))


@page
def site_map(visit):
    return answer(visit, lambda: office.site_map(visit))


@page
def archive_year(visit, year):
    raise errors.Moved("/luu-tru/")


@page
def search(visit):
    return send(visit, searching.search(visit))


@page
def feed(visit, slug=""):
    return answer(visit, lambda: feeds.feed(visit, slug))


@page
def topic(visit, slug):
    cursor = visit.request.GET.get("truoc", "")
    return answer(visit, lambda: topics.topic(visit, slug, cursor), cursor)


@page
def feed_topic(visit, slug):
    return answer(visit, lambda: feeds.topic(visit, slug))


@page
def feed_person(visit, slug):
    return answer(visit, lambda: feeds.person(visit))


@page
def feed_body(visit, slug):
    return answer(visit, lambda: feeds.body(visit))


@page
def sitemap(visit):
    return answer(visit, lambda: sitemaps.sitemap(visit))


@page
def sitemap_part(visit, part):
    return answer(visit, lambda: sitemaps.sitemap_part(visit, int(part)))


@page
def news_sitemap(visit):
    return answer(visit, lambda: sitemaps.news_sitemap(visit))


@page
def robots(visit):
    return answer(visit, lambda: sitemaps.robots(visit))


@page
def elsewhere(visit):
    raise Http404("nothing of ours stands here")
