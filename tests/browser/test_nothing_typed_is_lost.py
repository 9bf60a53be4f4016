"""What was typed outlives a closed tab, an expired session and a colleague's save."""

import pytest

ADD = "/toa-soan/articles/article/add/"
EDITOR = ".ProseMirror[contenteditable=true]"
WORDS = "Đồng chí chủ trì kết luận hội nghị."


@pytest.fixture
def reporter(person):
    """Of what others left in this account, some at another time than now, nothing is offered."""
    who = person("phongvien")
    who.go(ADD)
    who.page.wait_for_selector("form[data-keeping=kept]")
    while who.page.is_visible("#restore"):
        who.page.click("#restore-no")  # "Bỏ", then "Đóng"
    return who


def write(reporter, headline):
    reporter.go(ADD)
    reporter.page.wait_for_selector(EDITOR)
    reporter.page.fill("#id_headline", headline)
    reporter.page.click(EDITOR)
    reporter.page.keyboard.type(WORDS)


def reopen(reporter, path):
    """Close the tab, open another."""
    reporter.page.close()
    reporter.page = reporter.context.new_page()
    reporter.go(path)
    reporter.page.wait_for_selector("#restore:not([hidden])")


def restore(reporter):
    reporter.page.click("#restore-yes")
    return reporter.page.input_value("#id_headline"), reporter.page.inner_text(EDITOR)


def test_typed_spaces_are_plain_spaces(reporter):
    write(reporter, "Bài có dấu cách thường")
    assert WORDS in reporter.page.input_value("#id_body")


def test_a_closed_tab_gives_its_text_back(reporter):
    write(reporter, "Bài trong thẻ đã đóng")
    reopen(reporter, ADD)
    assert restore(reporter) == ("Bài trong thẻ đã đóng", WORDS)


def test_an_expired_session_gives_the_text_back(reporter):
    write(reporter, "Bài khi hết phiên")
    reporter.context.clear_cookies(name="sessionid")
    reporter.press("save")
    reporter.page.fill("#id_username", "phongvien")
    reporter.page.fill("#id_password", "toasoan-demo")
    reporter.page.click("button[type=submit]")
    reporter.page.wait_for_selector("#restore:not([hidden])")
    assert restore(reporter) == ("Bài khi hết phiên", WORDS)


def test_any_other_form_comes_back_behind_the_login(reporter):
    reporter.go("/toa-soan/articles/contributor/add/")
    reporter.page.fill("#id_name", "Hà Nà Khoang")
    reporter.page.fill("#id_office", "Xã Nà Khoang")
    reporter.context.clear_cookies(name="sessionid")
    reporter.page.click("[name=_save]")
    reporter.page.fill("#id_username", "phongvien")
    reporter.page.fill("#id_password", "toasoan-demo")
    reporter.page.click("button[type=submit]")
    reporter.page.click("#resend button")
    reporter.page.wait_for_selector(".messagelist .success")
    assert "Hà Nà Khoang" in reporter.text()


def test_signing_in_elsewhere_lets_an_open_page_send(reporter):
    reporter.go("/toa-soan/articles/contributor/add/")
    reporter.page.fill("#id_name", "Thảo Nà Khoang")
    reporter.context.clear_cookies()
    other = reporter.context.new_page()
    other.goto(f"{reporter.address}/toa-soan/")
    other.fill("#id_username", "phongvien")
    other.fill("#id_password", "toasoan-demo")
    other.click("button[type=submit]")
    other.wait_for_selector("#user-tools")
    reporter.page.click("[name=_save]")
    reporter.page.wait_for_selector(".messagelist .success")
    assert "Thảo Nà Khoang" in reporter.text()


def test_a_refused_save_keeps_its_copy(reporter):
    write(reporter, "Bài có ngày sai")
    reporter.page.fill("#id_event_date", "31/2/2021")
    reporter.press("save")
    reopen(reporter, ADD)
    assert restore(reporter) == ("Bài có ngày sai", WORDS)


def test_a_saved_text_is_not_offered_again(reporter):
    write(reporter, "Bài đã lưu yên ổn")
    reporter.press("save")
    reporter.page.wait_for_selector(EDITOR)
    assert reporter.page.is_hidden("#restore")
    assert reporter.page.evaluate("keptHere.all('')") == []


def test_back_after_the_first_save_makes_no_second_article(reporter):
    write(reporter, "Bài lưu hai lần")
    reporter.press("save")
    made = reporter.page.url
    reporter.page.go_back()
    reporter.page.wait_for_selector("form[data-keeping=kept]")
    reporter.page.fill("#id_headline", "Bài lưu hai lần, thêm một câu")
    reporter.press("save")
    assert reporter.page.url == made
    assert reporter.page.input_value("#id_headline") == "Bài lưu hai lần, thêm một câu"


def test_restoring_never_overwrites_a_colleague(reporter, person):
    write(reporter, "Bài hai người cùng sửa")
    reporter.press("save")
    path = reporter.page.url
    reporter.page.fill("#id_sapo", "Sapo của phóng viên.")
    editor = person("bientap")
    editor.go(path)
    editor.page.fill("#id_sapo", "Sapo của biên tập.")
    editor.press("save")
    reopen(reporter, path)
    restore(reporter)
    reporter.press("save")
    assert "Hai bản" in reporter.text()
