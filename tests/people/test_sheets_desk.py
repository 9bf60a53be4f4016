"""The workbook's page on the desk: who opens it, and how an upload becomes a draft."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.people.models import Decision, Person
from tests import make
from tests.newsroom.people import client_of

from .files import loaded, person, register, title
from .sheets import lines_of, opened, workbook

pytestmark = pytest.mark.django_db
PAGE = "/toa-soan/people/person/exchange/"
DOWNLOADS = [f"{PAGE}mau-danh-muc.xlsx", f"{PAGE}danh-muc-chuc-danh.xlsx"]


def keeper():
    return client_of(make.user(keeps_register=True))


def upload(client, content, name="bang.xlsx"):
    return client.post(PAGE, {"file": SimpleUploadedFile(name, content)})


def newcomers(*names):
    return workbook(people=[[None, name, None] for name in names])


def confirm(client, answer):
    typed = {name: value or "" for name, value in answer.context["draft"].initial.items()}
    return client.post(PAGE, typed)


@pytest.mark.parametrize("address", [PAGE, *DOWNLOADS])
def test_whoever_has_a_seat_may_take_it(address):
    reporter = client_of(make.Office().reporter)
    assert reporter.get(address).status_code == 200
    assert client_of(make.user()).get(address).status_code == 404
    assert client_of(make.user(is_administrator=True)).get(address).status_code == 404


@pytest.mark.parametrize("address", DOWNLOADS)
def test_download_is_a_workbook(address):
    loaded(register())
    answer = keeper().get(address)
    assert "attachment" in answer["Content-Disposition"]
    assert len(opened(answer.content).sheetnames) == 4


def test_only_keepers_bring_one():
    chief = client_of(make.Office().chief)
    assert b'type="file"' not in chief.get(PAGE).content
    assert upload(chief, newcomers("Lê Mai")).status_code == 302
    assert not Decision.objects.exists()


def test_upload_shows_and_changes_nothing():
    answer = upload(keeper(), newcomers("Lê Mai"))
    assert "Lê Mai" in answer.content.decode()
    assert lines_of(answer)[0]["act"] == "person"
    assert not Decision.objects.exists()
    assert not Person.objects.exists()


def test_what_was_shown_becomes_a_draft():
    client = keeper()
    answer = confirm(client, upload(client, newcomers("Lê Mai", "Lê An")))
    draft = Decision.objects.get()
    assert answer.url.endswith(f"/people/decision/{draft.pk}/change/")
    assert (draft.state, len(draft.changes), draft.kind) == ("draft", 2, "titles")
    assert not Person.objects.exists()


def test_workbook_of_bodies_is_a_reorganization():
    client = keeper()
    content = workbook(bodies=[[None, "Đảng ủy xã Đồng Xa", None, None, None, "1/7/2025", None]])
    confirm(client, upload(client, content))
    assert Decision.objects.get().kind == "bodies"


def test_errors_stand_on_the_page_all_at_once():
    rows = [[None, f"Người Lạ {n}", "Bí thư", "Ban Lạ", None, None] for n in range(3)]
    answer = upload(keeper(), workbook(titles=rows))
    page = answer.content.decode()
    assert all(f"Người Lạ {n}" in page for n in range(3))
    assert answer.context.get("draft") is None


@pytest.mark.parametrize("content", [b"khong phai bang", b"PK\x03\x04"])
def test_hostile_file_leaves_one_sentence(content):
    answer = upload(keeper(), content)
    assert len(answer.context["form"].errors["file"]) == 1


def test_unchanged_register_leaves_nothing_to_sign():
    loaded(register(person("p1", "Lò Thị Hương", title())))
    client = keeper()
    answer = upload(client, client.get(DOWNLOADS[1]).content)
    assert answer.context["draft"] is None


@pytest.mark.parametrize("lines", ["", "{}", "nope", '[{"act": "rob"}]', "[1]"])
def test_forged_lines_become_no_decision(lines):
    typed = {"subject": "X", "lines": lines, "kind": "titles"}
    assert keeper().post(PAGE, typed).status_code in (200, 302)
    assert not Decision.objects.exists()


def test_names_are_shown_not_run():
    answer = upload(keeper(), newcomers("<script>alert(1)</script>"))
    assert b"<script>alert(1)" not in answer.content
