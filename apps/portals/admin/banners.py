from django.contrib import admin
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.media.addresses import draft_picture
from apps.newsroom.days import MomentField
from apps.newsroom.marks import mark
from apps.portals.frame import banner_values, live_values
from apps.portals.models import Banner
from lib.vietnamese.datelines import say_when

from .parts import PartAdmin, PartForm
from .pictures import PictureField


class BannerForm(PartForm):
    wide = PictureField(
        label=gettext_lazy("wide picture"),
        help_text=gettext_lazy(
            "Best 1600 × 200 pixels: a low one leaves the first screen to the news."
        ),
    )
    narrow = PictureField(
        label=gettext_lazy("picture for phones"),
        required=False,
        help_text=gettext_lazy(
            "Best 960 × 400 pixels with large words: a phone shows it at a third of that."
        ),
    )
    shows_from = MomentField(
        label=gettext_lazy("from"), required=False, help_text=gettext_lazy("Empty: at once.")
    )
    shows_until = MomentField(
        label=gettext_lazy("until"),
        required=False,
        help_text=gettext_lazy("Empty: until it is deleted."),
    )

    class Meta:
        model = Banner
        fields = ["alt", "slot", "wide", "narrow", "address", "shows_from", "shows_until", "sober"]
        help_texts = {
            "alt": gettext_lazy("What the banner says, for those who cannot see the picture."),
            "address": gettext_lazy("Begins with / or https://; empty: the banner is no link."),
            "sober": gettext_lazy("In mourning all other banners go by themselves, and come back."),
        }


@admin.register(Banner)
class BannerAdmin(PartAdmin):
    form = BannerForm
    fields = [*BannerForm.Meta.fields, "seen"]
    list_display = ["alt", "small", "slot", "time_of_showing", "standing", "move_buttons"]
    list_select_related = ["portal", "wide", "narrow"]
    ordering = ["portal__name", "slot", "position", "pk"]
    add_says = gettext_lazy("Add a banner")
    empty_says = gettext_lazy(
        "No banners yet. Upload the picture to the library first, then add it here with its days; "
        "it appears and goes by itself."
    )

    @admin.display(description=gettext_lazy("picture"))
    def small(self, banner):
        return format_html(
            '<img src="{}" alt="" class="thumb" loading="lazy">', draft_picture(banner.wide_id, 480)
        )

    @admin.display(description=gettext_lazy("shown"))
    def time_of_showing(self, banner):
        now = timezone.now()
        words = []
        if banner.shows_from:
            words.append(_("from %s") % say_when(banner.shows_from, now))
        if banner.shows_until:
            words.append(_("until %s") % say_when(banner.shows_until, now))
        return ", ".join(words) or _("always")

    @admin.display(description=gettext_lazy("state"))
    def standing(self, banner):
        code, words = standing(banner, timezone.now())
        return mark(code, words)

    @admin.display(description=gettext_lazy("order"))
    def move_buttons(self, banner):
        return super().move_buttons(banner)


def published_banners(portal, at) -> list[dict]:
    """`BannerValues` of the frame that readers have."""
    return (live_values(portal, at) or {}).get("banners", [])


def standing(banner, at, published=None) -> tuple[str, str]:
    """(mark, words): what readers get of this banner now; `published` where asked already."""
    if banner.shows_until and banner.shows_until <= at:
        return "ended", _("over")
    if published is None:
        published = published_banners(banner.portal, at)
    if banner_values(banner) not in published:
        return "waiting", _("waits for the frame to be published")
    if banner.shows_from and banner.shows_from > at:
        return "coming", _("coming")
    return "on", _("showing now")
