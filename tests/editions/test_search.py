"""What readers find. The very same expectations run on both engines."""

import itertools

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from apps.editions import search, showings
from apps.editions.models import SearchRow, Showing
from lib.vietnamese.fold import folded_tokens, tokens

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db


def published(number, headline, body="", at=NOON, **fields):
    values = {"headline": headline, "html": f"<p>{body}</p>"}
    return make.shown(f"article:{number}", at=at, values=values, **fields)


def ask(query, portal="songvan", limit=20, after=None, best=True, **filters):
    question, chosen = search.ask(query), search.Filters(**filters)
    return search.Asked(portal, question, chosen, best, limit, after)


def hits(query, now=NOON + DAY, **options):
    (found,) = search.find(now, ask(query, **options))
    return found


def found(query, now=NOON + DAY, **options):
    pks = [hit.showing for hit in hits(query, now, **options)]
    keys = Showing.objects.in_bulk(pks)
    return [keys[pk].key.split(":")[1] for pk in pks]


@pytest.fixture
def library(db):
    """Newest last: 1 to 7."""
    lines = [
        ("Bà Nguyễn Thị Bưởi nhận huy hiệu Đảng", ""),
        ("Lễ trao huy hiệu", "Đồng chí Nguyễn Thị Bưởi được trao huy hiệu."),
        ("Họp báo quý III/2021", "Thị trấn có bưởi ngon, ông Nguyễn Văn Ba nói."),
        ("Ngày hội trái cây: ba loại buổi", "Nguyên thị trưởng dự."),
        ("Công văn 27-CT/TW về kỷ luật", "Nội dung của hoà bình và Đắk Lắk."),
        ("Hội nghị", "Bàn về kỉ luật; ơ̆ H’Mlô."),
        ("Tin khác", "²½ 5e3 một hai ba."),
    ]
    return [published(n, *line, at=NOON + n * HOUR) for n, line in enumerate(lines, 1)]


@pytest.mark.usefixtures("library")
class TestFinding:
    def test_exact_marks_before_others_title_before_body(self):
        assert found("Nguyễn Thị Bưởi") == ["1", "2", "3", "4"]

    def test_without_marks_everything_is_found(self):
        assert found("nguyen thi buoi") == ["1", "2", "4", "3"]

    def test_words_side_by_side_stand_first(self):
        assert found("văn ba")[0] == "3"

    def test_every_word_must_stand_somewhere(self):
        assert found("bưởi huyện") == []
        assert found("huy hieu buoi") == ["1", "2"]

    def test_numbers_of_documents_are_found(self):
        assert found("27-CT/TW") == found("27 ct tw") == ["5"]

    def test_both_ways_of_writing_are_one(self):
        assert found("hòa bình") == found("hoà bình") == found("hoa binh") == ["5"]
        assert found("kỉ luật") == ["6", "5"]
        assert found("kỷ luật") == ["5", "6"]

    def test_decomposed_letters_and_other_languages(self):
        assert found("Đa\u0306\u0301k La\u0306\u0301k") == ["5"]
        assert found("ơ̆") == ["6"]
        assert found("²½ 5E3") == ["7"]

    @pytest.mark.parametrize("query", ["", " ", "\0", '"', "'", "*", "-", "()", ":", "…", "\ud800"])
    def test_nothing_asked_nothing_found(self, query):
        assert found(query) == []

    @pytest.mark.parametrize(
        "query",
        ['"bưởi"', "bưởi\0", "bưởi*", "title:bưởi", "bưởi OR ngon", "NOT bưởi", "\\bưởi\\",
         "bưởi'; DROP TABLE x", "bưởi & ngon", "{title} : bưởi", "NEAR(bưởi ngon)", "bưởi\ud800",
         "%s %(a)s bưởi"],
    )  # fmt: skip
    def test_signs_in_a_query_are_harmless(self, query):
        assert set(found(query)) <= {"1", "2", "3", "4"}

    def test_very_long_queries_are_harmless(self):
        assert found("bưởi " * 100_000)[:1] == ["1"]
        assert found("b" * 1_000_000) == []
        assert found(" ".join(f"từ{n}" for n in range(10_000))) == []

    @pytest.mark.usefixtures("library")
    @pytest.mark.parametrize("best", [True, False])
    def test_pages_follow_one_another(self, best):
        whole = [hit.showing for hit in hits("nguyen", best=best)]
        pages, after = [], None
        while page := hits("nguyen", limit=1, after=after, best=best):
            pages.append(page[0].showing)
            after = page[0].last
        assert pages == whole and len(whole) == 4

    def test_a_page_far_away_is_empty(self):
        assert found("bưởi", after=search.Last(9, 0)) == []
        assert found("bưởi", after=search.Last(0, -1), best=False) == []

    def test_any_number_of_lists_cost_one_query(self, django_assert_num_queries):
        with django_assert_num_queries(1):
            both = search.find(NOON + DAY, ask("bưởi"), ask("bưởi", portal=""), ask(""))
        assert [len(each) for each in both] == [4, 0, 0]

    @pytest.mark.parametrize("best", [True, False])
    @pytest.mark.parametrize(
        ("first", "second"),
        [("bưởi", []), ("bưởi huyện", ["7", "4", "3"]), ("", ["7", "4", "3"]), ('"ba nguyễn"', [])],
    )
    def test_what_else_there_is_is_looked_for_where_nothing_is_found(
        self, best, first, second, django_assert_num_queries
    ):
        with django_assert_num_queries(1):
            _hits, beside, other, nothing = search.find(
                NOON + DAY, ask(first, best=best), ask("huy hiệu"),
                otherwise=[ask("ba", best=False, limit=3), ask("")],
            )  # fmt: skip
        assert [len(beside), nothing] == [2, []]
        keys = Showing.objects.in_bulk([hit.showing for hit in other])
        assert [keys[hit.showing].key.split(":")[1] for hit in other] == second

    def test_nothing_asked_costs_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert search.find(NOON, ask("…")) == [[]]

    def test_how_many_were_put_in_order_is_known(self):
        assert hits("bưởi", limit=1)[0].among == 4
        assert hits("bưởi", best=False)[0].among == 0


class TestClockAndPortal:
    def test_other_portals_find_nothing(self):
        published(1, "Bưởi")
        assert found("bưởi", portal="khac") == []

    def test_only_live_pages_are_found(self):
        published(1, "Bưởi", live_from=NOON + HOUR, expires_at=NOON + 2 * HOUR)
        times = (NOON, NOON + HOUR, NOON + 2 * HOUR)
        assert [found("bưởi", now) for now in times] == [[], ["1"], []]

    def test_taken_down_pages_are_gone_from_the_index(self):
        published(1, "Bưởi")
        showings.take_down("songvan", "article:1", at=NOON)
        assert found("bưởi", NOON) == [] and not SearchRow.objects.exists()

    def test_a_new_version_is_found_by_its_words_alone(self):
        published(1, "Bưởi")
        published(1, "Cam", at=NOON + HOUR)
        assert (found("bưởi"), found("cam")) == ([], ["1"])

    def test_hidden_pages_are_found_when_shown_again(self):
        published(1, "Bưởi")
        showings.hide("songvan", "article:1", at=NOON + HOUR)
        assert found("bưởi") == []
        showings.show_again("songvan", "article:1", at=NOON + 2 * HOUR)
        assert found("bưởi") == ["1"]

    def test_endless_articles_can_be_indexed(self):
        words = " ".join(f"chữ{n}" for n in range(60_000))
        published(1, "Bưởi", f"{words} {'z' * 5000}")
        assert found("chữ 59") == ["1"]

    def test_an_endless_number_of_different_words_can_be_indexed(self):
        letters = "abcdeghiklmnopqrstuvx"
        words = (f"{''.join(each)}ướng" for each in itertools.product(letters, repeat=4))
        published(1, "Bưởi " * 20_000, " ".join(itertools.islice(words, 60_000)))
        assert found("bưởi aaaaướng") == found("aaabuong aaaauong") == ["1"]


SYLLABLES = st.sampled_from(
    ["ba", "bà", "bá", "kỳ", "kì", "hòa", "hoà", "hoa", "đa", "17", "x'", "ơ̆"]
)
TEXT = st.lists(SYLLABLES, max_size=5).map(" ".join)


def expected(rows, query):
    """The rule of `find`, said once more in plain Python; the newest row is the last one."""
    asked = list(zip(tokens(query), folded_tokens(query), strict=True))
    exact = {word for word, _folded in asked if not word.isascii()}
    folded = [word for _exact, word in asked]
    ranks = {}
    for number, row in enumerate(rows):
        title, body = (folded_tokens(part) for part in row)
        in_title = set(folded) <= set(title)
        near = len(folded) > 1 and follow(folded, [pairs(title), pairs(body)])
        as_typed = exact <= {word for part in row for word in tokens(part)}
        tiers = [
            in_title and exact <= set(tokens(row[0])),
            near and as_typed,
            as_typed and bool(exact),
            in_title,
            near,
            True,
        ]
        if asked and set(folded) <= {*title, *body}:
            ranks[number] = tiers.index(True)
    return [str(n) for n in sorted(ranks, key=lambda n: (ranks[n], -n))]


def pairs(words):
    return set(zip(words, words[1:], strict=False))


def follow(words, columns):
    """Each word stands beside the next one somewhere."""
    return pairs(words) <= set().union(*columns)


@given(rows=st.lists(st.tuples(TEXT, TEXT), max_size=6), query=TEXT)
def test_both_engines_follow_the_rule(rows, query):
    with transaction.atomic():
        for number, row in enumerate(rows):
            published(number, *row, at=NOON + number * HOUR)
        best, newest = found(query), found(query, best=False)
        transaction.set_rollback(True)
    assert best == expected(rows, query)
    assert newest == sorted(best, reverse=True)


def test_people_are_found_by_name_and_by_title(db):
    values = {"names": ["Ngôn Ngọc Khuê"], "words": ["Bí thư Thị ủy Sông Vân"]}
    make.shown("person:7", portal="", kind="person", values=values)
    assert found("ngon ngoc khue", portal="") == found("Bí thư Thị ủy", portal="") == ["7"]
    assert found("Khuê", portal="songvan") == []


def test_of_a_phrase_only_its_neighbours_are_asked_and_what_tells_pages_apart():
    """Every mark is a walk through an index: what another mark says already is not asked."""
    question = search.ask('"an sinh xã" huyện')
    assert question.wanted() == ["huyen", "an_sinh", "sinh_xa"]
    title = ["/an", "/sinh", "/xa", "/huyen"]
    exact = ["=xã", "=huyện"]
    assert question.tiers() == [[*title, "/=xã", "/=huyện"], exact, title]
    assert search.ask("an sinh").tiers() == [["/an", "/sinh"], ["an_sinh"]]
