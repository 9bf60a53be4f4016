"""The same article in the markup of eight systems gives the same parts."""

import pytest

from apps.legacy.reading import read_page

from . import engines

ALL = sorted(engines.PAGES)
WITH_SECTION = sorted({*ALL} - {"DotNetNuke", "unknown"})
WITH_VIEWS = ["Joomla", "Liferay", "VNPT"]


def page(system):
    return read_page(engines.PAGES[system].encode(), "trang.html")


@pytest.mark.parametrize("system", ALL)
def test_every_system_gives_headline_and_lead(system):
    assert (page(system).title, page(system).sapo) == (engines.TITLE, engines.SAPO)


@pytest.mark.parametrize("system", ALL)
def test_every_system_gives_body_and_caption(system):
    assert page(system).body == (engines.FIRST, f"{engines.LAST}.")
    assert page(system).captions == (engines.CAPTION,)


@pytest.mark.parametrize("system", ALL)
def test_caption_stays_between_its_paragraphs(system):
    assert [block.kind for block in page(system).blocks] == ["p", "caption", "p"]


@pytest.mark.parametrize("system", ALL)
def test_every_system_gives_signature_and_dates(system):
    found = page(system)
    assert (found.bylines, found.byline_office) == ((engines.NAME,), None)
    assert found.published_at.isoformat() == "2021-09-14T15:06:00+07:00"
    assert found.event_date.isoformat() == "2021-09-14"


@pytest.mark.parametrize("system", WITH_SECTION)
def test_section_comes_from_breadcrumb_label_or_meta(system):
    assert page(system).section == engines.SECTION


@pytest.mark.parametrize("system", WITH_VIEWS)
def test_readers_counted_on_the_page_are_kept(system):
    assert page(system).view_count == 1204


def test_canonical_address_of_a_page_is_kept():
    assert page("WordPress").address == "https://binhlang.example.vn/giao-ban-thang-8/"
