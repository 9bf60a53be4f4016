"""Below /toa-soan/: what the desk sees of private pictures and files."""

from django.urls import path

from . import captioning, choosing, views

app_name = "media"
urlpatterns = [
    path("anh/<int:picture_id>/<int:width>/", views.draft_rendition, name="rendition"),
    path("anh/<int:picture_id>/goc/", views.original, name="original"),
    path("anh/chon/", choosing.choose_picture, name="choose"),
    path("anh/chu-thich/", captioning.write_captions, name="captions"),
    path("tep/<int:attachment_id>/", views.private_attachment, name="attachment"),
]
