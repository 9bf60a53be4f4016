"""From the assignment to the published report with three photos in at most 25 clicks.

Nobody types what the newsroom knows: names, titles, section, byline, credits, descriptions.
"""

import pytest

from .test_quick_sending import PATIENCE, photo

api = pytest.importorskip("playwright.sync_api")
MOST_CLICKS = 25
TITLE = "Hội nghị giao ban công tác tháng"
REPORTER = "Nguyễn Thu Trà"
NOTES = "Hội nghị nghe báo cáo 6 nội dung.\nThu ngân sách đạt 52% kế hoạch năm."
CHAIR = "Phùng Thị Ngọc Liên"
PRESENT = ["Quàng Văn Thướng", "Khuất Thị Minh Hạnh", CHAIR]  # as the list came
SETUP = f"""
from django.utils import timezone
from apps.accounts.models import User
from apps.articles.release import checklist
from apps.meetings import keeping
from apps.meetings.models import Attendance, Meeting
from apps.people.models import Person
from apps.portals.models import Portal
now = timezone.now()
portal = Portal.objects.get(key="song-van")
who = {{name: User.objects.get(username=name) for name in ("thuky", "truongban")}}
wanted = {{("", item) for item in ("caption", "credit", "alt")}}
wanted |= {{("news", item) for item in ("lead", "byline", "sapo", "event_date", "pictures")}}
needed = checklist.needed(portal)
checklist.set_needed(portal, wanted, by=who["truongban"], at=now, seen=checklist.token(needed))
meeting = Meeting(portal=portal, title="{TITLE}", place="Hội trường phường", starts_at=now,
    needs_reporter=True)  # not public: the other tests' week stays signed
meeting = keeping.keep(meeting, by=who["thuky"], at=now)
for place, name in enumerate({PRESENT!r}):
    Attendance.objects.create(
        meeting=meeting, person=Person.objects.get(name=name), position=place,
        role="chair" if name == "{CHAIR}" else "attends")
"""
RESTORE = f"""
from django.utils import timezone
from apps.accounts.models import User
from apps.articles import publishing
from apps.articles.models import Article, ChecklistRule
from apps.meetings.models import Assignment
Assignment.objects.filter(meeting__title="{TITLE}").delete()
ChecklistRule.objects.filter(portal__key="song-van").delete()
chief = User.objects.get(username="truongban")
for article in Article.objects.filter(headline="{TITLE}", state="published"):
    publishing.take_down(article, by=chief, at=timezone.now(), reason="Hết việc thử")
"""


class Clicks:
    """Counts for everybody in the story; an option of a list is one of its own."""

    def __init__(self):
        self.count = 0

    def tap(self, target, leads_on=True):
        self.count += 1
        if not leads_on:
            return target.click()
        with target.page.expect_navigation():
            return target.click()

    def choose(self, field, words):
        self.count += 2
        field.select_option(label=words)

    def write(self, field, words):
        """Into a field that is tapped first; nobody types a name or a title."""
        assert not [name for name in PRESENT if name in words]
        self.tap(field, leads_on=False)
        field.page.keyboard.insert_text(words)

    def files(self, field, files):
        self.count += 1
        field.set_input_files(files)


@pytest.fixture
def meeting(site):
    site.run("manage.py", "shell", "-v", "0", "-c", SETUP)
    yield
    site.run("manage.py", "shell", "-v", "0", "-c", RESTORE)


@pytest.mark.usefixtures("meeting")
def test_a_meeting_becomes_a_report_with_three_photos(person):
    clicks = Clicks()
    secretary, reporter, editor = person("thuky"), person("phongvien", width=390), person("bientap")
    assigns(secretary, clicks)
    sends(reporter, clicks)
    says_who_is_in_the_photos(reporter.page, clicks)
    publishes(editor, clicks)
    reads(person())
    assert clicks.count <= MOST_CLICKS
    assert not [error for each in (secretary, reporter, editor) for error in each.errors]


def assigns(secretary, clicks):
    page = secretary.page
    secretary.go("/toa-soan/")
    line = page.locator(".panel li", has_text=TITLE)
    clicks.tap(line.get_by_role("link", name="Phân công"))
    clicks.choose(page.get_by_label("Viết bài"), REPORTER)
    clicks.tap(page.get_by_role("button", name="Phân công"))


def sends(reporter, clicks):
    page = reporter.page
    reporter.go("/toa-soan/")
    clicks.tap(page.locator(".panel li", has_text=TITLE).get_by_role("link", name="Gửi"))
    page.wait_for_selector("form[data-ready]")
    clicks.write(page.locator("#quick-notes"), NOTES)
    photos = [photo(f"{number}.jpg", False, (480 + number, 320)) for number in range(3)]
    clicks.files(page.locator("input[data-photos]:not([capture])"), photos)
    api.expect(page.locator("#quick-photos img")).to_have_count(3, timeout=PATIENCE)
    clicks.tap(page.locator("#quick-send"), leads_on=False)
    draft = page.locator("#quick-queue").get_by_role("link")
    draft.wait_for(timeout=PATIENCE)
    clicks.tap(draft)


def says_who_is_in_the_photos(page, clicks):
    """One tap a photo: the people of the meeting are offered, caption and description follow."""
    rows = page.locator(".picture-row:visible")
    for number, name in enumerate([CHAIR, "Quàng Văn Thướng", "Chỉ có quang cảnh"]):
        row = rows.nth(number)
        clicks.tap(row.locator(".pictured-offers").get_by_role("button", name=name), leads_on=False)
        api.expect(row.locator("[name$=-alt]")).not_to_have_value("")
    clicks.tap(page.locator("button[name=act][value=submit]"))


def publishes(editor, clicks):
    page = editor.page
    editor.go("/toa-soan/")
    clicks.tap(
        page.locator(".panel li", has_text=TITLE).get_by_role("link", name="Đọc để duyệt").first
    )
    clicks.tap(page.locator("button[name=act][value=publish]"))


def reads(reader):
    """Right titles of the day, the chair first, others in protocol order; credits, descriptions."""
    reader.go("/")
    reader.page.get_by_role("link", name=TITLE).first.click()
    reader.page.wait_for_selector(".byline")
    text = " ".join(reader.text().split())
    assert f"Đồng chí {CHAIR}, Phó Bí thư Thường trực Đảng ủy, Chủ tịch HĐND phường chủ trì" in text
    assert text.index("Khuất Thị Minh Hạnh, Ủy viên") < text.index("Quàng Văn Thướng, Ủy viên")
    assert "Đồng chí Quàng Văn Thướng, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy phường phát biểu" in text
    assert text.count("Ảnh: Thu Trà") == 3
    described = reader.page.locator("figure img").evaluate_all("all => all.map(img => img.alt)")
    assert described == [
        f"{CHAIR} chủ trì hội nghị", "Quàng Văn Thướng phát biểu tại hội nghị",
        "Quang cảnh hội nghị",
    ]  # fmt: skip
