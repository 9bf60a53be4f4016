from django.contrib import admin
from django.urls import path

from . import views

app_name = "learning"
wrap = admin.site.admin_view
urlpatterns = [
    path("huong-dan/", wrap(views.help_list), name="help"),
    path("huong-dan/<slug:slug>/", wrap(views.help_page), name="help_page"),
]
