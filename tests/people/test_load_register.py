"""What a register file brings into the register (CONTRACTS, `load_register`)."""

import datetime as dt
import json
from pathlib import Path

import pytest

from apps.accounts.models import User
from apps.newsroom.models import Act
from apps.organizations.models import Organization, Succession
from apps.people.models import Decision, Person, Position, Term

from .files import body, loaded, person, register, run, title, written

pytestmark = pytest.mark.django_db
SEED = Path(__file__).resolve().parents[3] / "shared/seeds/register.json"
needs_seed = pytest.mark.skipif(not SEED.exists(), reason="the seeds lie beside the repository")
JULY = dt.date(2025, 7, 1)


def of(ref):
    return Organization.objects.get(ref=ref)


@needs_seed
def test_seed_register_loads_without_a_word(tmp_path):
    code, out, err = run(SEED)
    assert (code, err) == (0, "")
    assert (Organization.objects.count(), Person.objects.count()) == (7, 4)
    assert Term.objects.count() == 8


def test_titles_keep_their_days():
    loaded(register(person("p1", "Lò Thị Hương", title(since=None))))
    term = Term.objects.get()
    assert (term.starts_on, term.ends_on) == (None, dt.date(2025, 6, 30))
    assert str(term) == "Lò Thị Hương, Bí thư Thị ủy Sông Vân"


def test_successor_begins_the_day_after():
    loaded(register())
    assert of("DU").valid_from == JULY


def test_successor_may_say_when_it_begins():
    own = body("DU", "Đảng ủy phường Sông Vân", valid_from="2025-06-16")
    loaded(register(bodies=[own]))
    assert of("DU").valid_from == dt.date(2025, 6, 16)
    assert Succession.objects.get().on == dt.date(2025, 6, 16)


def ended(ref, *successors, kind="party_board"):
    return body(ref, f"Ban {ref}", kind=kind, valid_to="2025-02-28", successors=list(successors))


def test_body_with_earlier_titles_took_another_in_and_did_not_begin_then():
    """The border guards' command joins the military command in 2025; that is much older."""
    chief = person("p9", "Đỗ Mạnh Sâm", title("Trưởng ban", "B", since="2019-04-01", until=None))
    loaded(register(chief, bodies=[ended("A", "B"), body("B", "Ban cũ hơn", kind="party_board")]))
    step = Succession.objects.get(before=of("A"))
    assert of("B").valid_from is None
    assert (step.kind, step.on) == ("taken_over", dt.date(2025, 3, 1))


def test_work_passes_between_levels_without_renaming():
    loaded(register())
    assert Succession.objects.get(after=of("DU")).kind == "taken_over"


def test_body_that_lived_before_takes_over_when_the_other_ends():
    older = body("B", "Ban cũ hơn", kind="party_board", valid_from="1995-01-01")
    loaded(register(bodies=[ended("A", "B"), older]))
    step = Succession.objects.get(before=of("A"))
    assert (step.kind, step.on) == ("taken_over", dt.date(2025, 3, 1))


@pytest.mark.parametrize(
    ("bodies", "kinds"),
    [
        ([ended("A", "B"), body("B", "Ban mới", kind="party_board")], {"renamed"}),
        ([ended("A", "B"), body("B", "Hội mới", kind="mass_org")], {"taken_over"}),
        ([ended("A", "C"), ended("B", "C"), body("C", "Ban gộp")], {"merged"}),
        ([ended("A", "B", "C"), body("B", "Ban một"), body("C", "Ban hai")], {"split"}),
    ],
)
def test_succession_is_named_by_its_shape(bodies, kinds):
    loaded(register(bodies=bodies))
    found = Succession.objects.filter(before__name__startswith="Ban ")
    assert set(found.values_list("kind", flat=True)) == kinds


def test_title_outranks_the_table_only_where_it_differs():
    table = [{"rank": "Phó Bí thư", "body": "THU", "precedence": 115}]
    titles = [title("Phó bí thư", precedence=115), title("Phó Bí thư", precedence=112)]
    people = [person(f"p{n}", "Mai Thanh Tùng", said) for n, said in enumerate(titles)]
    loaded(register(*people, precedence=table))
    assert Position.objects.get().precedence == 115
    assert sorted(Term.objects.values_list("precedence", flat=True), key=str) == [112, None]


def test_heads_have_one_seat_and_a_usual_place():
    loaded(register())
    position = Position.objects.get()
    assert position.seats == 1
    assert 100 <= position.precedence < 300


@pytest.mark.parametrize(
    ("rank", "status"),
    [("Quyền Bí thư", "acting"), ("Phụ trách Bí thư", "in_charge"), ("Bí thư", "holds"),
     ("Bí thư lâm thời", "provisional")],
)  # fmt: skip
def test_status_is_read_off_the_rank(rank, status):
    loaded(register(person("p1", "Lò Thị Hương", title(rank))))
    term = Term.objects.get()
    assert (term.position.rank, term.status) == ("Bí thư", status)


def test_rank_is_read_from_the_title():
    said = {"title": "Phó Bí thư Thường trực Thị ủy Sông Vân", "body": "THU", "to": "2024-01-01"}
    loaded(register(person("p1", "Lò Thị Hương", said)))
    assert Position.objects.get().rank == "Phó Bí thư Thường trực"


def test_open_title_ends_with_its_body_and_says_so():
    outcome = loaded(register(person("p1", "Lò Thị Hương", title(until=None))))
    assert Term.objects.get().ends_on == dt.date(2025, 6, 30)
    assert "30/6/2025" in " ".join(outcome.warnings)


def test_unknown_keys_and_kinds_are_only_told():
    odd = body("X", "Tổ tự quản", kind="neighbourhood", colour="đỏ")
    outcome = loaded(register(bodies=[odd]))
    assert of("X").kind == "other"
    assert "colour" in " ".join(outcome.warnings)
    assert "neighbourhood" in " ".join(outcome.warnings)


def test_same_ids_of_two_sources_are_two_bodies():
    loaded(register())
    loaded(register(source="noi-khac"))
    assert Organization.objects.filter(ref="THU").count() == 2
    assert of_sources() == {"song-van", "noi-khac"}


def of_sources():
    return set(Person.objects.values_list("source", flat=True))


def test_source_falls_back_on_the_file_name(tmp_path):
    values = register()
    del values["source"]
    run(written(tmp_path, values, "xa-moi.json"))
    assert of_sources() == {"xa-moi"}


def test_source_may_be_given_to_the_command(tmp_path):
    run(written(tmp_path, register()), "--source", "tinh")
    assert of_sources() == {"tinh"}


def test_names_arrive_in_one_spelling():
    decomposed = "Lo\u0300 Thi\u0323  Hu\u031bo\u031bng"
    loaded(register(person("p1", decomposed, title())))
    found = Person.objects.get()
    assert found.name == "Lò Thị Hương"
    assert (found.folded, found.slug) == ("lo thi huong", "lo-thi-huong")


def test_load_is_a_decision_in_force_that_waits_for_signatures():
    outcome = loaded(register())
    decision = Decision.objects.get()
    assert outcome.decision == decision
    assert (decision.kind, decision.state, decision.signed_at) == ("load", "in_force", None)
    assert decision.changes[0]["counts"]["terms"] == 1
    assert decision.touched["people"] == [Person.objects.get().pk]


def test_importer_signs_nothing_and_cannot_sign_in():
    loaded(register())
    account = User.objects.get(username="nhap-lieu")
    assert Decision.objects.get().entered_by == account
    assert not account.is_active
    assert not account.has_usable_password()


def test_dry_run_writes_nothing(tmp_path):
    code, out, err = run(written(tmp_path, register()), "--dry-run")
    assert code == 0
    assert not Organization.objects.exists()
    assert not User.objects.exists()


def test_json_report_is_one_object(tmp_path):
    code, out, err = run(written(tmp_path, register()), "--format", "json")
    report = json.loads(out)
    assert report["people"] == {
        "new": 1, "changed": 0, "unchanged": 0, "left_out": 0, "kept": 0,
    }  # fmt: skip
    assert report["source"] == "song-van"


@pytest.mark.parametrize("options", [["--as", "khong-ai"], ["missing"]])
def test_wrong_usage_has_its_own_code(tmp_path, options):
    path = tmp_path / "không có.json" if options == ["missing"] else written(tmp_path, register())
    code, _out, err = run(path, *(options if options != ["missing"] else []))
    assert code == 2
    assert err


def test_history_tells_of_each_person(django_assert_max_num_queries):
    with django_assert_max_num_queries(40):
        loaded(register())
    acts = list_of_acts("person")
    assert acts == [("load", "Lò Thị Hương"), ("load", None)]


def list_of_acts(noun):
    found = Act.objects.filter(key__startswith=f"{noun}:").order_by("pk")
    return [(act.verb, act.after.get("name")) for act in found]
