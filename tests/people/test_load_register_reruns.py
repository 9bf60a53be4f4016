"""Loading again: nothing twice, changes told, and what the desk decided stays."""

import datetime as dt

import pytest

from apps.newsroom.models import Act
from apps.organizations.models import Organization, Succession
from apps.people import decisions
from apps.people.models import Decision, Person, Position, Term
from tests import make
from tests.make import NOON

from .files import body, loaded, person, register, title

pytestmark = pytest.mark.django_db
TABLES = (Organization, Person, Position, Term, Succession, Decision, Act)


def rows():
    return [model.objects.count() for model in TABLES]


def test_second_run_changes_nothing():
    loaded(register())
    before = rows()
    outcome = loaded(register())
    assert outcome.decision is None
    assert rows() == before


def test_changed_day_is_rewritten_and_told():
    loaded(register())
    pk = Term.objects.get().pk
    outcome = loaded(register(person("p1", "Lò Thị Hương", title(until="2024-12-31"))))
    assert Term.objects.get(pk=pk).ends_on == dt.date(2024, 12, 31)
    assert outcome.counts["terms"]["changed"] == 1
    act = Act.objects.filter(key__startswith="person:").latest("pk")
    assert (act.before["ends_on"], act.after["ends_on"]) == ("30/6/2025", "31/12/2024")


def test_changed_name_is_found_under_its_new_spelling():
    loaded(register())
    loaded(register(person("p1", "Lò Thị Hường", title())))
    found = Person.objects.get()
    assert (found.name, found.folded, found.slug) == (
        "Lò Thị Hường", "lo thi huong", "lo-thi-huong",
    )  # fmt: skip
    assert found.sort_key != ""


def test_corrected_body_keeps_its_row():
    loaded(register())
    renamed = body("UBND", "Ủy ban nhân dân thị xã Sông Vân", parent="TU", place="Sông Vân")
    loaded(register(bodies=[renamed]))
    found = Organization.objects.get(ref="UBND")
    assert (found.parent.ref, found.place, "song van" in found.folded) == ("TU", "Sông Vân", True)


def test_new_holder_joins_the_old_row():
    first = person("p1", "Lò Thị Hương", title(until=None))
    loaded(register(first))
    ended = person("p1", "Lò Thị Hương", title(until="2024-01-01"))
    outcome = loaded(register(ended, person("p2", "Vàng A Chính", title(since="2024-01-01"))))
    assert outcome.counts["terms"] == {
        "new": 1, "changed": 1, "unchanged": 0, "left_out": 0, "kept": 0,
    }  # fmt: skip


def test_reelected_holder_has_two_terms():
    again = [title(until="2023-01-01"), title(since="2023-01-01")]
    loaded(register(person("p1", "Lò Thị Hương", *again)))
    before = rows()
    loaded(register(person("p1", "Lò Thị Hương", *reversed(again))))
    assert Term.objects.count() == 2
    assert rows() == before


def test_what_is_no_longer_listed_is_left_and_counted():
    loaded(register(person("p1", "Lò Thị Hương", title()), person("p2", "Vàng A Chính")))
    outcome = loaded(register(person("p2", "Vàng A Chính")))
    assert Term.objects.count() == 1
    assert outcome.counts["terms"]["left_out"] == 1
    assert outcome.counts["people"]["left_out"] == 1


def test_later_file_may_build_on_an_earlier_one():
    loaded(register())
    part = {"format": "toasoan-register/1", "source": "song-van",
            "bodies": [body("BTC", "Ban Tổ chức Thị ủy", kind="party_board", parent="THU")],
            "people": [person("p9", "Vàng A Chính", title("Trưởng ban", "BTC"))]}  # fmt: skip
    assert loaded(part).errors == []
    assert Organization.objects.get(ref="BTC").parent.ref == "THU"


def decided(*lines):
    """Two people sign these lines."""
    keeper, other = (make.user(keeps_register=True) for _ in range(2))
    made = decisions.draft(subject="Về công tác cán bộ", changes=lines, by=keeper, at=NOON)
    decisions.propose(made, by=keeper, at=NOON)
    return decisions.sign(made, by=other, at=NOON)


def test_end_decided_on_the_desk_outlasts_an_old_file():
    loaded(register(person("p1", "Lò Thị Hương", title("Bí thư", "DU", "2025-07-01", None))))
    decided({"act": "end", "term": Term.objects.get().pk, "on": "2026-03-31"})
    outcome = loaded(
        register(person("p1", "Lò Thị Hương", title("Bí thư", "DU", "2025-07-01", None)))
    )
    assert Term.objects.get().ends_on == dt.date(2026, 3, 31)
    assert outcome.decision is None
    assert outcome.counts["terms"]["kept"] == 1


def test_old_file_does_not_clash_with_the_desks_appointment():
    values = register(person("p1", "Lò Thị Hương", title("Bí thư", "DU", "2025-07-01", None)),
                      person("p2", "Vàng A Chính"))  # fmt: skip
    loaded(values)
    heir, term = Person.objects.get(ref="p2"), Term.objects.get()
    decided({"act": "end", "term": term.pk, "on": "2026-03-31"},
            {"act": "appoint", "person": heir.pk, "rank": "Bí thư",
             "body": term.position.body_id, "from": "2026-03-31"})  # fmt: skip
    assert loaded(values).errors == []
    assert Term.objects.count() == 2


def test_title_struck_on_the_desk_is_not_loaded_again():
    loaded(register())
    decided({"act": "strike", "term": Term.objects.get().pk})
    outcome = loaded(register())
    assert not Term.objects.exists()
    assert outcome.counts["terms"]["kept"] == 1


def test_title_given_to_another_person_stays_there():
    values = register(person("p1", "Lò Thị Hương", title()), person("p2", "Vàng A Chính"))
    loaded(values)
    right = Person.objects.get(ref="p2")
    decided({"act": "correct", "term": Term.objects.get().pk, "set": {"person": right.pk}})
    assert loaded(values).errors == []
    assert Term.objects.get().person == right


def test_revoked_load_leaves_the_register_as_it_was():
    outcome = loaded(register())
    loaded(register(person("p1", "Lò Thị Hương", title(until="2024-12-31"))))
    assert Term.objects.get().ends_on == dt.date(2024, 12, 31)
    first, second = (make.user(keeps_register=True) for _ in range(2))
    latest = Decision.objects.order_by("-pk").first()
    assert latest != outcome.decision
    decisions.revoke(latest, by=first, at=NOON)
    decisions.revoke(latest, by=second, at=NOON)
    assert Term.objects.get().ends_on == dt.date(2025, 6, 30)


@pytest.mark.sqlite_only
def test_queries_do_not_grow_with_the_file(django_assert_max_num_queries):
    def crowd(number):
        return [person(f"p{n}", "Mai Thanh Tùng", title("Phó Bí thư")) for n in range(number)]

    with django_assert_max_num_queries(45):
        loaded(register(*crowd(300)))
    with django_assert_max_num_queries(15):
        loaded(register(*crowd(300)))


def test_first_load_may_be_revoked_whole():
    outcome = loaded(register())
    for keeper in (make.user(keeps_register=True) for _ in range(2)):
        decisions.revoke(outcome.decision, by=keeper, at=NOON)
    assert not Person.objects.exists()
    assert not Organization.objects.exists()
