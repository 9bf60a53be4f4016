"""Offices that are in no list, and where their names end."""

import pytest

from lib.vietnamese.titles import read_mentions

OFFICES = {
    "Giám đốc Công ty Cấp thoát nước": "Công ty Cấp thoát nước",
    "Giám đốc Điện lực Sơn Thạch": "Điện lực Sơn Thạch",
    "Trưởng ban Quản lý rừng phòng hộ huyện": "Ban Quản lý rừng phòng hộ huyện",
    "Giám đốc Ban Quản lý các Khu công nghiệp tỉnh": "Ban Quản lý các khu công nghiệp tỉnh",
    "Giám đốc Trung tâm Y tế và Dân số huyện": "Trung tâm Y tế và Dân số huyện",
    "Trưởng Ban Kinh tế và Ngân sách HĐND huyện": "Ban Kinh tế và Ngân sách HĐND huyện",
    "Bí thư Chi bộ 5": "Chi bộ 5",
    "Trưởng ban CTMT khu dân cư số 3": "Ban CTMT khu dân cư số 3",
    "Chính ủy Quân khu 7": "Quân khu 7",
    "Hiệu trưởng Trường PTDTBT THCS Mường Sại": "Trường PTDTBT THCS Mường Sại",
}


@pytest.mark.parametrize("words", OFFICES)
def test_office_of_no_list_is_read_whole(words):
    (mention,) = read_mentions(f"đồng chí Vi Hảo, {words} phát biểu")
    assert mention.titles[0].body == OFFICES[words]


@pytest.mark.parametrize("words", OFFICES)
def test_name_behind_such_an_office_is_found(words):
    (mention,) = read_mentions(f"{words} Trần Văn Phú phát biểu")
    assert (mention.name, mention.titles[0].body) == ("Trần Văn Phú", OFFICES[words])


@pytest.mark.parametrize("verb", ["báo cáo", "cho biết", "trao quà", "khảo sát", "yêu cầu"])
def test_verb_is_no_part_of_an_office(verb):
    (mention,) = read_mentions(f"ông Trần Văn Phú, Giám đốc Công ty Minh Phát {verb} tại hội nghị")
    assert mention.titles[0].body == "Công ty Minh Phát"
