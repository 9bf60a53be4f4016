"""Addresses of bodies and people are minted once."""

import pytest

from apps.organizations.models import Organization
from apps.organizations.slugs import Slugs, mint_slug
from apps.people.models import Person

pytestmark = pytest.mark.django_db


def body(slug):
    return Organization.objects.create(name="Thị ủy Sông Vân", slug=slug, level="district")


def test_address_is_the_name_without_marks():
    assert mint_slug("Thị ủy Sông Vân", Organization) == "thi-uy-song-van"


def test_second_body_of_a_name_gets_a_number():
    body("thi-uy-song-van")
    body("thi-uy-song-van-2")
    assert mint_slug("Thị uỷ Sông Vân", Organization) == "thi-uy-song-van-3"


def test_name_without_letters_gets_the_fallback():
    assert mint_slug("***", Person, fallback="can-bo") == "can-bo"


def test_longest_name_leaves_room_for_a_number():
    name = "Ban Chỉ đạo " * 16
    body(mint_slug(name, Organization))
    assert len(mint_slug(name, Organization)) <= 120


def test_many_of_one_name_in_one_query(django_assert_num_queries):
    body("nguyen-van-an")
    with django_assert_num_queries(1):
        slugs = Slugs(Organization)
        minted = [slugs.mint("Nguyễn Văn An") for _each in range(3)]
    assert minted == ["nguyen-van-an-2", "nguyen-van-an-3", "nguyen-van-an-4"]
