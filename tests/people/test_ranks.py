"""What a rank means: order, seats, exclusion, implication."""

import json
from pathlib import Path

import pytest

from apps.people import ranks

DEMO = Path(__file__).resolve().parents[2] / "config/demo/content/register.json"


def weight(rank, kind="party_committee", level="district", body=""):
    return ranks.precedence_for(rank, kind, level, body=body)


def test_secretary_stands_before_deputies_and_members():
    order = ["Bí thư", "Phó Bí thư Thường trực", "Phó Bí thư", "Ủy viên Ban Thường vụ"]
    weights = [weight(rank) for rank in [*order, "Thị ủy viên"]]
    assert weights == sorted(set(weights))


def test_higher_level_stands_before_lower():
    province = weight("Chuyên viên", "party_board", "province")
    assert weight("Ủy viên Trung ương Đảng", level="central") < weight("Bí thư", level="province")
    assert (
        province < weight("Bí thư") < weight("chưa từng nghe") < weight("Bí thư", level="commune")
    )


def test_table_agrees_with_the_demo_register():
    demo = json.loads(DEMO.read_text(encoding="utf-8"))
    bodies = {body["id"]: body for body in demo["bodies"]}
    rows = [(bodies[row["body"]], row) for row in demo["precedence"]]
    wrong = [
        row
        for body, row in rows
        if body["level"] != "province" and not row["rank"].startswith("Trưởng")
        if weight(row["rank"], body["kind"], body["level"], body["name"]) != row["precedence"]
    ]
    assert wrong == []


def test_committee_of_an_office_stands_below_the_committee():
    of_office = weight("Bí thư", level="province", body="Đảng ủy Ủy ban nhân dân tỉnh Vân Giang")
    assert of_office > weight("Bí thư", level="province", body="Tỉnh ủy Vân Giang")
    assert weight("Bí thư", level="commune", body="Đảng ủy xã Nà Khoang") == 310


@pytest.mark.parametrize(
    "rank",
    ["Bí thư", "Chủ tịch", "Trưởng ban", "Chánh Văn phòng", "Chủ nhiệm", "Trưởng Công an"],
)
def test_heads_have_one_seat(rank):
    assert ranks.is_head(rank) and ranks.seats_for(rank) == 1


@pytest.mark.parametrize(
    "rank", ["Phó Bí thư", "Phó Trưởng ban", "Ủy viên", "Chính trị viên phó", "Đại biểu"]
)
def test_deputies_and_members_are_many(rank):
    assert not ranks.is_head(rank) and ranks.seats_for(rank) is None


def test_two_ranks_of_one_committee_exclude_each_other():
    assert ranks.excludes("Bí thư", "Phó bí thư thường trực")
    assert not ranks.excludes("Bí thư", "Bí thư")
    assert not ranks.excludes("Bí thư", "Ủy viên Ban Thường vụ")


def test_membership_follows_from_the_higher_seat():
    assert ranks.implies("Phó Bí thư", "Ủy viên Ban Thường vụ")
    assert ranks.implies("Ủy viên Ban Thường vụ", "Thị ủy viên")
    assert not ranks.implies("Thị ủy viên", "Ủy viên Ban Thường vụ")
    assert not ranks.implies("Bí thư", "Ủy viên Ban Thường vụ", "mass_org")


def test_body_is_offered_its_own_ranks():
    assert ranks.usual_ranks("party_committee", "Thị ủy Sông Vân")[-1] == "Thị ủy viên"
    assert ranks.usual_ranks("party_board", "Văn phòng Thị ủy")[0] == "Chánh Văn phòng"
    assert "Chủ nhiệm" not in ranks.usual_ranks("party_board", "Ban Tổ chức Thị ủy")
