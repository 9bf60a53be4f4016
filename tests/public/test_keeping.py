"""What browsers and a CDN may keep, and for how long at most after something was withdrawn."""

import re
from datetime import timedelta

import pytest

from apps.editions import showings
from apps.editions.models import Moment
from apps.public.keeping import REVALIDATE

from . import make

SHA = make.SHA
SECOND = timedelta(seconds=1)
PAGES = ["/", "/tin-tuc/", "/rss/", "/sitemap.xml", "/news-sitemap.xml", "/lich-cong-tac.ics"]


def spans(response, header="Cache-Control"):
    """{"s-maxage": 30, …} of a header."""
    return {name: int(number) for name, number in re.findall(r"([a-z-]+)=(\d+)", response[header])}


@pytest.fixture
def cdn(settings):
    settings.TOASOAN_CDN_SECONDS = 60
    return settings


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_kept_unasked_by_default(portal, client, address):
    response = client.get(address)
    assert response["Cache-Control"] == REVALIDATE
    assert "CDN-Cache-Control" not in response


@pytest.mark.parametrize("address", PAGES)
def test_cdn_is_through_with_everything_in_the_stated_time(portal, client, cdn, address):
    response = client.get(address)
    said = spans(response)
    assert said["max-age"] == 0  # readers' browsers always ask
    assert said["s-maxage"] > 0
    assert said["s-maxage"] + said["stale-while-revalidate"] == 60
    assert said["s-maxage"] + said["stale-if-error"] == 60
    targeted = spans(response, "CDN-Cache-Control")
    assert targeted["max-age"] == said["s-maxage"]
    assert targeted["stale-if-error"] == said["stale-if-error"]


def test_office_may_let_a_cdn_bridge_a_longer_outage(portal, client, cdn):
    cdn.TOASOAN_CDN_OUTAGE_SECONDS = 3600
    said = spans(client.get("/"))
    assert said["s-maxage"] + said["stale-while-revalidate"] == 60
    assert said["s-maxage"] + said["stale-if-error"] == 3600


def test_nothing_outlives_a_change_that_is_known(portal, client, cdn, clock):
    """Also while the site is down: what expires at one is not shown by a CDN at a minute past."""
    cdn.TOASOAN_CDN_OUTAGE_SECONDS = 3600
    address = make.article(expires_at=make.NOON + make.HOUR).address
    for before in (50, 20, 1, 0):
        clock.at = make.NOON + make.HOUR - before * SECOND
        for page in (address, "/", "/rss/"):
            response = client.get(page)
            said = spans(response)
            known = said.get("s-maxage", 0) + said.get("stale-if-error", 0)
            assert known <= before or (before == 0 and page != address), (page, before)
    assert client.get(address).status_code == 410


def test_changes_of_the_whole_installation_count_too(portal, client, cdn):
    Moment.objects.create(portal="", at=make.NOON + 10 * SECOND)
    Moment.objects.create(portal="trang-khac", at=make.NOON + SECOND)
    assert spans(client.get("/"))["s-maxage"] == 5


def test_a_banner_ends_what_is_kept(db, client, clock, cdn):
    banner = {
        "slot": "top", "wide": make.picture(), "narrow": None, "alt": "B", "href": "",
        "shows_from": "2021-10-11T12:00:08+07:00", "shows_until": None,
    }  # fmt: skip
    make.frame(banners=[banner])
    said = spans(client.get("/"))
    assert said["s-maxage"] + said["stale-if-error"] == 8


def test_renewal_says_anew_how_long(portal, client, cdn, clock):
    """A CDN takes the spans of a 304 for those it had."""
    make.article(expires_at=make.NOON + make.HOUR)
    first = client.get("/")
    clock.at = make.NOON + make.HOUR - 4 * SECOND
    again = client.get("/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert spans(again, "CDN-Cache-Control") == {
        "max-age": 2, "stale-while-revalidate": 2, "stale-if-error": 2
    }  # fmt: skip
    assert (again["Vary"], again["ETag"]) == ("Accept-Encoding", first["ETag"])


def test_what_is_not_there_is_never_kept(portal, client, cdn):
    gone = make.article()
    showings.take_down(make.PORTAL, gone.key, at=make.NOON)
    for address in (gone.address, "/khong-co/", "/khac/x-1/", f"/anh/{'f' * 64}/480.jpg"):
        response = client.get(address)
        assert (response.status_code in (404, 410), response["Cache-Control"]) == (True, REVALIDATE)


def test_cost_is_the_same_with_a_cdn(portal, client, cdn, django_assert_num_queries):
    client.get("/")
    with django_assert_num_queries(1):
        client.get("/")


def test_cdn_asks_whether_a_picture_is_still_there(db, stored, client, cdn):
    stored(f"{SHA}/480.jpg")
    response = client.get(f"/anh/{SHA}/480.jpg")
    response.close()
    assert spans(response)["max-age"] > 30_000_000
    assert spans(response)["s-maxage"] == 30


def test_document_is_asked_for_every_time(db, stored, client, cdn):
    stored(f"{SHA}/bao-cao.pdf")
    response = client.get(f"/tep/{SHA}/bao-cao.pdf")
    response.close()
    assert response["Cache-Control"] == REVALIDATE
    again = client.get(
        f"/tep/{SHA}/bao-cao.pdf", headers={"if-none-match": f"W/{response['ETag']}"}
    )
    assert again.status_code == 304


def test_two_versions_of_one_second_have_no_date(portal, client, clock):
    """Who asks by date alone is never told that the second of them is the first."""
    client.get("/")
    clock.at += SECOND / 2
    make.article(headline="Vừa đăng")
    both = [client.get("/")]
    clock.at += SECOND * 10
    both.append(client.get("/"))
    assert "Last-Modified" not in both[0]
    old = {"if-modified-since": "Mon, 11 Oct 2021 05:00:00 GMT"}
    assert client.get("/", headers=old).status_code == 200
    same = {"if-modified-since": both[1]["Last-Modified"]}
    assert client.get("/", headers=same).status_code == 304


@pytest.mark.parametrize("address", ["/", "/rss/", "/sitemap.xml", "/khong-co/"])
def test_head_says_what_get_says(portal, client, clock, address):
    client.get(address)
    clock.at += make.HOUR
    head, full = client.head(address), client.get(address)
    assert head.content == b""
    for header in ("ETag", "Last-Modified", "Cache-Control", "Vary", "Content-Type"):
        assert head.get(header) == full.get(header), header
    if "ETag" in full:
        tag = {"if-none-match": full["ETag"]}
        assert client.head(address, headers=tag).status_code == 304


@pytest.mark.parametrize("tags", ["*", 'W/"x", {0}', '"y" , {0}'])
def test_any_of_the_tags_will_do(portal, client, tags):
    etag = client.get("/")["ETag"]
    assert client.get("/", headers={"if-none-match": tags.format(etag)}).status_code == 304
    assert client.get("/", headers={"if-none-match": '"x"'}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [("gzip", 1), ("br, gzip;q=0.5", 1), ("gzip;q=0", 0), ("gzip; q=0.0, br", 0), ("", 0)],
)
def test_who_refuses_compression_gets_none(portal, client, accepted, packed):
    response = client.get("/", headers={"accept-encoding": accepted})
    assert response.has_header("Content-Encoding") == bool(packed)
    assert response["Vary"] == "Accept-Encoding"
