"""The page “Ủy quyền duyệt”, over HTTP."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.portals.appointing import give_seat
from apps.portals.delegating import delegate, withdraw
from apps.portals.models import Delegation
from tests import make
from tests.newsroom.people import administrator, client_of

from .desk import PORTALS, errors, page

pytestmark = pytest.mark.django_db
ADD, LIST = f"{PORTALS}delegation/add/", f"{PORTALS}delegation/"
DAY = dt.timedelta(days=1)


@pytest.fixture
def office():
    made = make.Office()
    made.portal.editors_approve = False
    made.portal.save()
    return made


def fields(office, **more):
    today = timezone.localdate()
    return {
        "user": office.editor.pk,
        "starts_on": f"{today:%d/%m/%Y}",
        "ends_on": f"{today + DAY:%d/%m/%Y}",
        "reason": "Đi công tác",
        **more,
    }


def given(office, to=None, later=0):
    today = timezone.localdate() + later * DAY
    return delegate(
        office.portal, to or office.editor, by=office.chief, at=timezone.now(),
        starts_on=today, ends_on=today + DAY, reason="Đi công tác",
    )  # fmt: skip


def test_a_chief_delegates_and_withdraws(office):
    chief = client_of(office.chief)
    assert chief.get(ADD).status_code == 200
    told = chief.post(ADD, fields(office, document="12-UQ/BBT"), follow=True).content.decode()
    assert f"{office.editor} duyệt thay đồng chí" in told
    seat = Delegation.objects.get()
    assert (seat.document, seat.delegated_by) == ("12-UQ/BBT", office.chief)
    assert "Thu hồi ủy quyền ngay" in chief.get(page(seat)).content.decode()
    told = chief.post(page(seat, "withdraw/"), {"reason": "Về sớm"}, follow=True).content.decode()
    assert "Đã thu hồi" in told
    assert "Thu hồi ủy quyền ngay" not in told
    history = chief.get(page(seat, "history/")).content.decode()
    assert "Về sớm" in history
    assert "12-UQ/BBT" in history
    told = chief.post(page(seat, "withdraw/"), follow=True).content.decode()
    assert "Ủy quyền này đã hết hiệu lực" in told


def test_only_those_who_may_receive_it_are_offered(office):
    make.seated("inspector", office.portal)
    make.user(display_name="Người ngoài")
    form = client_of(office.chief).get(ADD).context["adminform"].form
    offered = {number for number, _name in form.fields["user"].choices if number}
    assert offered == {office.reporter.pk, office.editor.pk, office.manager.pk}


@pytest.mark.parametrize(
    "wrong, words",
    [
        ({"ends_on": "1/1/2020"}, "Ngày cuối"),
        ({"starts_on": "1/1/2020"}, "sớm nhất"),
        ({"user": "oneself"}, "chính mình"),
        ({"user": "stranger"}, "chưa có vai trò"),
        ({"user": "closed"}, "đã khóa"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(office, wrong, words):
    if "user" in wrong:
        closed = make.seated("reporter", office.portal, is_active=False)
        people = {"oneself": office.chief, "stranger": make.user(), "closed": closed}
        wrong = {"user": people[wrong["user"]].pk}
    answer = client_of(office.chief).post(ADD, fields(office, **wrong))
    assert words in str(errors(answer))
    assert "Đi công tác" in answer.content.decode()
    assert not Delegation.objects.exists()


@pytest.mark.parametrize("number", ["0", "999999", "x", "", "9" * 40])
def test_a_number_of_nobody_is_said_at_its_field(office, number):
    answer = client_of(office.chief).post(ADD, fields(office, user=number))
    assert list(errors(answer)) == ["user"]


@pytest.mark.parametrize("who", ["reporter", "editor", "manager"])
def test_others_have_no_such_page(office, who):
    seat = given(office, to=office.reporter if who == "editor" else office.editor)
    client = client_of(getattr(office, who))
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, fields(office)).status_code == 403
    if who == "manager":
        assert client.get(page(seat)).status_code == 404
        assert client.get(page(seat, "history/")).status_code == 404
        assert client.post(page(seat, "withdraw/")).status_code == 404
    assert Delegation.objects.get().withdrawn_at is None


def test_another_portals_delegation_is_not_there(office):
    seat, stranger = given(office), client_of(make.Office().chief)
    assert stranger.get(page(seat)).status_code == 404
    assert stranger.post(page(seat, "withdraw/")).status_code == 404
    assert stranger.get(f"{ADD}?trang={office.portal.key}").status_code == 403
    assert str(office.editor) not in stranger.get(LIST).content.decode()


def test_the_delegate_sees_it_on_his_desk_and_cannot_end_it(office):
    seat = given(office)
    client = client_of(office.editor)
    desk = client.get("/toa-soan/").content.decode()
    assert f"Đồng chí được ủy quyền của {office.chief}" in desk
    assert "Thu hồi ủy quyền ngay" not in client.get(page(seat)).content.decode()
    client.post(page(seat, "withdraw/"))
    assert Delegation.objects.get().withdrawn_at is None
    withdraw(seat, by=office.chief, at=timezone.now())
    assert "Đồng chí được ủy quyền" not in client.get("/toa-soan/").content.decode()
    assert client.get(page(seat)).status_code == 200


def test_on_several_portals_the_chief_first_says_which(office):
    other = make.portal()
    make.seat(office.chief, other, "chief")
    client = client_of(office.chief)
    assert "Ở trang nào?" in client.get(ADD).content.decode() or client.get(ADD).context["portals"]
    client.post(f"{ADD}?trang={office.portal.key}", fields(office))
    assert Delegation.objects.get().portal == office.portal


def test_the_administrator_sees_on_whose_behalf(office):
    seat = given(office)
    client = client_of(administrator())
    shown = client.get(f"/toa-soan/accounts/user/{office.editor.pk}/change/").content.decode()
    assert f"(được ủy quyền của {office.chief})" in shown
    client.post(f"{PORTALS}seat/{seat.pk}/end/")
    assert Delegation.objects.get().withdrawn_at


@pytest.mark.sqlite_only
def test_the_list_costs_the_same_for_many(office):
    client = client_of(office.chief)
    given(office)
    client.get(LIST)
    with CaptureQueriesContext(connection) as few:
        client.get(LIST)
    admin = administrator()
    for later in range(2, 20, 2):
        helper = make.user()
        give_seat(helper, office.portal, "reporter", by=admin, at=timezone.now())
        given(office, to=helper, later=later)
    with CaptureQueriesContext(connection) as many:
        assert client.get(LIST).status_code == 200
    assert len(many) == len(few)


def test_inspectors_look_and_change_nothing(office):
    seat, client = given(office), client_of(make.seated("inspector", office.portal))
    assert str(office.editor) in client.get(LIST).content.decode()
    assert "Thu hồi ủy quyền ngay" not in client.get(page(seat)).content.decode()
    client.post(page(seat, "withdraw/"))
    assert Delegation.objects.get().withdrawn_at is None
    assert client.post(ADD, fields(office)).status_code == 403


def test_the_list_offers_portals_on_which_one_delegates(office):
    """A managing editor of two more keeps their frames, and delegates nothing there."""
    for more in (make.portal(), make.portal()):
        make.seat(office.chief, more, "managing_editor")
    answer = client_of(office.chief).get(LIST)
    assert 'id="changelist-filter"' not in answer.text
    other = make.portal()
    make.seat(office.chief, other, "deputy_chief")
    answer = client_of(office.chief).get(LIST)
    offered = answer.context["cl"].filter_specs[0].lookup_choices
    assert {key for key, _name in offered} == {office.portal.key, other.key}
