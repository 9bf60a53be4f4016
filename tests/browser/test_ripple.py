"""Story 3: tomorrow's scheduled piece that still says the old title is on somebody's desk."""

import json

import pytest

HEADLINE = "Phường Sông Vân phát động tháng cao điểm vì người nghèo"
SAYS = "Đồng chí Triệu Mùi Nái thôi giữ chức Chủ tịch Ủy ban MTTQ Việt Nam phường từ "


@pytest.fixture
def rows(site):
    yield json.loads(site.run("-m", "tests.browser.old_title", "make"))
    site.run("-m", "tests.browser.old_title", "undo")


def panel(person):
    person.go("/toa-soan/")
    return person.page.locator(".panel", has_text="Chức danh thay đổi")


def test_tomorrows_piece_with_the_old_title_is_on_somebodys_desk(person, rows):
    editor = person("bientap")
    assert HEADLINE not in "".join(panel(editor).all_inner_texts())
    chief = person("truongban")
    chief.go(f"/toa-soan/people/decision/{rows['decision']}/change/")
    assert "1 bài đang làm hoặc hẹn giờ" in chief.text()
    chief.press("sign")
    line = panel(editor).locator("li", has_text=HEADLINE)
    said = line.inner_text()
    assert "Cần sửa" in said
    assert "Hẹn giờ đăng ngày mai 7:00" in said
    assert SAYS in said
    line.get_by_role("link").click()
    assert editor.page.url.endswith(f"/{rows['article']}/change/")
    notice = editor.page.locator(".changing-title").inner_text()
    assert notice.startswith(SAYS)
    assert notice.endswith(": xem Kiểm tra chức danh.")
    assert not editor.errors
