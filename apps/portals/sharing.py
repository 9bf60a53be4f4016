"""The picture of a shared page: its title and picture, the portal's name beside them."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings

from apps.editions.cutting import Page
from apps.editions.models import Showing
from apps.media.sharing import share_picture

from .frame import KEY


def with_share_picture(page: Page, at: datetime) -> Page:
    """The page with `values["share"]`, its file in public storage and among the page's files.

    Nothing in it is new: title and picture are signed with the page, the name with the frame that
    readers have.
    """
    if not settings.TOASOAN_SHARE_PICTURES:
        return page
    drawn = share_picture(page.title, _signed_name(page.portal, at), page.picture)
    if drawn is None:
        return page
    files = sorted({*page.values["files"], drawn["sha256"]})
    return replace(page, values={**page.values, "share": drawn, "files": files})


def _signed_name(portal, at):
    live = Showing.objects.of(portal, KEY).live_at(at)
    return live.values_list("cut__values__name", flat=True).first() or ""
