"""What a piece must have before it goes out, by genre, as the portal's chief decided.

Asked when somebody approves, publishes or schedules; a reporter may hand in without the picture
that is still on its way. The section is needed everywhere and stands in no list.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.media.videos import VIDEOS, VTT
from apps.newsroom import history
from apps.newsroom.digests import digest
from apps.newsroom.refusals import Refused
from apps.newsroom.telling import name_fields, name_verbs
from apps.portals.frame import signature_key
from apps.portals.models import Portal
from apps.portals.preparing import require
from apps.portals.roles import Right
from apps.proofing.findings import Severity
from apps.questions import Question

from ..models import Article, ArticlePicture
from ..remaining import remarks_on
from .models import ChecklistRule

EVERY = ""  # the genre that is all genres
PICTURES = 3
VERB = "change_checklist"
Genre = Article.Genre
Placement = ArticlePicture.Placement


class Item(models.TextChoices):
    LEAD = "lead", gettext_lazy("Picture at the head")
    CAPTION = "caption", gettext_lazy("Caption of every picture")
    CREDIT = "credit", gettext_lazy("Credit of every picture")
    ALT = "alt", gettext_lazy("Description of every picture for people who cannot see")
    PICTURES = "pictures", gettext_lazy("Three pictures or more")
    SAPO = "sapo", gettext_lazy("Lead")
    BYLINE = "byline", gettext_lazy("Byline")
    EVENT = "event_date", gettext_lazy("Event date")
    SOURCE = "source", gettext_lazy("Outside source")
    LINK = "link", gettext_lazy("A link in the text, to the video for example")
    SUBTITLES = "subtitles", gettext_lazy("Captions of every video")
    FINDINGS = "findings", gettext_lazy("No finding left that must be mended")


BY_DEFAULT = frozenset(
    {
        (Genre.PHOTO_NEWS, Item.LEAD), (Genre.PHOTO_STORY, Item.PICTURES),
        (Genre.REPOST, Item.SOURCE), (EVERY, Item.SUBTITLES),
    }
)  # fmt: skip
_REPORTS = (
    Genre.NEWS, Genre.FEATURE, Genre.REPORTAGE, Genre.PHOTO_NEWS, Genre.PHOTO_STORY,
    Genre.INTERVIEW, Genre.ROLE_MODEL,
)  # fmt: skip
# What most offices ask for; a chief may start from it.
SUGGESTED = frozenset(
    {
        *((EVERY, item) for item in (Item.CAPTION, Item.CREDIT, Item.ALT, Item.FINDINGS)),
        *((genre, item) for genre in _REPORTS for item in (Item.LEAD, Item.BYLINE)),
        *((genre, Item.BYLINE) for genre in (Genre.COMMENTARY, Genre.STUDY, Genre.DIGEST)),
        (Genre.NEWS, Item.SAPO), (Genre.NEWS, Item.EVENT), (Genre.PHOTO_STORY, Item.PICTURES),
        (Genre.REPOST, Item.SOURCE), (Genre.VIDEO, Item.LINK),
    }
)  # fmt: skip

name_verbs({VERB: gettext_lazy("changed the list before publishing")})
name_fields(
    {f"genre:{one.value}": one.label for one in Genre}
    | {f"genre:{EVERY}": gettext_lazy("every genre")}
)


@dataclass(frozen=True)
class Line:
    """One line of the ticked list. `done` None: it is asked only when the piece goes out."""

    item: str
    label: str
    done: bool | None
    lacks: str = ""


_RULES = Question(lambda *, portal: ChecklistRule.objects.filter(portal=portal).order_by())


def needed(portal) -> frozenset[tuple[str, str]]:
    """{(genre or EVERY, item)} of a portal; on a practice portal its office's. One query."""
    office = portal.practice_of_id or portal.pk
    decided = {(rule.genre, rule.item): rule.needed for rule in _RULES.asked(portal=office)}
    pairs = {*BY_DEFAULT, *decided}
    return frozenset(
        (str(genre), str(item))
        for genre, item in pairs
        if item in Item.values and decided.get((genre, item), (genre, item) in BY_DEFAULT)
    )


def items_for(portal, genre) -> list[Item]:
    """What a piece of that genre needs, in the order of the screen. One query."""
    asked = needed(portal)
    return [item for item in Item if {(EVERY, item.value), (genre, item.value)} & asked]


def lines(article, found=None) -> list[Line]:
    """The ticked list of a piece loaded by `for_cutting`; `found` its remarks, None: not asked."""
    section = _("choose a section") if article.section_id is None else ""
    head = Line("section", _("Section"), not section, section)
    items = items_for(article.portal, article.genre)
    asked = [item for item in items if item != Item.SUBTITLES or VIDEOS & _types(article)]
    return [head, *(_line(item, article, found) for item in asked)]


def refuse_if_lacking(article, at, found=None) -> None:
    """Raises Refused with one sentence that lists what is missing."""
    items = items_for(article.portal, article.genre)
    if Item.FINDINGS in items and found is None:
        found = remarks_on(article, at)
    lacking = [line.lacks for line in (_line(each, article, found) for each in items) if line.lacks]
    if lacking:
        words = {"genre": article.get_genre_display(), "what": "; ".join(lacking)}
        raise Refused(_("“%(genre)s” on this portal still lacks: %(what)s.") % words)


@transaction.atomic
def set_needed(portal, wanted: set[tuple[str, str]], *, by, at, seen: str) -> bool:
    """Exactly these are needed from now on; False: nothing was changed.

    `seen` is the `token` of what the person looked at. Raises OutOfSight without a seat, Refused
    without the right and when somebody else changed the lists meanwhile.
    """
    require(by, portal, Right.SET_STOPS, at)
    Portal.objects.select_for_update().get(pk=portal.pk)
    present = needed(portal)
    if seen != token(present):
        raise Refused(
            _("Somebody else changed these lists while you had them open. Your ticks are below, "
              "not saved: look at them and save again.")
        )  # fmt: skip
    allowed = {(genre, item) for genre in (EVERY, *Genre.values) for item in Item.values}
    wanted = wanted & allowed
    for genre, item in wanted ^ present:
        ChecklistRule.objects.update_or_create(
            portal=portal, genre=genre, item=item, defaults={"needed": (genre, item) in wanted}
        )
    before, after = _by_genre(present - wanted), _by_genre(wanted - present)
    if wanted != present:
        history.record(
            signature_key(portal), VERB, by=by, at=at, portal=portal.key,
            before=before, after=after,
        )  # fmt: skip
    return wanted != present


def token(pairs) -> str:
    """A short name for one state of a portal's lists."""
    return digest(sorted(map(list, pairs)))


def _by_genre(pairs):
    """{genre: [labels]} for history, in the words of the day."""
    found = defaultdict(list)
    for genre, item in sorted(pairs):
        found[f"genre:{genre}"].append(str(Item(item).label))
    return dict(found)


def _line(item, article, found) -> Line:
    if item == Item.FINDINGS and found is None:
        return Line(item, item.label, None)
    lacks = LACKING[item](article, found)
    return Line(item, item.label, not lacks, lacks)


def _rows(article):
    return [row for row in article.pictures.all() if row.picture_id]


def _lead(article, _found):
    there = any(row.placement == Placement.LEAD for row in _rows(article))
    return "" if there else _("a picture at the head")


def _pictures(article, _found):
    lack = PICTURES - len(_rows(article))
    words = ngettext("%(n)d more picture", "%(n)d more pictures", lack) % {"n": lack}
    return words if lack > 0 else ""


def _captions(article, _found):
    n = sum(not row.caption for row in _rows(article))
    return ngettext("the caption of %(n)d picture", "the captions of %(n)d pictures", n) % {
        "n": n
    } if n else ""  # fmt: skip


def _credits(article, _found):
    n = sum(not (row.credit or row.picture.credit) for row in _rows(article))
    return ngettext("the credit of %(n)d picture", "the credits of %(n)d pictures", n) % {
        "n": n
    } if n else ""  # fmt: skip


def _descriptions(article, _found):
    n = sum(not (row.alt or row.picture.alt) for row in _rows(article))
    return ngettext("the description of %(n)d picture", "the descriptions of %(n)d pictures", n) % {
        "n": n
    } if n else ""  # fmt: skip


def _findings(_article, found):
    n = sum(each.passed is None and each.finding.severity == Severity.ERROR for each in found or ())
    return ngettext("%(n)d finding to be mended", "%(n)d findings to be mended", n) % {
        "n": n
    } if n else ""  # fmt: skip


def _link(article, _found):
    there = "<a " in article.body or VIDEOS & _types(article)
    return "" if there else _("a link in the text")


def _subtitles(article, _found):
    types = _types(article)
    return _("captions of the video (WebVTT)") if VIDEOS & types and VTT not in types else ""


def _types(article):
    return {row.attachment.type for row in article.attachments.all()}


LACKING = {
    Item.LEAD: _lead,
    Item.CAPTION: _captions,
    Item.CREDIT: _credits,
    Item.ALT: _descriptions,
    Item.PICTURES: _pictures,
    Item.SAPO: lambda article, _found: "" if article.sapo else _("the lead"),
    Item.BYLINE: lambda article, _found: "" if article.bylines.all() else _("a byline"),
    Item.EVENT: lambda article, _found: "" if article.event_date else _("the event date"),
    Item.SOURCE: lambda article, _found: "" if article.outside_source else _("the outside source"),
    Item.LINK: _link,
    Item.SUBTITLES: _subtitles,
    Item.FINDINGS: _findings,
}
