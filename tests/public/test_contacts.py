"""Numbers and addresses in the office's lines: found without changing a word."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from apps.public.contacts import contact_lines

from . import make

BOTH = "Điện thoại: 0200 000 012 – Thư điện tử: bbt@songvan.example"


def links(*lines):
    tree = LexborHTMLParser("".join(contact_lines(lines)))
    return [link.attributes["href"] for link in tree.css("a")]


@pytest.mark.parametrize("address", ["/ve-trang-nay/", "/"])
def test_readers_call_and_write_by_one_tap(db, clock, read, address):
    make.frame(contact=["Địa chỉ: số 2", BOTH])
    tree = LexborHTMLParser(read(address))
    said = [node.text() for node in tree.css(".foot address span")]
    assert said == ["Địa chỉ: số 2", "Điện thoại: 0200 000 012", "Thư điện tử: bbt@songvan.example"]
    hrefs = [link.attributes["href"] for link in tree.css("address a")]
    assert {"tel:+84200000012", "mailto:bbt@songvan.example"} <= set(hrefs)


def test_who_finds_a_mistake_knows_where_to_write(db, clock, read):
    make.frame(contact=[BOTH])
    note = LexborHTMLParser(read("/ve-trang-nay/")).css_first('[aria-labelledby="dung-sai"]')
    assert note.css_first('a[href="mailto:bbt@songvan.example"]')
    make.frame(contact=["Điện thoại: 0200 000 012"], live_from=clock.at)
    assert "mailto:" not in read("/ve-trang-nay/")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("ĐT: (0203) 3825 123", "+842033825123"),
        ("Điện thoại: 0203.3825.123", "+842033825123"),
        ("Đường dây nóng (24/24): +84 912-345-678", "+84912345678"),
        ("Hotline: 1900 1234", "19001234"),
    ],
)
def test_ways_of_writing_a_number(line, number):
    assert links(line) == [f"tel:{number}"]


@pytest.mark.parametrize(
    "line",
    [
        "Giấy phép số 0123456789 ngày 01/01/2020",
        "Mã số thuế: 0100109106",
        "Điện thoại: 0203 3825 123 0912 345 678 99",
        "Fax: 0203 3825 124",
        "Số 02, đường Bờ Kè",
    ],
)
def test_what_is_no_telephone_is_no_link(line):
    assert links(line) == []


def test_several_numbers_and_a_fax():
    line = "Điện thoại: 0203 3825 123, 0912 345 678; Fax: 0203 3825 124"
    assert links(line) == ["tel:+842033825123", "tel:+84912345678"]
    assert len(contact_lines([line])) == 2


@pytest.mark.parametrize(
    "line",
    [BOTH, 'ĐT: <script>"0200000012"</script> & a&b@c.vn', "Địa chỉ: 2 – 4, đường Bờ Kè; tầng 3"],
)
def test_nothing_is_lost_and_nothing_is_markup(line):
    said = contact_lines([line])
    words = "".join(LexborHTMLParser(part).text() for part in said)
    assert words.replace(" – ", "").replace(" ", "") == line.replace(" – ", "").replace(" ", "")
    assert "<script" not in "".join(said)
