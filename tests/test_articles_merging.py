"""Two texts put together: who changed what since both began, and what stands."""

import pytest

from apps.articles import writing
from apps.articles.typed import merging
from apps.articles.typed.sources import begun_from, standing

from . import make
from .make import HOUR, NOON
from .test_articles_desk import client_of, form, page

pytestmark = pytest.mark.django_db
FIRST = "<p>Đoạn một.</p><p>Đoạn hai.</p><p>Đoạn ba.</p>"


@pytest.fixture
def office():
    return make.Office()


def choices(office, mine, theirs, begun):
    """{field: [row, …]} of what differs; each text is {name: value}."""
    texts = [[[name, value] for name, value in text.items()] for text in (mine, theirs, begun)]
    base = merging.text_of(texts[2])
    found = merging.choices(*texts[:2], office.portal, base=base, stale=True)
    return {choice.field: [row for row in choice.rows if not row.same] for choice in found}


def picks(rows):
    return [(row.pick, row.both) for row in rows]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("Của tôi", "Chung", ("mine", False)),
        ("Chung", "Của họ", ("theirs", False)),
        ("Của tôi", "Của họ", ("mine", True)),
    ],
)
def test_who_left_a_field_alone_gives_way(office, mine, theirs, expected):
    found = choices(office, {"sapo": mine}, {"sapo": theirs}, {"sapo": "Chung"})
    assert picks(found["sapo"]) == [expected]


def test_same_text_leaves_nothing_to_choose(office):
    same = {"headline": "Họp", "body": FIRST, "event_date": "30/4/2026"}
    assert choices(office, same, {**same, "event_date": "30/04/2026"}, same) == {}


def test_each_paragraph_goes_its_own_way(office):
    mine = FIRST.replace("một.", "một của tôi.")
    theirs = FIRST.replace("ba.", "ba của họ.")
    rows = choices(office, {"body": mine}, {"body": theirs}, {"body": FIRST})["body"]
    assert picks(rows) == [("mine", False), ("theirs", False)]
    assert rows[0].values == {"mine": "<p>Đoạn một của tôi.</p>", "theirs": "<p>Đoạn một.</p>"}


def test_new_paragraphs_of_both_stay(office):
    mine, theirs = f"<p>Mở đầu mới.</p>{FIRST}", f"{FIRST}<p>Kết luận thêm vào.</p>"
    rows = choices(office, {"body": mine}, {"body": theirs}, {"body": FIRST})["body"]
    assert picks(rows) == [("mine", False), ("theirs", False)]


def test_taken_out_stays_out_unless_the_other_wrote_in_it(office):
    without = FIRST.replace("<p>Đoạn hai.</p>", "")
    rows = choices(office, {"body": without}, {"body": FIRST}, {"body": FIRST})["body"]
    assert picks(rows) == [("mine", False)]
    written = FIRST.replace("Đoạn hai.", "Hoàn toàn viết khác đi, dài hơn nhiều.")
    rows = choices(office, {"body": without}, {"body": written}, {"body": FIRST})["body"]
    assert picks(rows) == [("theirs", False)]


def test_lists_are_taken_whole(office):
    mine = {"bylines-0-name": "Lê Na", "bylines-0-role": "text"}
    theirs = {**mine, "bylines-1-name": "Tống An", "bylines-1-role": "photo"}
    rows = choices(office, mine, theirs, mine)["bylines"]
    assert picks(rows) == [("theirs", False)]
    assert rows[0].values["theirs"][1] == {"name": "Tống An", "role": "photo"}


def test_numbers_are_said_in_words(office):
    section = make.section(office.portal, "kinh-te", title="Kinh tế")
    mine, theirs = {"section": str(section.pk)}, {"section": str(office.section.pk)}
    rows = choices(office, mine, theirs, theirs)["section"]
    assert "".join(t.word for _what, words in rows[0].mine for t in words) == "Kinhtế"


def test_both_began_from_the_version_of_that_revision(office):
    article = office.draft(sapo="Bản đầu.")
    office.edit(article, office.editor, sapo="Bản hai.")
    fresh = make.fresh(article)
    assert begun_from(fresh, article.revision, NOON).single["sapo"] == "Bản đầu."
    assert begun_from(fresh, fresh.revision, NOON).single["sapo"] == "Bản hai."
    now = merging.text_of(standing(fresh, NOON))
    assert now.blocks == begun_from(fresh, fresh.revision, NOON).blocks
    assert now.single["section"] == begun_from(fresh, fresh.revision, NOON).single["section"]
    assert now.lists == begun_from(fresh, fresh.revision, NOON).lists


def test_stale_save_proposes_both_changes_and_writes_nothing(office):
    article = office.draft(headline="Họp", sapo="Bản đầu.", body=FIRST)
    office.edit(article, office.editor, headline="Họp phiên thứ ba", body=f"{FIRST}<p>Thêm.</p>")
    saved = make.fresh(article)
    answer = client_of(office.reporter).post(page(article), form(article, sapo="Của tôi."))
    found = {choice.field: choice.rows for choice in answer.context["choices"]}
    assert {name: [row.pick for row in rows if not row.same] for name, rows in found.items()} == {
        "headline": ["theirs"], "sapo": ["mine"], "body": ["theirs"],
    }  # fmt: skip
    assert make.fresh(article).revision == saved.revision
    assert f'name="revision" value="{saved.revision}"' in answer.content.decode()


def test_without_what_both_began_from_nothing_of_either_goes(office):
    mine = [["sapo", "a"], ["body", f"{FIRST}<p>Chỉ tôi có câu này.</p>"]]
    theirs = [["sapo", "b"], ["body", f"<p>Riêng họ viết câu kia đây.</p>{FIRST}"]]
    found = merging.choices(mine, theirs, office.portal, base=None, stale=True)
    sapo, body = (picks([row for row in choice.rows if not row.same]) for choice in found)
    assert sapo == [("mine", True)]
    assert body == [("theirs", False), ("mine", False)]


def test_looking_at_a_kept_text_proposes_nothing(office):
    found = merging.choices([["sapo", "a"]], [["sapo", "b"]], office.portal)
    assert picks(found[0].rows) == [("theirs", False)]


def graded(office, article, *notice):
    fields = {name: getattr(article, name) for name in writing.FIELDS}
    text = writing.Text(fields, notice=notice)
    at, revision = NOON + HOUR, article.revision
    return writing.save(article, text, by=office.editor, at=at, revision=revision)


def test_a_correction_of_another_is_not_lost_under_a_stale_save(office):
    article = office.published()
    graded(office, article, "correction", "Sai tên.", "Đúng tên.")
    mine = form(article, sapo="Của tôi.", grade="fix", wrong="", right="")
    answer = client_of(office.reporter).post(page(article), mine)
    found = {choice.field: choice.rows[0] for choice in answer.context["choices"]}
    picked = {name: found[name].pick for name in ("grade", "wrong", "right", "sapo")}
    assert picked == {"grade": "theirs", "wrong": "theirs", "right": "theirs", "sapo": "mine"}
    assert found["grade"].values == {"mine": "fix", "theirs": "correction"}


def test_the_kind_of_a_change_both_chose_is_asked(office):
    begun = graded(office, office.published(), "update", "", "")
    now = graded(office, make.fresh(begun), "correction", "Sai tên.", "Đúng tên.")
    base = begun_from(make.fresh(now), begun.revision, NOON + HOUR)
    theirs = standing(make.fresh(now), NOON + HOUR)
    found = merging.choices([["grade", "fix"]], theirs, office.portal, base=base, stale=True)
    rows = {choice.field: choice.rows for choice in found}
    assert base.single["grade"] == "update"
    assert picks(rows["grade"]) == [("mine", True)]


def test_a_form_that_does_not_ask_for_the_kind_differs_in_nothing(office):
    same = {"headline": "Họp"}
    assert choices(office, same, {**same, "grade": "fix", "wrong": "Bỏ dở"}, same) == {}


def test_who_saved_it_himself_elsewhere_is_not_told_of_a_colleague(office):
    article = office.draft(sapo="Bản đầu.")
    office.edit(article, office.reporter, sapo="Từ máy khác.")
    answer = client_of(office.reporter).post(page(article), form(article, sapo="Của tôi."))
    (told,) = [str(message) for message in answer.context["messages"]]
    assert "cửa sổ hoặc máy khác" in told
    assert str(office.reporter) not in told
