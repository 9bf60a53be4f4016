"""The one gate for HTML: what comes in, what stays, in one canonical form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.articles.body import clean_body, figures, lost_figure, paragraphs
from apps.articles.models import Article

from . import make

FIGURE = (
    '<figure><img src="/toa-soan/anh/12/960/" alt="q" data-file="12">'
    "<figcaption>Chú thích</figcaption></figure>"
)
CASES = [
    ("script goes with its words", "<p>a</p><script>alert(1)</script>", "<p>a</p>"),
    ("style goes with its words", "<style>p{}</style><p>a</p>", "<p>a</p>"),
    ("handler goes", '<p onclick="x()">a</p>', "<p>a</p>"),
    ("class and style go", '<p class="MsoNormal" style="color:red">a</p>', "<p>a</p>"),
    ("javascript link goes, words stay", '<p><a href="javascript:x()">a</a></p>', "<p>a</p>"),
    ("data link goes", '<p><a href="data:text/html,x">a</a></p>', "<p>a</p>"),
    ("double-slash link goes", '<p><a href="//evil.example">a</a></p>', "<p>a</p>"),
    ("local link stays", '<p><a href="/van-ban/">a</a></p>', '<p><a href="/van-ban/">a</a></p>'),
    ("remote picture goes", '<p>a<img src="https://x.example/a.png">b</p>', "<p>a</p><p>b</p>"
    ),
    ("b and i become strong and em", "<p><b>a</b> <i>b</i></p>",
     "<p><strong>a</strong> <em>b</em></p>"),
    ("div becomes paragraph", "<div>a<div>b</div></div>", "<p>a</p><p>b</p>"),
    ("loose words become a paragraph", "a<p>b</p>c", "<p>a</p><p>b</p><p>c</p>"),
    ("headings stay within two levels", "<h1>a</h1><h5>b</h5>", "<h2>a</h2><h3>b</h3>"),
    ("empty paragraphs go", "<p>&nbsp;</p><p><br></p><p>a</p>", "<p>a</p>"),
    ("no-break spaces become spaces", "<p>a&nbsp;&nbsp;b\u00a0c</p>", "<p>a b c</p>"),
    ("zero-width characters go", "<p>Đảng\u200b ủy</p>", "<p>Đảng ủy</p>"),
    ("decomposed letters are composed", "<p>u\u0309y</p>", "<p>ủy</p>"),
    ("a figure of ours stays", FIGURE, FIGURE),
    ("the figure's address follows its number",
     '<figure class="x"><img data-file="12" src="http://evil/" alt="q" width="9">'
     "<figcaption>Chú thích</figcaption></figure>", FIGURE),
    ("a caption without picture becomes words",
     "<figure><figcaption>a</figcaption></figure>", "<p>a</p>"),
    ("list lines hold paragraphs", "<ul><li>a</li></ul>", "<ul><li><p>a</p></li></ul>"),
    ("table cells keep their span", '<table><tr><td colspan="2" bgcolor="red">a</td></tr></table>',
     '<table><tbody><tr><td colspan="2"><p>a</p></td></tr></tbody></table>'),
    ("iframe goes", '<iframe src="https://x"></iframe><p>a</p>', "<p>a</p>"),
    ("svg goes", "<svg onload=x()><circle/></svg><p>a</p>", "<p>a</p>"),
    ("NUL goes", "<p>a\x00b</p>", "<p>ab</p>"),
    ("angle brackets stay words", "<p>5 &lt; 6</p>", "<p>5 &lt; 6</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "kept"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_body_keeps_only_what_is_allowed(typed, kept):
    assert clean_body(typed) == kept


@pytest.mark.parametrize("typed", [case[1] for case in CASES])
def test_cleaning_twice_changes_nothing(typed):
    assert clean_body(clean_body(typed)) == clean_body(typed)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<figure>", "</figure>", '<img data-file="3">', "<ul>", "<li>",
     "</ul>", "<table>", "<td>", "</table>", "<a href='//x'>", "</a>", "<script>", "</script>",
     "chữ ", "&nbsp;", "&lt;", "<br>", "<div>", "</div>", "<figcaption>", "</figcaption>", "<h4>",
     "<blockquote>", "</blockquote>", "\x00", "<svg>", "<math>", "<!--", "-->"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_tag_soup_becomes_canonical(soup):
    once = clean_body(soup)
    assert clean_body(once) == once
    assert "<script" not in once
    assert "//x" not in once


@given(st.text(max_size=200))
def test_any_text_is_harmless(text):
    once = clean_body(text)
    assert clean_body(once) == once


def test_lost_picture_keeps_its_caption():
    assert figures(clean_body(lost_figure("Quang cảnh <hội nghị>"))) == [
        (0, "", "Quang cảnh <hội nghị>")
    ]


def test_paragraphs_leave_captions_out():
    assert paragraphs("<p>a</p>" + FIGURE + "<ul><li><p>b</p></li></ul>") == ["a", "b"]


@pytest.mark.django_db
def test_every_path_into_the_database_is_cleaned():
    office = make.Office()
    article = office.draft(body="<p>a</p><script>x</script>")
    assert "script" not in make.fresh(article).body
    Article.objects.filter(pk=article.pk).update(body="<p>b</p><script>x</script>")
    assert make.fresh(article).body == "<p>b</p>"
    raw = Article(
        portal=office.portal, headline="c", body="<p>c</p><script>x</script>", author=office.chief,
        created_at=make.NOON, changed_at=make.NOON,
    )  # fmt: skip
    Article.objects.bulk_create([raw])
    assert Article.objects.get(headline="c").body == "<p>c</p>"


def test_changed_clean_text_is_cleaned_again():
    cleaned = clean_body("<p>Một đoạn.</p>")
    assert clean_body(cleaned) is cleaned
    assert "script" not in clean_body(cleaned + "<script>alert(1)</script>")
    assert "onclick" not in clean_body(cleaned.replace("<p>", "<p onclick='x'>"))
