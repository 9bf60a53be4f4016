"""What cannot be read is refused in one sentence; what can be read is Unicode."""

import pytest

from apps.legacy.reading import PageRefused, read_page
from apps.legacy.reading.encoding import LARGEST

from .texts import LEAD, TITLE, page

PAGE = f"{TITLE}\n\n{LEAD}\n\nHội nghị đã nghe báo cáo.".encode()
REFUSED = {
    "an empty file": (b"", "empty"),
    "only white space": (b" \r\n\t\n ", "empty"),
    "only invisible signs": ("\ufeff\u200b\u200b".encode(), "empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
    "a PDF": (b"%PDF-1.7\n" + PAGE, "binary"),
    "zeros": (bytes(900), "binary"),
    "noise of another script": ("Доброе утро всем товарищам. ".encode("koi8-r") * 40, "encoding"),
    "more than 5 MB": (b"a" * (LARGEST + 1), "too_large"),
    "prose without a headline": ((LEAD * 9).encode(), "no_title"),
    "a headline and nothing else": (TITLE.encode(), "no_text"),
    "an HTML page without anything": (b"<html><body></body></html>", "no_title"),
    "elements that never end": (b"<html><body>" + b"<div>" * 90_000, "broken"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_unreadable_file_is_refused_with_one_sentence(case):
    data, kind = REFUSED[case]
    with pytest.raises(PageRefused) as refusal:
        read_page(data, "trang.txt")
    assert refusal.value.kind == kind
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_of_every_form_is_read(codec):
    assert read_page(PAGE.decode().encode(codec), "trang.txt").title == TITLE


def test_decomposed_letters_are_composed():
    assert page(title="Huyện ủy họp phiên thường kỳ").title == "Huyện ủy họp phiên thường kỳ"


def test_page_saved_as_text_is_still_html():
    html = f"<!DOCTYPE html><html><h1>{TITLE}</h1><p>{LEAD}</p><p>Hội nghị nghe báo cáo.</p></html>"
    assert read_page(html.encode(), "trang.txt").title == TITLE


def test_page_in_an_old_font_is_read():
    line = "Huyện ủy họp giao ban"
    old = "HuyÖn ñy häp giao ban th¸ng 8".replace("ñy", "uû")
    html = f'<html><body><h1><font face=".VnTime">{old}</font></h1><p>{LEAD}</p></body></html>'
    assert read_page(html.encode(), "trang.html").title.startswith(line.replace("ủy", "uỷ"))


def test_capitals_of_an_old_font_are_capitals():
    html = f'<html><body><h1><font face=".VnTimeH">HuyÖn uû häp giao ban</font></h1><p>{LEAD}</p>'
    assert read_page(html.encode(), "trang.html").title == "HUYỆN UỶ HỌP GIAO BAN"


@pytest.mark.parametrize("face", [".VnTime", "VNI-Times", ".VnTimeH"])
@pytest.mark.parametrize("name", ["Hoàng Nam", "Hoà Bá", "Ba Vì", "Hà Nam", "Thái Hoà"])
def test_unicode_that_kept_the_name_of_an_old_font_stays(face, name):
    """Pasted from a file of those years and typed again since; all letters are Latin-1."""
    html = f'<html><body><h1>{TITLE}</h1><p>{LEAD}</p><p><font face="{face}">{name} nay.</font></p>'
    assert read_page(html.encode(), "a.html").body == (f"{name} nay.",)
