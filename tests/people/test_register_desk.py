"""The register's screens: who opens what, and what is typed is not lost."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.media.models import Picture
from apps.people import decisions, offers
from apps.people.models import Decision, Person, Suggestion, Term
from tests import make
from tests.newsroom.people import client_of

from .deciding import NOON, Two, body, day, person, term

pytestmark = pytest.mark.django_db
State = Decision.State
SCREENS = ["people_person", "people_decision", "people_suggestion", "people_term"]


@pytest.fixture
def two():
    return Two()


@pytest.fixture
def committee():
    return body()


def url(name, *args):
    return reverse(f"admin:people_{name}", args=args)


def appointed(committee, who=None, rank="Phó Bí thư"):
    return {
        "act": "appoint",
        "person": {"id": (who or person()).pk},
        "rank": rank,
        "body": {"id": committee.pk},
    }


def sheet(*rows, **fields):
    return {
        "subject": "Công tác cán bộ", "number": "25-QĐ/ThU", "decided_on": "20/11/2026",
        "note": "", "revision": "0", "rows": json.dumps(rows), "act": "save", **fields,
    }  # fmt: skip


@pytest.mark.parametrize("screen", SCREENS)
def test_seats_and_keepers_read_the_register(two, screen):
    reporter = make.seated("reporter", make.portal())
    for user in (two.keeper, two.chief, reporter):
        assert (
            client_of(user).get(url(f"{screen.removeprefix('people_')}_changelist")).status_code
            == 200
        )


@pytest.mark.parametrize("screen", SCREENS)
def test_strangers_do_not(screen):
    answer = client_of(make.user()).get(url(f"{screen.removeprefix('people_')}_changelist"))
    assert answer.status_code in (403, 404)


@pytest.mark.parametrize("what", ["people", "bodies", "ranks", "terms", "explain"])
def test_strangers_find_nothing(what):
    assert client_of(make.user()).get(url(f"decision_find_{what}")).status_code == 404


def test_people_are_found_without_marks(two):
    who = person("Phạm Ngọc Ánh", other_spellings=["Phạm Thị Ngọc Ánh"])
    for typed in ("pham ngoc", "anh", "ÁNH PHẠM", "thi ngoc"):
        found = client_of(two.chief).get(url("decision_find_people"), {"q": typed}).json()["found"]
        assert [row["id"] for row in found] == [who.pk]


def test_people_are_counted_as_people(two):
    person()
    page = client_of(two.keeper).get(url("person_changelist"))
    assert "admin/people/person/pagination.html" in [each.name for each in page.templates]


def test_the_birth_date_is_never_found(two):
    person("Phạm Ngọc Ánh", born_on=day("2/3/1971"))
    answer = client_of(two.chief).get(url("decision_find_people"), {"q": "anh"})
    assert "1971" not in answer.content.decode()


def test_only_keepers_see_the_birth_date(two):
    who = person("Phạm Ngọc Ánh", born_on=day("2/3/1971"))
    pages = [client_of(u).get(url("person_change", who.pk)) for u in (two.keeper, two.chief)]
    assert ["2/3/1971" in page.content.decode() for page in pages] == [True, False]


def test_bodies_are_found_by_abbreviation(two):
    committee = body("Ủy ban nhân dân xã Đồng Xa")
    found = client_of(two.keeper).get(url("decision_find_bodies"), {"q": "ubnd dong xa"}).json()
    assert [row["id"] for row in found["found"]] == [committee.pk]


def test_ended_bodies_come_last(two):
    old = body("Đảng ủy xã Đồng Xa", valid_to=day("30/6/2025"))
    new = body("Đảng ủy xã Đồng Xa", valid_from=day("1/7/2025"))
    asked = {"q": "dong xa", "day": "20/11/2026"}
    found = client_of(two.keeper).get(url("decision_find_bodies"), asked).json()["found"]
    assert [row["id"] for row in found] == [new.pk, old.pk]


def test_a_row_is_explained_while_it_is_typed(two, committee):
    term(person("Lê Thị Dung"), "Bí thư", committee)
    rows = json.dumps([appointed(committee, rank="Bí thư"), {"act": "end"}])
    asked = {"rows": rows, "decided_on": "20/11/2026"}
    told = client_of(two.keeper).post(url("decision_find_explain"), asked).json()["rows"]["0"]
    assert "20/11/2026" in told["says"][0]
    assert "Lê Thị Dung" in told["wrong"][0]


@pytest.mark.parametrize("rows", ["", "{", "[1]", "null", '{"a": 1}', "[" * 2000])
def test_an_unreadable_table_is_a_sentence(two, rows):
    answer = client_of(two.keeper).post(url("decision_find_explain"), {"rows": rows})
    assert answer.status_code == 200


def test_a_namesake_is_asked_about(two, committee):
    person("Lò Thị Pành")
    row = {**appointed(committee), "person": {"new": "Lò Thị Pành"}}
    asked = {"rows": json.dumps([row]), "decided_on": ""}
    told = client_of(two.keeper).post(url("decision_find_explain"), asked).json()
    assert told["rows"]["0"]["look"]


def test_a_missing_first_day_is_asked_about(two, committee):
    asked = {"rows": json.dumps([appointed(committee)]), "decided_on": ""}
    told = client_of(two.keeper).post(url("decision_find_explain"), asked).json()
    assert len(told["rows"]["0"]["look"]) == 1


def test_a_table_becomes_a_draft(two, committee):
    client_of(two.keeper).post(url("decision_add"), sheet(appointed(committee)))
    decision = Decision.objects.get()
    assert (decision.state, decision.number) == (State.DRAFT, "25-QĐ/ThU")
    assert decision.changes[0]["from"] == "2026-11-20"


def test_what_was_typed_survives_a_refusal(two, committee):
    wrong = sheet(appointed(committee), {"act": "appoint", "person": {"text": "Lò Văn Quên"}})
    answer = client_of(two.keeper).post(url("decision_add"), wrong)
    assert not Decision.objects.exists()
    assert answer.context["sheet"]["rows"] == json.loads(wrong["rows"])
    assert "25-QĐ/ThU" in answer.content.decode()


@pytest.mark.parametrize("fields", [{"subject": " "}, {"decided_on": "31/2"}, {"rows": "{"}])
def test_a_head_that_cannot_be_read_saves_nothing(two, committee, fields):
    typed = sheet(appointed(committee), **fields)
    assert client_of(two.keeper).post(url("decision_add"), typed).status_code == 200
    assert not Decision.objects.exists()


def test_a_stale_save_shows_both_versions(two, committee):
    decision = two.draft()
    keeper = client_of(two.keeper)
    first = sheet(appointed(committee, person("Lê Thị Dung")))
    keeper.post(url("decision_edit", decision.pk), first)
    second = sheet(appointed(committee, person("Hà Văn Minh"), rank="Bí thư"))
    answer = keeper.post(url("decision_edit", decision.pk), second)
    assert "Lê Thị Dung" in answer.context["their_sentences"][0]
    assert answer.context["sheet"]["rows"][0]["rank"] == "Bí thư"
    again = {**second, "revision": str(answer.context["typed"].revision)}
    keeper.post(url("decision_edit", decision.pk), again)
    assert Decision.objects.get().changes[0]["rank"] == "Bí thư"


def test_a_chief_does_not_open_the_table(two):
    answer = client_of(two.chief).get(url("decision_add"), follow=True)
    assert "entry.html" not in [template.name for template in answer.templates]


def test_a_reporter_does_not_see_what_waits(two, committee):
    decision = two.proposed(
        {"act": "person", "ref": "new:1", "name": "Lò Thị Pành"},
    )
    reporter = client_of(make.seated("reporter", make.portal()))
    assert reporter.get(url("decision_change", decision.pk)).status_code == 404
    assert "Công tác" not in reporter.get(url("decision_changelist")).content.decode()


def act(client, decision, wanted, **fields):
    page = client.get(url("decision_change", decision.pk))
    typed = {"act": wanted, "digest": page.context["digest"], **fields}
    return client.post(url("decision_act", decision.pk), typed, follow=True)


def test_two_people_sign_on_the_desk(two, committee):
    keeper, chief = client_of(two.keeper), client_of(two.chief)
    keeper.post(url("decision_add"), sheet(appointed(committee)))
    decision = Decision.objects.get()
    act(keeper, decision, "propose")
    act(keeper, decision, "sign")
    assert not Term.objects.exists()
    act(chief, decision, "sign")
    assert Term.objects.count() == 1


def test_one_signs_only_what_was_on_the_screen(two):
    decision = two.proposed({"act": "person", "ref": "new:1", "name": "Lò Thị Pành"})
    typed = {"act": "sign", "digest": "0" * 64}
    client_of(two.chief).post(url("decision_act", decision.pk), typed)
    assert Decision.objects.get().state == State.PROPOSED


def test_signing_without_a_digest_signs_nothing(two):
    decision = two.proposed({"act": "person", "ref": "new:1", "name": "Lò Thị Pành"})
    client_of(two.chief).post(url("decision_act", decision.pk), {"act": "sign"})
    assert not Person.objects.exists()


def test_what_was_signed_is_read_later_as_it_was(two, committee):
    who = person("Hà Văn Minh")
    held = term(who, "Phó Bí thư", committee)
    decision = two.in_force({"act": "strike", "term": held.pk})
    page = client_of(two.chief).get(url("decision_change", decision.pk)).content.decode()
    assert "Phó Bí thư Thị ủy Sông Vân" in page


def secretary(committee):
    return {"act": "appoint", "person": person().pk, "rank": "Bí thư", "body": committee.pk}


def ways(client, decision):
    page = client.get(url("decision_change", decision.pk))
    return page.context["goes_on"]


def test_a_dropped_decision_is_written_once_more(two, committee):
    dropped = decisions.drop(two.draft(secretary(committee)), by=two.keeper, at=NOON)
    keeper = client_of(two.keeper)
    page = keeper.get(ways(keeper, dropped).address)
    row = page.context["sheet"]["rows"][0]
    assert (row["rank"], row["body"]["id"]) == ("Bí thư", committee.pk)


def test_bodies_are_written_on_where_they_began(two, committee):
    closing = two.draft({"act": "close", "body": committee.pk, "on": "2026-05-01"}, kind="bodies")
    assert "/sap-xep/" in ways(client_of(two.keeper), closing).address


def test_a_corrected_record_goes_on_in_the_table(two, committee):
    line = {"act": "body", "body": committee.pk, "set": {"place": "Sông Vân"}}
    assert "/edit/" in ways(client_of(two.keeper), two.draft(line, kind="bodies")).address


def test_a_chief_reads_without_writing_on(two, committee):
    closing = two.draft({"act": "close", "body": committee.pk, "on": "2026-05-01"}, kind="bodies")
    assert not ways(client_of(two.chief), closing)


def test_a_request_to_revoke_can_be_taken_back_on_the_desk(two, committee):
    decision = two.in_force(secretary(committee))
    chief = client_of(two.chief)
    asked = act(chief, decision, "revoke")
    assert str(offers.DONE["ask_revocation"]) in asked.content.decode()
    act(chief, decision, "keep")
    assert not decisions.asked_to_revoke(decision)


def test_a_missing_signature_is_said_in_words(two):
    decision = two.proposed({"act": "person", "ref": "new:1", "name": "Lò Thị Pành"})
    page = client_of(two.keeper).get(url("decision_change", decision.pk))
    offer = next(offer for offer in page.context["offers"] if offer.act == "sign")
    assert offer.why_not
    assert str(two.keeper) in page.context["missing"]


def test_a_new_biography_waits_for_two(two):
    who = person("Hà Văn Minh")
    typed = {"name": "Hà Văn Minh", "other_spellings": "Hà Vân Minh\n\nHà  Văn Mính",
             "biography": "Sinh ra ở Sông Vân.", "born_on": "2/3/1971"}  # fmt: skip
    client_of(two.keeper).post(url("person_describe", who.pk), typed)
    line = Decision.objects.get().changes[0]
    assert line["set"] == {
        "other_spellings": ["Hà Vân Minh", "Hà Văn Mính"], "biography": "Sinh ra ở Sông Vân.",
        "born_on": "1971-03-02",
    }  # fmt: skip
    assert Person.objects.get().biography == ""


def portrait(portal, name="b"):
    return Picture.objects.create(
        portal=portal.key, sha256=name * 64, width=600, height=800, uploaded_at=NOON,
        uploaded_by=make.user(),
    )  # fmt: skip


def test_another_portals_portrait_stays(two):
    who = person("Hà Văn Minh", portrait=portrait(make.portal()))
    make.seat(two.keeper, make.portal(), "editor")
    typed = {"name": "Hà Văn Minh", "biography": "Sinh ra ở Sông Vân.", "portrait": ""}
    client_of(two.keeper).post(url("person_describe", who.pk), typed)
    assert Decision.objects.get().changes[0]["set"] == {"biography": "Sinh ra ở Sông Vân."}


def test_a_keeper_without_a_seat_is_told_why(two):
    page = client_of(two.keeper).get(url("person_describe", person().pk))
    assert not page.context["form"].fields["portrait"].queryset.exists()
    assert page.context["form"].fields["portrait"].help_text


def test_every_own_library_offers_portraits(two):
    mine = [make.portal(), make.portal()]
    for portal in mine:
        make.seat(two.keeper, portal, "editor")
    found = {portrait(portal, str(number)) for number, portal in enumerate(mine)}
    page = client_of(two.keeper).get(url("person_describe", person().pk))
    assert set(page.context["form"].fields["portrait"].queryset) == found


def test_nobody_describes_without_keeping(two):
    who = person("Hà Văn Minh")
    client_of(two.chief).post(url("person_describe", who.pk), {"name": "Khác"})
    assert not Decision.objects.exists()


def test_the_timeline_tells_all_titles(two, committee):
    who = person("Hà Văn Minh")
    term(who, "Phó Bí thư", committee, starts="1/1/2020", ends="31/12/2023")
    term(who, "Bí thư", committee)
    page = client_of(two.chief).get(url("person_change", who.pk))
    assert [line["state"] for line in page.context["timeline"]] == ["on", "ended"]


def test_a_suggestion_becomes_a_decision(two, committee):
    reporter = client_of(make.seated("reporter", make.portal()))
    who = person("Hà Văn Minh")
    reporter.post(f"{url('suggestion_add')}?person={who.pk}", {"text": "Nay là Bí thư"})
    suggestion = Suggestion.objects.get()
    page = client_of(two.keeper).get(f"{url('decision_add')}?suggestion={suggestion.pk}")
    assert page.context["sheet"]["rows"][0]["person"]["name"] == "Hà Văn Minh"
    typed = sheet(appointed(committee, who), suggestion=str(suggestion.pk))
    client_of(two.keeper).post(url("decision_add"), typed)
    suggestion.refresh_from_db()
    assert suggestion.decision == Decision.objects.get()


def test_a_long_list_costs_what_a_short_one_does(two, committee):
    client, costs = client_of(two.chief), []
    for _round in range(2):
        for number in range(20):
            term(person(f"Hà Văn {number}"), "Thị ủy viên", committee)
        with CaptureQueriesContext(connection) as asked:
            client.get(url("person_changelist"))
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 30


def test_only_decisions_change_a_person(two):
    who = person("Hà Văn Minh")
    client_of(two.keeper).post(url("person_change", who.pk), {"name": "Khác"})
    assert Person.objects.get().name == "Hà Văn Minh"


def test_the_clock_decides_who_signs(two):
    decisions_seat = two.chief.seats.get()
    decisions_seat.ends_on = day("1/4/2026")
    decisions_seat.save()
    assert not decisions.may_sign(two.chief, NOON)
