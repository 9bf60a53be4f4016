"""The page of a topic: its banner, what it is about, the articles filed under it."""

from dataclasses import replace
from functools import lru_cache

from django.http import Http404

from apps.editions import paths, placing
from apps.editions.search_marks import Marked, Question, marked

from . import lists
from .answers import Made
from .frames import Frame, Topic, topic_of
from .lists import PER_PAGE
from .pages import base_context, frame_of, page
from .together import CUT, LISTED_AT, NOW, PORTAL, SUBJECT, asked, together
from .visits import Visit

SUGGESTED = 2  # above what was found in a search


def topic(visit: Visit, slug: str, cursor: str) -> Made:
    """The page from `cursor` on. Raises Http404 for a topic the frame has not."""
    frame = frame_with(visit, slug)
    rows = on_topic(visit, frame, slug, cursor=cursor)
    context = topic_context(visit, frame, slug, lists.leaf_of(rows, cursor), cursor=cursor)
    return page("public/topic.html", visit, context)


def frame_with(visit: Visit, slug: str) -> Frame:
    """The portal's frame, in which the topic is known; its line of the menu is marked."""
    frame = frame_of(visit, placing.on_topic(slug))
    if slug not in frame.topics:
        raise Http404("no such topic")
    return frame


def on_topic(visit: Visit, frame: Frame, slug: str, *, cursor: str = "", most: int = PER_PAGE):
    """One page and one more of what is filed under a topic, or was put there by hand."""
    known = {"now": visit.now, "portal": visit.portal}
    if cursor:
        known["listed_at"], known["cut"] = lists.read_cursor(cursor)
    place, more = placing.on_topic(slug), bool(cursor)
    filed = asked(_filed, more, most + 1, subject=frame.topics[slug]["tag"], **known)
    return together([filed, asked(lists.placed, more, section=place, **known)])[: most + 1]


def _filed(after_cursor, most):
    """The index of subjects orders them, and begins where the page begins."""
    begins = {"about__listed_at__lte": LISTED_AT.value} if after_cursor else {}
    rows = lists.live_at(NOW.value, PORTAL.value).filter(about__subject=SUBJECT.value, **begins)
    if after_cursor:
        rows = lists.older_than(rows, LISTED_AT.value, CUT.value)
    return rows.order_by("-about__listed_at", "-cut_id").values("pk")[:most]


def topic_context(visit: Visit, frame: Frame, slug: str, leaf, *, cursor: str = "") -> dict:
    """All the template needs of TopicValues in the frame."""
    values = frame.topics[slug]
    if values["wide"]:  # one banner at the head of a page
        frame = replace(frame, top_banners=())
    first = paths.topic(slug)
    address = first + (f"?truoc={cursor}" if cursor else "")
    about = " ".join(values["lead_in"])
    context = base_context(
        visit, frame, title=values["title"], address=address, description=about, crumbs=[]
    )
    return context | {
        "topic": topic_of(values, sober=frame.mourning),
        "lead_in": values["lead_in"] if not cursor else [],
        "leaf": leaf,
        "first": first,
        "first_page": not cursor,
        "feed": f"/rss{first}",
    }


def suggested(question: Question, frame: Frame) -> list[Topic]:
    """Topics whose title has all that is asked, by the rules of search: as the accents were typed
    before other accents, shorter titles first. No query: the frame knows its topics.
    """
    if not question:
        return []
    wanted = set(question.wanted())
    typed = {f"/={exact}" for exact, _folded in question.words}
    found = []
    for row in frame.topics.values():
        title = _marked(row["title"])
        marks = {*title.marks.split()}
        if wanted <= marks and all(part in title.words for part in question.strings()):
            found.append((-len(typed & marks), len(row["title"]), row["title"], row))
    found.sort(key=lambda entry: entry[:3])
    return [topic_of(row, sober=True) for *_order, row in found[:SUGGESTED]]


@lru_cache(maxsize=1000)
def _marked(title) -> Marked:
    return marked(title, "", ())
