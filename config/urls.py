from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("toa-soan/", include("apps.media.urls")),
    path("toa-soan/gui-nhanh/", include("apps.articles.quick_urls")),
    path("toa-soan/y-kien/", include("apps.articles.leader_urls")),
    path("toa-soan/", include("apps.learning.urls")),
    path("toa-soan/", include("apps.opening.urls")),
    path("toa-soan/", admin.site.urls),
    path("", include("config.reader_urls")),
]
