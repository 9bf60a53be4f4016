"""“Bài được gửi đến”: what other portals sent to one's own."""

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from apps.newsroom.admin import DeskAdmin, FoldedSearch
from apps.newsroom.marks import mark
from apps.portals.held import seats_held
from apps.portals.seats import given_by
from lib.vietnamese.datelines import say_when

from .models import Sending
from .original import stand, with_readers
from .querysets import SEES
from .received import received_urls


@admin.register(Sending)
class SendingAdmin(FoldedSearch, DeskAdmin):
    """Read and chosen here; acting stands on the page of each."""

    desk_order = 15
    desk_says = _("Pieces of other portals, to be received and published here.")
    empty_says = _("Other portals of this installation have sent nothing here.")
    list_display = ["headline_and_origin", "stands", "sent"]
    list_display_links = None
    list_filter = ["state"]
    actions = None

    def get_urls(self):
        listed = [url for url in super().get_urls() if url.name == "articles_sending_changelist"]
        return [*received_urls(self.admin_site), *listed]

    def get_queryset(self, request):
        return with_readers(
            Sending.objects.received_from(seats_held(request)), timezone.now()
        ).defer("reason", "article__body", "article__carries")

    def has_module_permission(self, request):
        return any(given_by(seat) & SEES for seat in seats_held(request))

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=_("headline"), ordering="headline")
    def headline_and_origin(self, sending):
        return format_html(
            '<a class="headline" href="{}">{}</a><br><span class="quiet">{} → {}</span>',
            reverse("admin:articles_sending_change", args=[sending.pk]),
            sending, sending.origin, sending.to,
        )  # fmt: skip

    @admin.display(description=_("state"), ordering="state")
    def stands(self, sending):
        found = stand(sending)
        return mark(found.value, found.label)

    @admin.display(description=_("sent"), ordering="sent_at")
    def sent(self, sending):
        return say_when(sending.sent_at, timezone.now())
