"""Typing while checks run: input methods rewrite syllables, answers come late or never."""

import pytest

from tests.browser.writing import BODY, CARD, WRONG, Writer


@pytest.fixture
def writer(person):
    def come(username="phongvien", width=1280):
        return Writer(person(username, width=width))

    return come


WORDS = [("Dụ", "ự"), ("Thị uy", "ủy"), ("Sông Van", "ân"), ("hội nghi", "ị")]


@pytest.mark.parametrize("into", [BODY, "[name=sapo]"])
def test_typing_over_by_backspace_loses_no_letter(writer, into):
    """UniKey and Windows Telex: backspaces, then the syllable anew; answers come in between."""
    desk = writer().open()
    page = desk.page
    page.evaluate("() => { const t = window.setTimeout; window.setTimeout = (f, ms, ...a) =>"
                  " t(f, ms === 800 ? 5 : ms, ...a); }")  # fmt: skip
    desk.write(f"{WRONG} ", into=into)
    desk.cards(1)
    expected = f"{WRONG} "
    for turn in range(6):
        for typed, meant in WORDS:
            page.keyboard.type(typed, delay=8)
            cut = 1 if typed != "Thị uy" else 2
            desk.press(*["Backspace"] * cut)
            page.keyboard.insert_text(meant)
            page.keyboard.type(" ")
            expected += f"{typed[:-cut]}{meant} "
        page.wait_for_timeout(30 * turn)
    value = page.inner_text(BODY) if into == BODY else page.input_value(into)
    assert value.replace("\u00a0", " ").strip() == expected.strip()
    assert desk.quiet()


@pytest.mark.parametrize("into", [BODY, "[name=sapo]"])
def test_composing_loses_no_letter_and_asks_nothing(writer, into):
    """macOS, Android, fcitx: a syllable stays open for long, is rewritten, then committed."""
    desk = writer().open()
    page, ime = desk.page, desk.ime()
    desk.write(f"{WRONG} ", into=into)
    desk.cards(1)
    asked = []
    page.on("request", lambda request: request.url.endswith("/kiem-tra/") and asked.append(1))
    expected = f"{WRONG} "
    for word in ("đồng", "chí", "Tùng", "phát", "biểu"):
        for end in range(1, len(word) + 1):
            shown = word[:end]
            ime.send("Input.imeSetComposition", {
                "text": shown, "selectionStart": end, "selectionEnd": end,
            })  # fmt: skip
        if word == "Tùng":
            page.wait_for_timeout(1300)
            assert asked == []
        ime.send("Input.insertText", {"text": word})
        page.keyboard.type(" ")
        expected += f"{word} "
    value = page.inner_text(BODY) if into == BODY else page.input_value(into)
    assert value.replace("\u00a0", " ").strip() == expected.strip()
    page.wait_for_timeout(1200)
    assert asked and desk.quiet()


def test_editing_page_is_never_written_into(writer):
    """Nothing but the editor itself changes what is edited, while lines come and go."""
    desk = writer().open().write(WRONG)
    desk.cards(1)
    desk.page.evaluate(
        "css => { window.written = 0; const all = { childList: true, subtree: true,"
        " characterData: true, attributes: true }; new MutationObserver((seen) => {"
        " window.written += seen.length; }).observe(document.querySelector(css), all); }",
        BODY,
    )
    desk.page.focus("[name=sapo]")
    desk.page.wait_for_timeout(100)
    desk.page.evaluate("() => { window.written = 0 }")
    desk.page.keyboard.type("Đồng chí Phùng Thị Ngọc Lien, Phó Bí thư Thường trực Thị ủy.")
    desk.cards(2)
    desk.page.set_viewport_size({"width": 1000, "height": 700})
    desk.page.wait_for_timeout(300)
    assert desk.page.evaluate("() => window.written") == 0


def test_stale_answer_is_dropped(writer):
    desk = writer().open()
    held = []
    hold = lambda route: route.continue_() if held else held.append(route)  # noqa: E731
    desk.page.route("**/kiem-tra/", hold)
    desk.write(WRONG)
    desk.page.wait_for_timeout(1200)
    with desk.page.expect_response("**/kiem-tra/"):
        desk.press("Control+a").write("Tin")
        held[0].continue_()
    for _look in range(4):
        assert desk.page.locator(CARD).count() == 0 and desk.lines() == 0
        desk.page.wait_for_timeout(100)


def test_lost_line_is_said_and_the_text_stays(writer):
    desk = writer().open()
    desk.page.route("**/kiem-tra/", lambda route: route.abort())
    desk.write(WRONG)
    desk.page.wait_for_function(
        "() => document.querySelector('.proof-says').textContent.includes('chưa kiểm tra được')"
    )
    assert desk.body() == WRONG
