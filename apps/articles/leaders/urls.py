"""Below /toa-soan/y-kien/: what a leader reaches by his link, without signing in."""

from django.urls import re_path

from . import views as leader_views

app_name = "leaders"
TOKEN = r"(?P<token>[A-Za-z0-9_-]{1,100})"
SHA256 = r"(?P<sha256>[0-9a-f]{64})"

urlpatterns = [
    re_path(rf"^{TOKEN}/$", leader_views.link_page, name="link"),
    re_path(
        rf"^{TOKEN}/anh/{SHA256}/(?P<width>[1-9][0-9]{{0,4}})\.(?P<extension>avif|webp|jpg)$",
        leader_views.picture,
        name="picture",
    ),
    re_path(rf"^{TOKEN}/tep/{SHA256}/[A-Za-z0-9._-]{{1,120}}$", leader_views.file, name="file"),
]
