import pytest

from apps.public.typography import frame_tables, set_html, set_line, set_text

NAME = '<span class="full-name">%s</span>'
T = "\u00a0"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("đồng chí Đào Minh", f"đồng\u00a0chí\u00a0{NAME % 'Đào Minh'}"),
        ("Đồng chí Lại Thế Vinh, Đảng", f"Đồng\u00a0chí\u00a0{NAME % 'Lại Thế Vinh'}, Đảng"),
        ("đồng chí Trưởng ban", "đồng\u00a0chí\u00a0Trưởng ban"),
        ("đồng chí <a>Giàng A Súa</a>", "đồng\u00a0chí\u00a0<a>Giàng A Súa</a>"),
        ("Thường trực Đảng ủy", 'Thường trực <span class="nb">Đảng ủy</span>'),
        ("của Thị uỷ; chị ủy lạo", 'của <span class="nb">Thị uỷ</span>; chị ủy lạo'),
        ("khóa XI, lần thứ V, số 2", f"khóa{T}XI, lần thứ{T}V, số{T}2"),
        ("ngày 5/3", f"ngày{T}5/3"),
        ("Đồng chí Bí thư", "Đồng\u00a0chí\u00a0Bí thư"),
        ("các đồng chí ủy viên", "các đồng chí ủy viên"),
        ("số 17-NQ/TU ngày", 'số\u00a0<span class="nb">17-NQ/TU</span> ngày'),
        ("11-QĐi/TW", '<span class="nb">11-QĐi/TW</span>'),
        ("18/2014/NĐ-CP", "18/2014/NĐ-CP"),
        ("2016-2021", "2016-2021"),
        ("46 ha, 2,9 tỷ đồng", "46\u00a0ha, 2,9\u00a0tỷ\u00a0đồng"),
        ("gọi 0200 000 012", "gọi 0200\u00a0000\u00a0012"),
        ("quý IV năm 2026", "quý\u00a0IV năm\u00a02026"),
        ("nhiệm kỳ 2025 - 2030", "nhiệm kỳ 2025\u00a0-\u00a02030"),
        ("2 halogen, 5 Kg, dân số Vân", "2 halogen, 5 Kg, dân số Vân"),
    ],
)
def test_names_and_numbers_stay_together(before, after):
    assert set_html(before) == after


def test_attributes_are_left_alone():
    html = '<img alt="đồng chí An > 17-NQ/TU"><p>x</p>'
    assert set_html(html) == html


def test_a_wide_table_scrolls_in_a_frame_that_keys_reach():
    framed = frame_tables("<p>a</p><table><tr><td>1</td></tr></table><p>b</p>")
    assert framed.startswith('<p>a</p><div class="frame" tabindex="0" role="group" aria-label="')
    assert framed.endswith("</table></div><p>b</p>")
    assert frame_tables("<p>a</p>") == "<p>a</p>"


def test_plain_words_are_escaped():
    assert set_text("<b>17-NQ/TU") == '&lt;b&gt;<span class="nb">17-NQ/TU</span>'


LEADERS = f"Các đồng\u00a0chí\u00a0{NAME % 'Lê An'} &amp; Vũ Bình"


def test_lines_of_lists_are_set_where_something_belongs_together():
    assert set_line("Nghị quyết 17-NQ/TU") == set_text("Nghị quyết 17-NQ/TU")
    assert set_line("Các đồng chí Lê An & Vũ Bình") == LEADERS
    assert set_line("Mùa gặt <i>") == "Mùa gặt <i>"  # the template escapes it
