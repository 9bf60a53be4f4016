"""The desk's preview: a page as readers would get it, seen by nobody else and kept nowhere."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from . import marks, meeting_previews
from .articles import article_context
from .frames import frame_at
from .links import with_links
from .lists import leaf_of
from .packed import with_views
from .pages import frame_of, home
from .topics import on_topic, topic_context
from .visits import Visit


def render_page(request: HttpRequest, kind: str, values: dict, portal_key: str, at) -> HttpResponse:
    """An article (ArticleValues) or a frame (FrameValues, shown as the front page) at `at`.

    Pictures may bring a desk address as `src`. Raises KeyError for a kind that has no page.
    """
    visit = Visit(request, at, portal_key)
    text = KINDS[kind](visit, values)
    headers = {"X-Robots-Tag": "noindex", "Cache-Control": "private, no-store"}
    return HttpResponse(with_views(text, visit.views), headers=headers)


def render_story(request: HttpRequest, values: dict, portal_key: str, at) -> str:
    """The article alone, without masthead and menus: exactly the words and pictures of its page."""
    visit = Visit(request, at, portal_key)
    text = render_to_string("public/_story.html", _article_context(visit, values))
    return with_views(text, visit.views)


def _article(visit, values):
    context = _article_context(visit, values)
    return render_to_string("public/article.html", {**context, "preview": True, "indexed": False})


def _article_context(visit, values):
    frame = frame_of(visit, values.get("section") or "")
    _none, linked = with_links(visit, None, marks.keys(values))
    return article_context(visit, frame, values, address="", linked=linked)


def _frame(visit, values):
    frame = frame_at(values, now=visit.now)
    return home(visit, frame, preview=True, indexed=False).text


def _topic(visit, values):
    frame, slug = frame_at(values, now=visit.now), values["topic"]
    leaf = leaf_of(on_topic(visit, frame, slug), "")
    context = topic_context(visit, frame, slug, leaf)
    return render_to_string("public/topic.html", {**context, "preview": True, "indexed": False})


KINDS = {"topic": _topic, "article": _article, "frame": _frame, **meeting_previews.KINDS}
