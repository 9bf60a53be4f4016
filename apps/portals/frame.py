"""The frame round every page of a portal: cut as values, signed by two, shown like an article.

Until a changed frame is signed and published, readers keep the old one.
"""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from apps.editions import paths, showings
from apps.editions.cutting import Page, cut_page
from apps.editions.locks import publishing_lock
from apps.editions.models import Showing
from apps.media.publishing import picture_values, publish_files
from apps.media.sharing import share_picture
from apps.newsroom import history, signing
from apps.newsroom.digests import digest
from apps.newsroom.refusals import Refused

from .models import HouseStyle, Mourning, Portal
from .presets import DEFAULT
from .roles import Right
from .seats import seat_for, seat_with, seats_on
from .topic_values import topic_values, topics_of

KEY = "frame"
MOURNING = "mourning"
ADDRESS = "/"
PARAGRAPH = re.compile(r"\n\s*\n")


def signature_key(portal) -> str:
    return f"frame:{portal.key}"


def frame_values(portal) -> dict:
    """`editions.values.FrameValues` of the portal as it stands in the newsroom."""
    return _values(portal, *_parts(portal))


def _parts(portal):
    """What comes and goes by the clock: (banners, pages of topics)."""
    return list(portal.banners.select_related("wide", "narrow")), topics_of(portal)


def _values(portal, banners, topics):
    sections = list(portal.sections.select_related("parent"))
    values = {
        "name": portal.name,
        "short_name": portal.short_name or portal.name,
        "welcome": portal.welcome,
        "masthead": picture_values(portal.masthead) if portal.masthead_id else None,
        "contact": [line.strip() for line in portal.contact.splitlines() if line.strip()],
        "responsibility": portal.responsibility,
        "style": _style(portal),
        "sections": [_section(section) for section in sections],
        "menu": _menu(portal, sections),
        "banners": [banner_values(banner) for banner in banners],
        "hosts": sorted(portal.domains.values_list("name", flat=True)),
        "files": sorted({picture.sha256 for picture in _pictures(portal, [*banners, *topics])}),
        # No key where there is none: frames signed before there were topics stay as they are.
        **({"topics": [topic_values(page) for page in topics]} if topics else {}),
    }
    about = [" ".join(part.split()) for part in PARAGRAPH.split(portal.about) if part.strip()]
    return {**values, "about": about} if about else values


def frame_digest(portal) -> str:
    """What the two signers of a frame sign."""
    return digest(frame_values(portal))


@transaction.atomic
def sign_frame(portal, *, by, at, seen=None):
    """Sign the frame as it stands now. Raises Refused when it changed since it was looked at."""
    now = digest(frame_values(portal))
    _sign(portal, now, seats_on(by, portal, at), by=by, at=at, seen=seen)


def _sign(portal, now, held, *, by, at, seen):
    seat = seat_with(held, Right.SIGN_FRAME) or seat_for(by, portal, Right.SIGN_FRAME, at)
    if seen and seen != now:
        raise Refused(_("The frame has changed since you opened it. Look at it again first."))
    approver = seat_with(held, Right.FRAME, Right.APPROVE)
    signing.sign(
        signature_key(portal),
        now,
        by=by,
        role=seat.role,
        approves=approver is not None,
        delegated_by=approver.delegated_by if approver else None,
        at=at,
    )
    _record(portal, "sign_frame", by, at, now)


@transaction.atomic
def publish_frame(portal, *, by, at, seen=None):
    """Sign and put before readers, if another person has signed this frame too."""
    portal = Portal.objects.select_for_update().get(pk=portal.pk)
    held = seats_on(by, portal, at)
    seat_with(held, Right.FRAME) or seat_for(by, portal, Right.FRAME, at)
    banners, topics = _parts(portal)
    values = _values(portal, banners, topics)
    signed = digest(values)
    _sign(portal, signed, held, by=by, at=at, seen=seen)
    standing = signing.standing(signature_key(portal), signed)
    if missing := why_not_alone(standing, by) or standing.missing():
        raise Refused(missing)
    publishing_lock()
    publish_files(_pictures(portal, [*banners, *topics]))
    signers = signing.signers(signature_key(portal), signed)
    _show(portal, _with_share_picture(values), signed, signers=signers, by=by, at=at)
    showings.answer_for(portal.key, values["hosts"])
    for part in (*banners, *topics):
        showings.remember(portal.key, part.shows_from, part.shows_until)
    _record(portal, "publish_frame", by, at, signed)


def why_not_alone(standing, user) -> str:
    """Why this person cannot publish the frame with his signature only; '' when he need not."""
    if standing.user_ids - {user.pk}:
        return ""
    return _("Somebody else must sign this frame first; whoever publishes it is the second signer.")


def carry_mourning(portal, *, by, at) -> None:
    """Readers have the signed frame with the portal's mourning as it stands now.

    Not a word is new: the same values, digest and signers. Without a live frame nothing happens.
    """
    publishing_lock()
    live = Showing.objects.of(portal.key, KEY).live_at(at).select_related("cut").first()
    if live is None:
        return
    cut, values = live.cut, {k: v for k, v in live.cut.values.items() if k != MOURNING}
    _show(portal, values, cut.text_digest, signers=cut.signers, by=by, at=at, why=MOURNING)


def _show(portal, values, signed, *, signers, by, at, why=""):
    """Cut and show; mourning comes in here, after the signatures: it is one person's act."""
    coming = list(_mourning(portal, at))
    spans = _spans(coming, at)
    page = Page(
        portal=portal.key, key=KEY, kind="frame", title=portal.name, text_digest=signed,
        values={**values, MOURNING: spans} if spans else values,
    )  # fmt: skip
    cut = cut_page(page, signers=signers, by=str(by), why=why, at=at)
    showings.show(cut, address=ADDRESS, live_from=at, at=at)
    for row in coming:
        showings.remember(portal.key, row.starts_at, row.until())


def mourning_values(portal, at) -> list[dict]:
    """`MourningValues` of the spans that are not over, the earliest first."""
    return _spans(_mourning(portal, at), at)


def _mourning(portal, at):
    return Mourning.objects.filter(portal=portal, ends_at__gt=at).order_by("starts_at", "pk")


def _spans(rows, at):
    return [
        {"shows_from": row.starts_at.isoformat(), "shows_until": row.until().isoformat()}
        for row in rows
        if not row.is_over(at)
    ]


def live_values(portal, at) -> dict | None:
    """`FrameValues` as they were signed, that readers have now; None before the first time."""
    live = Showing.objects.of(portal.key, KEY).live_at(at).select_related("cut").first()
    return {k: v for k, v in live.cut.values.items() if k != MOURNING} if live else None


def _with_share_picture(values):
    """What a shared link of the portal shows where a page has no picture of its own: its name.

    Drawn out of what was signed, so the digest is of the values without it.
    """
    drawn = share_picture(values["name"], values["welcome"])
    if drawn is None:
        return values
    return {**values, "share": drawn, "files": sorted({*values["files"], drawn["sha256"]})}


def is_published(portal, at) -> bool:
    """Do readers have exactly the frame that stands in the newsroom?"""
    live = Showing.objects.of(portal.key, KEY).live_at(at).select_related("cut").first()
    return live is not None and live.cut.text_digest == frame_digest(portal)


def _style(portal):
    style = HouseStyle.objects.filter(portal=portal).first()
    return {name: getattr(style, name) for name in DEFAULT} if style else dict(DEFAULT)


def _section(section):
    return {
        "slug": section.slug,
        "title": section.title,
        "parent": section.parent.slug if section.parent_id else "",
        "description": section.description,
    }


def _menu(portal, sections):
    lines = list(portal.menu.select_related("section"))
    if lines:
        return [{"title": line.title, "href": _href(line), "children": []} for line in lines]
    return [
        {
            "title": section.title,
            "href": paths.section(section.slug),
            "children": [
                {"title": child.title, "href": paths.section(child.slug), "children": []}
                for child in sections
                if child.parent_id == section.pk
            ],
        }
        for section in sections
        if not section.parent_id
    ]


def _href(line):
    return paths.section(line.section.slug) if line.section_id else line.address


def banner_values(banner) -> dict:
    """`editions.values.BannerValues` of one banner."""
    return {
        "slot": banner.slot,
        "wide": picture_values(banner.wide),
        "narrow": picture_values(banner.narrow) if banner.narrow_id else None,
        "alt": banner.alt,
        "href": banner.address,
        "shows_from": banner.shows_from.isoformat() if banner.shows_from else None,
        "shows_until": banner.shows_until.isoformat() if banner.shows_until else None,
        **({"sober": True} if banner.sober else {}),
    }


def _pictures(portal, parts):
    """`parts` have a wide picture and a narrow one: banners, pages of topics."""
    pictures = [portal.masthead] if portal.masthead_id else []
    for part in parts:
        pictures += [picture for picture in (part.wide, part.narrow) if picture]
    return pictures


def _record(portal, verb, by, at, frame_digest):
    history.record(
        signature_key(portal), verb, by=by, at=at, portal=portal.key,
        after={"digest": frame_digest},
    )  # fmt: skip
