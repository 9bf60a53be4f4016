"""An election of twelve changes, entered before it counts: everything is right on its day.

Pages, the list behind "@" and the attendance of a meeting are asked on the eve, on the day and
after it; nobody does anything on the day itself.
"""

import datetime as dt
import json

import pytest
from django.urls import reverse
from django.utils import timezone

from apps.editions.models import Showing
from apps.meetings.attendance import told
from apps.meetings.models import Attendance, Meeting
from apps.people import mentioning
from apps.people.models import Decision, Person
from lib.vietnamese.days import HO_CHI_MINH
from tests.newsroom.people import client_of
from tests.once import once

from .deciding import Two, body, person, term

pytestmark = pytest.mark.django_db
NEWCOMERS = ["Lường Thị Phin", "Vì Văn Xuôi", "Hoàng Công Rỏm", "Điêu Thị Ban", "Lò Văn Ngọt"]
DAY = dt.timedelta(days=1)


class Election:
    """The committee before it, the table a clerk types, the two who sign."""

    def __init__(self):
        self.two = Two()
        self.on = timezone.localdate() + 3 * DAY
        self.committee = body("Đảng ủy xã Nà Sàng", level="commune")
        self.office = body(
            "Ủy ban nhân dân xã Nà Sàng", kind="people_committee", level="commune",
            short_names=["Ủy ban nhân dân xã"], abbreviations=["UBND xã"],
        )  # fmt: skip
        self.en = self.holds("Quàng Thị Én", "Bí thư")
        self.hac = self.holds("Tòng Văn Hặc", "Phó Bí thư")
        self.la = self.holds("Cà Thị Lả", "Ủy viên Ban Thường vụ")
        self.thuong = self.holds("Bạc Cầm Thương", "Đảng ủy viên")

    def holds(self, name, rank):
        return term(person(name), rank, self.committee)

    def rows(self):
        moved = [
            (self.hac, "Bí thư"),
            (self.la, "Phó Bí thư Thường trực"),
            (self.thuong, "Ủy viên Ban Thường vụ"),
        ]
        en = {"id": self.en.person_id}
        return [
            {"act": "end", "person": en, "terms": [self.en.pk]},
            *(
                {
                    "act": "move", "person": {"id": old.person_id}, "terms": [old.pk],
                    "rank": rank, "body": {"id": self.committee.pk},
                }
                for old, rank in moved
            ),
            *(self.row({"new": name}, "Đảng ủy viên", self.committee) for name in NEWCOMERS),
            self.row(en, "Chủ tịch", self.office),
            self.row({"new": "Lò Văn Ngọt"}, "Phó Chủ tịch", self.office),
            self.row({"new": "Vì Văn Xuôi"}, "Phó Chủ tịch", self.office),
        ]  # fmt: skip

    def row(self, who, rank, of):
        return {"act": "appoint", "person": who, "rank": rank, "body": {"id": of.pk}}

    def proposed(self):
        """Typed and signed by the keeper, on the real screens."""
        keeper = client_of(self.two.keeper)
        typed = {
            "subject": "Kết quả bầu cử Đảng ủy xã Nà Sàng", "number": "02-QĐ/ĐU",
            "decided_on": f"{self.on:%d/%m/%Y}", "note": "", "revision": "0",
            "rows": json.dumps(self.rows()), "act": "read",
        }  # fmt: skip
        keeper.post(reverse("admin:people_decision_add"), typed)
        press(keeper, "propose")
        return self

    def signed(self):
        press(client_of(self.two.chief), "sign")
        return self

    def midnight(self):
        return dt.datetime.combine(self.on, dt.time(), HO_CHI_MINH)


def press(client, act):
    pk = Decision.objects.get().pk
    page = client.get(reverse("admin:people_decision_change", args=[pk]))
    typed = {"act": act, "digest": page.context["digest"]}
    client.post(reverse("admin:people_decision_act", args=[pk]), typed)


election = once(lambda: Election().proposed().signed())


def shown(key, at):
    return Showing.objects.live_at(at).get(portal="", key=key).cut.values


def titles_shown(who, at):
    return [title["words"] for title in shown(f"person:{who.pk}", at)["titles"]]


def leaders_shown(of, at):
    return [(row["person"], row["rank"]) for row in shown(f"body:{of.pk}", at)["leaders"]]


def test_until_two_have_signed_nothing_is_foretold():
    """Asked first: all others begin from the signed election."""
    waiting = Election().proposed()
    assert offered("tong van hac", waiting.on + DAY) == ["Phó Bí thư Đảng ủy xã Nà Sàng"]
    assert not Showing.objects.exists()


def test_twelve_rows_take_force_together(election):
    decision = Decision.objects.get()
    assert len(election.rows()) == 12
    assert decision.state == Decision.State.IN_FORCE
    assert set(NEWCOMERS) < set(Person.objects.values_list("name", flat=True))


def test_person_pages_change_at_midnight(election):
    hac, midnight = election.hac.person, election.midnight()
    eve = titles_shown(hac, midnight - dt.timedelta(seconds=1))
    assert eve == ["Phó Bí thư Đảng ủy xã Nà Sàng"]
    assert "Bí thư Đảng ủy xã Nà Sàng" in titles_shown(hac, midnight)
    assert titles_shown(hac, midnight + DAY) == ["Bí thư Đảng ủy xã Nà Sàng"]


def test_the_body_page_has_both_on_the_day_of_the_handover(election):
    midnight = election.midnight()
    heads = [
        [name for name, rank in leaders_shown(election.committee, at) if rank == "Bí thư"]
        for at in (midnight - dt.timedelta(seconds=1), midnight, midnight + DAY)
    ]
    assert heads[0] == ["Quàng Thị Én"]
    assert sorted(heads[1]) == ["Quàng Thị Én", "Tòng Văn Hặc"]
    assert heads[2] == ["Tòng Văn Hặc"]


def offered(typed, day):
    return [row.titles for row in mentioning.suggest(typed, day=day)]


def test_the_list_of_names_offers_the_titles_of_the_day(election):
    assert offered("tong van hac", election.on - DAY) == ["Phó Bí thư Đảng ủy xã Nà Sàng"]
    both = offered("tong van hac", election.on)
    assert any(words.startswith("Bí thư") for words in both)
    assert offered("tong van hac", election.on + DAY) == ["Bí thư Đảng ủy xã Nà Sàng"]


def test_a_newcomer_is_offered_from_his_day_on(election):
    assert offered("lo van ngot", election.on - DAY) == [""]
    assert "Phó Chủ tịch UBND xã Nà Sàng" in offered("lo van ngot", election.on + DAY)[0]


@pytest.mark.parametrize(
    ("after", "words"),
    [(-1, "Bí thư Đảng ủy xã Nà Sàng"), (1, "Chủ tịch UBND xã Nà Sàng")],
)
def test_a_meeting_names_the_titles_of_its_day(election, after, words):
    meeting = Meeting.objects.create(
        portal=election.two.chief.seats.get().portal, title="Giao ban", slug=f"giao-ban-{after}",
        starts_at=election.midnight() + after * DAY + dt.timedelta(hours=8),
    )  # fmt: skip
    Attendance.objects.create(meeting=meeting, person=election.en.person)
    assert told(meeting)[0].titles == words
