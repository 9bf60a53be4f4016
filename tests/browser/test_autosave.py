"""The line is cut, the browser killed, the session over, a colleague saves: no letter is lost."""

import os
import re
import signal
from pathlib import Path

import pytest

from .conftest import CHROMIUM, FLAGS, PASSWORD, Person
from .test_article_form import choose
from .writing import ADD, BODY

SAID = "document.getElementById('saved-locally').textContent"


@pytest.fixture
def reporter(person):
    return person("phongvien")


# It is sent after a shorter rest than people's: more often, and nobody waits.
HURRY = """(() => { const later = window.setTimeout; window.setTimeout = (f, ms, ...rest) =>
  later(f, ms > 1000 && ms <= 1500 ? ms / 20 : ms, ...rest); })()"""


def open_form(someone, path=ADD):
    someone.page.add_init_script(HURRY)
    someone.go(path)
    someone.page.wait_for_selector("#article_form[data-keeping]")
    return someone.page


def says(page, words):
    page.wait_for_function(f"words => {SAID}.includes(words)", arg=words)


def kept(page):
    """Everything typed so far lies on the server, and says so."""
    page.wait_for_selector("#article_form[data-keeping=kept]")
    says(page, "Đã lưu tạm")


def body(page):
    return page.inner_text(BODY).replace("\u00a0", " ").strip()


def saved_piece(reporter, headline, *paragraphs):
    page = open_form(reporter)
    page.fill("#id_headline", headline)
    page.focus(BODY)
    for number, words in enumerate(paragraphs):
        if number:
            page.keyboard.press("Enter")
        page.keyboard.insert_text(words)
    reporter.press("save")
    return open_form(reporter, page.url)


def own_browser(chromium, folder, site):
    """A browser whose process can be killed; its profile stays in the folder."""
    someone = Person.__new__(Person)
    someone.address, someone.errors = site.address, []
    someone.context = chromium.browser_type.launch_persistent_context(
        folder, executable_path=CHROMIUM, args=[*FLAGS, f"--toasoan-test={folder}"]
    )
    someone.page = someone.context.new_page()
    return someone


def kill(folder):
    mark = f"--toasoan-test={folder}".encode()
    for each in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = each.read_bytes().split(b"\0")
        except OSError:
            continue
        if mark in words and not any(word.startswith(b"--type=") for word in words):
            os.kill(int(each.parent.name), signal.SIGKILL)


def test_killed_while_offline_gives_all_back(chromium, site, tmp_path):
    folder = str(tmp_path / "profile")
    desk = own_browser(chromium, folder, site)
    desk.fill_in_the_login("phongvien")
    page = open_form(desk)
    page.fill("#id_headline", "Bài gõ khi mất mạng")
    page.focus(BODY)
    page.keyboard.type("Trước khi mất mạng. ")
    kept(page)
    desk.context.set_offline(True)
    page.keyboard.type("Sau khi mất mạng.")
    says(page, "Mất mạng: đang giữ trên máy này")
    page.wait_for_selector("#article_form[data-keeping=here]")
    kill(folder)
    again = own_browser(chromium, folder, site)
    if "/login/" in again.go(ADD).url:
        again.fill_in_the_login("phongvien")
    page = open_form(again)
    page.wait_for_selector("#restore-yes")
    assert re.search(r"chưa lưu, từ hôm (nay|qua) \d{1,2}:\d\d\.", again.text())
    page.click("#restore-yes")
    assert body(page) == "Trước khi mất mạng. Sau khi mất mạng."
    assert page.input_value("#id_headline") == "Bài gõ khi mất mạng"
    kept(page)
    page.click("button[name=act][value=save]")
    page.wait_for_selector(".messagelist .success")
    again.context.close()


def test_line_that_comes_back_is_used_by_itself(reporter):
    page = open_form(reporter)
    reporter.context.set_offline(True)
    page.focus(BODY)
    page.keyboard.type("Gõ khi không có mạng.")
    says(page, "Mất mạng")
    page.click("button[name=act][value=save]")  # goes nowhere, and loses nothing
    assert body(page) == "Gõ khi không có mạng."
    reporter.context.set_offline(False)
    kept(page)


def test_input_methods_lose_no_letter_and_another_browser_has_all(reporter, person):
    page = open_form(reporter)
    page.fill("#id_headline", "Bài gõ bằng bộ gõ")
    page.click("#bylines .add-row")
    page.fill("[name=bylines-1-name]", "Tống An")
    choose(reporter, page.locator("#pictures > .add-row"), 0)
    page.fill("[name=pictures-0-caption]", "Chú thích gõ dở")
    ime = reporter.context.new_cdp_session(page)
    sent = []
    page.on("request", lambda request: request.url.endswith("/go-do/") and sent.append(request))
    page.focus(BODY)
    expected = ""
    for _turn in range(2):
        for typed, cut, meant in (("Dụ", 1, "ự"), ("Thị uy", 2, "ủy"), ("Sông Van", 2, "ân")):
            page.keyboard.type(typed, delay=10)
            for _n in range(cut):
                page.keyboard.press("Backspace")
            page.keyboard.insert_text(meant)
            page.keyboard.type(" ")
            expected += f"{typed[:-cut]}{meant} "
        for word in ("đồng", "chí", "Tùng", "phát", "biểu"):
            for end in range(1, len(word) + 1):
                shown = {"text": word[:end], "selectionStart": end, "selectionEnd": end}
                ime.send("Input.imeSetComposition", shown)
            if word == "Tùng":
                before = len(sent)
                page.wait_for_timeout(150)  # longer than the rest after which it is sent
                assert len(sent) == before
            ime.send("Input.insertText", {"text": word})
            page.keyboard.type(" ")
            expected += f"{word} "
    assert body(page) == expected.strip()
    kept(page)
    assert sent and reporter.errors == []
    other = open_form(person("phongvien"))
    other.click("#restore-yes")
    assert body(other) == expected.strip()
    assert other.input_value("#id_headline") == "Bài gõ bằng bộ gõ"
    assert other.input_value("[name=bylines-1-name]") == "Tống An"
    assert other.input_value("[name=pictures-0-caption]") == "Chú thích gõ dở"
    assert other.locator(".picture-row:not([hidden]) .thumb img").count() == 1


def test_two_people_in_one_piece_put_their_texts_together(reporter, person):
    mine = saved_piece(reporter, "Bài hai người", "Đoạn một.", "Đoạn hai.", "Đoạn ba.")
    editor = person("bientap")
    theirs = open_form(editor, mine.url)
    mine.fill("#id_sapo", "Sapo của phóng viên.")
    mine.click(f"{BODY} p:nth-child(1)")
    mine.keyboard.press("End")
    mine.keyboard.type(" Phóng viên thêm.")
    kept(mine)
    theirs.fill("#id_headline", "Bài hai người cùng sửa")
    theirs.fill("#id_sapo", "Sapo của biên tập.")
    theirs.click(f"{BODY} p:nth-child(3)")
    theirs.keyboard.press("End")
    theirs.keyboard.type(" Biên tập thêm.")
    kept(theirs)
    assert "đang sửa từ" in theirs.inner_text("#typed-others")
    editor.press("save")
    mine.focus(BODY)
    mine.keyboard.press("Control+End")
    mine.keyboard.type(" ")
    mine.wait_for_selector("#typed-newer:not([hidden])")
    reporter.press("save")
    mine.wait_for_selector("#article_form[data-keeping]")
    assert mine.input_value("#id_headline") == "Bài hai người cùng sửa"
    assert body(mine).split("\n\n") == [
        "Đoạn một. Phóng viên thêm.", "Đoạn hai.", "Đoạn ba. Biên tập thêm.",
    ]  # fmt: skip
    assert mine.input_value("#id_sapo") == "Sapo của phóng viên."
    assert mine.locator(".merge-row.both").count() == 1
    mine.check("[name^=merge-sapo][value=theirs]")
    assert mine.input_value("#id_sapo") == "Sapo của biên tập."
    reporter.press("save")
    assert "Đã lưu" in reporter.told()
    assert mine.is_hidden("#restore")


def test_signing_in_elsewhere_goes_on_keeping(reporter):
    page = saved_piece(reporter, "Bài khi hết phiên giữa chừng", "Đoạn đầu.")
    reporter.context.clear_cookies(name="sessionid")
    page.click(f"{BODY} p")
    page.keyboard.press("End")
    page.keyboard.type(" Gõ sau khi hết phiên.")
    way = page.locator("#saved-locally a")
    way.wait_for()
    page.keyboard.type(" Vẫn gõ tiếp.")
    with page.expect_popup() as opened:
        way.click()
    login = opened.value
    login.fill("#id_username", "phongvien")
    login.fill("#id_password", PASSWORD)
    login.click("button[type=submit]")
    login.wait_for_url("**/toa-soan/")
    login.close()
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    kept(page)
    reporter.press("save")
    assert "Đã lưu" in reporter.told()
    page.wait_for_selector(BODY)
    assert body(page) == "Đoạn đầu. Gõ sau khi hết phiên. Vẫn gõ tiếp."


def test_a_window_hears_of_signing_in_elsewhere_before_anybody_comes_back_to_it(reporter):
    page = saved_piece(reporter, "Bài nghe tin đăng nhập", "Đoạn đầu.")
    reporter.context.clear_cookies(name="sessionid")
    page.click(f"{BODY} p")
    page.keyboard.type("Gõ thêm. ")
    with page.expect_popup() as opened:
        page.locator("#saved-locally a").click()
    login = opened.value
    login.fill("#id_username", "phongvien")
    login.fill("#id_password", PASSWORD)
    with page.expect_response("**/go-do/", timeout=5000) as answer:
        login.click("button[type=submit]")
    assert answer.value.ok


def test_two_windows_of_one_person_write_over_nothing(reporter):
    first = saved_piece(reporter, "Bài hai cửa sổ", "Đoạn đầu.")
    first.fill("#id_sapo", "Sapo ở cửa sổ một.")
    kept(first)
    reporter.page = reporter.context.new_page()
    second = open_form(reporter, first.url)
    second.wait_for_selector("#restore:not([hidden])")
    second.fill("#id_sapo", "Sapo ở cửa sổ hai.")
    says(second, "hãy chọn ở dòng trên cùng")
    second.click("#restore-no")
    kept(second)
    first.fill("#id_note", "Xin xem giúp.")
    says(first, "hãy chọn ở dòng trên cùng")
    first.click("#restore-yes")
    assert first.input_value("#id_sapo") == "Sapo ở cửa sổ hai."
    first.click("#restore-yes")  # what stood here before is offered in its turn
    assert first.input_value("#id_sapo") == "Sapo ở cửa sổ một."
    kept(first)
