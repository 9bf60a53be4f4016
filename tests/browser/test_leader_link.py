"""The secretary who only uses Zalo: a link, a PIN, his signature from a phone (WEEK 7)."""

import re

import pytest

from .conftest import Person

HEADLINE = "Đảng ủy phường Sông Vân cho ý kiến về kế hoạch quý tới"
SAPO = "Sáng nay, Thường trực Đảng ủy phường họp cho ý kiến về kế hoạch công tác quý tới."
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def hand_in(reporter):
    reporter.go("/toa-soan/articles/article/add/")
    reporter.page.fill("#id_headline", HEADLINE)
    reporter.page.fill("#id_sapo", SAPO)
    reporter.page.select_option("#id_section", label="Tin tức – Sự kiện")
    reporter.press("submit")
    assert "Chờ duyệt" in reporter.text(), reporter.told()
    return re.search(r"/toa-soan/articles/article/\d+/", reporter.page.url)[0]


def make_link(clerk, path):
    """(address, PIN) as they are shown, once."""
    clerk.go(path + "change/")
    clerk.press("ask_leader")
    clerk.page.select_option("[name=leader]", label="Phùng Thị Ngọc Liên")
    clerk.press("ask")
    return clerk.page.input_value("#leader-address"), clerk.page.inner_text(".secret")


def type_pin(phone, pin):
    phone.page.fill("[name=pin]", pin)
    phone.press("open")
    return phone.text()


@pytest.fixture
def phone(chromium, site):
    """Without any session, 360 pixels wide."""
    someone = Person(chromium, site.address, **PHONE)
    yield someone
    someone.leave()


def test_a_leader_signs_from_a_phone_and_the_editor_publishes(person, phone):
    reporter, clerk, editor = (person(name) for name in ("phongvien", "thuky", "bientap"))
    path = hand_in(reporter)
    editor.go(path + "change/")
    editor.page.fill("#id_sapo", SAPO + " Đây là lời người biên tập.")
    editor.press("save")
    editor.press("publish")
    assert "Đồng ý bản biên tập" in editor.told()

    address, pin = make_link(clerk, path)
    phone.go(address)
    assert HEADLINE not in phone.page.content()
    wrong = type_pin(phone, "000000" if pin != "000000" else "111111")
    assert "Mã PIN sai" in wrong and HEADLINE not in wrong
    read = type_pin(phone, pin)
    assert HEADLINE in read and "lời người biên tập" in read
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 360
    phone.press("agree")
    assert "đã đồng ý đăng" in phone.text()

    editor.go(path + "change/")
    assert "đã đồng ý đăng" in editor.text()
    editor.press("publish")
    assert "Đã đăng" in editor.text(), editor.told()

    editor.page.fill("#id_sapo", SAPO + " Lại khác.")
    editor.press("save")
    phone.go(address)
    said = phone.text()
    assert "đã thay đổi" in said and "Lại khác" not in phone.page.content()
    phone.press("ask_again")
    assert "đã nhận đề nghị" in phone.text()
    clerk.go(path + "change/")
    assert "đề nghị gửi liên kết mới" in clerk.text().lower()
    assert phone.errors == editor.errors == clerk.errors == []
