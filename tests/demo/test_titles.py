"""Every title in the demo's articles is one the person held on the day of the event."""

from itertools import pairwise

import pytest

from apps.people.matching import match
from apps.people.models import Term
from apps.people.speaking import speaks_of
from apps.people.titles import former_titles, titles_on
from config.demo.files import read
from lib.vietnamese.titles import read_mentions

pytestmark = pytest.mark.django_db
ARTICLES = read("articles")["articles"]
CAPTIONS = {row["id"]: row["caption"] for row in read("pictures")["pictures"]}
NO_TITLE = 999  # nguyên: guests of honour stand where the office puts them
DELIBERATE = "a22"  # wrong on purpose: the proofreader is to find it


def texts_of(row):
    """All words readers see, one after another: titles stand in captions too."""
    yield row["headline"]
    yield row["sapo"]
    for block in row["body"]:
        ((kind, value),) = block.items()
        yield from value if isinstance(value, list) else [CAPTIONS.get(value, value)]
    yield from (CAPTIONS[number] for number in [row["lead_picture"], *row["gallery"]] if number)


def day_of(row, calendar):
    """The event's day, else the day it went out, else today."""
    ago = row["days_ago"]
    return calendar.date(row["event_day_offset"]) or calendar.day(-ago if ago else 0)


def named_in(row, calendar):
    """[(match, day)] of those people of the register whom the article names."""
    text = calendar.fill("\n\n".join(texts_of(row)))
    day = day_of(row, calendar)
    found = match(read_mentions(text), day=day, portal_key=row["portal"])
    return [(each, day) for each in found if each.candidates]


def wrong_titles(found, day):
    """The stated titles that nobody of that name held, or had held, on the day."""
    for title in found.mention.titles:
        ask = former_titles if title.former else titles_on
        held = [one for row in ask(found.candidates, day).values() for one in row]
        if not any(speaks_of(title.rank, title.body, one) for one in held):
            yield f"{found.mention.name}: {title}"


def all_wrong(row, calendar):
    return [words for found, day in named_in(row, calendar) for words in wrong_titles(found, day)]


def rank_on(found, day):
    held = titles_on([found.person], day)[found.person.pk]
    return min((one.precedence for one in held), default=NO_TITLE)


def test_officials_bear_the_titles_of_the_day(registrar):
    wrong = {row["id"]: all_wrong(row, registrar.calendar) for row in ARTICLES}
    wrong.pop(DELIBERATE)
    assert {number: words for number, words in wrong.items() if words} == {}


def test_the_wrong_draft_is_wrong(registrar):
    row = next(row for row in ARTICLES if row["id"] == DELIBERATE)
    assert len(all_wrong(row, registrar.calendar)) == 1
    assert all(each["quote"] in str(row["body"]) for each in row["intended_findings"])


def test_articles_name_those_they_list(registrar):
    for row in ARTICLES:
        named = {
            found.person.pk for found, _day in named_in(row, registrar.calendar) if found.person
        }
        assert {registrar.people[ref] for ref in row["people"]} <= named, row["id"]


def test_people_of_one_list_stand_in_protocol_order(registrar):
    for row in ARTICLES:
        listed = [
            (found, day) for found, day in named_in(row, registrar.calendar)
            if found.person and found.mention.list_id >= 0 and rank_on(found, day) < NO_TITLE
        ]  # fmt: skip
        for (first, day), (second, _day) in pairwise(listed):
            if first.mention.list_id == second.mention.list_id:
                assert rank_on(first, day) <= rank_on(second, day), (row["id"], second.mention.name)


def test_archive_names_the_town_that_was(registrar):
    old = [row for row in ARTICLES if str(row["event_day_offset"]) < "2025-07-01"]
    told = [row for row in old if "Thị ủy" in str(row["body"])]
    assert len(told) >= 6


def test_chief_of_the_board_leads_it_in_the_register(registrar):
    lines = [row["responsibility"] for row in read("office")["portals"]]
    for line in lines:
        (found,) = match(read_mentions(line)[:1], day=registrar.calendar.today)
        assert not list(wrong_titles(found, registrar.calendar.today)), line


def test_a_head_is_one_person_a_day(registrar):
    heads = Term.objects.filter(position__rank="Bí thư", ends_on=None)
    bodies = [term.position.body_id for term in heads]
    assert len(bodies) == len(set(bodies))
