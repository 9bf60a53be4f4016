"""Whatever is typed: no exception, places that hold, time that grows with the length alone."""

import datetime as dt
import time
import unicodedata
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from apps.people.exchange.loading import load
from apps.proofing.checking import against_register, check
from apps.proofing.manuscript import Manuscript
from apps.proofing.resolving import Resolver
from apps.proofing.snapshots import read_register

DAY = dt.date(2024, 3, 15)
pytestmark = pytest.mark.django_db

PIECES = [
    "đồng chí ", "Đ/c ", "các đồng chí: ", "Lò Thị Thủy", "Ngô Quang Hòa", "Hầu A Dế",
    "Tẩn Thị Mẩy", ", ", "; ", " - ", " – ", ". ", "\n", "\n\n", "“", "”", '"', "(", ")",
    "Bí thư ", "Phó Bí thư ", "Chủ tịch ", "Chủ tich ", "nguyên ", "quyền ", "Thị ủy",
    "Thị uỷ Sông Vân", "UBND thị xã", "Đảng ủy phường", "từ năm 2015 đến 2020", " ngày 31/2/2021 ",
    " nhiệm kỳ 2015-2020", "năm 9999", "giữ chức ", "thôi giữ chức ", "😀", "\u0301", "\u200b",
    "\u00a0", "ﬁ", "İ", "\x00", "H'", "ệ" * 3,
]  # fmt: skip
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=30).map(
        lambda pieces: unicodedata.normalize("NFD", "".join(pieces))
    ),
)


@pytest.fixture(scope="module")
def resolver(django_db_setup, django_db_blocker):
    """The town's register, read once and taken out of the database again."""
    content = (Path(__file__).parent / "town.json").read_bytes()
    with django_db_blocker.unblock(), transaction.atomic():
        load(content, name="town.json", at=timezone.now())
        register = read_register()
        transaction.set_rollback(True)
    return Resolver(register, frozenset())


def test_any_text_is_checked(resolver):
    @given(TEXTS)
    def checked(text):
        for found in against_register(text, resolver, DAY):
            assert 0 <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.quote

    checked()


def test_an_empty_register_says_nothing():
    assert check(Manuscript("Đồng chí Lò Thị Thủy, Bí thư Thị ủy.", DAY)) == []


UNITS = [
    "Sáng 5/3/2024, đồng chí Lò Thị Thủy, Bí thư Thị ủy và Ngô Quang Hòa, Bí thư Thị ủy dự. ",
    "các đồng chí: Nguyễn Văn An, ", "Bí thư ", "“\" ", "12/2020 - ", "a", "   ", "\n", "Thị ủy ",
    "nghị quyết số 05 của ", "nguyên bí thư thị ủy ", "Nguyễn ", "😀ệ\u0323\u0302",
    "từ năm 2015 đến ",
]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.strip()[:20] or "blank")
def test_time_grows_with_the_length_alone(resolver, unit):
    """Four times the text in at most eight times the time."""
    short, long = (unit * (size // len(unit)) for size in (30_000, 120_000))
    against_register(short[:5_000], resolver, DAY)
    bound = max(8 * min(spent(short, resolver) for _ in range(2)), 0.5)
    assert any(spent(long, resolver) < bound for _ in range(2))


@pytest.mark.slow
def test_a_megabyte_of_news_is_checked(resolver):
    assert spent(UNITS[0] * (1_000_000 // len(UNITS[0])), resolver) < 60


def spent(text, resolver):
    began = time.process_time()
    against_register(text, resolver, DAY)
    return time.process_time() - began
