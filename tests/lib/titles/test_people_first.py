"""Titles behind a name, however they are joined to it."""

import pytest

from lib.vietnamese.titles import officials, read_mentions

BOTH = ("Phó Bí thư | Đảng ủy", "Chủ tịch | UBND xã")


@pytest.mark.parametrize(
    "text",
    [
        "đồng chí Lò Văn Pảo, Phó Bí thư Đảng ủy, Chủ tịch UBND xã",
        "đồng chí Lò Văn Pảo – Phó Bí thư Đảng ủy -Chủ tịch UBND xã",
        "đồng chí Lò Văn Pảo-Phó Bí thư Đảng uỷ- chủ tịch UBND xã",
        "đồng chí Lò Văn Pảo , Phó Bí thư Đảng ủy , Chủ tịch UBND xã",
        "đồng chí Lò Văn Pảo; Phó Bí thư Đảng ủy; Chủ tịch UBND xã",
        "đồng chí Lò Văn Pảo (Phó Bí thư Đảng ủy, Chủ tịch UBND xã)",
        "đồng chí Lò Văn Pảo Phó Bí thư Đảng ủy, Chủ tịch UBND xã",
        "đồng chí Lò Văn Pảo, Phó Bí thư Đảng ủy kiêm Chủ tịch UBND xã",
        "Phó Bí thư Đảng ủy đồng thời là Chủ tịch UBND xã Lò Văn Pảo",
        "Phó Bí thư Đảng ủy, Chủ tịch UBND xã: Lò Văn Pảo",
        "Phó Bí thư Đảng ủy Lò Văn Pảo, Chủ tịch UBND xã",
        "Lò Văn Pảo, sinh năm 1975, Phó Bí thư Đảng ủy, Chủ tịch UBND xã",
        "Lò Văn Pảo (thứ hai từ trái sang), Phó Bí thư Đảng ủy, Chủ tịch UBND xã",
        "Phó Bí thư Đảng ủy là đồng chí Lò Văn Pảo; ông Lò Văn Pảo, Chủ tịch UBND xã",
        "Đ/c Lò Văn Pảo - PBT Đảng ủy, CT.UBND xã",
    ],
)
def test_titles_are_joined_to_the_name(text):
    (official,) = officials(read_mentions(text))
    assert (official.name, official.titles) == ("Lò Văn Pảo", BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lò Văn Pảo được giao quyền Chủ tịch UBND xã",
        "bầu ông Lò Văn Pảo giữ chức vụ quyền Chủ tịch UBND xã",
        "Lò Văn Pảo hiện là quyền Chủ tịch UBND xã",
        "ông Lò Văn Pảo được Ban Thường vụ điều động, phân công giữ chức quyền Chủ tịch UBND xã",
    ],
)
def test_titles_given_by_the_sentence_are_read(text):
    (mention,) = read_mentions(text)
    assert list(map(str, mention.titles)) == ["quyền Chủ tịch | UBND xã"]


def test_title_that_ends_is_not_held():
    (mention,) = read_mentions("Đồng chí Lò Văn Pảo thôi giữ chức Bí thư Huyện ủy")
    assert mention.titles == ()


def test_next_person_keeps_the_title_before_his_name():
    text = "đồng chí Lò Văn Pảo, Bí thư Huyện ủy, Chủ tịch UBND huyện Vi Thị Hảo"
    found = [(m.name, list(map(str, m.titles))) for m in read_mentions(text)]
    assert found == [
        ("Lò Văn Pảo", ["Bí thư | Huyện ủy"]),
        ("Vi Thị Hảo", ["Chủ tịch | UBND huyện"]),
    ]


def test_shorthand_of_a_schedule_is_read():
    found = [(m.name, list(map(str, m.titles))) for m in read_mentions("Đ/c Tú PCT; đ/c Hậu CT")]
    assert found == [("Tú", ["Phó Chủ tịch | "]), ("Hậu", ["Chủ tịch | "])]


def test_event_role_behind_a_title_is_left_out():
    text = "Đoàn công tác do đồng chí Lò Văn Pảo, Phó Bí thư Huyện ủy làm Trưởng đoàn"
    assert officials(read_mentions(text))[0].titles == ("Phó Bí thư | Huyện ủy",)
