"""Banners in three slots and mourning, on the clock: before, at, after."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.public import pages

from . import make

AT, UNTIL = make.NOON + make.HOUR, make.NOON + 3 * make.HOUR


def banner(alt, slot="top", start=None, end=None, **values):
    return {
        "slot": slot, "wide": make.picture(width=1600, height=280), "narrow": None, "alt": alt,
        "href": "", "shows_from": start and start.isoformat(),
        "shows_until": end and end.isoformat(), **values,
    }  # fmt: skip


def span(start, end):
    return {"shows_from": start.isoformat(), "shows_until": end.isoformat()}


@pytest.fixture
def hours(clock, read):
    """For each hour after noon: what `look` says of the page then."""

    def at(look, *numbers, address="/"):
        cache.clear()  # what was kept belongs to a later hour
        pages.forget()
        found = []
        for number in numbers:
            clock.at = make.NOON + number * make.HOUR
            found.append(look(read(address)))
        return found

    return at


def mourns(html):
    return "mourning.css" in html and 'class="mourning"' in html


def shows(*words):
    return lambda html: [f'alt="{word}"' in html for word in words]


def test_each_slot_has_its_place(db, clock, read):
    make.frame(banners=[banner("Đầu"), banner("Giữa", "side"), banner("Cuối", "end")])
    article = make.article()
    everywhere = shows("Đầu", "Giữa", "Cuối")
    assert everywhere(read("/")) == [True, True, False]
    assert everywhere(read(article.address)) == [True, False, True]
    assert everywhere(read("/tin-tuc/")) == [True, False, False]


def test_inside_the_site_a_banner_stands_under_what_the_reader_came_for(db, clock, read):
    make.frame(banners=[banner("Đầu")])
    front, inner = read("/"), read(make.article().address)
    assert front.index('alt="Đầu"') < front.index("<main")
    assert inner.index('alt="Đầu"') > inner.index("</main>")


def test_several_in_one_slot_stand_in_order(db, clock, read):
    make.frame(banners=[banner("Hai"), banner("Một")])
    html = read("/")
    assert html.index('alt="Hai"') < html.index('alt="Một"')


def test_wide_and_narrow_have_their_real_sizes(db, clock, read):
    narrow = make.picture(width=960, height=400)
    make.frame(banners=[banner("Mừng Xuân", narrow=narrow, href="/tin-tuc/")])
    html = read("/")
    assert '<source media="(max-width: 40em)"' in html
    assert 'width="960" height="400"' in html
    assert 'width="1600" height="280" alt="Mừng Xuân"' in html
    assert '<a href="/tin-tuc/">' in html


def test_a_page_without_banner_loads_no_style_for_it(db, clock, read):
    make.frame()
    assert "banners.css" not in read("/")
    assert "mourning.css" not in read("/")


def test_mourning_takes_banners_but_sober_ones(db, hours):
    rows = [banner("Mừng Xuân"), banner("Vô cùng thương tiếc", sober=True)]
    make.frame(banners=rows, mourning=[span(AT, UNTIL)])
    assert hours(mourns, 0, 1, 2, 3) == [False, True, True, False]
    seen = hours(shows("Mừng Xuân", "Vô cùng thương tiếc"), 0, 1, 2, 3)
    assert seen == [[True, True], [False, True], [False, True], [True, True]]


def test_kept_pages_turn_at_the_instant(db, clock, client, read):
    make.frame(banners=[banner("Mừng Xuân")], mourning=[span(AT, UNTIL)])
    address = make.article().address
    for at, sober in ((AT - make.HOUR / 3600, False), (AT, True), (UNTIL, False)):
        clock.at = at
        assert mourns(read(address)) is sober
        with CaptureQueriesContext(connection) as queries:
            assert mourns(read(address)) is sober
        assert len(queries) == 1


def test_two_periods_that_overlap_are_one_long_one(db, hours):
    later = span(AT + make.HOUR, UNTIL + 2 * make.HOUR)
    make.frame(mourning=[span(AT, UNTIL), later])
    assert hours(mourns, 0, 1, 3, 4, 5) == [False, True, True, True, False]


def test_a_banner_that_begins_in_mourning_waits_for_its_end(db, hours):
    make.frame(banners=[banner("Mừng Xuân", start=AT + make.HOUR)], mourning=[span(AT, UNTIL)])
    seen = hours(shows("Mừng Xuân"), 0, 1, 2, 3)
    assert seen == [[False], [False], [False], [True]]


def test_mourning_costs_no_query(db, clock, client):
    make.frame(banners=[banner("Mừng Xuân")], mourning=[span(make.NOON - make.HOUR, UNTIL)])
    for address in ("/", make.article().address):
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        assert len(queries) <= 3


def test_looks_and_mourning_go_together(db, clock, read):
    make.frame(mourning=[span(make.NOON, UNTIL)])
    assert 'class="size-lon mourning"' in read(f"{make.article().address}?co-chu=lon")


def test_the_page_for_what_is_not_there_mourns_too(db, clock, client):
    make.frame(mourning=[span(make.NOON, UNTIL)])
    assert mourns(client.get("/khong-co/").content.decode())
