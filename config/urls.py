from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("toa-soan/", include("apps.media.urls")),
    path("toa-soan/gui-nhanh/", include("apps.articles.quick.urls")),
    path("toa-soan/kiem-tra-truoc-khi-ky/", include("apps.proofing.urls")),
    path("toa-soan/y-kien/", include("apps.articles.leaders.urls")),
    path("toa-soan/", include("apps.learning.urls")),
    path("toa-soan/", include("apps.opening.urls")),
    path("toa-soan/", admin.site.urls),
    path("", include("config.reader_urls")),
]
