"""Pages of topics: what they say, when they stand in the menu, how they will look."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.http import Http404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.media.addresses import draft_picture
from apps.newsroom import slots
from apps.newsroom.days import MomentField
from apps.newsroom.marks import mark
from apps.portals.frame import frame_values, live_values
from apps.portals.models import TopicPage
from apps.portals.topic_values import topic_values
from lib.vietnamese.datelines import say_when
from lib.vietnamese.slug import slugify

from .parts import PartAdmin, PartForm
from .pictures import PictureField
from .scope import portals_seen


class TopicForm(PartForm):
    wide = PictureField(
        label=gettext_lazy("wide picture"),
        required=False,
        help_text=gettext_lazy(
            "Stands across the whole page; three to five times as wide as high."
        ),
    )
    narrow = PictureField(label=gettext_lazy("picture for phones"), required=False)
    shows_from = MomentField(
        label=gettext_lazy("from"), required=False, help_text=gettext_lazy("Empty: at once.")
    )
    shows_until = MomentField(
        label=gettext_lazy("until"),
        required=False,
        help_text=gettext_lazy("Empty: until it is deleted. The page itself stays."),
    )

    class Meta:
        model = TopicPage
        fields = [
            "title", "slug", "tag", "lead_in", "wide", "narrow", "alt", "in_menu", "shows_from",
            "shows_until",
        ]  # fmt: skip
        widgets = {"lead_in": forms.Textarea(attrs={"rows": 5})}
        help_texts = {
            "slug": gettext_lazy("Empty: made from the name of the page."),
            "tag": gettext_lazy(
                "What is written under “Topics” on the articles; empty: the name of the page."
            ),
            "lead_in": gettext_lazy("What it is about, in one to three paragraphs."),
        }

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.fields["slug"].required = False

    def clean_slug(self):
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("title") or "", 50)
        same = TopicPage.objects.filter(portal=self.portal, slug=slug)
        if same.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("This portal already has a topic at this address."))
        return slug


@admin.register(TopicPage)
class TopicPageAdmin(PartAdmin):
    form = TopicForm
    fields = [*TopicForm.Meta.fields, "seen"]
    list_display = ["title", "where", "time_in_menu", "standing", "preview_link", "move_buttons"]
    list_select_related = ["portal", "wide", "narrow"]
    ordering = ["portal__name", "position", "pk"]
    add_says = gettext_lazy("Add the page of a topic")
    empty_says = gettext_lazy(
        "No topic has a page yet. Add one for a congress, an election, a campaign: it gathers the "
        "articles filed under its name and may stand in the menu for a time."
    )

    @admin.display(description=gettext_lazy("address"))
    def where(self, page):
        return page.address

    @admin.display(description=gettext_lazy("in the menu"))
    def time_in_menu(self, page):
        if not page.in_menu:
            return _("never")
        now, words = timezone.now(), []
        if page.shows_from:
            words.append(_("from %s") % say_when(page.shows_from, now))
        if page.shows_until:
            words.append(_("until %s") % say_when(page.shows_until, now))
        return ", ".join(words) or _("always")

    @admin.display(description=gettext_lazy("state"))
    def standing(self, page):
        live = (live_values(page.portal, timezone.now()) or {}).get("topics", [])
        if topic_values(page) in live:
            return mark("on", _("readers have it"))
        return mark("waiting", _("waits for the frame to be published"))

    @admin.display(description=gettext_lazy("preview"))
    def preview_link(self, page):
        address = reverse("admin:portals_topicpage_preview", args=[page.pk])
        return format_html(
            '<a href="{}" target="_blank" rel="noopener" aria-label="{}">{}</a>',
            address, _("Preview: %s") % page, _("Preview"),
        )  # fmt: skip

    @admin.display(description=gettext_lazy("order"))
    def move_buttons(self, page):
        return super().move_buttons(page)

    def get_urls(self):
        view = self.admin_site.admin_view(self.preview)
        name = "portals_topicpage_preview"
        return [path("<int:page_id>/preview/", view, name=name), *super().get_urls()]

    def preview(self, request, page_id):
        """The page as it would look, for all who may look at the portal's frame."""
        seen = portals_seen(request)
        found = TopicPage.objects.filter(pk=page_id, portal__in=seen).select_related("portal")
        page = found.first()
        if page is None:
            raise Http404
        values = frame_values(page.portal) | {"topic": page.slug}
        for row in values.get("topics", []):
            if row["slug"] == page.slug:
                for name in ("wide", "narrow"):
                    if row[name]:
                        number = getattr(page, f"{name}_id")
                        row[name] = {**row[name], "src": draft_picture(number, 1600)}
        answer = slots.render_page(request, "topic", values, page.portal.key, timezone.now())
        if answer is None:
            raise Http404
        return answer
