"""What must not reach readers, on the screens of a week and of a meeting: shown, passed over."""

import re
from html import unescape

import pytest

from apps.proofing.models import PassedOver
from tests.make import Office, seated
from tests.newsroom.people import client_of

from .make import on_page

pytestmark = pytest.mark.django_db
WEEK = "/toa-soan/meetings/scheduleline/"
PAGE = "/toa-soan/meetings/meeting/"
PASSING = "/toa-soan/kiem-tra-truoc-khi-ky/"
REASON = "Đường dây công khai, Thường trực đã đồng ý"


@pytest.fixture
def office():
    return Office()


def forms(text):
    """What the person could press beside the findings: (address, fields)."""
    form = r'<form method="post" action="([^"]*kiem-tra[^"]*)">(.*?)</form>'
    field = r'name="(kind|quote|expected|from)" value="([^"]*)"'
    return [
        (unescape(address), {name: unescape(value) for name, value in re.findall(field, inside)})
        for address, inside in re.findall(form, text, re.S)
    ]


def test_the_whole_way_from_the_screen_of_the_week(office, held):
    week = f"{WEEK}?trang={office.portal.key}&tuan=2026-48"
    writer, chief = client_of(office.manager), client_of(office.chief)
    seen = writer.get(week)
    assert "861 2234 9075" in seen.text and "Có 1 nội dung phải xử lý trước khi ký" in seen.text
    assert "Chưa ký được" in seen.text and not forms(seen.text)
    refused = writer.post(
        f"{WEEK}ky/?trang={office.portal.key}&tuan=2026-48",
        {"digest": seen.context["standing"].digest}, follow=True,
    ).text  # fmt: skip
    assert "Thứ Hai 23/11 “Họp trực tuyến”, địa điểm" in unescape(refused)

    ((address, mark),) = forms(chief.get(week).text)
    empty = chief.post(address, mark | {"reason": " "}, follow=True)
    assert "Hãy ghi lý do" in empty.text
    assert not PassedOver.objects.exists()
    answer = chief.post(address, mark | {"reason": REASON})
    assert answer["Location"] == f"{WEEK}?trang={office.portal.key}&tuan=2026-W48#outgoing"
    assert REASON in writer.get(week).text

    for client in (writer, client_of(office.editor)):
        digest = client.get(week).context["standing"].digest
        client.post(f"{WEEK}ky/?trang={office.portal.key}&tuan=2026-48", {"digest": digest})
    assert chief.get(week).context["standing"].published
    history = chief.get(f"{PAGE}{held.pk}/history/").text
    assert REASON in history and "Thông tin cá nhân" in history and "personal_data" not in history
    assert REASON in chief.get("/toa-soan/newsroom/act/").text

    ((address, mark),) = forms(chief.get(week).text)
    assert address.endswith("/lay-lai/")
    chief.post(address, mark)
    assert chief.get(week).context["stopped"] == 1


def test_the_page_of_the_meeting_shows_what_was_found(office, held, paper):
    paper(held, "MẬT")
    for role, may in (("inspector", 0), ("reporter", 0), ("managing_editor", 0), ("chief", 2)):
        answer = client_of(seated(role, office.portal)).get(f"{PAGE}{held.pk}/change/")
        assert "Trong tệp “bao-cao.docx”" in unescape(answer.text)
        assert (answer.context["stopped"], len(forms(answer.text))) == (2, may)


def test_a_form_sent_without_the_right_is_refused_in_words(office, held):
    address, sent = f"{PASSING}{held.number}/bo-qua/", sent_with(on_page(held)[0])
    answer = client_of(office.editor).post(address, sent, follow=True)
    assert "không có quyền" in answer.text and not PassedOver.objects.exists()
    assert client_of(office.chief).get(address).status_code == 405


def sent_with(remark, reason="Được phép"):
    return dict(zip(("kind", "quote", "expected"), remark.mark, strict=True)) | {"reason": reason}


@pytest.mark.parametrize(
    "sent", [{}, {"kind": "x", "quote": "y"}, {"kind": "personal_data", "quote": "\x00"}]
)
def test_a_forged_form_is_refused_in_words(office, held, sent):
    for act in ("bo-qua/", "lay-lai/"):
        address = f"{PASSING}{held.number}/{act}"
        answer = client_of(office.chief).post(address, sent | {"reason": "x"}, follow=True)
        assert answer.status_code == 200 and 'class="error"' in answer.text
    assert not PassedOver.objects.exists()


def test_any_reason_is_taken(office, held):
    sent = sent_with(on_page(held)[0], "Được\x00 phép\n" + "rất " * 900)
    client_of(office.chief).post(f"{PASSING}{held.number}/bo-qua/", sent)
    assert PassedOver.objects.get().reason.startswith("Được phép")


@pytest.mark.parametrize("number", ["1", "9" * 18, "9" * 40])
def test_a_meeting_that_is_not_there_is_404(office, number):
    answer = client_of(office.chief).post(f"{PASSING}{number}/lay-lai/")
    assert answer.status_code == 404
