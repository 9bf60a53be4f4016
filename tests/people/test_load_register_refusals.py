"""What a register file may not say: refused whole, each contradiction named."""

import json

import pytest

from apps.organizations.models import Organization
from apps.people.models import Decision, Person, Term

from .files import body, loaded, person, refusals, register, run, title, written

pytestmark = pytest.mark.django_db


def test_file_with_one_contradiction_loads_nothing(tmp_path):
    values = register(person("p1", "Lò Thị Hương", title(body="KHONG")))
    code, out, err = run(written(tmp_path, values))
    assert code == 1
    assert "KHONG" in err
    assert not any(m.objects.exists() for m in (Organization, Person, Term, Decision))


def test_every_contradiction_is_named_at_once(tmp_path):
    values = register(
        person("p1", "Lò Thị Hương", title(body="KHONG"), title(since="2025-02-31")),
        bodies=[body("X", "Ban lạc", parent="MAT")],
    )
    code, out, err = run(written(tmp_path, values), "--format", "json")
    assert all(named in err for named in ("KHONG", "2025-02-31", "MAT"))
    assert len(json.loads(out)["errors"]) == 3


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"parent": "MAT"}, "MAT"),
        ({"successors": ["MAT"], "valid_to": "2025-06-30"}, "MAT"),
        ({"successors": ["X"], "valid_to": "2025-06-30"}, "X"),
        ({"parent": "X"}, "Ban lạc"),
        ({"valid_from": "2025-07-01", "valid_to": "2025-06-30"}, "X"),
        ({"valid_to": "30 tháng sáu"}, "30 tháng sáu"),
        ({"level": "ward"}, "ward"),
        ({"name": ""}, "X"),
        ({"name": "Ban " * 60}, "200"),
        ({"name": ["Ban"]}, "Ban"),
    ],
)
def test_body_that_cannot_be_is_named(changes, named):
    assert named in refusals(register(bodies=[body("X", **{"name": "Ban lạc"} | changes)]))


def test_superiors_in_a_circle_are_refused():
    bodies = [body("A", "Ban một", parent="B"), body("B", "Ban hai", parent="A")]
    assert "Ban một" in refusals(register(bodies=bodies))


def test_body_renamed_without_a_last_day_is_refused():
    heir = body("Y", "Ban mới", valid_from="2025-07-01")
    assert "X" in refusals(register(bodies=[body("X", "Ban cũ", successors=["Y"]), heir]))


def head(ref, name, since, until, **fields):
    return person(ref, name, title(since=since, until=until, **fields))


def test_two_heads_at_once_are_refused_by_name():
    two = [head("p1", "Lò Thị Hương", "2020-08-01", None),
           head("p2", "Vàng A Chính", "2024-01-01", None)]  # fmt: skip
    told = refusals(register(*two))
    assert "Lò Thị Hương" in told
    assert "Vàng A Chính" in told


def test_handover_day_belongs_to_both():
    two = [head("p1", "Lò Thị Hương", "2020-08-01", "2024-01-01"),
           head("p2", "Vàng A Chính", "2024-01-01", None)]  # fmt: skip
    assert refusals(register(*two)) == ""


def test_second_day_of_two_heads_is_one_too_many():
    two = [head("p1", "Lò Thị Hương", "2020-08-01", "2024-01-02"),
           head("p2", "Vàng A Chính", "2024-01-01", None)]  # fmt: skip
    assert "Vàng A Chính" in refusals(register(*two))


def test_deputies_may_be_several():
    several = [person(f"p{n}", "Mai Thanh Tùng", title("Phó Bí thư")) for n in range(4)]
    assert refusals(register(*several)) == ""


def test_new_head_beside_the_loaded_one_is_refused():
    loaded(register(head("p1", "Lò Thị Hương", "2020-08-01", None)))
    told = refusals(register(head("p2", "Vàng A Chính", "2024-01-01", None)))
    assert "Lò Thị Hương" in told
    assert Person.objects.count() == 1


@pytest.mark.parametrize("days", [("2025-01-01", "2025-07-01"), ("2025-07-01", "2025-08-01")])
def test_title_outlives_no_body(days):
    assert "p1" in refusals(
        register(person("p1", "Lò Thị Hương", title("Phó Bí thư", "THU", *days)))
    )


def test_title_begins_in_no_body_to_come():
    early = title("Bí thư", "DU", "2025-06-30", None)
    assert "p1" in refusals(register(person("p1", "Lò Thị Hương", early)))


def test_head_is_not_deputy_of_the_same_committee():
    both = person("p1", "Lò Thị Hương", title(), title("Phó Bí thư"))
    assert "Phó Bí thư" in refusals(register(both))


def test_members_may_be_listed_beside_their_rank():
    both = person("p1", "Lò Thị Hương", title(), title("Ủy viên Ban Thường vụ"))
    assert refusals(register(both)) == ""


@pytest.mark.parametrize("part", ["people", "bodies"])
def test_id_used_twice_is_refused(part):
    values = register()
    values[part].append(dict(values[part][-1], name="Người khác"))
    assert values[part][-1]["id"] in refusals(values)


def test_days_in_the_wrong_order_are_refused():
    turned = title(since="2025-06-01", until="2025-05-31")
    assert "p1" in refusals(register(person("p1", "Lò Thị Hương", turned)))


def test_year_mistyped_is_refused():
    late = title("Bí thư", "DU", "2062-07-01", None)
    assert "2062" in refusals(register(person("p1", "Lò Thị Hương", late)))


def test_table_with_two_numbers_for_one_rank_is_refused():
    table = [{"rank": "Bí thư", "body": "THU", "precedence": n} for n in (110, 111)]
    assert "THU" in refusals(register(precedence=table))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"\xff\xfe{}", b'{"format": "toasoan-register/9"}', b"[" * 100_000,
     b'{"bodies": {"id": 1}}', b'{"people": [[]]}', b'{"bodies": [{"id": null, "name": "X"}]}'],
)  # fmt: skip
def test_what_is_no_register_is_refused_in_words(tmp_path, content):
    path = tmp_path / "hỏng.json"
    path.write_bytes(content)
    code, _out, err = run(path)
    assert code == 1
    assert err.strip()


def test_number_out_of_reason_is_refused():
    for odd in (-1, 1.5, True, 10**9, "110"):
        values = register(person("p1", "Lò Thị Hương", title(precedence=odd)))
        assert "p1" in refusals(values)


def test_source_longer_than_a_word_is_refused(tmp_path):
    code, _out, err = run(written(tmp_path, register()), "--source", "x" * 90)
    assert code == 1
    assert "60" in err


def test_long_file_name_is_cut_to_a_source(tmp_path):
    values = {name: part for name, part in register().items() if name != "source"}
    code, _out, _err = run(written(tmp_path, values, f"{'xã ' * 40}.json"))
    assert (code, Organization.objects.exists()) == (0, True)
