"""All titles of the people of one text."""

from lib.vietnamese.titles import officials, read_mentions


def union(text):
    return [(one.name, list(one.titles)) for one in officials(read_mentions(text))]


def test_titles_of_all_mentions_are_united():
    text = (
        "Đồng chí Vũ Văn Diễn, Ủy viên BTV Tỉnh ủy, Bí thư Thành ủy dự. "
        "Đồng chí Vũ Văn Diễn, Chủ tịch HĐND thành phố kết luận."
    )
    titles = ["Ủy viên Ban Thường vụ | Tỉnh ủy", "Bí thư | Thành ủy", "Chủ tịch | HĐND thành phố"]
    assert union(text) == [("Vũ Văn Diễn", titles)]


def test_longer_form_of_a_title_is_kept():
    text = "Đồng chí Lò Pảo, Chủ tịch UBND xã. Chủ tịch UBND xã Nà Khoang Lò Pảo nói."
    assert union(text) == [("Lò Pảo", ["Chủ tịch | UBND xã Nà Khoang"])]


def test_deputy_said_shorter_is_the_standing_deputy():
    text = "Đồng chí Lò Pảo, Phó Bí thư Thường trực Huyện ủy. Phó Bí thư Huyện ủy Lò Pảo nói."
    assert union(text) == [("Lò Pảo", ["Phó Bí thư Thường trực | Huyện ủy"])]


def test_former_and_present_title_are_two():
    text = "Ông Lò Pảo, nguyên Bí thư Huyện ủy. Bí thư Huyện ủy Lò Pảo nói."
    (official,) = officials(read_mentions(text))
    assert official.titles == ("nguyên Bí thư | Huyện ủy", "Bí thư | Huyện ủy")
    assert official.former == ("nguyên Bí thư | Huyện ủy",)


def test_title_without_name_counts_for_its_holder():
    text = (
        "Đồng chí Lò Pảo, Bí thư Thị ủy dự. Đồng chí Bí thư thị ủy, Chủ tịch HĐND thị xã kết luận."
    )
    assert union(text) == [("Lò Pảo", ["Bí thư | Thị ủy", "Chủ tịch | HĐND thị xã"])]


def test_title_without_name_and_holder_is_left_out():
    assert union("đồng chí Chủ tịch UBND tỉnh đề nghị các sở khẩn trương") == []


def test_person_without_title_is_left_out():
    assert union("đồng chí Lò Pảo phát biểu") == []


def test_given_name_alone_is_the_person_named_before():
    text = "Đồng chí Lò Văn Pảo, Bí thư Thị ủy. Đ/c Pảo CT dự."
    assert union(text) == [("Lò Văn Pảo", ["Bí thư | Thị ủy", "Chủ tịch | "])]


def test_people_stand_in_order_of_first_mention():
    text = "Đồng chí Vi Hảo phát biểu. Bí thư Huyện ủy Lò Pảo và Chủ tịch UBND huyện Vi Hảo dự."
    assert [name for name, _titles in union(text)] == ["Vi Hảo", "Lò Pảo"]
