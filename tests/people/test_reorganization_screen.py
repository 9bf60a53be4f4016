"""The screen on which bodies change, as a keeper uses it."""

import copy
import re

import pytest

from apps.organizations.models import Organization
from apps.people.models import Decision, Term
from tests import make
from tests.newsroom.people import client_of
from tests.once import once

from .town import NAMES, Town

pytestmark = pytest.mark.django_db
SCREEN = "/toa-soan/organizations/organization/sap-xep/"
MERGED = "Ban Tuyên giáo và Dân vận Thị ủy Sông Vân"


built = once(Town)


@pytest.fixture
def town(built):
    return copy.deepcopy(built)


@pytest.fixture
def keeper(town):
    return client_of(town.keeper)


def merger(town, **fields):
    ending = [town["Ban Tuyên giáo"].pk, town["Ban Dân vận"].pk]
    return {"day": "1/3/2025", "ending": ending, "names": MERGED, "number": "983-QĐ/TU", **fields}


def look(client, values, address=SCREEN):
    return client.post(address, {**values, "act": "look"})


def filled(answer):
    """Every field of the form as a browser would send it again."""
    screen = answer.context["screen"]
    forms = [screen.whole, *(row.form for row in screen._rows())]
    sent = {}
    for form in forms:
        for field in form:
            value = field.value()
            if value not in (None, False, ""):
                sent[field.html_name] = field.field.prepare_value(value)
    preview = answer.context["preview"]
    return sent | {
        "looked": preview.digest if preview else "", "revision": answer.context["revision"],
        "theo": answer.context["pattern"],
    }  # fmt: skip


def save(client, answer, address=SCREEN, **fields):
    return client.post(address, {**filled(answer), **fields, "act": "save"})


def words(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_merger_is_drafted_in_two_looks(town, keeper):
    answer = save(keeper, look(keeper, merger(town)))
    decision = Decision.objects.get()
    assert answer["location"] == f"/toa-soan/people/decision/{decision.pk}/change/"
    assert (decision.kind, decision.number) == ("bodies", "983-QĐ/TU")
    assert MERGED in decision.subject


def test_consequences_are_shown_before_saving(town, keeper):
    said = words(look(keeper, merger(town)))
    assert "Phạm Quốc Bảo" in said
    assert 'data-code="empty"' in said


def test_what_was_not_looked_at_is_not_saved(town, keeper):
    first = look(keeper, merger(town))
    term = Term.objects.get(position__body=town["Ban Dân vận"])
    row = {f"term-{term.pk}-carry": "on", f"term-{term.pk}-rank": "Phó Trưởng ban"}
    again = save(keeper, first, **row)
    assert not Decision.objects.exists()
    save(keeper, again)
    appointed = [line for line in Decision.objects.get().changes if line["act"] == "appoint"]
    assert term.person_id in [line["person"] for line in appointed]


def test_pressed_twice_is_one_draft(town, keeper):
    first = look(keeper, merger(town))
    save(keeper, first)
    save(keeper, first)
    assert Decision.objects.count() == 1


def test_wrong_day_keeps_what_was_typed(town, keeper):
    said = words(look(keeper, merger(town, day="31/2/2025")))
    assert MERGED in said and "983-QĐ/TU" in said and "31/2/2025" in said


def test_nothing_chosen_is_one_sentence(keeper):
    answer = look(keeper, {"day": "1/7/2025"})
    assert len(answer.context["screen"].whole.non_field_errors()) == 1


def test_carried_without_a_body_is_named(town, keeper):
    first = look(keeper, {"day": "1/7/2025", "ending": [town["MTTQ"].pk], "names": ""})
    term = Term.objects.get(position__body=town["MTTQ"])
    again = look(keeper, {**filled(first), f"term-{term.pk}-carry": "on"})
    assert NAMES[6] in words(again)
    assert again.context["screen"].has_errors


def test_place_without_bodies_is_refused(keeper):
    answer = look(keeper, {"day": "1/7/2025", "places": "thị xã Mường Xa"})
    assert "thị xã Mường Xa" in str(answer.context["screen"].whole.errors["places"])


def test_place_ends_with_everything_in_it(town, keeper):
    answer = look(keeper, {"day": "1/7/2025", "places": "thị xã Sông Vân"})
    ended = {row.about for row in answer.context["screen"].fates}
    assert {town["ThU"], town["Ban Tổ chức"], town["MTTQ"], town["Phòng Nội vụ"]} <= ended


def test_name_that_stays_is_refused(town, keeper):
    answer = look(keeper, {"day": "1/7/2025", "names": "Thị ủy Sông Vân"})
    assert len(answer.context["screen"].whole.errors["names"]) == 1


def test_strange_values_are_refused_in_words(town, keeper):
    for wrong in ({"ending": ["x", "-1"]}, {"kind": "kể chuyện"}, {"receiving": ["9" * 30]},
                  {"names": "\x00"}, {"day": "1/7/20255"}):  # fmt: skip
        assert look(keeper, merger(town) | wrong).status_code == 200


def test_another_keeper_was_faster(town, keeper):
    save(keeper, look(keeper, merger(town)))
    decision = Decision.objects.get()
    address = f"{SCREEN}{decision.pk}/"
    mine, other = keeper.get(address), client_of(town.second)
    theirs = other.get(address)
    save(other, look(other, {**filled(theirs), "note": "Của tôi"}, address), address)
    mine = look(keeper, {**filled(mine), "note": "Của đồng nghiệp"}, address)
    refused = save(keeper, mine, address, revision="0")
    assert "Của đồng nghiệp" in words(refused)
    assert Decision.objects.get().note == "Của tôi"
    assert save(keeper, refused, address, looked=mine.context["preview"].digest).status_code == 302
    assert Decision.objects.get().note == "Của đồng nghiệp"


def test_dropped_decision_is_done_again_from_its_own_lines(town, keeper):
    save(keeper, look(keeper, merger(town)))
    first = Decision.objects.get()
    Decision.objects.update(state="dropped")
    again = keeper.get(SCREEN, {"theo": first.pk})
    save(keeper, again)
    assert Decision.objects.get(state="draft").changes == first.changes


def test_body_page_leads_here_with_the_body_chosen(town, keeper):
    answer = keeper.get(SCREEN, {"ket-thuc": town["ThU"].pk})
    assert "Thị ủy Sông Vân" in words(answer)


@pytest.mark.parametrize("pattern", ["999", "abc", "-1", "1" * 400])
def test_unknown_pattern_is_not_found(keeper, pattern):
    assert keeper.get(SCREEN, {"theo": pattern}).status_code == 404


def test_strangers_do_not_see_the_screen(town):
    assert client_of(make.user()).get(SCREEN).status_code == 404


def test_reporters_are_told_who_changes_bodies(town):
    office = make.Office()
    answer = client_of(office.reporter).post(SCREEN, merger(town))
    assert answer.status_code == 302
    assert not Decision.objects.exists()


@pytest.mark.sqlite_only
def test_whole_town_is_looked_at_with_few_queries(town, keeper, django_assert_max_num_queries):
    values = {"day": "1/7/2025", "places": "thị xã Sông Vân", "names": "xã Bản Lếch"}
    look(keeper, values)
    with django_assert_max_num_queries(75):
        look(keeper, values)


def test_bodies_are_found_without_marks(town, keeper):
    answer = keeper.get(
        "/toa-soan/organizations/organization/tim/", {"term": "ban tuyen giao thi uy"}
    )
    found = [each["id"] for each in answer.json()["results"]]
    assert found == [str(Organization.objects.get(name__startswith="Ban Tuyên giáo").pk)]
