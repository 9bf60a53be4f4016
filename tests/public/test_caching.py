"""How many queries a reader costs, and that a kept page is never a stale one."""

import gzip

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from apps.editions import showings
from apps.public import answers

from . import make


def queries(client, address, status=200):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == status
    return len(captured)


def addresses():
    return ["/", "/tin-tuc/", "/luu-tru/", "/rss/", "/sitemap.xml", make.article().address]


def test_first_reader_costs_at_most_three_queries(portal, client):
    costs = {address: queries(client, address) for address in addresses()}
    costs.pop("/sitemap.xml")  # counts first
    assert max(costs.values()) <= 3, costs


def test_next_reader_costs_one_query(portal, client):
    for address in addresses():
        client.get(address)
        assert queries(client, address) == 1, address


@pytest.mark.slow
def test_cost_does_not_grow_with_articles(portal, client):
    def cost():
        return [queries(client, address) for address in ("/", "/tin-tuc/", "/luu-tru/", address)]

    address = make.article(1).address
    make.many(99)
    few = cost()
    make.many(1900)
    assert cost() == few


def test_scheduled_page_appears_at_its_moment(portal, client, clock, read):
    coming = make.article(headline="Sáng mai", live_from=make.NOON + make.HOUR)
    assert "Sáng mai" not in read("/")
    clock.at = make.NOON + make.HOUR - make.HOUR / 3600
    assert "Sáng mai" not in read("/")
    assert client.get(coming.address).status_code == 404
    clock.at = make.NOON + make.HOUR
    assert "Sáng mai" in read("/")
    assert client.get(coming.address).status_code == 200


def test_hidden_article_leaves_at_once(portal, client, read):
    showing = make.article(headline="Tạm ẩn")
    assert "Tạm ẩn" in read("/")
    read(showing.address)
    showings.hide(make.PORTAL, showing.key, at=make.NOON)
    assert "Tạm ẩn" not in read("/")
    assert client.get(showing.address).status_code == 404


def test_new_version_replaces_the_kept_page(portal, read):
    showing = make.article(5, headline="Giao ban")
    read(showing.address)
    make.article(5, headline="Giao ban", html="<p>Bản sửa.</p>", live_from=make.NOON)
    assert "Bản sửa." in read(showing.address)


def test_banner_comes_and_goes_by_the_clock(db, clock, read):
    banner = {
        "slot": "top",
        "wide": make.picture(),
        "narrow": None,
        "alt": "Mừng Đại hội",
        "href": "",
        "shows_from": "2021-10-11T13:00:00+07:00",
        "shows_until": "2021-10-11T14:00:00+07:00",
    }
    make.frame(banners=[banner])
    shown = []
    for hours in (0, 1, 2):
        clock.at = make.NOON + hours * make.HOUR
        shown.append("Mừng Đại hội" in read("/"))
    assert shown == [False, True, False]


def test_unchanged_page_answers_not_modified(portal, client, clock):
    address = make.article().address
    client.get(address)
    clock.at += make.HOUR
    first = client.get(address)
    by_tag = client.get(address, headers={"if-none-match": first["ETag"]})
    by_date = client.get(address, headers={"if-modified-since": first["Last-Modified"]})
    assert (by_tag.status_code, by_date.status_code) == (304, 304)
    assert by_tag.content == b""


def test_page_travels_compressed_where_it_may(portal, client):
    address = make.article().address
    small = client.get(address, headers={"accept-encoding": "gzip"})
    assert gzip.decompress(small.content) == client.get(address).content
    assert (small["Content-Encoding"], small["Vary"]) == ("gzip", "Accept-Encoding")
    again = {"accept-encoding": "gzip", "if-none-match": small["ETag"]}
    assert client.get(address, headers=again).status_code == 304


def test_changed_page_is_sent_whole(portal, client):
    first = client.get("/")
    make.article(headline="Mới")
    again = client.get("/", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again["ETag"] == first["ETag"]) == (200, False)


def test_kept_page_holds_no_count(db, clock, client, read):
    make.frame(style={**make.STYLE, "views": "Lượt xem:"})
    showing = make.article()
    assert "Lượt xem: 0" in read(showing.address)
    showings.bring_views(make.PORTAL, showing.key, 12345)
    assert queries(client, showing.address) == 1
    assert "Lượt xem: 12.345" in read(showing.address)


def test_unknown_parameters_share_one_kept_page(portal, client):
    address = make.article().address
    client.get(address)
    assert queries(client, f"{address}?fbclid=abc&utm_source=x") == 1


def test_count_changes_the_tag_and_nothing_else_is_made_again(db, clock, client):
    make.frame(style={**make.STYLE, "views": "Lượt xem:"})
    showing = make.article()
    first = client.get(showing.address)
    showings.bring_views(make.PORTAL, showing.key, 7)
    known = {"if-none-match": first["ETag"]}
    second = client.get(showing.address, headers=known)
    assert (second.status_code, "Lượt xem: 7" in second.content.decode()) == (200, True)
    known = {"if-none-match": second["ETag"]}
    assert client.get(showing.address, headers=known).status_code == 304


def test_text_size_and_print_are_pages_of_their_own(portal, read):
    address = make.article().address
    assert 'class="size-lon"' in read(f"{address}?co-chu=lon")
    assert 'class="size-lon"' not in read(address)
    assert "data-print" in read(f"{address}?in=1")
    assert "data-print" not in read(f"{address}?in=2")


def test_hosts_do_not_share_kept_pages(db, clock, client, read):
    make.frame(hosts=[])
    address = make.article().address
    assert "http://a.example/" in read(address, headers={"host": "a.example"})
    assert "http://b.example/" in read(address, headers={"host": "b.example"})


def test_new_release_keeps_no_old_page(portal, client, monkeypatch):
    client.get("/")
    answers.MEMORY.clear()  # a new release runs in new processes
    monkeypatch.setattr(answers, "_release", lambda: "next")
    assert queries(client, "/") > 1


def test_site_stands_while_the_cache_is_down(portal, read, monkeypatch):
    class Down:
        def __getattr__(self, name):
            raise ConnectionError("no cache")

    monkeypatch.setattr(answers, "cache", Down())
    assert make.article(headline="Vẫn đọc được").cut.title in read("/")


def test_broken_database_gets_the_plain_page(client, monkeypatch):
    def broken(*args, **options):
        raise DatabaseError("gone")

    monkeypatch.setattr("apps.public.visits.arrive", broken)
    client.raise_request_exception = False
    response = client.get("/")
    assert response.status_code == 500
    assert b"<h1>" in response.content


def test_robots_that_guess_addresses_cost_next_to_nothing(portal, client):
    """What is not there is one page, rendered once; and never a stale one."""
    first = client.get("/khong-co/")
    assert queries(client, "/cung-khong-co/", 404) == 1
    assert queries(client, "/wp-login.php", 404) == 1
    assert client.get("/wp-login.php").content == first.content
    make.frame(name="Tên mới", live_from=make.NOON)
    assert "Tên mới" in client.get("/khong-co/").content.decode()
