"""What Word and other pages put on the clipboard, as the server reads it."""

import pytest

from apps.articles.body import clean_body
from apps.articles.word.pasted import foreign_pictures, untracked


def word_line(words, mark="·", level=1):
    return (
        f'<p class="MsoListParagraphCxSpMiddle" style="text-indent:-.25in;mso-list:l0 level{level} '
        f'lfo1"><!--[if !supportLists]--><span style="font-family:Symbol"><span style="mso-list:'
        f'Ignore">{mark}<span style="font:7.0pt">&nbsp;&nbsp; </span></span></span><!--[endif]-->'
        f"{words}<o:p></o:p></p>\n"
    )


TABLE = (
    '<table class="MsoTableGrid" border="1" style="mso-yfti-tbllook:1184"><tr><td width="208" '
    'colspan="2" style="width:155.8pt"><p class="MsoNormal"><b>Xã<o:p></o:p></b></p></td></tr>'
    '<tr><td><p class="MsoNormal">Nà Lầu</p></td><td><p>12</p></td></tr></table>'
)
CASES = [
    ("bullets", word_line("một") + word_line("hai"),
     "<ul><li><p>một</p></li><li><p>hai</p></li></ul>"),
    ("numbers", word_line("một", "3.") + word_line("hai", "4."),
     '<ol start="3"><li><p>một</p></li><li><p>hai</p></li></ol>'),
    ("levels", word_line("một") + word_line("trong", "o", 2) + word_line("hai"),
     "<ul><li><p>một</p><ul><li><p>trong</p></li></ul></li><li><p>hai</p></li></ul>"),
    ("two lists", word_line("một") + "<p>giữa</p>" + word_line("hai"),
     "<ul><li><p>một</p></li></ul><p>giữa</p><ul><li><p>hai</p></li></ul>"),
    ("bullets, then numbers", word_line("một") + word_line("hai", "1."),
     "<ul><li><p>một</p></li></ul><ol><li><p>hai</p></li></ol>"),
    ("table", TABLE,
     '<table><tbody><tr><td colspan="2"><p><strong>Xã</strong></p></td></tr>'
     "<tr><td><p>Nà Lầu</p></td><td><p>12</p></td></tr></tbody></table>"),
    ("bold and italic as styles",
     '<p><span style="font-weight:700">Một</span> <span style="font-style: italic">hai</span></p>',
     "<p><strong>Một</strong> <em>hai</em></p>"),
    ("what Word says of other scripts is not said of ours",
     '<p><b style="mso-bidi-font-weight:normal">Một</b> <span style="mso-bidi-font-weight:bold">hai'
     '</span> <span style="mso-bidi-font-style:italic">ba</span> <span style="color:red;'
     '\nfont-weight : bold;mso-bidi-font-weight:normal">bốn</span></p>',
     "<p><strong>Một</strong> hai ba <strong>bốn</strong></p>"),
    ("what wraps a Google document is not bold",
     '<b style="font-weight:normal;"><p><span style="font-weight:400">a</span></p></b>',
     "<p>a</p>"),
    ("deletions and remarks",
     '<p>Đảng<del> bộ cũ</del><ins> bộ</ins><a class="MsoCommentReference" '
     'href="#_msocom_1">[L1]</a></p><div style="mso-element:comment-list"><p>Xem lại!</p></div>',
     "<p>Đảng bộ</p>"),
    ("a link keeps where it leads",
     '<p><a href="https://soctrang.vn/bai?id=7&amp;utm_source=zalo&amp;fbclid=Q#a">bài</a></p>',
     '<p><a href="https://soctrang.vn/bai?id=7#a">bài</a></p>'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("pasted", "kept"), [case[1:] for case in CASES], ids=[c[0] for c in CASES]
)
def test_what_was_meant_survives(pasted, kept):
    assert clean_body(pasted) == kept
    assert clean_body(str(clean_body(pasted))) == kept


def test_text_nested_without_end_is_still_cleaned():
    hostile = '<span style="font-weight:bold">' * 3000 + "chữ"
    assert "chữ" in clean_body(f"<p>{hostile}</p>")


@pytest.mark.parametrize(
    ("href", "plain"),
    [
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fxa.vn%2Fa%3Ffbclid%3D1&h=x", "https://xa.vn/a"),
        ("https://www.google.com/url?q=https://xa.vn/b&sa=D", "https://xa.vn/b"),
        ("https://xa.vn/?a=b%20c", "https://xa.vn/?a=b%20c"),
        ("https://[xa.vn/?utm_source=a", "https://[xa.vn/?utm_source=a"),
        ("mailto:a@xa.vn?subject=utm", "mailto:a@xa.vn?subject=utm"),
    ],
)  # fmt: skip
def test_links_tell_nobody_who_sent_whom(href, plain):
    assert untracked(href) == plain


def test_only_pictures_somebody_would_miss_are_counted():
    assert (
        foreign_pictures('<p><img src="https://a/b.png"><img width=1 src="https://t/x.gif"></p>')
        == 1
    )
    assert foreign_pictures('<figure><img src="/toa-soan/anh/1/960/" data-file="1"></figure>') == 0
