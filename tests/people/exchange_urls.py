"""The desk with the workbook's page under the register's list, wherever that is hung."""

from django.contrib import admin
from django.urls import include, path

from apps.people.exchange.views import exchange_urls

patterns, app, name = admin.site.urls
hung = path("people/person/", include(exchange_urls(admin.site.admin_view)))

urlpatterns = [
    path("toa-soan/", include("apps.media.urls")),
    path("toa-soan/", ([hung, *patterns], app, name)),
    path("", include("config.reader_urls")),
]
