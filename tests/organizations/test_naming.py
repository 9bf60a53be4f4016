"""What the name of a body tells."""

import pytest

from apps.organizations.naming import guess, with_whole_communes

KINDS = [
    ("Thị ủy Sông Vân", "party_committee", "district", "thị xã Sông Vân"),
    ("Đảng uỷ xã Đồng Tâm", "party_committee", "commune", "xã Đồng Tâm"),
    ("Đảng bộ phường Cửa Đông", "party_committee", "commune", "phường Cửa Đông"),
    ("Ban Thường vụ Tỉnh ủy Vân Giang", "standing_committee", "province", "tỉnh Vân Giang"),
    ("Ban Tuyên giáo và Dân vận Thị ủy Sông Vân", "party_board", "district", "thị xã Sông Vân"),
    ("Ban Xây dựng Đảng Đảng ủy xã Đồng Tâm", "party_board", "commune", "xã Đồng Tâm"),
    ("Văn phòng Huyện ủy Bến Đò", "party_board", "district", "huyện Bến Đò"),
    ("Ủy ban Kiểm tra Đảng ủy phường Cửa Đông", "party_board", "commune", "phường Cửa Đông"),
    ("Hội đồng nhân dân thị xã Sông Vân", "people_council", "district", "thị xã Sông Vân"),
    ("UBND xã Đồng Tâm", "people_committee", "commune", "xã Đồng Tâm"),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam thị trấn Chợ Mới", "front", "commune", "thị trấn Chợ Mới"),
    ("Ban Chỉ huy Quân sự xã Đồng Tâm", "military", "commune", "xã Đồng Tâm"),
    ("Công an quận Ba", "police", "district", "quận Ba"),
    ("Hội Liên hiệp Phụ nữ tỉnh Vân Giang", "mass_org", "province", "tỉnh Vân Giang"),
    ("Ban Văn hóa - Xã hội Hội đồng nhân dân thị xã Sông Vân", "other", "district",
     "thị xã Sông Vân"),
    ("Câu lạc bộ Hưu trí", "other", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "kind", "level", "place"), KINDS)
def test_name_tells_kind_level_and_place(name, kind, level, place):
    told = guess(name)
    assert (told.kind, told.level, told.place) == (kind, level, place)


def test_commune_committee_gets_the_names_texts_use():
    assert guess("Đảng ủy xã Đồng Tâm").short_names == (
        "Đảng ủy xã", "Đảng ủy", "Đảng bộ xã", "Ban Chấp hành Đảng bộ xã Đồng Tâm",
    )  # fmt: skip


def test_town_committee_gets_the_names_texts_use():
    assert guess("Thị ủy Sông Vân").short_names == (
        "Thị ủy", "Đảng bộ thị xã", "Ban Chấp hành Đảng bộ thị xã Sông Vân",
    )  # fmt: skip


def test_board_is_named_with_and_without_its_committee():
    told = guess("Ban Tuyên giáo và Dân vận Thị ủy Sông Vân")
    assert told.short_names == ("Ban Tuyên giáo và Dân vận Thị ủy", "Ban Tuyên giáo và Dân vận")


def test_council_gets_its_abbreviation():
    told = guess("Hội đồng nhân dân xã Đồng Tâm")
    assert (told.short_names, told.abbreviations) == (("Hội đồng nhân dân xã",), ("HĐND xã",))


def test_a_commune_alone_means_its_four_bodies():
    assert with_whole_communes(["Phường Cửa Đông", "Công an xã Đồng Tâm"]) == [
        "Đảng ủy phường Cửa Đông",
        "Hội đồng nhân dân phường Cửa Đông",
        "Ủy ban nhân dân phường Cửa Đông",
        "Ủy ban Mặt trận Tổ quốc Việt Nam phường Cửa Đông",
        "Công an xã Đồng Tâm",
    ]
