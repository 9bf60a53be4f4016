"""What a search page shows beside plain results: a day's page, what is written otherwise."""

import pytest
from django.utils.http import urlencode
from selectolax.lexbor import LexborHTMLParser

from . import make
from .make import HOUR, NOON

pytestmark = pytest.mark.usefixtures("portal")


@pytest.fixture
def find(client):
    return lambda query: LexborHTMLParser(client.get("/tim-kiem/?" + query).content)


class TestOtherMarks:
    @pytest.fixture(autouse=True)
    def pages(self, portal):
        make.article(headline="Chuyển đổi số ở phường")
        make.article(headline="Đến năm mới", html="<p>Số hộ chuyển nhà để đổi đất</p>")
        make.article(headline="Đồi Thông", html="<p>Chuyện cơ sở</p>", live_from=NOON)

    def lots(self, tree):
        """[(the line above, titles)]"""
        found = []
        for node in tree.css(".other-marks, .hits"):
            if node.tag == "p":
                found.append((node.text(), []))
            else:
                found += [] if found and not found[-1][1] else [("", [])]
                found[-1][1].extend(each.text().strip() for each in node.css("h2"))
        return found

    def test_what_is_not_written_as_typed_stands_behind_a_line(self, find):
        typed = ["Chuyển đổi số ở phường", "Đến năm mới"]
        assert self.lots(find("q=chuyển+đổi+số")) == [
            ("", typed), ("Viết khác dấu", ["Đồi Thông"])
        ]  # fmt: skip
        assert self.lots(find("q=chuyện+đồi")) == [
            ("", ["Đồi Thông"]), ("Viết khác dấu", typed)
        ]  # fmt: skip

    def test_where_nothing_is_written_so_that_is_said_too(self, find):
        assert self.lots(find("q=chuyễn")) == [
            ("Viết khác dấu", ["Chuyển đổi số ở phường", "Đồi Thông", "Đến năm mới"])
        ]  # fmt: skip

    @pytest.mark.parametrize("query", ["q=chuyen+doi+so", "q=chuyển&xep=moi", "loai=tin-bai"])
    def test_without_marks_by_time_and_without_words_there_is_no_line(self, find, query):
        assert len(self.lots(find(query))) == 1 and not self.lots(find(query))[0][0]

    def test_it_stands_on_the_page_where_they_begin_and_on_those_after(self, find):
        for number in range(40):
            make.article(headline=f"Chuyện {number}", live_from=NOON - number * HOUR)
        first = find("q=chuyển")
        second = find(first.css_first(".pages a").attributes["href"][1:])
        lots = [[(words, len(each)) for words, each in self.lots(page)] for page in (first, second)]
        assert lots == [[("", 2), ("Viết khác dấu", 18)], [("Viết khác dấu", 20)]]


class TestDays:
    @pytest.mark.parametrize(
        "query", ["11/10/2021", "11-10-2021", "11.10.2021", "ngày 11 tháng 10 năm 2021"]
    )
    def test_a_day_leads_to_its_page_of_the_archive(self, find, client, query):
        (row,) = find(urlencode({"q": query})).css(".known li")
        assert row.css_first("a").text() == "Tin, bài ngày 11/10/2021"
        assert row.css_first("span").text() == "Lưu trữ"
        assert client.get(row.css_first("a").attributes["href"]).status_code == 200

    @pytest.mark.parametrize(
        "query", ["12/10/2021", "31/2/2021", "11/10/1750", "10/2021", "2021", "giao ban 11/10/2021"]
    )
    def test_days_to_come_and_what_is_no_day_have_none(self, find, query):
        assert find(urlencode({"q": query})).css(".known li") == []

    def test_beside_a_filter_there_is_none(self, find):
        assert find("q=11/10/2021&muc=tin-tuc").css(".known li") == []
