"""The deputy sends a piece back: the reporter's bell says so, and so does an e-mail."""

import email
from email import policy

import pytest

HEADLINE = "Phường Sông Vân họp bàn việc sắp xếp chợ"
SETUP = f"""
from django.utils import timezone
from apps.accounts.models import User
from apps.articles import workflow, writing
from apps.newsroom.models import Notice
from apps.portals.models import Portal
now = timezone.now()
User.objects.filter(username="phongvien").update(email="phongvien@example.vn")
reporter = User.objects.get(username="phongvien")
Notice.objects.filter(seen_at=None).update(seen_at=now)
portal = Portal.objects.get(key="song-van")
fields = {{"headline": "{HEADLINE}", "sapo": "Sáng nay, phường họp.",
          "section": portal.sections.first()}}
article = writing.start(portal, writing.Text(fields), by=reporter, at=now)
print(workflow.submit(article, by=reporter, at=now).pk)
"""
RESTORE = """
from apps.accounts.models import User
User.objects.filter(username="phongvien").update(email="")
"""


@pytest.fixture
def number(site):
    yield site.run("manage.py", "shell", "-v", "0", "-c", SETUP).strip()
    site.run("manage.py", "shell", "-v", "0", "-c", RESTORE)


def test_sent_back_rings_the_bell_and_writes_an_e_mail(site, number, person):
    deputy, reporter = person("photruongban"), person("phongvien", width=360)
    deputy.go(f"/toa-soan/articles/article/{number}/act/send_back/")
    deputy.page.fill("[name=reason]", "Thiếu tên người chủ trì")
    with deputy.page.expect_navigation():
        deputy.page.click(".actions button[type=submit]")
    [letter] = letters_to(site, "phongvien@example.vn")
    assert letter["Subject"].strip() == f"Trả lại để sửa: {HEADLINE}"
    assert "Sáng nay" not in letter.get_content()
    reporter.go("/toa-soan/")
    bell = reporter.page.locator(".bell")
    assert bell.inner_text().strip() == "1"
    bell.click()
    reporter.page.wait_for_url("**/thong-bao/")
    assert "Thiếu tên người chủ trì" in reporter.page.inner_text(".notice.unseen")
    reporter.page.click(f".notice.unseen a:has-text('{HEADLINE}')")
    reporter.page.wait_for_url(f"**/article/{number}/change/")
    assert reporter.page.locator(".bell").inner_text().strip() == ""
    assert not deputy.errors + reporter.errors


def letters_to(site, address):
    files = sorted((site.var / "e-mails").glob("*.log"))
    letters = [
        email.message_from_string(part.lstrip("\n"), policy=policy.default)
        for file in files
        for part in file.read_text("utf-8").split("-" * 79)
        if part.strip()
    ]
    return [letter for letter in letters if letter["To"] == address]
