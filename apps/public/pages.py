"""What every page of the site hands its template, and the pages that are lists."""

from django.http import Http404
from django.http.request import split_domain_port
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from apps.editions import paths

from . import lists, looks
from .answers import MEMORY, Made
from .frames import KEPT, KEY, Frame
from .linked_data import script, site_data, trail
from .pictures import Shared, shared_of
from .visits import Visit, on_own_machine

SECONDS = 3
LEAD_AMONG = 3


def base_context(
    visit: Visit,
    frame: Frame,
    *,
    title: str = "",
    address: str = "",
    here: str = "",
    share: Shared | None = None,
    **more,
) -> dict:
    """Title, canonical address, frame, looks; `indexed=False` keeps search engines away.

    `here` is where a page without a canonical address stands, so that choosing looks keeps it.
    `share` is the page's own picture for shared links; the portal's stands in for it. `crumbs`
    are the pages between the front page and this one (linked_data.trail). A page that brings no
    `description` of its own gets one sentence: no page is without.
    """
    base = _base(visit, frame.main_host())
    share = share or frame.share
    return {
        "looks": visit.looks,
        "here": here or address,
        "frame": frame,
        "title": title,
        "base": base,
        "canonical": f"{base}{address}" if address else "",
        "share": share,
        "share_address": f"{base}{share.src}" if share else "",
        "indexed": True,
        **more,
        "description": more.get("description") or _description(title, frame),
    }


def _description(title, frame):
    if not frame.name:
        return ""
    if not title:
        return frame.welcome or _("News, documents and schedules of %(name)s.") % {
            "name": frame.name
        }
    return _("The page “%(title)s” of %(name)s.") % {"title": title, "name": frame.name}


def _base(visit, host):
    """The main host without a port, as a site is known; on one's own machine with the port, or
    no link of a feed would open there. A port a stranger writes gets into no kept page.
    """
    here, _port = split_domain_port(visit.request.get_host())
    if not host or (on_own_machine(here) and here == host):
        return visit.base
    return f"{visit.request.scheme}://{host}"


def frame_of(visit: Visit, section: str = "") -> Frame:
    """The portal's live frame, one query at most; an empty one when none was signed yet."""
    values, _others = frame_and(visit)
    return KEPT.frame(visit.portal, values, now=visit.now, section=section)


def frame_and(visit: Visit, *keys: str) -> tuple[dict, dict]:
    """FrameValues of the portal, and the live showings of these keys by key; one query at most."""
    values = KEPT.values(visit.portal, visit.state)
    wanted = keys if values is not None else (KEY, *keys)
    found = visit.load(*wanted) if wanted else {}
    if values is None:
        values = KEPT.keep(visit.portal, visit.state, found.get(KEY))
    return values, found


def forget() -> None:
    """Drop everything this process keeps of readers' pages."""
    MEMORY.clear()
    KEPT.clear()


def page(template: str, visit: Visit, context: dict) -> Made:
    """The rendered page. No request goes in: nothing of a reader can get into a kept page."""
    html = rendered(template, visit, {**context, "trail": trail(context)})
    return Made(html, at=visit.now, until=context["frame"].until)


def rendered(template: str, visit: Visit, context: dict) -> str:
    return looks.carried(render_to_string(template, context), visit.looks)


def home(visit: Visit, frame: Frame | None = None, **more) -> Made:
    """The front page; a preview brings its own `frame`."""
    frame = frame or frame_of(visit)
    slugs = [section["slug"] for section in frame.top_sections()]
    cards = lists.front(visit, slugs)
    lead = _lead(cards)
    seconds = [card for card in cards if card is not lead][:SECONDS]
    above = {card.key for card in (lead, *seconds) if card}
    share = frame.share or shared_of(lead and lead.picture)
    context = base_context(visit, frame, address="/", share=share, **more)
    context["linked_data"] = script(site_data(context))
    context |= {"lead": lead, "seconds": seconds, "columns": _columns(frame, cards, above)}
    return page("public/home.html", visit, context)


def _lead(cards):
    """What is pinned; else the newest with a picture among the very newest, else the newest."""
    if cards and cards[0].pinned:
        return cards[0]
    newest = cards[:LEAD_AMONG]
    return next((card for card in newest if card.picture), newest[0] if newest else None)


def _columns(frame, cards, above):
    """Sections with what is not above already; an empty section does not show."""
    columns = []
    for section in frame.top_sections():
        own = [c for c in cards if c.top_section == section["slug"] and c.key not in above]
        if own:
            first = next((c for c in own[: lists.PER_SECTION] if c.picture), own[0])
            others = [c for c in own if c is not first][: lists.PER_SECTION - 1]
            columns.append({"section": section, "first": first, "others": others})
    return columns


def section(visit: Visit, slug: str, cursor: str) -> Made:
    """A section's list from `cursor` on. Raises Http404 for a section the frame has not."""
    frame = frame_of(visit, slug)
    if slug not in frame.sections:
        raise Http404("no such section")
    here = frame.sections[slug]
    top = frame.sections.get(here["parent"])
    rows = lists.in_section(visit, slug, top=not here["parent"], cursor=cursor)
    leaf = lists.leaf_of(rows, cursor)
    address = paths.section(slug) + (f"?truoc={cursor}" if cursor else "")
    context = base_context(
        visit,
        frame,
        title=here["title"],
        address=address,
        description=here["description"],
        crumbs=section_crumbs(frame, here["parent"]),
        indexed=bool(leaf.cards),
    )
    context |= {
        "section": here,
        "parent": top,
        "children": frame.children_of(slug),
        "leaf": leaf,
        "first_page": not cursor,
        "first": paths.section(slug),
        "feed": f"/rss/{slug}/",
    }
    return page("public/section.html", visit, context)


def section_crumbs(frame: Frame, slug: str) -> list[dict]:
    """The way from the front page down to a section, itself included; [] for none."""
    here = frame.sections.get(slug)
    if here is None:
        return []
    return [
        {"title": row["title"], "href": paths.section(row["slug"])}
        for row in (frame.sections.get(here["parent"]), here)
        if row
    ]
