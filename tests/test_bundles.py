"""Files sent as one: whole, in order, up to date, and what they may not contain."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from config import bundles
from config.bundles import BUNDLES, BundleFinder

ROOT = Path(__file__).resolve().parents[1]
ASKED = re.compile(r"""\{% static ["']([^"']+)["'] %\}""")


@pytest.mark.parametrize("whole", BUNDLES)
def test_the_whole_has_its_parts_in_order(whole):
    text = Path(finders.find(whole)).read_text()
    texts = [Path(finders.find(part)).read_text() for part in BUNDLES[whole]]
    places = [text.index(part) for part in texts]
    assert places == sorted(places) and len(text) < sum(map(len, texts)) * 1.2
    assert {Path(part).suffix for part in BUNDLES[whole]} == {Path(whole).suffix}


def test_a_style_sheet_that_is_a_part_names_no_other_file():
    parts = {part for parts in BUNDLES.values() for part in parts if part.endswith(".css")}
    for part in parts:
        assert not re.search(r"url\(|@import|@charset", Path(finders.find(part)).read_text()), part


def test_a_page_that_asks_for_a_whole_asks_for_none_of_its_parts():
    for template in (ROOT / "templates").rglob("*.html"):
        asked = ASKED.findall(template.read_text())
        held = [part for whole in asked for part in BUNDLES.get(whole, ())]
        assert not set(held) & set(asked), template
        assert len(held) == len(set(held)), template


def test_a_changed_part_changes_the_whole(settings, tmp_path, monkeypatch):
    (tmp_path / "static").mkdir()
    settings.STATICFILES_DIRS, settings.VAR = [tmp_path / "static"], tmp_path / "var"
    finders.get_finder.cache_clear()
    monkeypatch.setattr(bundles, "BUNDLES", {"all.css": ("one.css", "two.css")})
    try:
        (tmp_path / "static/one.css").write_text("a { color: red }")
        (tmp_path / "static/two.css").write_text("b { color: tan }")
        finder = BundleFinder()
        (path,) = finder.find("all.css", find_all=True)
        assert path == finder.find("all.css") and finder.find("one.css") is None
        assert Path(path).read_text().split("\n")[1::2] == ["a { color: red }", "b { color: tan }"]
        (tmp_path / "static/two.css").write_text("b { color: teal }")
        assert [name for name, _storage in finder.list([])] == ["all.css"]
        assert "teal" in Path(path).read_text()
    finally:
        finders.get_finder.cache_clear()
