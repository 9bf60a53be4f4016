"""People and bodies above what was found: whose words stand together are meant, no others."""

import pytest
from django.utils.http import urlencode
from selectolax.lexbor import LexborHTMLParser

from . import make, register

pytestmark = pytest.mark.usefixtures("portal")


def person(number, name, *titles, past=(), **values):
    register.person(
        number, name, titles=[register.title(words) for words in titles],
        words=[*titles, *past], office=", ".join(titles), **values,
    )  # fmt: skip


@pytest.fixture
def known(client):
    person(1, "Hà Văn Minh", "Bí thư Thị ủy Sông Vân", "Chủ tịch HĐND thị xã Sông Vân")
    person(2, "Lý Thị Mẩy", "Bí thư Chi bộ Văn phòng Thị ủy Sông Vân")
    person(3, "Khuất Thị Minh Hạnh", "Thị ủy viên", past=["Phó Bí thư Thị Đoàn Sông Vân"])
    person(4, "H’Loan Êban", "Bí thư Thị Đoàn Sông Vân", "Ủy viên Ban Chấp hành Tỉnh Đoàn")
    register.body(
        1, "Thị ủy Sông Vân", names=["Thị ủy Sông Vân", "Ban Chấp hành Đảng bộ thị xã"],
        place="thị xã Sông Vân",
    )  # fmt: skip
    register.body(2, "Ban Tuyên giáo Thị ủy Sông Vân", names=[
        "Ban Tuyên giáo Thị ủy Sông Vân", "Tuyên giáo", "Ban Tuyên giáo"
    ])  # fmt: skip

    def known(query, **choices):
        address = "/tim-kiem/?" + urlencode({"q": query, **choices})
        tree = LexborHTMLParser(client.get(address).content)
        return [node.text() for node in tree.css(".known li > a:first-child")]

    return known


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        # a rank and a body are one title
        ("bí thư thị ủy", ["Hà Văn Minh"]),
        ("bi thu thi uy", ["Hà Văn Minh"]),
        ("bí thư sông vân", ["H’Loan Êban", "Hà Văn Minh", "Lý Thị Mẩy"]),
        ("bí thư thị đoàn", ["H’Loan Êban", "Khuất Thị Minh Hạnh"]),
        ("chủ tịch thị xã", ["Hà Văn Minh"]),
        # words apart, in several names or inside a longer word, are no name
        ("GIAO BAN", []),
        ("tuyên giáo ban", []),
        ("loan e", []),
        ("ban tuyên giáo", ["Ban Tuyên giáo Thị ủy Sông Vân"]),
        # marks that are typed are meant
        ("Hạnh", ["Khuất Thị Minh Hạnh"]),
        ("hành", ["Thị ủy Sông Vân", "H’Loan Êban"]),
        ("hanh", ["Khuất Thị Minh Hạnh", "Thị ủy Sông Vân", "H’Loan Êban"]),
        ("Lí Thị Mẩy", ["Lý Thị Mẩy"]),
        # a wrong one in a whole name finds it, if nothing is written so
        ("Hà Văn Mình", ["Hà Văn Minh"]),
        ("Mình", []),
        # names with something left out or a title beside them
        ("Khuất Hạnh", ["Khuất Thị Minh Hạnh"]),
        ("Hạnh Khuất", []),
        ("Bí thư Hà Văn Minh", ["Hà Văn Minh"]),
        ("Hà Văn Minh chủ tịch HĐND", ["Hà Văn Minh"]),
        ("Hà Văn Minh thị đoàn", []),
        ("thị ủy thị xã sông vân", ["Thị ủy Sông Vân"]),
        ("thị ủy sông vân", ["Thị ủy Sông Vân", "Ban Tuyên giáo Thị ủy Sông Vân", "Hà Văn Minh",
                             "Lý Thị Mẩy"]),
        ('"bí thư" "thị ủy"', ["Hà Văn Minh"]),
        # names with an apostrophe, as they are often typed
        ("HLoan", ["H’Loan Êban"]),
        ("hloan eban", ["H’Loan Êban"]),
        ("H'Loan Êban", ["H’Loan Êban"]),
    ],
)  # fmt: skip
def test_words_stand_together(known, query, expected):
    assert known(query) == expected


@pytest.mark.parametrize(
    "choice", [{"nam": 2012}, {"muc": "tin-tuc"}, {"loai": "tin"}, {"nguoi": 1}, {"co-quan": 1}]
)
def test_what_is_chosen_beside_the_words_asks_for_none(known, choice):
    make.article(headline="Thị ủy Sông Vân họp")
    assert known("thị ủy sông vân") and not known("thị ủy sông vân", **choice)
    assert known("thị ủy sông vân", xep="moi")


def test_a_decision_leads_to_the_bodies_whose_pages_tell_of_it(client):
    told = "Quyết định số 718-QĐ/TU, ngày 25/6/2025 của Tỉnh ủy"
    steps = [register.step((7, "Thị ủy"), (8, "Đảng ủy phường"), document=told)]
    register.body(8, "Đảng ủy phường", place="phường Sông Vân", origins=steps)
    register.body(9, "Đảng ủy xã", document="Quyết định số 78-QĐ/TU")
    for query in ("718-QĐ/TU", "718 qd tu", "quyết định số 718"):
        html = client.get("/tim-kiem/?" + urlencode({"q": query})).content
        (row,) = LexborHTMLParser(html).css(".known li")
        assert row.css_first("a").text() == "Đảng ủy phường"
        assert row.css_first("span").text() == told


def test_what_exists_stands_before_what_is_over(known):
    register.body(8, "Ban Dân vận", to="2020-01-01")
    register.body(9, "Ban Dân vận Đảng ủy phường")
    assert known("ban dân vận") == ["Ban Dân vận Đảng ủy phường", "Ban Dân vận"]
