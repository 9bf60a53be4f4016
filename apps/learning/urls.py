from django.contrib import admin
from django.urls import path
from django.views.decorators.http import require_POST

from . import practice_views, views

app_name = "learning"
wrap = admin.site.admin_view


def posted(view):
    return wrap(require_POST(view))


urlpatterns = [
    path("huong-dan/", wrap(views.help_list), name="help"),
    path("huong-dan/<slug:slug>/", wrap(views.help_page), name="help_page"),
    path("trang-tap/", wrap(practice_views.practice_list), name="practice"),
    path("trang-tap/<slug:key>/", wrap(practice_views.practice_page), name="practice_page"),
    path("trang-tap/<slug:key>/mo/", posted(practice_views.open_it), name="practice_open"),
    path("trang-tap/<slug:key>/don/", posted(practice_views.empty_it), name="practice_empty"),
    path("trang-tap/<slug:key>/lam-lai/", posted(practice_views.begin_again), name="begin_again"),
    path("trang-tap/<slug:key>/bai-mau/", posted(practice_views.take_sample), name="take_sample"),
]
