"""What guards and lints do with any text at all: places that fit, no exception, linear time."""

import datetime as dt
import itertools
import statistics
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apps.proofing.findings import Kind, Severity
from apps.proofing.guarding import guard
from apps.proofing.lints import LINTS, hints
from apps.proofing.manuscript import BODY, CAPTION, FILE, HEADLINE, Manuscript, put_together

from .guarding.test_cases import CASES as GUARDED
from .lints.test_cases import CASES as LINTED
from .marked import marked

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
KNOWN = {"day": dt.date(2021, 10, 6), "chairs": ("Lò Văn Pâng",), "end_mark": "./."}
WORDS = """
độ mật: Mật TỐI MẬT (mật) văn bản số 12-BC/TU lưu hành nội bộ không đưa tin CCCD 011203004567 STK
19036789012345 Vietcombank https://zoom.us/j/8123?pwd=1 ID: passcode 0912345678 sinh ngày 1/1/1990
thứ Ba, 11/10/2021 sơ kết quý IV/2021 nhiệm kỳ 2016-2021 HĐND Đảng bộ thị xã đồng chí Lò Văn Pâng,
Bí thư Thị ủy, chủ trì hội nghị hòa hoà của của ABXYZ ( ) “ " . ./. ; - – 🙂 \u00a0 \n
"""
SIGNS = "aăâđêưyọáMẬT 0123456789()[]“”\"'/.,:;–-@\n\u0301\u0323\u00a0\u200b\u00ad\ud800🙂İ"
PIECES = st.sampled_from([*SIGNS, *(f"{word} " for word in WORDS.split())])
VIETNAMESE = st.lists(PIECES, max_size=60).map("".join)
ANY_TEXT = st.one_of(
    st.text(), VIETNAMESE, VIETNAMESE.map(lambda s: unicodedata.normalize("NFD", s))
)
EXAMPLES = [marked(case)[0] for cases in GUARDED.values() for case in cases] + [
    marked(case["text"])[0] for cases in LINTED.values() for case in cases
]


@settings(max_examples=150)
@given(st.lists(st.tuples(st.sampled_from([HEADLINE, BODY, CAPTION, FILE]), ANY_TEXT), max_size=4))
def test_places_fit_whatever_the_text(pieces):
    manuscript = put_together([(name, at, text) for at, (name, text) in enumerate(pieces)], **KNOWN)
    advice = hints(manuscript)
    assert {finding.severity for finding in advice} <= {Severity.HINT}
    for finding in guard(manuscript) + advice:
        assert 0 <= finding.start < finding.end <= len(manuscript.text)
        assert manuscript.text[finding.start : finding.end] == finding.quote
        assert finding.kind in Kind and finding.severity in Severity
        assert finding.message and finding.quote != finding.fix


@settings(max_examples=150)
@given(ANY_TEXT)
def test_guarded_places_do_not_overlap(text):
    found = guard(Manuscript(text))
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


@pytest.mark.parametrize("guarded", [case for cases in GUARDED.values() for case in cases])
def test_the_same_is_found_taken_apart(guarded):
    text, quotes = marked(guarded)
    apart = unicodedata.normalize("NFD", text)
    part = BODY if key_of(guarded) in ("secrecy_mark", "personal_data", "hint", "clean") else FILE
    found = guard(put_together([(part, 0, apart)]))
    assert [unicodedata.normalize("NFC", one.quote) for one in found] == quotes


def key_of(case):
    return next(key for key, cases in GUARDED.items() if case in cases)


JUNK = [
    "a", " ", "0", "0 ", "09 ", "0912345678 ", "0912345678,", "1.", "(", "“", "mật ", "MẬT\n",
    "(mật) ", "dấu mật ", "văn bản mật ", "Độ mật: Mật, Tối mật ", "12-BC/TU ", "12-BC/TU mật ",
    "không đưa tin ", "lưu hành nội bộ ", "CCCD ", "CCCD 01120300456 ", "số tài khoản ",
    "tài khoản 123456 ", "zoom ", "https://zoom.us/j/1 ", "ID: 812 3456 7890 ", "mật khẩu: a1 ",
    "sinh ngày 1/1/1990 ", "a@gmail.com ", "thứ hai 1/1 ", "thứ ba, 1/1/2021 ",
    "sơ kết quý IV/2021, ", "nhiệm kỳ 2016-2021 ", "HĐND thị xã ", "HĐND nhiệm kỳ 2020-2025, ",
    "của của ", "hội nghị ", "hội nghị xã ", "  ,", ",a", "hoà hòa ", "ABXYZ ", "(ABXYZ ", "./.",
    "chủ trì hội nghị. ", "Đồng chí Lò Văn Pâng, Bí thư Thị ủy chủ trì. ", "é", "🙂",
    "đồng chí Lò Văn Pâng và đồng chí Hà Văn Pâng ", "Đồng chí Lò Văn Páng dự. ", "trú tại số 1 ",
    "\n",
]  # fmt: skip


def seconds(work, *arguments):
    began = time.process_time()
    work(*arguments)
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("seed", JUNK)
def test_twenty_pages_of_junk_pass(seed):
    text = (seed * 80_000)[:80_000]
    manuscript = put_together([(BODY, 0, text), (CAPTION, 0, text[:9999])], **KNOWN)
    assert manuscript.reading.mentions is not None
    assert seconds(guard, manuscript) < 1.5
    assert seconds(hints, manuscript) < 1.5


@pytest.mark.slow
def test_time_grows_with_the_length():
    text = "\n\n".join(EXAMPLES)
    spent = {}
    for size in (100_000, 400_000):
        manuscript = Manuscript((text * (size // len(text) + 1))[:size], **KNOWN)
        assert manuscript.reading.mentions
        spent[size] = seconds(lambda one: (guard(one), hints(one)), manuscript)
    assert spent[400_000] < 8 * spent[100_000]


@pytest.mark.timed
def test_a_page_takes_less_than_four_milliseconds():
    seeds = [path.read_text("utf-8") for path in sorted(SEEDS.glob("0*.txt"))]
    text = ("".join(seeds) or "\n".join(EXAMPLES))[:3500]
    spent = []
    for _ in range(40):
        manuscript = Manuscript(text, **KNOWN)
        assert manuscript.reading.mentions
        spent.append(seconds(lambda one: (guard(one), hints(one)), manuscript))
    assert statistics.median(spent) < 0.004
    assert len(LINTS) >= 12
