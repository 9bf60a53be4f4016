"""What pages say to search engines and to who is sent a link."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.public import linked_data

from . import make, make_meetings, register, rules
from .test_markup import EVIL

BASE = "http://testserver"


@pytest.fixture
def told(read):
    """{type: what the page at an address says of it}, by the rules."""
    return lambda address: rules.linked_data(read(address))


def steps(told):
    return [(row["name"], row["item"]) for row in told["BreadcrumbList"]["itemListElement"]]


def test_article_says_everything_recommended(portal, told):
    who = register.person(7)
    showing = make.article(
        headline="Giao ban quý III",
        sapo="Đồng chí Hà Văn Minh chủ trì.",
        section="dan-van",
        lead=make.picture(credit="An Thu"),
        bylines=make.names("An Thu", "Nhóm phóng viên"),
        byline_office="Văn phòng Thị ủy",
        outside_source="TTXVN",
        people={"sapo": [[9, 20, "person:7"]], "lead": [], "gallery": []},
        updated_at="2021-10-11T11:00:00+07:00",
        corrections=[{"wrong": "quý II", "right": "quý III", "at": "2021-10-11T10:00:00+07:00"}],
    )
    news = told(showing.address)["NewsArticle"]
    assert news["mainEntityOfPage"]["@id"] == BASE + showing.address
    assert news["datePublished"] == "2021-10-11T07:28:00+07:00"
    assert news["dateModified"] == "2021-10-11T11:00:00+07:00"
    assert [(image["width"], image["height"]) for image in news["image"]] == [
        (1600, 1067), (960, 640), (480, 320)
    ]  # fmt: skip
    assert news["image"][0]["creditText"] == "An Thu"
    assert [(each["@type"], each["name"]) for each in news["author"]] == [
        ("Person", "An Thu"), ("Organization", "Nhóm phóng viên")
    ]  # fmt: skip
    assert {each["url"] for each in news["author"]} == {f"{BASE}/ve-trang-nay/"}
    assert news["author"][0]["affiliation"]["name"] == "Văn phòng Thị ủy"
    assert news["publisher"]["logo"]["url"].startswith(BASE)
    assert news["articleSection"] == "Dân vận"
    assert news["isAccessibleForFree"] is True
    assert news["sourceOrganization"]["name"] == "TTXVN"
    assert news["mentions"][0]["url"] == BASE + who.address
    assert news["correction"][0]["text"] == "quý II → quý III"


def test_nobody_signed_so_the_office_did(portal, told):
    (author,) = told(make.article(lead=make.picture(), sapo="S").address)["NewsArticle"]["author"]
    assert (author["@type"], author["url"]) == ("Organization", f"{BASE}/")


def test_piece_without_pictures_or_section_says_less(portal, read):
    html = read(make.article(section="khong-con").address)
    assert '"image"' not in html and "summary_large_image" not in html


def test_places_on_the_way_down(portal, told):
    showing = make.article(section="dan-van", headline="Chi bộ", lead=make.picture(), sapo="S")
    assert steps(told(showing.address)) == [
        ("Trang chủ", f"{BASE}/"),
        ("Xây dựng Đảng", f"{BASE}/xay-dung-dang/"),
        ("Dân vận", f"{BASE}/dan-van/"),
        ("Chi bộ", BASE + showing.address),
    ]
    assert steps(told("/dan-van/"))[1:] == steps(told(showing.address))[1:3]


def test_every_kind_of_page_has_its_place(db, clock, told):
    make.frame(topics=[make.topic()])
    make.article(lead=make.picture(), sapo="S")
    addresses = [
        "/tin-tuc/", "/luu-tru/", "/luu-tru/2021/10/", "/can-bo/", "/to-chuc/", "/dinh-chinh/",
        "/hoi-nghi/", "/lich-cong-tac/", "/chu-de/dai-hoi/", "/ve-trang-nay/", "/so-do-trang/",
        "/luu-tru/2021/10/11/", register.person().address,
        register.body().address, make_meetings.meeting().address, make_meetings.week().address,
    ]  # fmt: skip
    for address in addresses:
        assert steps(told(address))[0] == ("Trang chủ", f"{BASE}/"), address


def test_front_page_tells_of_the_site(portal, told):
    site = told("/")["WebSite"]
    assert site["name"] == make.frame_values()["name"]
    assert site["potentialAction"]["target"]["urlTemplate"].startswith(f"{BASE}/tim-kiem/?q=")


def test_office_says_where_and_how_it_is_reached(db, clock, told):
    lines = ["Cơ quan quản lý: Thị ủy Sông Vân", "Địa chỉ: số 2, đường Bờ Kè",
             "Điện thoại: 0200 000 012 – Thư điện tử: bbt@songvan.example"]  # fmt: skip
    make.frame(contact=lines)
    office = told("/ve-trang-nay/")["AboutPage"]["mainEntity"]
    assert office["address"]["streetAddress"] == "số 2, đường Bờ Kè"
    assert (office["telephone"], office["email"]) == ("0200 000 012", "bbt@songvan.example")
    assert office["parentOrganization"]["name"] == "Thị ủy Sông Vân"
    make.frame(contact=["Ai cũng biết: Địa chỉ"], live_from=make.NOON)
    bare = told("/ve-trang-nay/")["AboutPage"]["mainEntity"]
    assert not {"address", "telephone", "email", "parentOrganization"} & set(bare)


def test_person_has_the_titles_of_the_day_and_where(portal, told):
    body = register.body(1)
    who = register.person(portrait=make.picture(), names=["Hà Văn Minh", "Hà Minh"])
    page = told(who.address)["ProfilePage"]
    assert (page["name"], page["dateModified"]) == ("Hà Văn Minh", "2021-10-10T12:00:00+07:00")
    person = page["mainEntity"]
    assert person["url"] == BASE + who.address
    assert person["jobTitle"] == ["Bí thư Thị ủy Sông Vân"]
    assert person["worksFor"] == [
        {"@type": "Organization", "name": "Thị ủy Sông Vân", "url": BASE + body.address}
    ]
    assert (person["alternateName"], person["image"]["width"]) == (["Hà Minh"], 1600)


def test_body_has_its_span_its_place_and_its_leaders(portal, told):
    parent = register.body(2, "Tỉnh ủy")
    who = register.person(7)
    body = register.body(
        3, "UBND thị xã", kind="people_committee", parent={"key": "body:2", "name": "Tỉnh ủy"},
        leaders=[register.leader()], children=[{"key": "body:9", "name": "P", "children": []}],
        **{"from": "1971-12-27", "to": "2021-06-30"},
    )  # fmt: skip
    said = told(body.address)["GovernmentOrganization"]
    assert (said["foundingDate"], said["dissolutionDate"]) == ("1971-12-27", "2021-06-30")
    assert said["parentOrganization"]["url"] == BASE + parent.address
    assert said["subOrganization"] == [{"@type": "Organization", "name": "P"}]
    assert said["member"][0]["member"]["url"] == BASE + who.address


@pytest.mark.parametrize(
    ("values", "status", "mode", "places"),
    [
        ({"place": "Hội trường"}, "EventScheduled", "Offline", ["Place"]),
        ({"state": "postponed"}, "EventPostponed", "Offline", ["Place"]),
        ({"state": "cancelled", "form": "online"}, "EventCancelled", "Online", ["VirtualLocation"]),
        (
            {"form": "both", "place": "Hội trường", "remote_points": ["Xã A"]},
            "EventScheduled", "Mixed", ["Place", "Place", "VirtualLocation"],
        ),
    ],
)  # fmt: skip
def test_meeting_says_whether_and_where(portal, told, values, status, mode, places):
    event = told(make_meetings.meeting(**values).address)["Event"]
    assert event["eventStatus"] == f"https://schema.org/{status}"
    assert event["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    where = event["location"] if len(places) > 1 else [event["location"]]
    assert [place["@type"] for place in where] == places


def test_meeting_without_an_hour_is_on_a_day(portal, told):
    event = told(make_meetings.meeting(has_time=False).address)["Event"]
    assert event["startDate"] == "2021-10-11"


def test_no_text_ends_the_script(portal, told):
    evil = "</script><script>alert(1)</script><!--\u2028\u2029" + EVIL
    showing = make.article(
        headline=evil, sapo=evil, bylines=make.names(evil), outside_source=evil,
        lead=make.picture(alt=evil, credit=evil),
        corrections=[{"wrong": evil, "right": evil, "at": "2021-10-11T10:00:00+07:00"}],
    )  # fmt: skip
    data = told(showing.address)
    assert data["NewsArticle"]["headline"] == evil
    assert steps(data)[-1][0] == evil
    text = linked_data.script({"name": evil})
    assert not set("<>&\u2028\u2029") & set(text)


def test_shared_link_shows_picture_and_words(portal, read):
    showing = make.article(headline="Giao ban", sapo="Tóm tắt.", lead=make.picture())
    tree = LexborHTMLParser(read(showing.address))
    said = {
        node.attributes.get("property") or node.attributes.get("name"): node.attributes["content"]
        for node in tree.css("meta[content]")
    }
    assert said["og:type"] == "article"
    assert said["og:url"] == BASE + showing.address
    assert said["og:image"] == f"{BASE}/anh/{make.SHA}/1600.jpg"
    assert (said["og:image:width"], said["og:image:height"]) == ("1600", "1067")
    assert said["twitter:card"] == "summary_large_image"
    assert said["article:section"] == "Tin tức"
    assert said["article:published_time"] == "2021-10-11T07:28:00+07:00"


CANONICAL = {
    "/?utm_source=zalo": "/",
    "/tin-tuc/?x=1": "/tin-tuc/",
    "/luu-tru/2021/10/?fbclid=1": "/luu-tru/2021/10/",
    "{article}?co-chu=lon": "{article}",
    "{article}?co-chu=rat-lon&utm_source=x": "{article}",
    "{article}?in=1": "{article}",
    "{article}?tuong-phan=toi": "{article}",
    "/tin-tuc/?co-chu=lon&tuong-phan=cao": "/tin-tuc/",
    "/can-bo/?co-chu=lon": "/can-bo/",
    "{body}?nam=2020": "{body}",
    "{person}?x=1": "{person}",
    "/can-bo/?trang=x": "/can-bo/",
    "/lich-cong-tac/?in=1": "/lich-cong-tac/2021-41/",
    "/lich-cong-tac/": "/lich-cong-tac/2021-41/",
    "/lich-cong-tac/?tuan=2021-41": "/lich-cong-tac/2021-41/",
}


def test_every_variant_names_the_one_address(portal, read):
    places = {
        "article": make.article().address,
        "body": register.body().address,
        "person": register.person().address,
    }
    make_meetings.week()
    for asked, stated in CANONICAL.items():
        tree = LexborHTMLParser(read(asked.format(**places)))
        (link,) = tree.css("link[rel=canonical]")
        assert link.attributes["href"] == BASE + stated.format(**places), asked


def test_later_page_of_a_list_is_itself(portal, read):
    for _ in range(25):
        make.article()
    older = LexborHTMLParser(read("/tin-tuc/")).css_first("a[rel=next]").attributes["href"]
    tree = LexborHTMLParser(read(f"/tin-tuc/{older}&fbclid=x"))
    assert tree.css_first("link[rel=canonical]").attributes["href"] == f"{BASE}/tin-tuc/{older}"
