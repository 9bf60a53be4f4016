"""A published piece lives on: replaced at its hour, corrected in public, hidden from the bus."""

import datetime as dt

import pytest

SETUP = """
from django.utils import timezone
from apps.accounts.models import User
from apps.articles import content, workflow, writing
from apps.articles.models import Article
from apps.portals.models import Portal
now = timezone.now()
portal = Portal.objects.get(key="song-van")
reporter, editor = (User.objects.get(username=name) for name in ("phongvien", "bientap"))
def publish(headline):
    fields = {"headline": headline, "sapo": "Bí thư Lò Thị Lan dự.", "body": "<p>Bản đầu.</p>",
              "section": portal.sections.get(slug="tin-tuc-su-kien")}
    article = writing.start(portal, writing.Text(fields), by=reporter, at=now)
    workflow.submit(article, by=reporter, at=now)
    digest = content.text_digest(Article.objects.for_cutting().get(pk=article.pk))
    return workflow.publish(article, by=editor, at=now, digest=digest)
def replaced(article):
    fields = {name: getattr(article, name) for name in writing.FIELDS}
    text = writing.Text(fields | {"sapo": "Bản thay, đủ kết quả."}, notice=("update", "", ""))
    saved = writing.save(article, text, by=reporter, at=now, revision=article.revision)
    return workflow.submit(saved, by=reporter, at=now)
first = replaced(publish("Phường Sông Vân sơ kết công tác dân vận"))
second = publish("Phường Sông Vân gặp mặt cựu chiến binh")
print(first.pk, first.address, second.pk, second.address)
"""
RESTORE = """
from django.utils import timezone
from apps.accounts.models import User
from apps.articles import publishing
from apps.articles.models import Article
chief = User.objects.get(username="truongban")
for article in Article.objects.filter(headline__in=[
        "Phường Sông Vân sơ kết công tác dân vận", "Phường Sông Vân gặp mặt cựu chiến binh"]):
    publishing.take_down(article, by=chief, at=timezone.now(), reason="Hết việc thử")
"""
NEW = "Bản thay, đủ kết quả."
WRONG, RIGHT = "Bí thư Lò Thị Lan", "Phó Bí thư Lò Thị Lan"


@pytest.fixture(scope="module")
def pieces(site):
    """(pk, address) of one whose replacement is handed in, and of one that is out."""
    said = site.run("manage.py", "shell", "-v", "0", "-c", SETUP).split()
    yield (said[0], said[1]), (said[2], said[3])
    site.put_clock()
    site.run("manage.py", "shell", "-v", "0", "-c", RESTORE)


def form(pk):
    return f"/toa-soan/articles/article/{pk}/change/"


def test_a_replacement_comes_at_its_hour(pieces, person, clock):
    (pk, address), _other = pieces
    editor, reader = person("bientap"), person()
    tomorrow = schedules(editor, pk)
    reader.go(address)
    assert NEW not in reader.text()
    clock(tomorrow + dt.timedelta(minutes=1))
    reader.go(address)
    assert NEW in reader.text()
    assert not [error for one in (editor, reader) for error in one.errors]


def test_a_correction_is_read_and_the_board_hears_of_hiding(pieces, person):
    _other, (pk, address) = pieces
    editor, reader = person("bientap", width=390), person()
    corrects(person("phongvien"), editor, pk)
    reads_the_correction(reader, address)
    hides_from_the_bus(editor)
    is_told(person("truongban"))
    assert not [error for one in (editor, reader) for error in one.errors]


def corrects(reporter, editor, pk):
    """What was wrong and what is right go the same way as the text: two people sign them."""
    page = reporter.page
    reporter.go(form(pk))
    assert page.locator("[name=wrong]").is_hidden()
    page.get_by_label("Đính chính").check()
    page.fill("[name=wrong]", WRONG)
    page.fill("[name=right]", RIGHT)
    page.fill("#id_sapo", f"{RIGHT} dự.")
    reporter.press("save")
    reporter.press("submit")
    editor.go(form(pk))
    button = editor.page.locator("button[name=act][value=publish]").inner_text()
    assert "Thay ngay bản đang đăng (kèm đính chính công khai)" in button
    editor.press("publish")


def reads_the_correction(reader, address):
    reader.go(address)
    note = reader.page.inner_text(".corrections")
    assert WRONG in note
    assert RIGHT in note
    reader.page.get_by_role("link", name="Đính chính").click()
    assert reader.page.locator("h1").inner_text() == "Đính chính"
    piece = reader.page.locator(".mended", has_text="gặp mặt cựu chiến binh")
    assert RIGHT in piece.inner_text()
    piece.get_by_role("link").click()
    assert reader.page.url.endswith(address)


def hides_from_the_bus(editor):
    """Two taps: in the list, and to say yes."""
    page = editor.page
    editor.go("/toa-soan/articles/article/?q=gap+mat+cuu+chien+binh")
    page.get_by_role("link", name="Tạm ẩn: Phường Sông Vân gặp mặt cựu chiến binh").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Tạm ẩn").click()
    assert "Ban Biên tập đã được báo" in editor.told()
    assert "/change/" not in page.url


def is_told(chief):
    page = chief.page
    chief.go("/toa-soan/")
    line = page.locator(".panel", has_text="Bài vừa bị tạm ẩn").locator("li").first
    assert "gặp mặt cựu chiến binh" in line.inner_text()
    with page.expect_navigation():
        line.get_by_role("button").click()
    assert "gặp mặt cựu chiến binh" not in "".join(
        page.locator(".panel", has_text="Bài vừa bị tạm ẩn").all_inner_texts()
    )


def schedules(editor, pk):
    """Tomorrow at seven; the button says so before it is pressed, the form afterwards."""
    page = editor.page
    editor.go(form(pk))
    editor.press("schedule")
    here = dt.datetime.now(dt.timezone(dt.timedelta(hours=7)))
    at = (here + dt.timedelta(days=1)).replace(hour=7, minute=0, second=0, microsecond=0)
    page.fill("#id_schedule_live_from_0", f"{at:%d/%m/%Y}")
    page.fill("#id_schedule_live_from_1", "7:00")
    says = "Lên trang ngày mai 7:00, thay bản đang đăng"
    button = page.get_by_role("button", name=says)
    with page.expect_navigation():
        button.click()
    assert says in editor.told()
    assert says in page.inner_text(".standing")
    assert page.locator("button[name=act][value=unschedule]").is_visible()
    return at
