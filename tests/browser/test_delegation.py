"""The chief is on a mission, a contributor leaves: who approves, and where the drafts go."""

import datetime as dt

import pytest

SETUP = """
from django.utils import timezone
from apps.accounts.models import User
from apps.articles import workflow, writing
from apps.portals.appointing import give_seat
from apps.portals.models import Portal
now = timezone.now()
portal = Portal.objects.get(key="song-van")
portal.editors_approve = False
portal.save()
reporter = User.objects.get(username="phongvien")
leaver = User.objects.create(
    username="ctv-nghi", display_name="Lù Văn Nghỉ", is_staff=True, password=reporter.password)
give_seat(leaver, portal, "contributor", by=User.objects.get(username="quantri"), at=now)
section = portal.sections.get(slug="tin-tuc-su-kien") if portal.sections.filter(
    slug="tin-tuc-su-kien") else portal.sections.first()
def write(headline, by):
    fields = {"headline": headline, "sapo": "Sáng nay, phường họp.", "section": section}
    return writing.start(portal, writing.Text(fields), by=by, at=now)
def hand_in(headline):
    return workflow.submit(write(headline, reporter), by=reporter, at=now).pk
draft = write("Bài dở dang của cộng tác viên", leaver).pk
print(hand_in("Phường họp khi Trưởng Ban đi vắng"), hand_in("Tin chờ duyệt hôm sau"), draft,
      leaver.pk)
"""
RESTORE = """
from django.utils import timezone
from apps.accounts.models import User
from apps.articles import publishing
from apps.articles.models import Article
from apps.portals.models import Portal
Portal.objects.filter(key="song-van").update(editors_approve=True)
chief = User.objects.get(username="truongban")
for article in Article.objects.filter(headline="Phường họp khi Trưởng Ban đi vắng"):
    publishing.take_down(article, by=chief, at=timezone.now(), reason="Hết việc thử")
"""


@pytest.fixture
def prepared(site):
    yield site.run("manage.py", "shell", "-v", "0", "-c", SETUP).split()
    site.run("manage.py", "shell", "-v", "0", "-c", RESTORE)


def test_a_delegate_approves_for_two_days_and_a_leaver_is_handed_over(prepared, person, clock):
    first, second, draft, leaver = prepared
    chief, editor = person("truongban"), person("bientap", width=390)
    delegates(chief)
    publishes(editor, first)
    leaves(person("quantri"), person("ctv-nghi"), editor, leaver, draft)
    clock(dt.datetime.now(dt.UTC) + dt.timedelta(days=2))
    late = person("bientap", width=390)
    late.go(article(second))
    assert "đã hết hiệu lực" in late.page.inner_text(".actions")
    late.press("publish")
    assert "đã hết hiệu lực" in late.told()
    assert "Chờ duyệt" in late.page.inner_text(".standing")
    assert not [error for one in (chief, editor, late) for error in one.errors]


def article(pk):
    return f"/toa-soan/articles/article/{pk}/change/"


def delegates(chief):
    """To the editor, until tomorrow; refused in words first, and nothing typed is lost."""
    page = chief.page
    chief.go("/toa-soan/portals/delegation/add/")
    page.select_option("#id_user", label="Phan Thục Đoan – Biên tập viên")
    page.fill("#id_reason", "Đi công tác")
    page.fill("#id_ends_on", "1/1/2020")
    save(page)
    assert "Ngày cuối không được trước ngày đầu" in page.inner_text("#content")
    assert page.input_value("#id_reason") == "Đi công tác"
    tomorrow = dt.datetime.now(dt.timezone(dt.timedelta(hours=7))) + dt.timedelta(days=1)
    page.fill("#id_ends_on", f"{tomorrow:%d/%m/%Y}")
    save(page)
    assert "Phan Thục Đoan duyệt thay đồng chí" in chief.told()


def save(page):
    with page.expect_navigation():
        page.click("[name=_save]")


def publishes(editor, pk):
    editor.go("/toa-soan/")
    assert "Đồng chí được ủy quyền của Khuất Thị Minh Hạnh" in editor.text()
    editor.go(article(pk))
    editor.press("publish")
    assert "Đã đăng" in editor.told()
    signed = "Phan Thục Đoan (được ủy quyền của Khuất Thị Minh Hạnh)"
    assert signed in editor.page.inner_text(".standing")


def leaves(administrator, leaver, editor, number, draft):
    """His next click leads to the sign-in page; the draft lies on the colleague's desk."""
    leaver.go(article(draft))
    page = administrator.page
    administrator.go(f"/toa-soan/accounts/user/{number}/change/")
    page.click("text=Bàn giao, khóa tài khoản")
    page.wait_for_url("**/leave/")
    assert "1 bài đang viết" in administrator.text()
    assert "Kết thúc 1 phiên đăng nhập đang mở" in administrator.text()
    page.fill("[name=reason]", "Chuyển công tác")
    page.select_option("select[name^=to-]", label="Phan Thục Đoan – Biên tập viên")
    with page.expect_navigation():
        page.click("button.danger:not([disabled])")
    assert "Bàn giao cho Phan Thục Đoan" in page.inner_text("section[aria-labelledby=handed-over]")
    with leaver.page.expect_navigation():
        leaver.page.click("button[name=act][value=save]")
    assert "/toa-soan/login/" in leaver.page.url
    editor.go("/toa-soan/")
    panel = editor.page.locator(".panel", has_text="Bài được bàn giao cho đồng chí")
    assert "Bài dở dang của cộng tác viên" in panel.inner_text()
