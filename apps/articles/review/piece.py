"""What the review screen holds of one piece: text, changes, what is left, what can be done."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.media.addresses import draft_picture
from apps.newsroom.models import Act, Signature
from apps.newsroom.refusals import Refused

from ..models import ArticlePicture
from ..past.comparing import compared
from ..past.versions import values_of, versions_of
from .marked_text import Span, marked_body, marked_text, place_id

Placement = ArticlePicture.Placement
# What is signed or asked, for acts whose offer does not say it; `Offer.when` is what readers get.
WILL = {
    "claim": gettext_lazy("Others see that you are reviewing it. Nothing is signed."),
    "take_over": gettext_lazy("You review it from now on; your reason stays in the history."),
    "hand_back": gettext_lazy("Nobody is reviewing it then; anybody may claim it."),
    "approve": gettext_lazy(
        "You sign exactly the version shown. With two signatures it waits to be published."
    ),
    "schedule": gettext_lazy("You sign exactly the version shown."),
    "send_back": gettext_lazy("The author can change it again and sees your notes and the reason."),
    "withdraw": gettext_lazy("It leaves the queue; you can write on."),
    "ask_leader": gettext_lazy("A leader reads exactly this text by a link and a PIN."),
    "hide": gettext_lazy("You are asked once more before."),
    "pin": gettext_lazy(
        "You choose until when it stands at the head, and where else it is listed."
    ),
    "take_down": gettext_lazy("You are asked for the reason and who ordered it."),
}


@dataclass(frozen=True)
class Baseline:
    """The version the present text is compared with, and why that one."""

    version: object
    heading: str


def said(offers) -> list:
    """(offer, what is signed or asked by it, or why it cannot be pressed) for each."""
    return [
        (offer, offer.why_not or offer.says or str(WILL.get(offer.act, ""))) for offer in offers
    ]


def text_shown(article, panel) -> dict:
    """Headline, lead, pictures and body with the passages of open notes marked.

    {"headline", "sapo", "body": safe HTML, "lead": picture or None, "gallery": [picture]}; a
    picture is {"src", "alt", "caption", "credit", "field"}.
    """
    spans = {}
    for line in panel.found:
        place = line.place
        span = Span(place.start, place.end, line.number, line.note.pk)
        spans.setdefault(place.field, []).append(span)
    rows = [row for row in article.pictures.all() if row.placement != Placement.BODY]
    shown = [_picture(number, row, spans) for number, row in enumerate(rows)]
    lead = [each for each, row in zip(shown, rows, strict=True) if row.placement == Placement.LEAD]
    return {
        "headline": marked_text(article.headline, spans.get("headline", ())),
        "sapo": marked_text(article.sapo, spans.get("sapo", ())),
        "body": marked_body(article.body, spans, noting=panel.may_note),
        "lead": next(iter(lead), None),
        "gallery": [each for each in shown if each not in lead],
        "byline": [str(line) for line in article.bylines.all()],
    }


def _picture(number, row, spans):
    field = f"pictures-{number}-caption"
    return {
        "src": draft_picture(row.picture_id) if row.picture_id else "",
        "alt": row.alt or (row.picture.alt if row.picture else ""),
        "caption": marked_text(row.caption, spans.get(field, ())),
        "credit": row.credit or (row.picture.credit if row.picture else ""),
        "field": field,
    }


def finding_lines(remarks, piece_fields) -> list[dict]:
    """[{"remark", "anchor"}] of what is not passed over; anchor '' where the page has no place."""
    return [
        {
            "remark": remark,
            "anchor": place_id(remark.field) if remark.field in piece_fields else "",
        }
        for remark in remarks
        if remark.passed is None
    ]


def fields_on_page(article, draft) -> set:
    """Fields of the draft that have a place of their own on the screen."""
    rows = [row for row in article.pictures.all() if row.placement != Placement.BODY]
    captions = {f"pictures-{number}-caption" for number, _row in enumerate(rows)}
    return {
        piece.field
        for piece in draft.pieces
        if piece.field in {"headline", "sapo", *captions} or piece.field.startswith("block:")
    }


def since_last_signature(article, user) -> dict | None:
    """The present text against what this person last signed or sent back, else what anybody signed.

    The values of `comparing.compared` with "heading", or {"refused"}; None where nothing earlier
    was signed. Queries: versions, acts, signatures, one text, and four for the names in it.
    """
    versions = versions_of(article)
    found = baseline(article, user, versions)
    if found is None:
        return None
    try:
        before, after = values_of(found.version), values_of(versions[0])
    except Refused as blank:
        return {"heading": found.heading, "refused": str(blank), "changes": 0}
    return {
        "heading": found.heading,
        "old_one": found.version,
        "new_one": versions[0],
        **compared(article.portal, before, after),
    }


def baseline(article, user, versions) -> Baseline | None:
    """`versions` newest first, the first being the present text."""
    present = versions[0].digest
    known = {version.digest: version for version in reversed(versions)}
    mine, others = [], []
    sent_back = Act.objects.filter(key=article.key, verb="send_back", by=user)
    for act in sent_back:
        heading = _("What changed since you sent it back")
        mine.append((act.at, act.after.get("digest"), heading))
    for row in Signature.objects.filter(key=article.key).select_related("user"):
        if row.user_id == user.pk:
            mine.append((row.at, row.digest, _("What changed since you signed it")))
        else:
            heading = _("What changed since %(name)s signed it") % {"name": row.user}
            others.append((row.at, row.digest, heading))
    for group in (mine, others):
        earlier = [each for each in group if each[1] in known and each[1] != present]
        if earlier:
            _at, digest, heading = max(earlier, key=lambda each: each[0])
            return Baseline(known[digest], heading)
    return None


def quoted_at(article, draft, field) -> dict:
    """For a note on a whole block: {"field", "quote"}; empty for a place that is not there."""
    text = next((piece.text for piece in draft.pieces if piece.field == field), "")
    return {"field": field, "quote": text} if text else {}
