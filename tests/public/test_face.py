"""What the readers' face weighs, whether its colours can be read, how a choice of looks travels."""

import gzip
import io
import re
from pathlib import Path

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from apps.public import looks
from apps.public.looks import Looks

from . import make

STATIC = Path(__file__).parents[2] / "static/public"
CSS = (STATIC / "site.css").read_text()
KB = 1024
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{3,6})\b")
THEMES = ("", ".contrast-cao", ".contrast-toi")
WORDS = [
    (word, ground) for word in ("ink", "soft", "red") for ground in ("paper", "shade")
] + [("on-red", "red"), ("paper", "ink"), ("ink", "mark")]  # fmt: skip
SHAPES = [("edge", "paper"), ("red", "paper")]  # WCAG 1.4.11: what can be used or is chosen


def sent(path):
    """As it travels: compressed."""
    return len(gzip.compress(path.read_bytes(), 9))


def colours(theme):
    """The custom properties a theme ends up with: those of :root, then its own."""
    blocks = RULE.findall(re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL))
    root = next(block for selector, block in blocks if selector.strip() == ":root")
    own = [block for selector, block in blocks if selector.strip() == theme]
    return dict(COLOUR.findall(root + "".join(own)))


def light(colour):
    """Relative luminance of WCAG 2."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * sign for sign in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_colours_stand_out_in_every_theme(theme):
    have = colours(theme)
    least = 7 if theme else 4.5
    words = {pair: contrast(have[pair[0]], have[pair[1]]) for pair in WORDS}
    assert {pair: ratio for pair, ratio in words.items() if ratio < least} == {}
    shapes = {pair: contrast(have[pair[0]], have[pair[1]]) for pair in SHAPES}
    assert {pair: ratio for pair, ratio in shapes.items() if ratio < 3} == {}


def test_who_asks_the_browser_for_contrast_gets_the_same():
    asked = CSS.split("@media (prefers-contrast: more)")[1].split("}")[0]
    assert dict(COLOUR.findall(asked)) == {
        name: value for name, value in colours(".contrast-cao").items() if name != "on-red"
    }


@pytest.mark.parametrize("file", sorted(STATIC.glob("*.css")), ids=lambda path: path.name)
def test_stylesheets_have_no_colours_of_their_own(file):
    """Only the properties change with the theme. What stands before one is for old browsers."""
    text = re.sub(r"/\*.*?\*/", "", file.read_text().split("@media print")[0], flags=re.DOTALL)
    own = [
        (selector.strip(), line)
        for selector, block in RULE.findall(text)
        for line in map(str.strip, block.split(";"))
        if re.search(r"#[0-9a-f]{3,6}\b", line) and not line.startswith("--")
        and selector.strip() != ".preview"
        and not re.search(rf"{line.split(':')[0]}(?:-color)?: var\(", block)
    ]  # fmt: skip
    assert own == []


def test_styles_and_scripts_stay_light():
    assert sum(sent(file) for file in STATIC.glob("*.css")) < 15 * KB
    assert sum(sent(STATIC / name) for name in ("site.js", "listen.js")) < 10 * KB


def test_article_without_photos_travels_in_sixty_kilobytes(db, clock, client):
    """With all that its page loads; a text of a thousand words in twenty paragraphs."""
    make.frame()
    words = " ".join(f"chữ{number}" for number in range(50))
    for _ in range(8):
        make.article()
    address = make.article(html=f"<p>{words}</p>" * 20, sapo=words).address
    page = client.get(address, headers={"accept-encoding": "gzip"})
    tree = LexborHTMLParser(gzip.decompress(page.content).decode())
    loaded = [node.attributes["href"] for node in tree.css("link[rel=stylesheet], link[rel=icon]")]
    loaded += [node.attributes["src"] for node in tree.css("script[src], img")]
    files = [
        sent(STATIC / re.sub(r"(\.[0-9a-f]{12})?(?=\.\w+$)", "", Path(one).name)) for one in loaded
    ]
    assert len(files) == 4
    assert len(page.content) + sum(files) < 60 * KB


def test_looks_travel_in_links_and_forms_without_a_script(portal, read):
    article = make.article()
    tree = LexborHTMLParser(read(f"{article.address}?co-chu=lon&tuong-phan=cao"))
    assert tree.css_first("html").attributes["class"] == "size-lon contrast-cao"
    assert tree.css_first("a.brand").attributes["href"] == "/?co-chu=lon&tuong-phan=cao"
    hidden = {
        node.attributes["name"]: node.attributes["value"] for node in tree.css("form [type=hidden]")
    }
    assert hidden == {"co-chu": "lon", "tuong-phan": "cao"}
    normal = tree.css_first(".looks [data-look=co-chu][data-value='']").attributes["href"]
    assert normal == f"{article.address}?tuong-phan=cao"
    assert tree.css_first("link[rel=canonical]").attributes["href"].endswith(article.address)


def test_usual_looks_leave_addresses_alone(portal, read):
    tree = LexborHTMLParser(read("/"))
    assert "class" not in tree.css_first("html").attributes
    assert tree.css_first("a.brand").attributes["href"] == "/"
    chosen = [node.attributes["data-value"] for node in tree.css(".looks [aria-current]")]
    assert not any(chosen) and len(chosen) == 2


@pytest.mark.parametrize(
    "asked", ["co-chu=to", "tuong-phan=", "tuong-phan=%22%3E", "co-chu=lon%00"]
)
def test_unknown_looks_are_the_usual_ones(portal, read, asked):
    assert read(f"/?{asked}") == read("/")


@pytest.mark.parametrize(
    ("html", "led"),
    [
        ('<a class="x" href="/tin/">', '<a class="x" href="/tin/?co-chu=lon">'),
        ('<a href="/tin/#y">', '<a href="/tin/?co-chu=lon#y">'),
        ('<a href="?truoc=1-2">', '<a href="?truoc=1-2&amp;co-chu=lon">'),
        ('<a href="/anh/a.jpg">', None),
        ('<a href="/rss/tin/">', None),
        ('<a href="/lich-cong-tac.ics">', None),
        ('<a href="//elsewhere.example/">', None),
        ('<a href="https://elsewhere.example/">', None),
        ('<a href="#gui-bai">', None),
        ('<a href="mailto:?subject=x">', None),
        ('<a data-look="co-chu" href="/tin/">', None),
        ('<a href="/tin/" data-look="co-chu">', None),
        ('<link href="/tin/">', None),
    ],
)
def test_only_links_to_pages_carry_looks(html, led):
    assert looks.carried(html, Looks(size="lon")) == (led or html)


def test_a_long_menu_fills_two_rows_and_stands_whole_behind_a_word(db, clock, read):
    titles = [f"Chuyên mục số {number} của trang" for number in range(30)]
    make.frame(menu=[{"title": title, "href": "/tin-tuc/", "children": []} for title in titles])
    tree = LexborHTMLParser(read("/"))
    assert 3 < len(tree.css(".bar-lines a")) < 12
    assert [node.text() for node in tree.css(".menu-list a")] == titles


def test_article_is_sent_by_plain_links(portal, read):
    address = make.article(headline="Hội nghị & kết quả").address
    ways = LexborHTMLParser(read(address)).css(".share a")
    hrefs = [way.attributes["href"] for way in ways]
    assert [href.split(":")[0] for href in hrefs] == ["mailto", "https", "https"]
    assert all(href.endswith(f"{address.replace('/', '%2F')}") for href in hrefs)
    assert "subject=H%E1%BB%99i%20ngh%E1%BB%8B%20%26%20k" in hrefs[0]


@pytest.mark.parametrize("height", [240, 800])
def test_the_masthead_picture_is_awaited_only_where_it_is_seen(portal, read, height):
    """A wide one gives way to words on narrow screens, and costs nothing there."""
    make.frame(masthead=make.picture(height=height), live_from=make.NOON - make.HOUR)
    brand = LexborHTMLParser(read("/")).css_first(".brand")
    assert "loading" not in brand.css_first("img").attributes
    empty = brand.css_first("source[srcset^='data:']")
    assert (empty is not None) == (height == 240)
    shown = re.search(r"\.in-\w+ \+ picture { display: block", CSS).start()
    begins = re.findall(r"@media \(min-width: (\d+)em\)", CSS[:shown])[-1]
    if empty:
        assert empty.attributes["media"] == f"(max-width: {int(begins) - 0.01}em)"


@pytest.mark.parametrize(
    ("address", "kind", "size"),
    [
        ("/favicon.ico", "image/vnd.microsoft.icon", (48, 48)),
        ("/apple-touch-icon.png", "image/png", (180, 180)),
        ("/apple-touch-icon-precomposed.png", "image/png", (180, 180)),
    ],
)
def test_icons_are_where_browsers_look_for_them(portal, client, address, kind, size):
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, kind)
    assert "max-age=604800" in answer["Cache-Control"] and not answer.cookies
    icon = Image.open(io.BytesIO(answer.content))
    assert icon.size == size and icon.convert("RGB").getpixel((0, 0)) == (0xA3, 0x16, 0x1A)


def test_lead_picture_is_fetched_first_and_those_below_late(portal, read):
    for _ in range(12):
        address = make.article(lead=make.picture(), gallery=[make.picture()]).address
    for page in ("/", address):
        pictures = LexborHTMLParser(read(page)).css("main img")
        assert [p.attributes.get("fetchpriority") for p in pictures].count("high") == 1
        assert pictures[0].attributes.get("fetchpriority") == "high"
        assert pictures[-1].attributes.get("loading") == "lazy"
