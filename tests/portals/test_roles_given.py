"""Roles on portals: given and ended by the administrator, never to himself."""

import datetime as dt

import pytest
from django.utils import timezone

from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from apps.portals.appointing import give_seat
from apps.portals.models import Seat
from tests import make
from tests.make import NOON
from tests.newsroom.people import administrator, client_of

from .desk import PORTALS, errors, page

pytestmark = pytest.mark.django_db
ADD = f"{PORTALS}seat/add/"


def fields(user, portal, **more):
    return {"user": user.pk, "portal": portal.pk, "role": "editor", "starts_on": "1/9/2026", **more}


def test_a_role_is_given_with_its_days():
    admin, user, portal = administrator(), make.user(), make.portal()
    client_of(admin).post(ADD, fields(user, portal, ends_on="31/12/2026"))
    seat = Seat.objects.get()
    assert (seat.user, seat.starts_on, seat.ends_on) == (
        user,
        dt.date(2026, 9, 1),
        dt.date(2026, 12, 31),
    )
    assert Act.objects.get(verb="give_seat").key == f"user:{user.pk}"


def test_nobody_gives_himself_a_role():
    admin, portal = administrator(), make.portal()
    assert list(errors(client_of(admin).post(ADD, fields(admin, portal)))) == ["user"]
    with pytest.raises(Refused):
        give_seat(admin, portal, "chief", by=admin, at=NOON)
    assert not Seat.objects.exists()


def test_a_day_that_is_none_is_said_at_its_field():
    answer = client_of(administrator()).post(
        ADD, fields(make.user(), make.portal(), starts_on="31/2/2026")
    )
    assert list(errors(answer)) == ["starts_on"]


def test_the_last_day_is_not_before_the_first():
    answer = client_of(administrator()).post(
        ADD, fields(make.user(), make.portal(), ends_on="1/8/2026")
    )
    assert errors(answer)
    assert not Seat.objects.exists()


def test_ending_a_role_goes_back_to_the_account():
    office = make.Office()
    seat = office.chief.seats.get()
    account = f"/toa-soan/accounts/user/{office.chief.pk}/change/"
    answer = client_of(administrator()).post(page(seat, "end/"), {"next": account})
    assert answer["Location"] == account
    assert client_of(office.chief).get(page(office.portal)).status_code == 404


def test_ending_a_role_leads_nowhere_outside():
    seat = make.Office().chief.seats.get()
    answer = client_of(administrator()).post(page(seat, "end/"), {"next": "https://example.org/"})
    assert answer["Location"] == f"{PORTALS}seat/"


def test_a_given_role_is_never_rewritten():
    seat = make.Office().reporter.seats.get()
    client = client_of(administrator())
    assert client.post(page(seat), {"role": "chief"}).status_code == 403
    seat.refresh_from_db()
    assert seat.role == "reporter"


@pytest.mark.parametrize("held", ["nay", "het", "sai"])
def test_the_list_is_filtered_by_day(held):
    office = make.Office()
    make.seat(office.reporter, office.portal, "editor", ends_on=dt.date(2021, 1, 1))
    shown = client_of(administrator()).get(f"{PORTALS}seat/", {"giu": held}).context["cl"]
    assert shown.result_count == {"nay": 4, "het": 1, "sai": 5}[held]


def test_account_choices_leave_out_closed_accounts():
    closed = make.user(display_name="Đã nghỉ", is_active=False)
    answer = client_of(administrator()).post(ADD, fields(closed, make.portal()))
    assert list(errors(answer)) == ["user"]


def test_a_role_is_ended_on_its_own_page_and_the_account_tells_the_moment():
    office, client = make.Office(), client_of(administrator())
    seat = office.chief.seats.get()
    account = f"/toa-soan/accounts/user/{office.chief.pk}/change/"
    asks = f"{PORTALS}seat/{seat.pk}/change/?next={account}"
    shown = client.get(account).content.decode()
    assert asks in shown
    assert f"{PORTALS}seat/{seat.pk}/end/" not in shown
    assert f'name="next" value="{account}"' in client.get(asks).content.decode()
    began = timezone.localtime()
    answer = client.post(f"{PORTALS}seat/{seat.pk}/end/", {"next": account})
    assert answer["Location"] == account
    told = {f"{at:%H:%M, %d/%m/%Y}" for at in (began, timezone.localtime())}
    assert any(moment in client.get(account).content.decode() for moment in told)
