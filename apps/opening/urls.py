from django.contrib import admin
from django.urls import path

from . import views
from .steps import LAST, NEW

app_name = "opening"
wrap = admin.site.admin_view

urlpatterns = [
    path(f"thiet-lap/{NEW}/", wrap(views.begin), name="begin"),
    path("thiet-lap/<slug:key>/", wrap(views.resume), name="resume"),
    path(f"thiet-lap/<slug:key>/{LAST}/", wrap(views.last_page), name="last"),
    path("thiet-lap/<slug:key>/<slug:code>/", wrap(views.step_page), name="step"),
]
