"""What readers find. The very same expectations run on both engines."""

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from apps.editions import search, showings
from lib.vietnamese.fold import folded_tokens, tokens

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db


def published(number, headline, body="", at=NOON, **fields):
    values = {"headline": headline, "html": f"<p>{body}</p>"}
    return make.shown(f"article:{number}", at=at, values=values, **fields)


def found(query, now=NOON + DAY, portal="songvan", limit=20, before=None):
    return [s.key.split(":")[1] for s in search.find(portal, query, now, limit, before)]


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

    def test_pages_follow_one_another(self, library):
        whole = search.find("songvan", "nguyen", NOON + DAY, 20)
        pages, before = [], None
        while page := search.find("songvan", "nguyen", NOON + DAY, 1, before):
            pages += page
            before = page[-1].pk
        assert pages == whole and len(whole) == 4

    def test_a_wrong_page_begins_anew(self):
        assert found("bưởi", before=10**9) == found("bưởi", before=-1) == found("bưởi")

    def test_searching_costs_two_queries(self, django_assert_num_queries):
        with django_assert_num_queries(2):
            found = search.find("songvan", "bưởi", NOON + DAY, 5)
            assert all(showing.cut.title for showing in found) and len(found) == 4


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
        assert found("bưởi", NOON) == [] and not search.SearchRow.objects.exists()

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
        assert found("chữ59") == ["1"]


SYLLABLES = st.sampled_from(
    ["ba", "bà", "bá", "kỳ", "kì", "hòa", "hoà", "hoa", "đa", "²", "ơ̆", "x'"]
)
TEXT = st.lists(SYLLABLES, max_size=5).map(" ".join)


def expected(rows, query):
    """The rule of `find`, said once more in plain Python; the newest row is the last one."""
    words = list(dict.fromkeys(zip(tokens(query), folded_tokens(query), strict=True)))
    exact, folded = [w for w, _ in words], [f for _, f in words]
    ranks = {}
    for number, (title, body) in enumerate(rows):
        columns = [tokens(title), tokens(body)]
        folds = [folded_tokens(title), folded_tokens(body)]
        tiers = [
            set(exact) <= set(columns[0]),
            any(follow(exact, column) for column in columns),
            set(exact) <= {*columns[0], *columns[1]},
            set(folded) <= set(folds[0]),
            any(follow(folded, column) for column in folds),
            set(folded) <= {*folds[0], *folds[1]},
        ]
        if words and any(tiers):
            ranks[number] = tiers.index(True)
    return [str(n) for n in sorted(ranks, key=lambda n: (ranks[n], -n))]


def follow(words, column):
    return any(column[i : i + len(words)] == words for i in range(len(column)))


@given(rows=st.lists(st.tuples(TEXT, TEXT), max_size=6), query=TEXT)
def test_both_engines_follow_the_rule(rows, query):
    with transaction.atomic():
        for number, row in enumerate(rows):
            published(number, *row, at=NOON + number * HOUR)
        got = found(query)
        transaction.set_rollback(True)
    assert got == expected(rows, query)


def test_people_are_found_by_name_and_by_title(db):
    values = {"names": ["Ngôn Ngọc Khuê"], "words": ["Bí thư Thị ủy Sông Vân"]}
    make.shown("person:7", portal="", kind="person", values=values)
    assert found("ngon ngoc khue", portal="") == found("Bí thư Thị ủy", portal="") == ["7"]
    assert found("Khuê", portal="songvan") == []
