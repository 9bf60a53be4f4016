"""A screen keeps nothing of who sat there. Scripts sent as one stand alone."""

import pytest

from config.bundles import joined

KEEP = """async () => {
    localStorage.setItem("kept", "1");
    document.cookie = "kept=1";
    await new Promise((done) => { indexedDB.open("kept").onsuccess = done; });
}"""
KEPT = """async () => [
    localStorage.getItem("kept"), document.cookie.includes("kept"),
    (await indexedDB.databases()).map((each) => each.name),
]"""


@pytest.fixture
def comes(person):
    def come():
        someone = person()
        someone.go("/")
        return someone

    return come


def test_nothing_is_left_for_who_comes_next(comes):
    first = comes()
    screen = first.context
    first.page.evaluate(KEEP)
    assert first.page.evaluate(KEPT) == ["1", True, ["kept"]]
    screen.set_offline(True)
    first.leave()
    second = comes()
    assert second.context is screen
    assert second.page.evaluate(KEPT) == [None, False, []]


def test_a_script_that_fails_is_told_of_and_stops_none_behind_it(person):
    page = person().page
    parts = {"a.js": "window.a = 1;", "b.js": "throw new Error('b');", "c.js": "window.c = 3;"}
    with page.expect_event("pageerror") as told:
        page.add_script_tag(content=joined(parts))
    assert page.evaluate("[window.a, window.c]") == [1, 3]
    assert "b" in str(told.value)
