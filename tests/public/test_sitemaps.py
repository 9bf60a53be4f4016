"""Every live address once, in parts that do not grow with the archive; news of two days."""

from django.db import connection

from apps.editions import showings
from apps.editions.models import Showing
from apps.public import sitemaps

from . import make, make_meetings, register, rules

BASE = "http://testserver"
LISTS = {BASE + address for address in sitemaps.LISTS}
SECTION = f"{BASE}/tin-tuc/"  # all others are empty: nothing to go there for


def parts(read):
    return [part.removeprefix(BASE) for part in rules.sitemap(read("/sitemap.xml"))]


def everything(read):
    found = [address for part in parts(read) for address in rules.sitemap(read(part))]
    assert len(found) == len(set(found))
    return set(found)


def test_sitemap_lists_every_live_address_once(portal, read):
    shown = [
        make.article(),
        register.person(),
        register.body(),
        make_meetings.meeting(),
        make_meetings.week(),
    ]
    make.article(live_from=make.NOON + make.DAY)
    make.article(expires_at=make.NOON)
    make.frame(portal="ben-do", domains=["bendo.example"])
    make.article(portal="ben-do")
    addresses = {BASE + showing.address for showing in shown}
    assert everything(read) == addresses | LISTS | {SECTION}


def test_every_listed_page_is_there(portal, read):
    for address in everything(read):
        read(address.removeprefix(BASE))


def test_sections_stand_among_the_lists_while_they_have_something(portal, read):
    assert set(rules.sitemap(read("/sitemap-0.xml"))) == LISTS
    make.article(section="dan-van")
    sections = set(rules.sitemap(read("/sitemap-0.xml"))) - LISTS
    assert sections == {f"{BASE}/xay-dung-dang/", f"{BASE}/dan-van/"}


def test_topics_stand_among_the_lists(db, clock, read):
    make.frame(topics=[make.topic()])
    assert f"{BASE}/chu-de/dai-hoi/" in rules.sitemap(read("/sitemap-0.xml"))


def test_parts_are_ranges_of_numbers(portal, read, client, monkeypatch):
    monkeypatch.setattr(sitemaps, "SPAN", 3)
    shown = {BASE + make.article().address for _ in range(7)}
    assert len(parts(read)) in (4, 5)
    assert everything(read) == shown | LISTS | {SECTION}
    last = max(Showing.objects.values_list("pk", flat=True)) // 3 + 1
    assert client.get(f"/sitemap-{last + 1}.xml").status_code == 404


def test_a_full_part_keeps_the_bounds_of_the_protocol():
    assert sitemaps.SPAN <= rules.MOST_ADDRESSES
    longest = 2048 + len("<url><loc></loc><lastmod>2021-10-11T11:00:00+07:00</lastmod></url>\n")
    assert sitemaps.SPAN * longest < rules.MOST_BYTES
    assert sitemaps.NEWS_MOST <= rules.NEWS_MOST


def test_part_with_nothing_left_leaves_the_index(portal, read, client, monkeypatch):
    monkeypatch.setattr(sitemaps, "SPAN", 1)
    showing = make.article()
    part = f"/sitemap-{showing.pk + 1}.xml"
    assert part in parts(read)
    showings.take_down(make.PORTAL, showing.key, at=make.NOON)
    assert part not in parts(read)
    assert client.get(part).status_code == 404


def test_part_is_one_walk_along_the_primary_key(portal, client, django_assert_num_queries):
    """However many showings come before: no OFFSET, no sorting, not by the index of portals."""
    make.many(5)
    query = sitemaps._inside(make.PORTAL, make.NOON, 1)
    plan = query.explain()
    if connection.vendor == "sqlite":
        assert "USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" in plan, plan
        assert "TEMP B-TREE" not in plan
    with django_assert_num_queries(3):
        client.get("/sitemap-1.xml")
    with django_assert_num_queries(2):  # the frame is known by now
        client.get("/sitemap.xml")


def test_news_sitemap_forgets_after_two_days(portal, read, clock):
    fresh = make.article(headline="<Mới> & nay")
    make.article(listed_at=make.NOON - 3 * make.DAY)
    assert rules.news(read("/news-sitemap.xml"), make.NOON) == [
        (BASE + fresh.address, "<Mới> & nay")
    ]
    clock.at = make.NOON + 2 * make.DAY
    assert rules.news(read("/news-sitemap.xml")) == []


def test_robots_name_the_sitemaps(portal, read):
    text = read("/robots.txt")
    assert f"Sitemap: {BASE}/sitemap.xml\n" in text
    assert f"Sitemap: {BASE}/news-sitemap.xml\n" in text
