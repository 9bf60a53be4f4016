"""From the meeting with one thumb: assigned, photographed, the line cut, gone on at the laptop."""

import io
import re

import pytest
from PIL import Image

api = pytest.importorskip("playwright.sync_api")
PATIENCE = 60_000  # ms: two pictures are encoded on a machine that may be busy
SETUP = """
from django.utils import timezone
from apps.accounts.models import User
from apps.meetings import assigning, keeping
from apps.meetings.models import Meeting
from apps.portals.models import Portal
now = timezone.now()
meeting = Meeting(portal=Portal.objects.get(key="song-van"), title="Lễ khởi công cầu Bản Mới",
    place="Bản Mới", starts_at=now)  # not public: the other tests' week stays signed
secretary, reporter = (User.objects.get(username=name) for name in ("thuky", "phongvien"))
meeting = keeping.keep(meeting, by=secretary, at=now)
sent = assigning.Sent(photographer=reporter.pk)
assigning.assign(meeting, sent, seen="0-0", by=secretary, at=now)
"""


@pytest.fixture
def meeting(site):
    site.run("manage.py", "shell", "-v", "0", "-c", SETUP)


def photo(name, turned, size=(2500, 1000)):
    """As a phone takes it: larger than is sent; stored sideways when it was held upright."""
    file, about = io.BytesIO(), Image.Exif()
    about[0x0112] = 6 if turned else 1
    noise = Image.effect_noise((625, 250), 60).convert("RGB").resize(size)
    noise.save(file, "JPEG", quality=95, exif=about)
    return {"name": name, "mimeType": "image/jpeg", "buffer": file.getvalue()}


def queue(page):
    return page.locator("#quick-queue li")


@pytest.mark.usefixtures("meeting")
def test_a_line_cut_while_sending_loses_nothing(person):
    phone = person("phongvien", width=360)
    phone.go("/toa-soan/gui-nhanh/")
    page = phone.page
    page.wait_for_selector("form[data-ready]")
    api.expect(page.locator(".quick-choice.is-chosen")).to_contain_text("chụp ảnh")
    page.fill("#quick-notes", "Khởi công lúc 8 giờ\nVốn < 5 tỉ đồng")
    photos = [photo("mot.jpg", True), photo("hai.jpg", False, (800, 600))]
    page.set_input_files("input[capture]", photos)
    api.expect(page.locator("#quick-photos img")).to_have_count(2, timeout=PATIENCE)
    page.click("#quick-send")
    api.expect(queue(page)).to_contain_text("Đang gửi 1/2", timeout=PATIENCE)
    phone.context.set_offline(True)
    api.expect(queue(page)).to_contain_text(re.compile(r"Chờ mạng \([12] ảnh\)"), timeout=PATIENCE)
    page.close()

    phone.context.set_offline(False)
    page = phone.context.new_page()
    page.goto(f"{phone.address}/toa-soan/gui-nhanh/")
    api.expect(queue(page)).to_contain_text(re.compile(r"Đã gửi \d?\d:\d\d"), timeout=PATIENCE)
    api.expect(queue(page)).to_have_count(1)

    laptop = person("phongvien")
    laptop.go("/toa-soan/")
    going = laptop.page.locator(".panel", has_text="Hôm nay tôi đi")
    api.expect(going).to_contain_text("Lễ khởi công cầu Bản Mới")
    came = laptop.page.locator(".panel", has_text="Gửi nhanh từ điện thoại, hôm nay")
    with laptop.page.expect_navigation():
        came.get_by_role("link", name="Lễ khởi công cầu Bản Mới").click()
    api.expect(laptop.page.locator(".ProseMirror[contenteditable]")).to_contain_text(
        "Vốn < 5 tỉ đồng"
    )
    shown = laptop.page.locator(".picture-row img[src]")
    api.expect(shown).to_have_count(2)
    for number in range(2):
        shown.nth(number).scroll_into_view_if_needed()
        api.expect(shown.nth(number)).to_have_js_property("complete", True, timeout=PATIENCE)
    shapes = shown.evaluate_all("all => all.map(img => img.naturalWidth < img.naturalHeight)")
    assert shapes == [True, False]
    assert phone.errors == laptop.errors == []


def test_the_only_choice_stays_chosen_for_the_next_sending(person):
    phone = person("bientap", width=360)
    phone.go("/toa-soan/gui-nhanh/")
    page = phone.page
    page.wait_for_selector("form[data-ready]")
    assert page.locator("[name=about]").count() == 1
    page.fill("#quick-notes", "Tin thứ nhất")
    page.click("#quick-send")
    api.expect(page.locator("#quick-notes")).to_have_value("")
    assert page.is_checked("[name=about]")
