"""The search page: what readers see, choose and get told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode
from selectolax.lexbor import LexborHTMLParser

from apps.editions import showings
from apps.editions.cutting import Page

from . import make, register
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.usefixtures("portal")
FIND = "/tim-kiem/?"


@pytest.fixture
def find(client):
    def find(query):
        response = client.get(FIND + query)
        assert response.status_code == 200, query
        return LexborHTMLParser(response.content)

    return find


def texts(tree, selector):
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def titles(tree):
    return texts(tree, ".hit h2")


def html_of(tree, selector):
    return tree.css_first(selector).html


def meeting(number=1, title="Hội nghị giao ban quý III", **values):
    values = {
        "title": title, "kind": "hội nghị giao ban", "host": "Thị ủy", "series": "", "period": "",
        "place": "Hội trường", "agenda": ["Bàn công tác nhân sự"], "attendance": [],
        "documents": [], "files": [], **values,
    }  # fmt: skip
    page = Page(
        portal=make.PORTAL, key=f"meeting:{number}", kind="meeting", values=values, title=title,
        summary="Hội trường", listed_at=NOON - DAY,
    )  # fmt: skip
    return make.show(page, address=f"/hoi-nghi/giao-ban-{number}/", live_from=NOON - DAY)


class TestPassages:
    def test_words_are_marked_in_title_and_text(self, find):
        make.article(headline="Giao ban quý III", html="<p>Sáng nay, Thị ủy giao ban.</p>")
        tree = find("q=giao+ban")
        assert "<mark>Giao ban</mark> quý III" in html_of(tree, ".hit h2")
        assert "Thị ủy <mark>giao ban</mark>." in html_of(tree, ".hit > p")

    def test_a_passage_is_taken_from_where_the_words_are(self, find):
        long = "Trước hết là phần đầu. " * 40 + "Sau đó bàn về bưởi Sông Vân. " + "Rồi hết. " * 60
        make.article(html=f"<p>{long}</p>")
        (passage,) = texts(find("q=buoi"), ".hit > p:not(.hit-place)")
        assert "Sau đó bàn về bưởi Sông Vân." in passage and len(passage) < 260
        assert passage.startswith("… ") and passage.endswith(" …")

    def test_accents_typed_are_the_ones_marked(self, find):
        make.article(html="<p>Bà Hoa và ông Hòa.</p>")
        marked = html_of(find("q=hòa"), ".hit > p")
        assert "ông <mark>Hòa</mark>" in marked and "Bà Hoa" in marked
        marked = html_of(find("q=hoa"), ".hit > p")
        assert "<mark>Hòa</mark>" in marked and "<mark>Hoa</mark>" in marked

    def test_numbers_are_marked_whole(self, find):
        make.article(html="<p>Nghị quyết 17-NQ/TU, năm 2017.</p>")
        marked = html_of(find("q=17+nq+tu"), ".hit > p")
        assert "<mark>17</mark>-<mark>NQ</mark>/<mark>TU</mark>, năm 2017" in marked

    def test_what_looks_like_markup_is_text(self, find):
        make.article(headline="Ký <b>bưởi</b> & cam", html="<p>5 &lt; 6 bưởi</p>")
        tree = find("q=bưởi")
        assert "&lt;b&gt;<mark>bưởi</mark>&lt;/b&gt; &amp; cam" in html_of(tree, ".hit h2")
        assert "5 &lt; 6 <mark>bưởi</mark>" in html_of(tree, ".hit > p")

    def test_captions_and_names_of_writers_are_found(self, find):
        make.article(
            gallery=[make.picture(caption="Bà con xã Nà Khoang")], bylines=make.names("An Thu")
        )
        assert len(titles(find("q=na+khoang"))) == len(titles(find("q=an+thu"))) == 1


class TestChoices:
    @pytest.fixture(autouse=True)
    def pages(self, portal):
        make.article(1, headline="Bưởi một", section="dan-van", genre="news", subjects=["person:5"])
        make.article(
            2, headline="Bưởi hai", section="tin-tuc", genre="feature",
            listed_at=NOON - 400 * DAY, subjects=["body:7"],
        )  # fmt: skip
        make.article(3, headline="Cam", html="<p>và bưởi</p>", live_from=NOON)

    @pytest.mark.parametrize(
        "choice,expected",
        [
            ("", ["Bưởi một", "Bưởi hai", "Cam"]),
            ("xep=moi", ["Cam", "Bưởi một", "Bưởi hai"]),
            ("muc=dan-van", ["Bưởi một"]),
            ("muc=xay-dung-dang", ["Bưởi một"]),
            ("muc=khong-co", []),
            ("nam=2020", ["Bưởi hai"]),
            ("nam=2021&muc=tin-tuc", ["Cam"]),
            ("loai=tin-bai", ["Bưởi một", "Bưởi hai", "Cam"]),
            ("loai=bai-phan-anh", ["Bưởi hai"]),
            ("loai=hoi-nghi", []),
            ("nguoi=5", ["Bưởi một"]),
            ("co-quan=7", ["Bưởi hai"]),
            ("nguoi=6", []),
        ],
    )
    def test_choices_narrow_what_is_found(self, find, choice, expected):
        assert titles(find(f"q=buoi&{choice}")) == expected

    @pytest.mark.parametrize(
        "wrong",
        ["nam=0", "nam=99999", "nam=abc", "nam=٢٠٢٠", "loai=xyz", "muc=%22%00'", "nguoi=-1",
         "xep=cu", "truoc=abc", "truoc=9999-1", "co-quan=1e9", "muc=a&muc=%C4%90", "nam=",
         "truoc=0-99999999999999999999", "nguoi=" + "9" * 40],
    )  # fmt: skip
    def test_a_wrong_choice_is_none(self, find, wrong):
        assert titles(find(f"q=buoi&{wrong}"))[:1] == ["Bưởi một"]

    def test_without_words_the_choice_lists_the_newest(self, find):
        assert titles(find("muc=tin-tuc")) == ["Cam", "Bưởi hai"]
        assert titles(find("q=&nguoi=5")) == ["Bưởi một"]

    def test_choices_stay_in_the_form_and_can_be_left_out(self, find):
        tree = find("q=buoi&muc=dan-van&nam=2021&nguoi=5")
        chosen = [node.attributes["value"] for node in tree.css("main option[selected]")]
        assert chosen == ["dan-van", "2021", "", ""]
        assert tree.css_first("input[name=nguoi]").attributes["value"] == "5"
        hrefs = [node.attributes["href"] for node in tree.css(".chips a")]
        assert hrefs == ["?q=buoi&nam=2021&nguoi=5", "?q=buoi&muc=dan-van&nguoi=5",
                         "?q=buoi&muc=dan-van&nam=2021"]  # fmt: skip

    def test_the_other_order_is_one_link_away(self, find):
        assert find("q=buoi").css_first(".found a").attributes["href"] == "?q=buoi&xep=moi"
        assert find("q=buoi&xep=moi").css_first(".found a").attributes["href"] == "?q=buoi"

    def test_how_many_there_are_is_said(self, find):
        assert texts(find("q=buoi"), ".found")[0].startswith("3 kết quả")


class TestKinds:
    def test_meetings_are_found_by_what_their_page_says(self, find):
        meeting(attendance=[{"name": "Hà Văn Minh", "titles": "Bí thư Thị ủy", "key": ""}])
        for query in ("giao+ban+quy+iii", "cong+tac+nhan+su", "ha+van+minh", "loai=hoi-nghi"):
            query = query if "=" in query else f"q={query}"
            assert titles(find(query)) == ["Hội nghị giao ban quý III"]
        assert texts(find("loai=hoi-nghi"), ".hit-place span") == ["Hội nghị, cuộc họp"]

    def test_people_and_bodies_can_be_looked_for_alone(self, find):
        register.person(words=["Bí thư Thị ủy Sông Vân"])
        register.body(1)
        make.article(headline="Thị ủy họp")
        assert titles(find("q=thi+uy&loai=can-bo")) == ["Hà Văn Minh"]
        assert titles(find("q=thi+uy&loai=co-quan")) == ["Thị ủy Sông Vân"]
        assert texts(find("q=thi+uy&loai=can-bo"), ".known li") == []

    def test_a_suggestion_leads_to_the_page_and_to_the_articles(self, find):
        showing = register.person()
        number = showing.key.split(":")[1]
        make.article(headline="Làm việc ở xã", subjects=[showing.key])
        tree = find("q=ha+van+minh")
        assert tree.css_first(".known-articles").attributes["href"] == f"?nguoi={number}"
        tree = find(f"nguoi={number}")
        assert titles(tree) == ["Làm việc ở xã"]
        assert "Hà Văn Minh" in texts(tree, ".chips")[0]


class TestTopics:
    @pytest.fixture(autouse=True)
    def topics(self, portal):
        titles = ["Đại hội Đảng bộ thị xã", "Học tập và làm theo Bác", "Đài hội tụ"]
        make.frame(topics=[
            make.topic(title=title, slug=f"t-{number}") for number, title in enumerate(titles)
        ])  # fmt: skip

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("dai+hoi", ["Đài hội tụ", "Đại hội Đảng bộ thị xã"]),
            ("%C4%90%E1%BA%A1i+h%E1%BB%99i", ["Đại hội Đảng bộ thị xã", "Đài hội tụ"]),
            ("dang+bo+dai+hoi", ["Đại hội Đảng bộ thị xã"]),
            ("%22hoi+dang+bo%22", ["Đại hội Đảng bộ thị xã"]),
            ("%22dang+dai+hoi%22", []),
            ("dai+hoi+huyen", []),
            ("%22%22", []),
        ],
    )
    def test_all_words_stand_in_its_title(self, find, query, found):
        assert texts(find(f"q={query}"), ".known li a") == found

    def test_it_leads_to_its_page_and_costs_no_query(self, find):
        with CaptureQueriesContext(connection) as queries:
            (row,) = find("q=theo+bac").css(".known li")
        assert row.css_first("a").attributes["href"] == "/chu-de/t-1/"
        assert row.css_first("span").text() == "Chủ đề"
        assert len(queries) <= 3

    def test_who_looks_for_people_alone_gets_none(self, find):
        assert texts(find("q=theo+bac&loai=can-bo"), ".known li") == []


class TestNothingFound:
    def test_it_says_so_and_helps(self, find):
        year = {"listed_at": NOON - 400 * DAY}
        make.article(headline="Giao ban khongco")
        make.article(headline="Ban khongco giao", **year)
        make.article(headline="Giao ban", **year)
        tree = find('q="giao ban" khongco&nam=2020')
        hrefs = [node.attributes["href"] for node in tree.css(".not-found a")]
        assert "?q=%22giao+ban%22+khongco" in hrefs
        assert "?q=giao+ban+khongco&nam=2020" in hrefs
        assert {"?q=%22giao+ban%22&nam=2020", "?q=khongco&nam=2020"} <= set(hrefs)
        assert {"/luu-tru/", "/can-bo/", "/tin-tuc/"} <= set(hrefs)

    @pytest.mark.parametrize(
        ("query", "tried"),
        [
            ("giao ban khongco 718", ["?q=giao+ban"]),
            ('"ban giao" "khongco"', []),
            ('"ban giao"', ["?q=ban+giao", "?q=ban", "?q=giao"]),
            ('"quy ban" "giao ban"', ["?q=quy+ban+giao", "?q=%22giao+ban%22"]),
            ("khongco 718", []),
            ("khongco", []),
        ],
    )
    def test_only_what_finds_something_is_to_try(self, find, query, tried):
        make.article(headline="Thị ủy giao ban quý III")
        with CaptureQueriesContext(connection) as queries:
            tree = find(urlencode({"q": query}))
        hrefs = [node.attributes["href"] for node in tree.css(".not-found a")]
        assert [href for href in hrefs if href.startswith("?")] == tried
        assert len(queries) <= 3

    def test_without_the_filters_is_to_try_if_that_finds_something(self, find):
        make.article(headline="Giao ban")
        ways = [texts(find(f"q={word}&nam=2020"), ".not-found a")[0] for word in ("ban", "khong")]
        assert ways == ["Tìm trong tất cả, bỏ các điều kiện lọc", "Xem lưu trữ theo từng tháng"]

    def test_the_example_of_the_form_leads_to_something_or_nowhere(self, find):
        assert find("").css(".search-help a") == []
        make.article(headline="Chuyển đổi số")
        (example,) = find("").css(".search-help a")
        assert titles(find(example.attributes["href"][1:])) == ["Chuyển đổi số"]

    @pytest.mark.parametrize(
        "query", ["", "q=", "q=%22%22", "q=" + "a" * 5000, "q=NEAR(", "q=%00", "q=%ED%A0%80",
                  "q=*", "q=%E2%80%9C", "q='%27%3B--", "q[]=x", "q=a&q=%22"],
    )  # fmt: skip
    def test_whatever_is_asked_gets_a_page_with_the_form(self, find, query):
        make.article()
        assert find(query).css_first("main form [name=q]") is not None

    def test_the_empty_page_says_how_to_search(self, find):
        assert len(texts(find(""), ".search-help p")) == 3


class TestTimeAndCost:
    def test_what_was_taken_down_is_gone_at_once(self, find):
        showing = make.article(headline="Bưởi")
        showings.take_down(make.PORTAL, showing.key, at=NOON)
        assert titles(find("q=bưởi")) == titles(find("loai=tin-bai")) == []

    def test_the_clock_decides(self, find, clock):
        make.article(headline="Bưởi", live_from=NOON + HOUR, expires_at=NOON + 2 * HOUR)
        seen = []
        for clock.at in (NOON, NOON + HOUR, NOON + 2 * HOUR):
            seen.append(len(titles(find("q=bưởi"))))
        assert seen == [0, 1, 0]

    def test_another_portal_finds_its_own(self, client):
        make.frame(portal="ben-do", domains=["ben-do.example"])
        make.article(headline="Bưởi", portal="ben-do")
        make.article(headline="Cam bưởi")
        html = client.get("/tim-kiem/?q=buoi", headers={"host": "ben-do.example"}).content.decode()
        assert "<mark>Bưởi</mark>" in html and "Cam" not in html

    @pytest.mark.parametrize("query", ["", "q=buoi", "q=buoi&xep=moi&nguoi=5&muc=tin-tuc",
                                       "q=thi+uy&loai=can-bo", "q=khongco"])  # fmt: skip
    def test_a_page_costs_three_queries_at_any_number(self, client, query):
        register.person(office="Bí thư Thị ủy")
        for number in range(25):
            make.article(headline=f"Bưởi {number}", subjects=["person:5"])
        with CaptureQueriesContext(connection) as queries:
            client.get(FIND + query)
        assert len(queries) <= 3

    def test_pages_follow_one_another_to_the_end(self, find):
        for number in range(45):
            make.article(headline=f"Bưởi số {number}", live_from=NOON - number * HOUR)
        for order in ("", "&xep=moi"):
            query, seen = f"q=buoi{order}", []
            while query:
                tree = find(query)
                seen += titles(tree)
                older = tree.css_first(".pages a")
                query = older.attributes["href"][1:] if older else ""
            assert seen == [f"Bưởi số {number}" for number in range(45)]


class TestEngines:
    """Search engines: the form is listed, results stand for it, what is endless stays out."""

    def told(self, client, address):
        tree = LexborHTMLParser(client.get(address).content)
        canonical = tree.css_first("link[rel=canonical]")
        asked_away = tree.css_first("meta[name=robots][content=noindex]") is not None
        return asked_away, canonical and canonical.attributes["href"]

    def test_the_form_and_what_words_find(self, client):
        make.article(headline="Giao ban quý III")
        for address in ("/tim-kiem/", FIND + "q=giao+ban"):
            assert self.told(client, address) == (False, "http://testserver/tim-kiem/")

    def test_filters_and_nothing_found_stay_out(self, client):
        make.article(headline="Giao ban quý III")
        for query in ("q=khongco", "q=giao+ban&muc=tin-tuc", "muc=tin-tuc", "q=giao&truoc=1-1"):
            assert self.told(client, FIND + query) == (True, None)
