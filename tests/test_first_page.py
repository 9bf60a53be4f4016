"""My desk: what waits for whom, and what the page costs."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.articles import work, workflow
from tests import make
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
DESK = "/toa-soan/"
LIST = "/toa-soan/articles/article/"


@pytest.fixture
def office():
    return make.Office()


def desk(user):
    return client_of(user).get(DESK).content.decode()


def counted(user):
    """{kind: number} as the first page links them."""
    panels = client_of(user).get(DESK).context["desk_panels"]
    (lines,) = (p["context"]["lines"] for p in panels if "today_panel" in p["template"])
    return {line["href"].partition("=")[2]: line["count"] for line in lines}


def listed(user, kind):
    return set(client_of(user).get(LIST, {"viec": kind}).context["cl"].result_list)


def four_portals(pieces=1):
    now = timezone.now()
    offices = [make.Office() for _ in range(4)]
    chief, reporter = make.user(), make.user()
    for office in offices:
        make.seat(chief, office.portal, "chief")
        make.seat(reporter, office.portal, "reporter")
        for _ in range(pieces):
            office.draft(at=now)
            office.draft(by=reporter, at=now)
            office.submitted(at=now)
            office.published(at=now)
    return chief, reporter


def opened(user, address=DESK):
    """The page as it is opened for the second time, and how many queries that takes."""
    client = client_of(user)
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(address)
    assert page.status_code == 200
    return page, len(queries)


def cost(user, address=DESK):
    return opened(user, address)[1]


@pytest.mark.sqlite_only
def test_the_page_costs_under_fifteen_queries_on_four_portals():
    chief, reporter = four_portals()
    assert cost(chief) < 15
    assert cost(reporter) < 15


@pytest.mark.sqlite_only
def test_the_page_costs_the_same_for_many_pieces():
    few, many = four_portals(), four_portals(pieces=4)
    assert [cost(user) for user in few] == [cost(user) for user in many]


@pytest.mark.sqlite_only
def test_the_list_costs_under_twenty_queries_on_four_portals():
    chief, _reporter = four_portals()
    assert cost(chief, LIST) < 20
    assert cost(chief, f"{LIST}?viec=duyet") < 20


def test_a_reporter_is_told_what_came_back_and_why(office):
    now = timezone.now()
    office.draft(at=now)
    back = office.submitted(at=now)
    workflow.send_back(back, by=office.editor, at=now, reason="Thiếu người chủ trì.")
    assert counted(office.reporter) == {"tra-lai": 1, "viet": 1}
    assert "Thiếu người chủ trì." in desk(office.reporter)
    assert listed(office.reporter, "tra-lai") == {back}


def test_an_edited_text_waits_for_its_author_until_he_agrees(office):
    now = timezone.now()
    piece = office.submitted(at=now)
    assert "dong-y" not in counted(office.reporter)
    office.edit(piece, by=office.editor, at=now, sapo="Sáng 30/4, Ban Thường vụ họp.")
    assert counted(office.reporter)["dong-y"] == 1
    workflow.agree(piece, by=office.reporter, at=now, digest=make.digest(piece))
    assert "dong-y" not in counted(office.reporter)


def test_who_approves_is_told_until_he_has_signed(office):
    now = timezone.now()
    piece = office.submitted(at=now)
    assert counted(office.chief) == {"xem": 1, "duyet": 1}
    workflow.approve(piece, by=office.chief, at=now, digest=make.digest(piece))
    assert counted(office.chief) == {"dang": 1}
    assert listed(office.chief, "dang") == {piece}


def test_what_goes_out_today_stands_there(office):
    now = timezone.localtime().replace(hour=9, minute=0)
    piece = office.submitted(at=now)
    later = now + dt.timedelta(hours=3)
    workflow.schedule(piece, by=office.chief, at=now, digest=make.digest(piece), live_from=later)
    (showing,) = work.goes_out_today([office.portal.key], now)
    assert work.number_in(showing.key) == piece.pk
    assert not work.goes_out_today([office.portal.key], later)


def test_the_page_counts_what_goes_out_before_midnight(office):
    now = timezone.localtime()
    piece = office.submitted(at=now)
    later = now.replace(hour=23, minute=59, second=59, microsecond=999_999)
    workflow.schedule(piece, by=office.chief, at=now, digest=make.digest(piece), live_from=later)
    assert counted(office.chief)["hen-hom-nay"] == 1


@pytest.mark.parametrize("kind", ["tra-lai", "viet", "xem", "duyet", "dang", "hen-hom-nay", "x"])
def test_another_portals_pieces_are_in_no_list(office, kind):
    office.submitted(at=timezone.now())
    other = make.Office()
    assert listed(other.chief, kind) == set()
    assert counted(other.chief) == {}


def told_twice(user):
    """(waiting for a signature, in review): the headlines of the two panels."""
    panels = {p["title"]: p["context"] for p in client_of(user).get(DESK).context["desk_panels"]}
    both = ("Chờ đồng chí ký", "Chờ duyệt")
    return tuple([each.headline for each in panels[title]["articles"]] for title in both)


def test_what_waits_for_a_signature_is_not_told_twice(office):
    first, second = (office.submitted(headline=f"Bài {n}") for n in (1, 2))
    assert sorted(told_twice(office.chief)[0]) == ["Bài 1", "Bài 2"]
    assert told_twice(office.chief)[1] == []
    assert "Mọi bài chờ duyệt đều đang chờ đồng chí ký." in desk(office.chief)
    workflow.approve(first, by=office.chief, at=make.NOON, digest=make.digest(first))
    assert told_twice(office.chief) == (["Bài 2"], ["Bài 1"])


def test_what_the_signatures_panel_has_no_room_for_stands_in_the_next(office):
    names = {office.submitted(headline=f"Bài {n}").headline for n in range(10)}
    unsigned, review = told_twice(office.chief)
    assert (len(unsigned), len(review)) == (8, 2)
    assert {*unsigned, *review} == names
