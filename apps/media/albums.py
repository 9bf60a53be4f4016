"""Pictures by the meeting they were taken at, by when they came, and where they are in use."""

import datetime as dt

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from apps.newsroom import slots

from .models import Picture
from .receiving import own_keys

MOST = 80


def events_with_pictures(portal_keys, at) -> list[tuple[str, str]]:
    """(event key, label) of the meetings of which these portals have pictures, newest first."""
    rows = Picture.objects.filter(portal__in=portal_keys).exclude(event="").order_by("event")
    keys = set(rows.values_list("event", flat=True).distinct()[:MOST])
    known = slots.events_of(portal_keys, at, keys) if keys else []
    return [(key, label) for _portal, key, label in known if key in keys]


def event_choices(portals, at, kept="") -> list[tuple[str, str]]:
    """Choices of a form: none, then the latest meetings of those portals and the one kept."""
    known = slots.events_of(portals, at, {kept} - {""})
    choices = {"": _("No meeting"), **{key: label for _portal, key, label in known}}
    if kept:
        choices.setdefault(kept, _("a meeting that is not public"))
    return list(choices.items())


class EventFilter(admin.SimpleListFilter):
    title = _("meeting")
    parameter_name = "hoi-nghi"

    def lookups(self, request, model_admin):
        return events_with_pictures(own_keys(request), timezone.now())

    def queryset(self, request, queryset):
        return queryset.filter(event=self.value()) if self.value() else queryset


class PersonFilter(admin.SimpleListFilter):
    """Pictures somebody of the register is in; there when a page of his leads here."""

    title = _("person")
    parameter_name = "nguoi"

    def lookups(self, request, model_admin):
        asked = request.GET.get(self.parameter_name, "")[:60]
        return list(slots.people_known([asked]).items()) if asked else []

    def queryset(self, request, queryset):
        key = self.value()
        if not key:
            return queryset
        known = key in dict(self.lookup_choices)
        return queryset.filter(links__key=key) if known else queryset.none()


class RecentFilter(admin.SimpleListFilter):
    """What just came in, and what one brought oneself."""

    title = _("uploaded")
    parameter_name = "tai-len"
    DAYS = {"hom-nay": 0, "tuan": 7, "thang": 30}

    def lookups(self, request, model_admin):
        return [
            ("hom-nay", _("today")),
            ("tuan", _("in the last seven days")),
            ("thang", _("in the last thirty days")),
            ("toi", _("by me")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "toi":
            return queryset.filter(uploaded_by=request.user)
        if self.value() not in self.DAYS:
            return queryset
        today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        return queryset.filter(uploaded_at__gte=today - dt.timedelta(self.DAYS[self.value()]))
