"""Who a text means, told by name and by the titles of the day."""

import datetime as dt
import time

import pytest

from apps.people.matching import match
from apps.people.models import Person
from apps.people.speaking import speaks_of
from apps.people.titles import home_of, long_form, short_form, standing_on, titles_on
from lib.vietnamese.titles import read_mentions
from tests import make
from tests.people.register import DEMO, body, holds, load_file, person

pytestmark = pytest.mark.django_db
DAY = dt.date(2025, 4, 1)


@pytest.fixture
def town():
    load_file()
    make.portal("song-van", committee="THU-SV")
    make.portal("ben-do", committee="DU-BD")


def found(text, day=DAY, portal="song-van"):
    matches = match(read_mentions(text), day=day, portal_key=portal)
    return [(m.person.name if m.person else None, m.certain) for m in matches if m.mention.name]


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Giàng A Súa, Phó Bí thư Thị ủy, Chủ tịch UBND thị xã dự.",
        "đ/c Giàng A Súa - Phó Bí thư Thị uỷ dự.",
        "Chủ tịch Ủy ban nhân dân thị xã Sông Vân Giàng A Súa phát biểu.",
        "Đồng chí Giàng A Súa, Phó Bí thư Đảng bộ thị xã dự.",
        "Đồng chí Giàng A Súa, Ủy viên Ban Thường vụ Thị ủy dự.",
    ],
)
def test_name_and_title_of_the_day_are_certain(town, text):
    assert found(text) == [("Giàng A Súa", True)]


def test_later_mentions_follow_the_first(town):
    text = "Đồng chí Giàng A Súa, Phó Bí thư Thị ủy chủ trì. Đồng chí Giàng A Súa kết luận."
    assert found(text) == [("Giàng A Súa", True)] * 2


def test_name_alone_is_a_guess(town):
    assert found("Đồng chí Giàng A Súa phát biểu.") == [("Giàng A Súa", False)]


def test_former_title_fits_the_former_holder(town):
    text = "Đồng chí Hoàng Đức Trạch, {}Bí thư Thị ủy dự."
    assert found(text.format("nguyên ")) == [("Hoàng Đức Trạch", True)]
    assert found(text.format("")) == [("Hoàng Đức Trạch", False)]


def test_who_shares_a_name_is_not_matched(town):
    assert found("Ông Giàng A Súa, Giám đốc Sở Y tế tỉnh dự.") == [(None, False)]
    matches = match(read_mentions("Ông Giàng A Súa, Giám đốc Sở Y tế tỉnh dự."), day=DAY)
    assert [who.name for who in matches[0].candidates] == ["Giàng A Súa"]


def test_given_name_alone_matches_nobody(town):
    assert {name for name, _sure in found("Đ/c Súa PCT dự.")} <= {None}


def test_titles_of_the_day_decide_between_namesakes(town):
    other = person("Giàng A Súa")
    holds(other, "Bí thư", body("Đảng ủy xã Nà Khoang"))
    texts = ("Đồng chí Giàng A Súa, Bí thư Đảng ủy xã Nà Khoang dự.", "Đồng chí Giàng A Súa dự.")
    chosen = match(read_mentions(texts[0]), day=DAY)[0]
    assert (chosen.person, chosen.certain) == (other, True)
    assert match(read_mentions(texts[1]), day=DAY)[0].person is None


def test_short_name_means_the_portals_own_body(town):
    theirs = person("Giàng A Súa")
    holds(theirs, "Phó Bí thư", body("Thị ủy Mường Ẩm"))
    ours = match(
        read_mentions("Đồng chí Giàng A Súa, Phó Bí thư Thị ủy dự."), day=DAY, portal_key="song-van"
    )[0]
    assert ours.certain and ours.person != theirs
    assert found("Đồng chí Giàng A Súa, Phó Bí thư Thị ủy dự.", portal=None) == [(None, False)]


def test_other_spelling_and_capitals_name_the_person():
    mine = person("Giàng Páo Mỷ", other_spellings=["Giàng Seo Mỷ"])
    holds(mine, "Bí thư", body("Huyện ủy Nậm Cốc"))
    for name in ("Giàng Seo Mỷ", "GIÀNG PÁO MỶ"):
        assert found(f"Đồng chí {name}, Bí thư Huyện ủy dự.") == [("Giàng Páo Mỷ", True)]


def test_place_stated_must_be_the_place(town):
    text = "Đồng chí Giàng A Súa, Chủ tịch UBND thị xã Mường Ẩm dự."
    assert found(text) == [(None, False)]


@pytest.fixture
def demo():
    load_file(DEMO)
    make.portal("song-van", committee="THU-SV")
    make.portal("ben-do", committee="DU-BD")


@pytest.mark.sqlite_only
@pytest.mark.parametrize("portal", ["song-van", "ben-do", None])
@pytest.mark.parametrize("form", [long_form, short_form])
def test_what_the_register_writes_is_read_back(demo, portal, form):
    """Every person of the demo on four days: the reader finds the same titles again."""
    home, lost = home_of(portal), []
    for day in (dt.date(2019, 1, 1), dt.date(2022, 6, 1), dt.date(2024, 6, 20), DAY):
        everybody = list(Person.objects.all())
        titles = titles_on(everybody, day)
        for who in everybody:
            held = titles[who.pk]
            words = form(held, home=home)
            lost += [(who.name, words)] if held and not reads_back(who, words, held) else []
    assert not lost, lost


def reads_back(who, words, held):
    text = f"Dự có đồng chí {who.name}, {words}."
    mention = next(m for m in read_mentions(text) if m.name == who.name)
    if len(mention.titles) != len(words.replace(" kiêm ", ", ").split(", ")):
        return False
    return all(any(speaks_of(t.rank, t.body, h) for h in held) for t in mention.titles)


def test_former_form_is_read_back_as_former(town):
    who = Person.objects.get(name="Hoàng Đức Trạch")
    words = short_form(standing_on([who], DAY)[who.pk].former)
    assert found(f"Dự có đồng chí {who.name}, nguyên {words}.") == [(who.name, True)]


def test_an_article_costs_three_queries(town, django_assert_max_num_queries):
    people = Person.objects.all()
    held = titles_on(people, DAY)
    text = ". ".join(f"Đồng chí {who.name}, {long_form(held[who.pk])}" for who in people)
    mentions = read_mentions(text)
    with django_assert_max_num_queries(3):
        matches = match(mentions, day=DAY, portal_key="song-van")
    assert sum(each.certain for each in matches) >= 20


@pytest.mark.timed
def test_ten_thousand_people_cost_no_time(town):
    Person.objects.bulk_create(
        [Person(name=f"Lò Văn {n}", slug=f"n-{n}", sort_key=str(n)) for n in range(10_000)]
    )
    text = ". ".join(f"Đồng chí {who.name}, Thị ủy viên" for who in Person.objects.all()[:60])
    mentions, begun = read_mentions(text), time.process_time()
    match(mentions, day=DAY, portal_key="song-van")
    assert time.process_time() - begun < 0.1
