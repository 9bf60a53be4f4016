"""The day after an election: one decision with twelve changes, typed, read, signed by two."""

import datetime as dt
import json
import re

import pytest
from playwright.sync_api import expect

from lib.vietnamese.days import HO_CHI_MINH

COMMITTEE, OFFICE = "Đảng ủy xã Nà Sàng", "Ủy ban nhân dân xã Nà Sàng"
# Who held what since 1/7/2025: the first decision, all new to the register.
BEFORE = [
    ("Quàng Thị Én", "Bí thư", COMMITTEE),
    ("Tòng Văn Hặc", "Phó Bí thư", COMMITTEE),
    ("Cà Thị Lả", "Ủy viên Ban Thường vụ", COMMITTEE),
    ("Bạc Cầm Thương", "Đảng ủy viên", COMMITTEE),
    ("Mè Văn Ứng", "Đảng ủy viên", COMMITTEE),
    ("Cà Thị Lả", "Phó Chủ tịch", OFFICE),
]
HEADS = ("Quàng Thị Én", "Tòng Văn Hặc")
NEWCOMERS = ["Lường Thị Phin", "Vì Văn Xuôi", "Hoàng Công Rỏm", "Điêu Thị Ban", "Lò Văn Ngọt"]


def said(day):
    return f"{day.day}/{day.month}/{day.year}"


TODAY = dt.datetime.now(HO_CHI_MINH).date()
YESTERDAY = said(TODAY - dt.timedelta(days=1))
# A Wednesday of a week in which no story of the demo office stands.
DAY = TODAY - dt.timedelta(days=TODAY.weekday()) + dt.timedelta(days=23)
EVE, AFTER = DAY - dt.timedelta(days=1), DAY + dt.timedelta(days=1)
WEEK = "{}-{:02}".format(*DAY.isocalendar()[:2])
GRID = f"/toa-soan/meetings/scheduleline/?tuan={WEEK}"
SECRETARY, DEPUTY = "Bí thư Đảng ủy xã Nà Sàng", "Phó Bí thư Đảng ủy xã Nà Sàng"
CHAIRMAN = "Chủ tịch UBND xã Nà Sàng"
# {day: titles of Hặc, titles of Én, who is secretary, what is offered for Hặc}
BEFORE_ON_AFTER = {
    EVE: ([DEPUTY], [SECRETARY], ["Quàng Thị Én"], [DEPUTY]),
    DAY: (
        [SECRETARY, DEPUTY],
        [SECRETARY, CHAIRMAN],
        ["Quàng Thị Én", "Tòng Văn Hặc"],
        [DEPUTY, SECRETARY],
    ),
    AFTER: ([SECRETARY], [CHAIRMAN], ["Tòng Văn Hặc"], [SECRETARY]),
}


class Table:
    """The table of a decision under a clerk's hands: everything by keyboard."""

    def __init__(self, person):
        self.person, self.page, self.keys = person, person.page, person.page.keyboard

    def open(self, subject, number, day):
        self.person.go("/toa-soan/people/decision/add/")
        for text in (subject, number, day):
            self.type(text)
        return self

    def type(self, text):
        self.keys.type(text)
        self.keys.press("Enter")

    def choose(self, text):
        """Type into a field that finds, wait for what it offers, take the first."""
        field = self.page.evaluate_handle("document.activeElement")
        self.keys.type(text)
        offers = self.page.locator("ul.found:not([hidden]) li")
        offers.first.wait_for()
        self.keys.press("Enter")
        self.page.wait_for_function("field => document.activeElement !== field", arg=field)

    def act(self, words):
        self.focused("act")
        self.page.locator("select:focus").select_option(label=words)
        self.keys.press("Enter")

    def title(self, rank, body=None):
        """The rank is free text with a list; the body is carried over from the line above."""
        self.focused("rank")
        self.type(rank)
        self.focused("body")
        if body:
            self.keys.press("Control+A")
            self.choose(body)
        else:
            self.keys.press("Enter")

    def focused(self, name):
        wait = "name => document.activeElement.dataset.name === name"
        self.page.wait_for_function(wait, arg=name)

    def tick(self, title):
        box = self.page.locator(".line:focus-within .term", has_text=title).locator("input")
        box.focus()
        box.check()
        self.keys.press("Enter")

    def skip_day(self):
        """An empty day is the decision's; Enter goes to the next line."""
        self.focused("on")
        self.keys.press("Enter")

    def sentences(self, number):
        """Waits until the server has read that many lines without a contradiction."""
        good = self.page.locator("#sum .state-on")
        good.wait_for()
        self.page.wait_for_function(
            "n => document.getElementById('sum').textContent.startsWith(`${n} `)", arg=number
        )
        return self.page.locator(".says").all_inner_texts()


def appoint(table, name, rank, body=None):
    table.choose(name)
    table.act("Bổ nhiệm, bầu")
    table.title(rank, body)
    table.skip_day()


def save_and_propose(person):
    with person.page.expect_navigation():
        person.page.click("button[name=act][value=read]")
    return propose(person)


def propose(person):
    with person.page.expect_navigation():
        person.page.click("button[name=act][value=propose]")
    return re.search(r"/toa-soan/people/decision/\d+/change/", person.page.url)[0]


def sign(person, path):
    person.go(path)
    with person.page.expect_navigation():
        person.page.click("button[name=act][value=sign]")


@pytest.fixture
def clerk(person):
    """thuky, who keeps the register."""
    return person("thuky")


@pytest.fixture
def chief(person):
    return person("truongban", width=360)


def first_committee(clerk):
    """Who stood before the election: sent as the table sends it, typed is only the election."""
    clerk.go("/toa-soan/people/decision/add/")
    rows = [
        {"act": "appoint", "person": {"new": name}, "rank": rank, "body": {"new": of}}
        for name, rank, of in BEFORE
    ]
    sent = {
        "subject": "Danh sách Đảng ủy xã Nà Sàng", "number": "01-QĐ/ĐU", "decided_on": "1/7/2025",
        "note": "", "revision": "0", "rows": json.dumps(rows), "act": "read",
        "csrfmiddlewaretoken": clerk.page.input_value("#entry [name=csrfmiddlewaretoken]"),
    }  # fmt: skip
    clerk.go(clerk.page.request.post(clerk.page.url, form=sent).url)
    return propose(clerk)


def election(clerk):
    """Twelve lines: one leaves, three move up, five are new, three more titles."""
    table = Table(clerk).open("Kết quả bầu cử Đảng ủy xã Nà Sàng", "02-QĐ/ĐU", said(DAY))
    table.choose("quang thi en")
    table.act("Thôi giữ")
    table.tick("Bí thư Đảng ủy xã Nà Sàng")
    table.skip_day()
    move(table, "tong van hac", "Phó Bí thư Đảng ủy", "Bí thư")
    move(table, "ca thi la", "Ủy viên Ban Thường vụ", "Phó Bí thư Thường trực")
    move(table, "bac cam", "Đảng ủy viên", "Ủy viên Ban Thường vụ")
    for name in NEWCOMERS:
        appoint(table, name, "Đảng ủy viên", "dang uy xa na sang")
    appoint(table, "quang thi en", "Chủ tịch", "ubnd xa na sang")
    appoint(table, "me van ung", "Phó Chủ tịch", "ubnd xa na sang")
    appoint(table, "lo van ngot", "Phó Chủ tịch", "ubnd xa na sang")
    return table


def move(table, name, old, rank):
    table.choose(name)
    table.act("Chuyển chức danh khác")
    table.tick(old)
    table.page.locator(".line:focus-within .rank input").focus()
    table.title(rank, "dang uy xa na sang")
    table.skip_day()


def enter_week(clerk):
    """Three lines before, on and after the day: who chairs is typed, chosen and pasted."""
    clerk.go(GRID)
    rows = clerk.page.locator("tr.line")
    for row, day in zip(rows.all(), ("Thứ Ba", "Thứ Tư", "Thứ Năm"), strict=False):
        row.locator("[data-cell=day]").fill(day)
        row.locator("[data-cell=title]").fill(f"Giao ban {day}")
        row.locator("[data-tick=public]").check()
    assert take_chair(rows.nth(0), "tong van hac") == [DEPUTY]
    rows.nth(0).locator("[data-cell=chair]").press("Control+z")
    assert rows.nth(0).locator("[data-cell=chair]").input_value() == "tong van hac"
    assert take_chair(rows.nth(0), "") == [DEPUTY]
    assert len(take_chair(rows.nth(1), "hặc", "ArrowDown")) == 2
    rows.nth(2).locator("[data-cell=chair]").fill("Đ/c Tòng Văn Hặc, Bí thư Đảng ủy")
    with clerk.page.expect_navigation():
        clerk.page.click("#week-form input[type=submit]")
    return clerk.page.locator("[data-known] li").all_inner_texts()


def take_chair(row, words, *keys):
    """Type part of a name into the chair's cell and take a line of the list; its titles."""
    cell = row.locator("[data-cell=chair]")
    cell.press_sequentially(words)
    offers = row.locator(".found:not([hidden]) li .says")
    offers.first.wait_for()
    says = offers.all_inner_texts()
    for key in (*keys, "Enter"):
        cell.press(key)
    chosen = "cell => cell.value === 'Tòng Văn Hặc'"
    row.page.wait_for_function(chosen, arg=cell.element_handle())
    return says


def sign_week(*people):
    for each in people:
        each.go(GRID)
        with each.page.expect_navigation():
            each.page.click(".standing-panel form button.button:not(.danger)")


def titles_of(reader, slug):
    reader.go(f"/can-bo/{slug}/")
    return reader.page.locator(".titles li").all_inner_texts()


def secretaries(reader):
    """Who leads the committee, as its page says."""
    reader.go("/to-chuc/dang-uy-xa-na-sang/")
    rows = reader.page.locator(".leaders li").filter(has_text=re.compile(r"\bBí thư"))
    words = rows.filter(has_not_text="Phó Bí thư").all_inner_texts()
    return sorted(name for name in HEADS if any(name in row for row in words))


def chairs(reader):
    """Who chairs the three lines on the week's page; the file for calendars says the same."""
    reader.go(f"/lich-cong-tac/{WEEK}/")
    listed = reader.page.locator(".week-line .w-chair").all_inner_texts()
    listed = [(words.partition(": ")[2] or words).replace("\u00a0", " ") for words in listed]
    calendar = reader.page.request.get(f"{reader.address}/lich-cong-tac.ics").text()
    plain = calendar.replace("\r\n ", "").replace("\\,", ",")
    assert all(words in plain for words in listed)
    return listed


def is_offered(reporter, titles):
    """The editor's list says these behind "@tong van hac", in an article that names no day."""
    reporter.page.on("dialog", lambda dialog: dialog.accept())
    reporter.go("/toa-soan/articles/article/add/")
    editor = reporter.page.locator(".field-body .ProseMirror[contenteditable=true]")
    editor.press_sequentially("@tong van hac")
    # The list of the letters typed so far may stand there a moment before this one.
    expect(reporter.page.locator(".mention-titles")).to_have_text(titles)


def at_noon(day):
    return dt.datetime.combine(day, dt.time(12), HO_CHI_MINH)


def test_a_clerks_day_after_the_election(clerk, chief, person, clock):
    """Entered and signed before its day; on the day itself nobody does anything."""
    sign(chief, first_committee(clerk))
    assert "có hiệu lực" in chief.text()
    table = election(clerk)
    told = table.sentences(12)
    assert "thôi giữ chức Bí thư Đảng ủy xã Nà Sàng" in told[0]
    assert clerk.page.locator("#restore").is_hidden()
    path = save_and_propose(clerk)
    assert "Tòng Văn Hặc giữ chức Bí thư Đảng ủy xã Nà Sàng" in clerk.text()
    assert "Kết quả bầu cử" in (chief.go("/toa-soan/people/decision/") and chief.text())
    sign(chief, path)
    assert chief.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert enter_week(clerk) == [DEPUTY, SECRETARY, SECRETARY]
    sign_week(clerk, chief)

    clock(at_noon(AFTER))  # who signs in then is signed in before, too
    reporter, reader = person("phongvien"), person()
    for day in (EVE, DAY, AFTER):
        clock(at_noon(day))
        assert titles_of(reader, "tong-van-hac") == BEFORE_ON_AFTER[day][0]
        assert titles_of(reader, "quang-thi-en") == BEFORE_ON_AFTER[day][1]
        assert (titles_of(reader, "luong-thi-phin") == []) == (day == EVE)
        assert secretaries(reader) == BEFORE_ON_AFTER[day][2]
        is_offered(reporter, BEFORE_ON_AFTER[day][3])
        assert chairs(reader) == [
            f"Đồng chí Tòng Văn Hặc, {titles}" for titles in (DEPUTY, SECRETARY, SECRETARY)
        ]
        assert (
            reader.page.locator(".today .week-day time").get_attribute("datetime")
            == day.isoformat()
        )
    assert [*clerk.errors, *chief.errors, *reporter.errors, *reader.errors] == []


def test_a_closed_window_costs_no_line(clerk):
    table = Table(clerk).open("Bản đang gõ dở", "03-QĐ/ĐU", YESTERDAY)
    appoint(table, "Lừ Thị Sương", "Trưởng ban", "Ban Xây dựng Đảng Đảng ủy xã Nà Sàng")
    clerk.page.locator("#saved-locally:not(:empty)").wait_for()
    clerk.go("/toa-soan/people/decision/add/")
    clerk.page.click("#restore-yes")
    assert clerk.page.locator(".line .person input").first.input_value() == "Lừ Thị Sương"
    assert clerk.page.input_value("#id_number") == "03-QĐ/ĐU"
    clerk.page.set_viewport_size({"width": 360, "height": 800})
    assert clerk.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_refused_save_keeps_every_line(clerk):
    table = Table(clerk).open("Dòng chưa đủ", "04-QĐ/ĐU", YESTERDAY)
    table.choose("Lừ Thị Sương")
    with clerk.page.expect_navigation():
        clerk.page.click("button[name=act][value=save]")
    assert clerk.page.locator(".messagelist .error").count() == 1
    assert clerk.page.locator(".line .person input").first.input_value() == "Lừ Thị Sương"
    assert clerk.page.locator(".line .lacks").first.inner_text()
