"""The day after an election: one decision with twelve changes, typed, read, signed by two."""

import datetime as dt
import re

import pytest

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
NEWCOMERS = ["Lường Thị Phin", "Vì Văn Xuôi", "Hoàng Công Rỏm", "Điêu Thị Ban", "Lò Văn Ngọt"]


def said(day):
    return f"{day.day}/{day.month}/{day.year}"


WHEN = dt.datetime.now(dt.timezone(dt.timedelta(hours=7))).date() - dt.timedelta(days=1)
YESTERDAY = said(WHEN)


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
    page = person.page
    with page.expect_navigation():
        page.click("button[name=act][value=read]")
    with page.expect_navigation():
        page.click("button[name=act][value=propose]")
    return re.search(r"/toa-soan/people/decision/\d+/change/", page.url)[0]


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
    table = Table(clerk).open("Danh sách Đảng ủy xã Nà Sàng", "01-QĐ/ĐU", "1/7/2025")
    for name, rank, body in BEFORE:
        appoint(table, name, rank, body)
    table.sentences(len(BEFORE))
    return save_and_propose(clerk)


def election(clerk):
    """Twelve lines: one leaves, three move up, five are new, three more titles."""
    table = Table(clerk).open("Kết quả bầu cử Đảng ủy xã Nà Sàng", "02-QĐ/ĐU", YESTERDAY)
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


def person_page(reader, name):
    reader.go(f"/toa-soan/people/person/?q={name}")
    reader.page.click(f"a.headline:text-is('{name}')")
    return reader.page.inner_text(".now-held")


def check_days(reporter):
    """The eve, the day of the handover and the day after, each asked of the desk by its date."""
    eve, day, after = [WHEN + dt.timedelta(days=step) for step in (-1, 0, 1)]
    assert offered(reporter, eve) == ["Phó Bí thư Đảng ủy xã Nà Sàng"]
    assert len(offered(reporter, day)) == 2  # before the change and after it
    assert offered(reporter, after) == ["Bí thư Đảng ủy xã Nà Sàng"]


def offered(reporter, day):
    """What "@tong van hac" offers in an article about that day."""
    address = f"/toa-soan/articles/article/de-cap/?q=tong+van+hac&ngay={day.isoformat()}"
    answer = reporter.page.request.get(f"{reporter.address}{address}&portal=song-van").json()
    return [row["titles"] for row in answer["rows"]]


def test_a_clerks_day_after_the_election(clerk, chief, person):
    sign(chief, first_committee(clerk))
    assert "có hiệu lực" in chief.text()

    table = election(clerk)
    told = table.sentences(12)
    assert "thôi giữ chức Bí thư Đảng ủy xã Nà Sàng" in told[0]
    assert clerk.page.locator("#restore").is_hidden()
    path = save_and_propose(clerk)
    assert "Tòng Văn Hặc giữ chức Bí thư Đảng ủy xã Nà Sàng" in clerk.text()
    reporter = person("phongvien")
    assert "Bí thư" in person_page(reporter, "Quàng Thị Én")

    assert "Kết quả bầu cử" in (chief.go("/toa-soan/people/decision/") and chief.text())
    sign(chief, path)
    assert chief.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert person_page(reporter, "Quàng Thị Én") == "Chủ tịch UBND xã Nà Sàng"
    assert person_page(reporter, "Tòng Văn Hặc").startswith("Bí thư Đảng ủy xã")
    assert person_page(reporter, "Lường Thị Phin") != ""
    check_days(reporter)
    assert [*clerk.errors, *chief.errors, *reporter.errors] == []


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
