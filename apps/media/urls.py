"""Below /toa-soan/: what the desk sees of private pictures and files."""

from django.contrib import admin
from django.urls import path, re_path

from . import views
from .captioning import write_captions
from .choosing import choose_picture
from .part_views import part_of_photo
from .people_views import people_offered, words_proposed
from .receiving import known_picture

app_name = "media"
urlpatterns = [
    path("anh/<int:picture_id>/<int:width>/", views.draft_rendition, name="rendition"),
    path("anh/<int:picture_id>/goc/", views.original, name="original"),
    path("anh/chon/", admin.site.admin_view(choose_picture), name="choose"),
    path("anh/da-co/", admin.site.admin_view(known_picture), name="known"),
    path("anh/chu-thich/", admin.site.admin_view(write_captions), name="captions"),
    path("anh/nguoi/", admin.site.admin_view(people_offered), name="people"),
    path("anh/nguoi/chu-thich/", admin.site.admin_view(words_proposed), name="words"),
    re_path(
        r"^anh/phan/(?P<token>[0-9a-f]{32})/$", admin.site.admin_view(part_of_photo), name="part"
    ),
    path("tep/<int:attachment_id>/", views.private_attachment, name="attachment"),
]
