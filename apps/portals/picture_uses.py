"""Where pictures of the library stand on portals: banners and mastheads."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from .admin.scope import portals_seen, portals_with
from .held import portals_held
from .models import Banner, Portal, TopicPage
from .roles import Right


def uses_on_portals(request, picture_ids) -> dict[int, list[dict]]:
    """{picture id: [{"label", "address"}]} on portals on which the person has a seat.

    The address is "" where it leads to what he may not open.
    """
    wanted, mine = set(picture_ids), portals_held(request)
    found: dict[int, list[dict]] = {}
    banners = Banner.objects.filter(Q(wide__in=wanted) | Q(narrow__in=wanted), portal__in=mine)
    kept = {portal.pk for portal in portals_with(request, Right.FRAME)}
    for banner in banners:
        address = reverse("admin:portals_banner_change", args=[banner.pk])
        use = {
            "label": _("banner “%s”") % banner.alt,
            "address": address if banner.portal_id in kept else "",
        }
        for picture in {banner.wide_id, banner.narrow_id} & wanted:
            found.setdefault(picture, []).append(use)
    topics = TopicPage.objects.filter(Q(wide__in=wanted) | Q(narrow__in=wanted), portal__in=mine)
    for page in topics:
        address = reverse("admin:portals_topicpage_change", args=[page.pk])
        use = {
            "label": _("topic “%s”") % page,
            "address": address if page.portal_id in kept else "",
        }
        for picture in {page.wide_id, page.narrow_id} & wanted:
            found.setdefault(picture, []).append(use)
    for portal in Portal.objects.filter(masthead__in=wanted, pk__in=[each.pk for each in mine]):
        address = reverse("admin:portals_portal_change", args=[portal.pk])
        opens = portal in portals_seen(request)
        use = {"label": _("masthead of %s") % portal, "address": address if opens else ""}
        found.setdefault(portal.masthead_id, []).append(use)
    return found
