"""Below /toa-soan/gui-nhanh/."""

from django.contrib import admin
from django.urls import path

from . import views as quick_views

app_name = "quick"
urlpatterns = [
    path("", admin.site.admin_view(quick_views.page), name="page"),
    path("gui/", admin.site.admin_view(quick_views.send), name="send"),
]
