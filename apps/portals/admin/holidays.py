"""“Ngày lễ”: the banners of a year, prepared on one screen and signed in one go by two people."""

from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from apps.newsroom.refusals import Refused
from apps.portals.held import rights_held
from apps.portals.holidays import offered_years, prepare, set_digest
from apps.portals.models import HolidayBanner
from apps.portals.roles import Right

from .banners import published_banners, standing
from .choosing import OfOnePortal
from .frame_panel import frame_panel
from .holiday_forms import forms_of, wanted

YEAR = "nam"


@admin.register(HolidayBanner)
class HolidayAdmin(OfOnePortal):
    """Who keeps the frame writes; who signs it looks and signs."""

    right = Right.SIGN_FRAME
    page_title = gettext_lazy("Holidays")
    desk_order = 38
    desk_says = gettext_lazy("A year's banners for holidays, also those by the moon.")

    def page(self, request, portal):
        now = timezone.now()
        year, wrong, seen = _year(request, now), [], set_digest(portal, _year(request, now))
        may_write = Right.FRAME in rights_held(request, portal)
        if request.method == "POST" and may_write:
            forms = forms_of(portal, year, request.POST)
            wrong = [form for form in forms if not form.is_valid()]
            if not wrong and _saved(request, portal, year, forms, now):
                return HttpResponseRedirect(request.get_full_path())
        else:
            forms = forms_of(portal, year)
        published = published_banners(portal, now)
        for form in forms:
            form.standing = standing(form.row, now, published) if form.row else None
        context = {
            "forms": forms,
            "year": year,
            "years": offered_years(now),
            "seen": request.POST.get("seen", seen) if wrong else seen,
            "wrong": wrong,
            "may_write": may_write,
            "hang": sum(1 for form in forms if form.row),
            "frame": frame_panel(request.user, portal, now),
            "original": portal,
        }
        return self.shown(request, "portals/holidays.html", portal, context)


def _year(request, now) -> int:
    """What was asked for if it is offered, else the next year."""
    asked, offered = request.GET.get(YEAR, ""), offered_years(now)
    return next((year for year in offered if str(year) == asked), offered[1])


def _saved(request, portal, year, forms, now) -> bool:
    sign, seen = "sign" in request.POST, request.POST.get("seen", "")
    try:
        number = prepare(portal, year, wanted(forms), seen=seen, by=request.user, at=now, sign=sign)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    except ValidationError as wrong:
        messages.error(request, " ".join(wrong.messages))
        return False
    said = ngettext("%d holiday is prepared.", "%d holidays are prepared.", number) % number
    if sign:
        said = f"{said} {_('You have signed this frame.')}"
    messages.success(request, said)
    return True
