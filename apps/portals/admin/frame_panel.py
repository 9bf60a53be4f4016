"""What the page of a portal says about its frame: what differs, who signed, what is possible."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.newsroom import signing
from apps.newsroom.digests import digest
from apps.portals.comparing import differences
from apps.portals.frame import frame_values, live_values, signature_key, why_not_alone
from apps.portals.models import HouseStyle
from apps.portals.roles import Right
from apps.portals.seats import rights_of
from apps.portals.topic_values import topic_values, topics_of

from .scope import portals_with


def frame_panel(user, portal, at) -> dict:
    """For `portals/frame_panel.html`; `missing` says in words why it cannot be published yet."""
    live, now = live_values(portal, at), frame_values(portal)
    code = digest(now)
    standing = signing.standing(signature_key(portal), code)
    rights = rights_of(user, portal, at)
    signed = user.pk in standing.user_ids
    return {
        "digest": code,
        "first_time": live is None,
        "differences": differences(live or {}, now) if live else [],
        "published": live == now,
        "signers": standing.names,
        "may_sign": Right.SIGN_FRAME in rights and not signed,
        "may_publish": Right.FRAME in rights,
        "signed": signed,
        "missing": why_not_alone(standing, user),
        "topics": _changed_topics(portal, live or {}),
    }


def _changed_topics(portal, live) -> list[dict]:
    """Pages of topics that readers do not have like this, with the way to look at each."""
    return [
        {"title": page.title, "href": reverse("admin:portals_topicpage_preview", args=[page.pk])}
        for page in topics_of(portal)
        if topic_values(page) not in live.get("topics", [])
    ]


def parts_of(request, portal) -> list[dict]:
    """Lines that lead to the parts of the frame, for those who may change them."""
    if portal not in portals_with(request, Right.FRAME):
        return []
    lines = [
        _line(portal, "section", _("Sections"), portal.sections.count()),
        _line(portal, "menuitem", _("Menu"), portal.menu.count()),
        _line(portal, "banner", _("Banners"), portal.banners.count()),
        _line(portal, "topicpage", _("Pages of topics"), portal.topic_pages.count()),
        _line(portal, "holidaybanner", _("Holidays"), portal.banners.exclude(occasion="").count()),
    ]
    style = HouseStyle.objects.filter(portal=portal).first()
    if style:
        href = reverse("admin:portals_housestyle_change", args=[style.pk])
        lines.append({"name": _("House style"), "href": href, "says": style.get_dateline_display()})
    return lines


def _line(portal, model, name, count):
    return {
        "name": name,
        "href": f"{reverse(f'admin:portals_{model}_changelist')}?trang={portal.key}",
        "says": ngettext("%d line", "%d lines", count) % count if count else _("none yet"),
    }
