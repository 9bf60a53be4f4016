"""What holds for every text, drawn at random."""

import re
import unicodedata
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.vietnamese import dates, encodings, fold, names, periods, slug, text, timelines, tones
from lib.vietnamese.datelines import DATELINE_FORMS, format_dateline, say_when
from lib.vietnamese.syllables import is_syllable

from .legacy import LETTERS, SMALL_LETTERS, to_tcvn3, to_vni

steady = settings(deadline=None, derandomize=True, database=None, max_examples=80)

LETTERS_AND_SIGNS = (
    "aăâeêioôơuưyđĐAOUYqnh 0123456789/-.,:|()'\n\u0301\u0309\u00a0\u00ad\u00d0\x00\u200b"
)
WORDS = """
hòa hoà ủy uỷ quý khoẻ thuyền ngày tháng năm sáng chiều quý III tuần giờ và đến Lượt xem: đăng
số 17-NQ/TU Kế hoạch Cập nhật lúc: Tác giả: 2021 7/10 8-5 (8/10/1971 © ® Ã á» § Ñaûng
"""
PIECES = st.sampled_from(
    [*LETTERS_AND_SIGNS, *(f"{word} " for word in WORDS.split()), "2021", "7/"]
)
VIETNAMESE = st.lists(PIECES, max_size=40).map("".join)
ANY_TEXT = st.one_of(st.text(), VIETNAMESE)
MOMENTS = st.datetimes(
    min_value=datetime(1995, 1, 1),  # noqa: DTZ001  (hypothesis wants it naive)
    max_value=datetime(2150, 1, 1),  # noqa: DTZ001
    timezones=st.just(dates.HO_CHI_MINH),
).map(lambda at: at.replace(microsecond=0))

READERS = [
    text.nfc,
    text.clean,
    text.clean_lines,
    text.collapse,
    tones.place_tones,
    lambda s: tones.place_tones(s, "modern"),
    fold.fold,
    fold.tokens,
    fold.folded_tokens,
    slug.slugify,
    names.sort_key,
    names.looks_like_name,
    dates.read_date,
    dates.find_days,
    lambda s: dates.event_day(s, None, 2021),
    timelines.read_timeline,
    timelines.read_views,
    periods.read_period,
    encodings.detect,
    encodings.to_unicode,
    encodings.tcvn3_to_unicode,
    encodings.vni_to_unicode,
    encodings.mojibake_to_unicode,
    is_syllable,
]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@steady
@given(s=ANY_TEXT)
def test_no_reader_stumbles_over_any_text(reader, s):
    reader(s)
    reader(unicodedata.normalize("NFD", s))


@steady
@given(s=ANY_TEXT, published=st.dates())
def test_any_text_and_any_day_are_borne(s, published):
    dates.event_day(s, published, None)


@steady
@given(data=st.binary(), declared=st.one_of(st.none(), st.text(max_size=12)))
def test_any_bytes_are_read_or_refused_by_name(data, declared):
    try:
        decoded, name = encodings.decode(data, declared)
    except (encodings.UnknownEncoding, encodings.BinaryData):
        return
    assert name
    assert unicodedata.is_normalized("NFC", decoded)


@steady
@given(s=ANY_TEXT)
def test_cleaning_twice_changes_nothing(s):
    once = text.clean(s)
    assert text.clean(once) == once
    assert not re.search(r"\s\s|^\s|\s$|[\n\u00a0\u00ad\u200b\u00d0]", once)


@steady
@given(s=ANY_TEXT)
def test_clean_lines_are_clean_and_never_doubly_empty(s):
    lines = text.clean_lines(s)
    assert lines == [text.clean(line) for line in lines]
    assert ("", "") not in zip(lines, lines[1:], strict=False)


@pytest.mark.parametrize("style", tones.STYLES)
@steady
@given(s=ANY_TEXT)
def test_placing_tones_twice_changes_nothing(style, s):
    once = tones.place_tones(s, style)
    assert tones.place_tones(once, style) == once
    assert tones.place_tones(unicodedata.normalize("NFD", s), style) == once


@steady
@given(s=ANY_TEXT)
def test_tone_style_never_changes_the_key(s):
    modern = tones.place_tones(s, "modern")
    assert fold.fold(modern) == fold.fold(s) == fold.fold(tones.place_tones(s))
    assert names.sort_key(modern) == names.sort_key(s)


@steady
@given(s=ANY_TEXT)
def test_folding_ignores_case_and_form(s):
    folded = fold.fold(s)
    assert fold.fold(unicodedata.normalize("NFD", s)) == folded
    assert fold.fold(folded) == folded


@steady
@given(s=ANY_TEXT)
def test_folded_words_match_words_one_to_one(s):
    words, folded = fold.tokens(s), fold.folded_tokens(s)
    assert len(words) == len(folded)
    assert all(folded)
    assert fold.tokens(" ".join(words)) == words
    assert fold.tokens(unicodedata.normalize("NFD", s)) == words


@steady
@given(s=ANY_TEXT, length=st.integers(min_value=1, max_value=90))
def test_addresses_keep_to_their_letters_and_length(s, length):
    address = slug.slugify(s, max_length=length)
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", address)
    assert len(address) <= length
    assert bool(address) == bool(slug.slugify(s))


@steady
@given(s=ANY_TEXT)
def test_sort_keys_are_plain_ascii(s):
    assert re.fullmatch("[a-z0-9]*", names.sort_key(s))


@steady
@given(s=VIETNAMESE)
def test_found_days_lie_in_order_in_the_text(s):
    found = dates.find_days(s)
    size = len(text.nfc(s))
    assert all(0 <= day.start < day.end <= size for day in found)
    assert [day.start for day in found] == sorted(day.start for day in found)
    assert found == dates.find_days(unicodedata.normalize("NFD", s))


@pytest.mark.parametrize("form", [form for form in DATELINE_FORMS if form != "none"])
@steady
@given(at=MOMENTS, has_time=st.booleans())
def test_printed_datelines_are_read_back(form, at, has_time):
    found = timelines.read_timeline(format_dateline(form, at, has_time))
    assert found.day == at.date()
    if has_time and form != "date":
        whole = at if form == "posted_ampm" else at.replace(second=0)
        assert found.at() == whole
    assert found.updated == (form == "updated")


@steady
@given(at=MOMENTS, now=MOMENTS)
def test_every_moment_can_be_said(at, now):
    assert say_when(at, now).endswith(f"{at.minute:02}")


@steady
@given(s=st.text(alphabet=[*SMALL_LETTERS, *"bcdghklmnpqrstvx ,.0"]))
def test_tcvn3_round_trip_keeps_small_letters(s):
    assert encodings.tcvn3_to_unicode(to_tcvn3(s)) == s


SYLLABLES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "b", "ng", "th", "tr", "Đ", "Kh"]),
    st.sampled_from(LETTERS),
    st.sampled_from(["", "n", "ng", "t"]),
)


@steady
@given(words=st.lists(SYLLABLES))
def test_vni_round_trip_keeps_both_cases(words):
    s = " ".join(words)
    assert encodings.vni_to_unicode(to_vni(s)) == s


@steady
@given(
    s=st.text(
        alphabet=st.characters(
            min_codepoint=32, max_codepoint=0x1FF, exclude_categories=["Cc", "Cs"]
        )
    )
)
def test_utf8_bytes_come_back_unchanged(s):
    decoded, name = encodings.decode(("Đảng ủy thị xã Sông Vân " * 5 + s).encode())
    if name == "utf-8":
        assert decoded.endswith(text.nfc(s))
