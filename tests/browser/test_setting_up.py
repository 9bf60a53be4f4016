"""An installation as it begins, with one administrator: from there to a portal that can publish."""

import re

import pytest

from .conftest import PASSWORD, Site
from .test_reached_by_everybody import faults

DESK = "/toa-soan/"


@pytest.fixture
def empty(tmp_path):
    """Nothing in it but the account that docs/configuration.md tells to make."""
    served = Site(tmp_path)
    served.environment |= {
        "DJANGO_SETTINGS_MODULE": "tests.browser.empty_office",
        "DJANGO_SUPERUSER_PASSWORD": PASSWORD,
    }
    served.start()
    try:
        name = ("--username", "quantri", "--display_name", "Quản trị")
        served.run("manage.py", "createsuperuser", "--noinput", *name)
        yield served
    finally:
        served.stop()


def test_an_office_sets_its_portal_up_and_its_chief_gets_a_link(empty, person):
    admin = person("quantri", address=empty.address)
    admin.go(DESK)
    go(admin, "a[href$='/thiet-lap/moi/']")
    admin.page.fill("#id_body", "Đảng ủy xã Bản Mây Trắng")
    save(admin)
    admin.page.fill("#id_domains", "https://không phải tên/")
    save(admin, "lui")  # back, and nothing is lost
    save(admin)
    assert admin.page.input_value("#id_domains") == "https://không phải tên/"
    assert "Không phải tên miền" in admin.text()
    admin.page.fill("#id_domains", "https://ban-may-trang.localhost/")
    save(admin)
    admin.page.check("input[name=style][value=updated-at]")
    save(admin, "de-sau")
    go(admin, "a:has-text('Thiết lập tiếp')")
    admin.page.fill("#id_contact", "Địa chỉ: xã Bản Mây Trắng")
    save(admin)
    admin.page.fill("#id_more", "Chuyển đổi số")
    save(admin)
    link = gives(admin, "Sùng A Páo Trắng", "chief")
    assert "Chỉ có Sùng A Páo Trắng duyệt được" in admin.text()
    gives(admin, "Lý Mỷ Say", "managing_editor")
    save(admin)
    save(admin)
    assert "trang đã đăng được bài" in admin.text()
    chief = person(width=390, address=empty.address)
    chooses_a_password(chief, link)
    assert "Đã đặt xong mật khẩu" in chief.text()
    assert admin.errors == chief.errors == []


def go(who, link):
    with who.page.expect_navigation():
        who.page.click(link)


def save(who, go="tiep"):
    """On to the next screen, which everybody can read and reach."""
    with who.page.expect_navigation():
        who.page.click(f".submit-row button[value={go}]")
    assert faults(who.page) == []


def gives(admin, name, role):
    """A new account with a role; the link for its first password."""
    admin.page.fill("#id_display_name", name)
    admin.page.select_option("#id_role", role)
    with admin.page.expect_navigation():
        admin.page.click("button:has-text('Thêm người này')")
    return admin.page.inner_text(".step-link")


def chooses_a_password(chief, link):
    chief.go(re.sub(r"^https?://[^/]+", "", link))
    for field in ("#id_new_password1", "#id_new_password2"):
        chief.page.fill(field, "mây trắng đầu bản")
    go(chief, "button[type=submit]")
