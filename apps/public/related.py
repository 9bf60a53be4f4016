"""What stands under an article: of the same meeting, on the same topic, in the same section (as
the section's page lists it: a top section with those beneath it).

All of it is found by one query, with the live pages of the people named in the text: a page costs
the same however much was written on the meeting, the topic or in the section.
"""

from dataclasses import dataclass, field, replace

from apps.editions.models import Showing

from . import lists, together
from .links import REGISTER, Linked, linked, with_links
from .visits import Visit

OF_MEETING = 6
OF_TOPIC = 4
OF_SECTION = 6
FEW_OF_SECTION = 3  # where something nearer stands above


@dataclass(frozen=True)
class Related:
    """Cards, the newest first, each once; `meeting_page` is where the meeting's page stands."""

    meeting: list[lists.Card] = field(default_factory=list)
    topic: list[lists.Card] = field(default_factory=list)
    section: list[lists.Card] = field(default_factory=list)
    newer: lists.Card | None = None
    older: lists.Card | None = None
    meeting_page: str = ""
    topic_pages: tuple = ()  # frames.Topic of those that gather this article
    original: dict | None = None  # ArticleValues of what readers of its own portal have now


def related(visit: Visit, showing: Showing, keys) -> tuple[Related, dict[str, Linked]]:
    """What stands under this article, and the live pages of the people of `keys`; one query."""
    cut = showing.cut
    if cut.listed_at is None:  # it stands in no list: nothing is newer or older
        return Related(), with_links(visit, None, keys)[1]
    meetings, tags = _subjects(cut, "meeting:"), _subjects(cut, "tag:")
    top = cut.section == cut.top_section
    parts = [_part(visit, showing, make, top) for make in (_newest, _newer, _older)]
    parts += [_part(visit, showing, _about, subject=each) for each in (*meetings, *tags)]
    for portal, wanted in ((REGISTER, sorted(set(keys))), (visit.portal, meetings)):
        if wanted:
            pages = Showing.objects.live_at(visit.now).filter(portal=portal, key__in=wanted)
            parts.append(pages.values("pk").query.sql_with_params())
    sender = (cut.values.get("origin") or {}).get("portal")
    if sender:
        asked = {"now": visit.now, "portal": sender, **together.named([showing.key])}
        parts.append(together.asked(_original, **asked))
    found = together.together(parts, whole=showing.key if sender else "")
    pages = {row.key: linked(row) for row in found if row.portal == REGISTER}
    beside = _sorted(cut, [row for row in found if row.portal == visit.portal], meetings, tags)
    original = next((row.whole for row in found if sender and row.portal == sender), None)
    return replace(beside, original=original), pages


def _subjects(cut, kind):
    return sorted(key for key in cut.subjects if key.startswith(kind))


def _part(visit, showing, make, *shape, subject=""):
    cut = showing.cut
    return together.asked(
        make, *shape, now=visit.now, portal=visit.portal, section=cut.section,
        listed_at=cut.listed_at, cut=cut.pk, showing=showing.pk, subject=subject,
    )  # fmt: skip


def _live():
    """Of whoever reads, whenever he does."""
    return lists.live_at(together.NOW.value, together.PORTAL.value)


def _of_section(top):
    field = "cut__top_section" if top else "cut__section"
    return _live().filter(**{field: together.SECTION.value})


def _about():
    """The newest others about a subject; those of a meeting may be among those on its topic."""
    rows = lists.about_in(_live(), together.SUBJECT.value)
    return rows.exclude(pk=together.SHOWING.value).values("pk")[: OF_MEETING + OF_TOPIC]


def _original():
    live = Showing.objects.live_at(together.NOW.value).filter(portal=together.PORTAL.value)
    return live.filter(key=together.KEYS[0].value).values("pk")


def _newest(top):
    rows = _of_section(top).exclude(pk=together.SHOWING.value)
    return rows.values("pk")[: OF_SECTION + 2]


def _newer(top):
    at, cut = together.LISTED_AT.value, together.CUT.value
    return lists.newer_than(_of_section(top), at, cut).values("pk")[:1]


def _older(top):
    at, cut = together.LISTED_AT.value, together.CUT.value
    return lists.older_than(_of_section(top), at, cut).values("pk")[:1]


def _sorted(cut, found, meetings, tags):
    here = (cut.listed_at, cut.pk)
    rows = [row for row in found if row.cut.kind == "article"]
    top = cut.section == cut.top_section
    beside = [r for r in rows if cut.section == (r.cut.top_section if top else r.cut.section)]
    newer = min((row for row in beside if _place(row) > here), key=_place, default=None)
    older = max((row for row in beside if _place(row) < here), key=_place, default=None)
    of_meeting = _take(rows, lambda row: {*meetings} & {*row.cut.subjects}, OF_MEETING, set())
    taken = {row.key for row in (*of_meeting, newer, older) if row}
    of_topic = _take(rows, lambda row: {*tags} & {*row.cut.subjects}, OF_TOPIC, taken)
    taken |= {row.key for row in of_topic}
    most = FEW_OF_SECTION if of_meeting or of_topic else OF_SECTION
    of_section = _take(beside, lambda _row: True, most, taken)
    return Related(
        *([*map(lists.card, each)] for each in (of_meeting, of_topic, of_section)),
        newer=lists.card(newer) if newer else None,
        older=lists.card(older) if older else None,
        meeting_page=next((row.address for row in found if row.cut.kind == "meeting"), ""),
    )


def _place(row):
    return row.cut.listed_at, row.cut_id


def _take(rows, belongs, most, taken):
    return [row for row in rows if row.key not in taken and belongs(row)][:most]
