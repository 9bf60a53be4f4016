"""The library says where a picture stands; a link leads only where the person may go."""

import pytest

from apps.media.models import Picture
from apps.portals.models import Banner
from tests import make
from tests.newsroom.people import client_of


@pytest.mark.django_db
def test_where_a_picture_stands_is_a_link_for_those_who_may_open_it():
    office = make.Office()
    picture = Picture.objects.create(
        portal=office.portal.key, sha256="c" * 64, file_name="a.jpg", width=600, height=400,
        widths=[480], uploaded_by=office.reporter, uploaded_at=make.NOON,
    )  # fmt: skip
    banner = Banner.objects.create(portal=office.portal, wide=picture, alt="Chào mừng Đại hội")
    office.portal.masthead = picture
    office.portal.save()
    links = {
        f"/toa-soan/portals/banner/{banner.pk}/change/",
        f"/toa-soan/portals/portal/{office.portal.pk}/change/",
    }
    for person, found in ((office.manager, links), (office.reporter, set())):
        page = client_of(person).get("/toa-soan/media/picture/").content.decode()
        assert "Chào mừng Đại hội" in page
        assert {link for link in links if f'href="{link}"' in page} == found
