"""What stands at which address, and what bad addresses get."""

import re
from urllib.parse import quote, unquote

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from apps.editions import paths, showings
from apps.editions.models import Redirect
from apps.public import urls

from . import make, make_meetings

HUGE = "9" * 400
BAD = [
    "/%00/",
    "/tin-tuc%00/",
    "/tin-tuc/x-%D9%A3/",  # an Arabic digit three
    "/tin-tuc/x-0/",
    f"/tin-tuc/x-{HUGE}/",
    "/tin-tuc/x-999999999999999999/",
    "/tin-tuc/' OR 1=1 --/",
    "/tin-tuc/x-1;drop table editions_cut/",
    "/tin-tuc/%ff%fe-1/",
    "/" + "a" * 3000 + "/",
    "/../../etc/passwd/",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/Tin-Tuc/",
    "/khong-co/",
    "/tin-tuc/?truoc=1",
    "/tin-tuc/?truoc=%00",
    "/tin-tuc/?truoc=20211011000000000000-' OR 1=1",
    "/tin-tuc/?truoc=20211332000000000000-1",
    f"/tin-tuc/?truoc={HUGE}-1",
    "/tin-tuc/?truoc=%D9%A3%D9%A3-1",
    "/luu-tru/0000/1/",
    "/luu-tru/9999/12/",
    "/luu-tru/2021/0/",
    "/luu-tru/2021/13/",
    "/luu-tru/2021/99/",
    "/luu-tru/2021/1/",
    "/luu-tru/21/1/",
    "/luu-tru/%D9%A2%D9%A0%D9%A2%D9%A1/1/",
    "/luu-tru/2021/10/?truoc=x",
    "/rss/khong-co/",
    "/sitemap-2.xml",
    "/sitemap-99999.xml",
    "/can-bo/x-1000/",
    "/hoi-nghi/x-1000/",
    "/anh/" + "a" * 64 + "/480.png",
    "/anh/" + "a" * 64 + "/480.jpg",
    "/anh/" + "a" * 64 + "/0.jpg",
    "/anh/../480.jpg",
    "/anh/" + "A" * 64 + "/480.jpg",
    "/tep/" + "a" * 64 + "/..%2f..%2fsecret",
    "/tep/" + "a" * 64 + "/khong-co.pdf",
]


@pytest.mark.parametrize("address", BAD)
def test_bad_address_is_a_plain_not_found(portal, client, address):
    make.article(1000)
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "query", ["", "\0", "' OR 1=1 --", "%", "*", '"', "٣", "a" * 5000, "NEAR("]
)
def test_any_question_gets_a_search_page(portal, client, query):
    make.article()
    assert client.get("/tim-kiem/", {"q": query}).status_code == 200


def test_search_finds_with_and_without_marks(portal, read):
    address = make.article(headline="Thị ủy giao ban quý III").address
    assert address in read("/tim-kiem/?q=giao ban quý")
    assert address in read("/tim-kiem/?q=giao ban quy")


def test_search_never_shows_what_is_not_live(portal, read):
    coming = make.article(headline="Ngày mai mới đăng", live_from=make.NOON + make.DAY)
    assert coming.address not in read("/tim-kiem/?q=ngay mai moi dang")


@pytest.mark.parametrize("address", ["/khac/ten-cu-7/", "/tin-tuc/ten-cu-7/", "/tin-tuc/x-007/"])
def test_article_is_found_by_its_number(portal, client, address):
    showing = make.article(7)
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, showing.address)


def test_address_without_slash_leads_on(portal, client):
    make.article(7)
    response = client.get("/tin-tuc?truoc=")
    assert (response.status_code, response["Location"]) == (301, "/tin-tuc/?truoc=")


@pytest.mark.parametrize("asked", ["/tin-tuc/cu-7", "/khac/x-7", "/tin-tuc/thi-uy-giao-ban-7"])
def test_one_redirect_leads_to_the_page(portal, client, asked):
    showing = make.article(7)
    meeting = make_meetings.meeting(5)
    response = client.get(f"{asked}?co-chu=lon")
    assert (response.status_code, response["Location"]) == (301, f"{showing.address}?co-chu=lon")
    assert client.get("/hoi-nghi/cu-5")["Location"] == meeting.address


@pytest.mark.parametrize(
    "old",
    [
        "/tin/Đại hội Đảng bộ",
        "/tin/%C4%90%E1%BA%A1i%20h%E1%BB%99i",
        "/bai.aspx?ten=Đảng&id=5",
        "/bai.aspx?ten=%C4%90%E1%BA%A3ng&id=5",
    ],
)
def test_old_address_leads_on_however_it_is_written(portal, client, old):
    """Kept with or without percent signs, asked for in either way, with what sharing added."""
    showing = make.article()
    Redirect.objects.create(portal=make.PORTAL, old=old, key=showing.key)
    path, _mark, query = unquote(old).partition("?")
    whole = quote(path, safe="/") + (f"?{quote(query, safe='=&')}" if query else "")
    for way in (whole, whole.lower()):
        for shared in ("", "fbclid=x", "utm_source=zalo&zarsrc=30"):
            asked = f"{way}{'&' if query else '?'}{shared}" if shared else way
            response = client.get(asked)
            assert (response.status_code, response["Location"]) == (301, showing.address), asked


def test_chain_of_old_addresses_is_one_redirect(portal, client):
    """An old portal's address, then a piece that has moved twice since."""
    make.article(7, headline="Cũ")
    make.article(7, headline="Mới", section="dan-van", live_from=make.NOON - make.HOUR / 2)
    last = make.article(7, headline="Mới nhất", live_from=make.NOON)
    Redirect.objects.create(portal=make.PORTAL, old="/p/1.html", key="article:7")
    for asked in ("/p/1.html", "/tin-tuc/cu-7/", "/dan-van/moi-7/", "/dan-van/moi-7"):
        response = client.get(asked)
        assert (response.status_code, response["Location"]) == (301, last.address), asked
    assert client.get(last.address).status_code == 200


def test_redirect_is_asked_for_anew(portal, client):
    """A browser keeps a 301 for good; a piece may go back to where it was."""
    make.article(7)
    assert "max-age=0" in client.get("/khac/x-7/")["Cache-Control"]


def test_address_without_slash_never_leads_away(portal, client):
    response = client.get("/", PATH_INFO="//evil.example/x-1")
    assert response.status_code == 404


def test_taken_down_is_gone_with_a_neutral_page(portal, client):
    showing = make.article(headline="Danh sách hộ nghèo")
    showings.take_down(make.PORTAL, showing.key, at=make.NOON)
    response = client.get(showing.address)
    assert response.status_code == 410
    assert "Danh sách" not in response.content.decode()


def test_expired_is_gone(portal, client, clock):
    showing = make.article(expires_at=make.NOON + make.HOUR)
    assert client.get(showing.address).status_code == 200
    clock.at = make.NOON + make.HOUR
    assert client.get(showing.address).status_code == 410


def test_hidden_is_not_found(portal, client):
    showing = make.article()
    showings.hide(make.PORTAL, showing.key, at=make.NOON)
    assert client.get(showing.address).status_code == 404


def test_hidden_then_taken_down_is_gone(portal, client):
    showing = make.article()
    showings.hide(make.PORTAL, showing.key, at=make.NOON)
    showings.take_down(make.PORTAL, showing.key, at=make.NOON)
    assert client.get(showing.address).status_code == 410


def test_coming_and_unknown_look_the_same(portal, client):
    coming = make.article(8, live_from=make.NOON + make.HOUR)
    responses = [client.get(coming.address), client.get("/tin-tuc/x-9/")]
    assert [response.status_code for response in responses] == [404, 404]
    assert responses[0].content == responses[1].content


@pytest.mark.parametrize(
    "old",
    [
        "/Default.aspx?tabid=12&ItemID=5",
        "/tin-cu/bai_5.html",
        "/?p=5",
        "/tin-tuc/?id=5",
        "/tin/Đảng",
    ],
)
def test_old_address_leads_to_the_page(portal, client, old):
    showing = make.article()
    Redirect.objects.create(portal=make.PORTAL, old=old, key=showing.key)
    response = client.get(old)
    assert (response.status_code, response["Location"]) == (301, showing.address)


@pytest.mark.parametrize(
    "shared",
    ["/2021/10/hop/?fbclid=x", "/2021/10/hop", "/2021/10/hop?utm_source=zalo&zarsrc=30"],
)
def test_shared_old_address_leads_to_the_page(portal, client, shared):
    showing = make.article()
    Redirect.objects.create(portal=make.PORTAL, old="/2021/10/hop/", key=showing.key)
    response = client.get(shared)
    assert (response.status_code, response["Location"]) == (301, showing.address)


def test_other_question_is_another_old_address(portal, client):
    Redirect.objects.create(portal=make.PORTAL, old="/tin.aspx?id=5", key=make.article().key)
    assert client.get("/tin.aspx?id=6&fbclid=x").status_code == 404
    assert client.get("/tin.aspx?fbclid=x&id=5").status_code == 301


def test_old_address_of_a_page_that_went_is_gone(portal, client):
    gone, hidden = make.article(), make.article()
    Redirect.objects.create(portal=make.PORTAL, old="/cu.html", key=gone.key)
    Redirect.objects.create(portal=make.PORTAL, old="/an.html", key=hidden.key)
    showings.take_down(make.PORTAL, gone.key, at=make.NOON)
    showings.hide(make.PORTAL, hidden.key, at=make.NOON)
    assert client.get("/cu.html").status_code == 410
    assert client.get("/an.html").status_code == 404


def test_each_host_gets_its_own_portal(portal, client, read):
    make.frame(portal="ben-do", domains=["bendo.example"], name="Phường Bến Đò")
    make.article(portal="ben-do", headline="Dọn bờ kè")
    assert "Dọn bờ kè" in read("/", headers={"host": "BENDO.example:8000"})
    assert "Dọn bờ kè" not in read("/", headers={"host": "other.example"})


def test_unserved_host_is_a_plain_not_found(db, clock, client):
    make.frame(domains=["songvan.example"])
    assert client.get("/", headers={"host": "other.example"}).status_code == 404


@pytest.mark.parametrize("address", ["/", "/tin-tuc/", "/luu-tru/", "/rss/", "/khong-co/"])
def test_head_answers_without_a_body(portal, client, address):
    make.article()
    head, full = client.head(address), client.get(address)
    assert (head.status_code, head.content) == (full.status_code, b"")


@pytest.mark.parametrize("address", ["/", "/tin-tuc/", "/khong-co/"])
def test_only_reading_is_allowed(portal, address):
    stranger = Client(enforce_csrf_checks=True)
    assert (stranger.post(address).status_code, stranger.put(address).status_code) == (405, 405)


def test_older_pages_follow_one_another(portal, read):
    for number in range(45):
        make.article(headline=f"Bài {number}", listed_at=make.NOON - number * make.HOUR)
    seen, address = [], "/tin-tuc/"
    while address:
        tree = LexborHTMLParser(read(address))
        seen += [node.text().strip() for node in tree.css(".row h2")]
        older = tree.css_first("a[rel=next]")
        address = older and "/tin-tuc/" + older.attributes["href"]
    assert seen == [f"Bài {number}" for number in range(45)]


def test_same_instant_splits_over_pages_without_loss(portal, read):
    for number in range(25):
        make.article(headline=f"Bài {number}")
    first = LexborHTMLParser(read("/tin-tuc/"))
    second = LexborHTMLParser(read("/tin-tuc/" + first.css_first("a[rel=next]").attributes["href"]))
    rows = [node.text() for tree in (first, second) for node in tree.css(".row h2")]
    assert (len(rows), len(set(rows))) == (25, 25)


def test_archive_counts_months_in_vietnamese_time(portal, read):
    first_hour = make.NOON.replace(day=1, hour=0, minute=30)  # still September in UTC
    make.article(headline="Rạng sáng 1/10", listed_at=first_hour)
    assert "/luu-tru/2021/10/" in read("/luu-tru/")
    assert "Rạng sáng" in read("/luu-tru/2021/10/")


def test_december_ends_with_the_year(portal, read):
    make.article(headline="Cuối năm", listed_at=make.NOON.replace(year=2020, month=12, day=31))
    assert "Cuối năm" in read("/luu-tru/2020/12/")


def test_archive_year_leads_to_the_archive(portal, client):
    assert client.get("/luu-tru/2021/")["Location"] == "/luu-tru/"


def test_every_first_segment_of_ours_is_reserved():
    """Sections and articles stand first among the patterns and leave these to the others."""
    starts = (re.match(r"\^?([a-z-]+)/", str(row.pattern)) for row in urls.urlpatterns)
    assert {start[1] for start in starts if start} <= paths.RESERVED
