"""Below /toa-soan/: what the desk sees of private pictures and files."""

from django.contrib import admin
from django.urls import path

from . import views
from .captioning import write_captions
from .choosing import choose_picture
from .receiving import known_picture

app_name = "media"
urlpatterns = [
    path("anh/<int:picture_id>/<int:width>/", views.draft_rendition, name="rendition"),
    path("anh/<int:picture_id>/goc/", views.original, name="original"),
    path("anh/chon/", admin.site.admin_view(choose_picture), name="choose"),
    path("anh/da-co/", admin.site.admin_view(known_picture), name="known"),
    path("anh/chu-thich/", admin.site.admin_view(write_captions), name="captions"),
    path("tep/<int:attachment_id>/", views.private_attachment, name="attachment"),
]
