"""After publication: technical fixes, updates, corrections. Each goes out on two signatures."""

import copy

import pytest
from django.core.management import call_command
from django.test import Client
from django.utils import translation

from apps.articles import publishing, workflow, writing
from apps.articles.forms import ArticleForms
from apps.articles.release import grades
from apps.editions.models import Showing
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests.newsroom.people import sign_in
from tests.once import once

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db
WRONG, RIGHT = "Bí thư Thị ủy Lò Thị Lan", "Phó Bí thư Thị ủy Lò Thị Lan"


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


framed = once(lambda: make.Office().with_frame())


@pytest.fixture
def office(framed):
    return copy.deepcopy(framed)


def change(office, article, grade, wrong="", right="", by=None, at=NOON + HOUR, **fields):
    article = make.fresh(article)
    fields = {name: getattr(article, name) for name in writing.FIELDS} | fields
    text = writing.Text(fields, notice=(grade, wrong, right))
    return writing.save(article, text, by=by or office.reporter, at=at, revision=article.revision)


def sign_and_publish(office, article, at=NOON + HOUR):
    workflow.submit(article, by=office.reporter, at=at)
    return workflow.publish(article, by=office.editor, at=at, digest=make.digest(article))


def corrected(office, at=NOON + HOUR):
    article = office.published()
    change(office, article, "correction", WRONG, RIGHT, at=at)
    return sign_and_publish(office, article, at=at)


def read(office, path, at, monkeypatch):
    monkeypatch.setattr("apps.public.visits.clock", lambda: at)
    with translation.override("vi"):
        return Client(headers={"host": f"{office.portal.key}.localhost"}).get(path)


def values_at(article, at):
    return Showing.objects.of(article.portal.key, article.key).live_at(at).get().cut.values


def test_a_correction_says_what_was_wrong_and_what_is_right(office, monkeypatch):
    article = corrected(office)
    text = read(office, article.address, NOON + 2 * HOUR, monkeypatch).content.decode()
    assert WRONG in text
    assert RIGHT in text
    assert "30/4/2026" in text.split("corrections", 1)[1]


def test_the_portals_list_names_every_corrected_piece(office, monkeypatch):
    article = corrected(office)
    other = make.Office().with_frame()
    text = read(office, "/dinh-chinh/", NOON + 2 * HOUR, monkeypatch).content.decode()
    assert article.headline in text
    assert RIGHT in text
    text = read(other, "/dinh-chinh/", NOON + 2 * HOUR, monkeypatch).content.decode()
    assert article.headline not in text


def test_a_page_read_before_turns_with_the_correction(office, monkeypatch):
    article = office.published()
    before = read(office, article.address, NOON + 1.5 * HOUR, monkeypatch).content.decode()
    assert RIGHT not in read(office, "/dinh-chinh/", NOON, monkeypatch).content.decode()
    change(office, article, "correction", WRONG, RIGHT)
    sign_and_publish(office, article)
    after = read(office, article.address, NOON + 2 * HOUR, monkeypatch).content.decode()
    assert (RIGHT in before, RIGHT in after) == (False, True)
    assert RIGHT in read(office, "/dinh-chinh/", NOON + 2 * HOUR, monkeypatch).content.decode()


@pytest.mark.sqlite_only
def test_the_list_of_corrections_has_pages_and_costs_the_same(
    office, monkeypatch, django_assert_max_num_queries
):
    for _number in range(3):
        corrected(office)
    with django_assert_max_num_queries(5):
        read(office, "/dinh-chinh/", NOON + 2 * HOUR, monkeypatch)
    assert read(office, "/dinh-chinh/?trang=9", NOON + 2 * HOUR, monkeypatch).status_code == 404


def test_the_last_corrected_piece_stands_first(office, monkeypatch):
    first, second = corrected(office, at=NOON + 2 * HOUR), corrected(office, at=NOON + HOUR)
    text = read(office, "/dinh-chinh/", NOON + DAY, monkeypatch).content.decode()
    assert text.index(first.headline) < text.index(second.headline)


def test_an_update_shows_its_time(office, monkeypatch):
    article = office.published()
    change(office, article, "update", body="<p>Có thêm kết quả.</p>")
    article = sign_and_publish(office, article)
    text = read(office, article.address, NOON + 2 * HOUR, monkeypatch).content.decode()
    assert "Cập nhật lúc 13:00 ngày 30/4/2026" in text


def test_a_technical_fix_is_logged_and_tells_readers_nothing(office, monkeypatch):
    article = office.published()
    change(office, article, "fix", sapo="Sáng 30/4, Thị ủy họp phiên.")
    article = sign_and_publish(office, article)
    assert Act.objects.filter(verb="publish").first().after["grade"] == "fix"
    text = read(office, article.address, NOON + 2 * HOUR, monkeypatch).content.decode()
    assert 'class="updated"' not in text
    assert "corrections" not in text


def test_a_first_publication_has_no_grade(office):
    article = office.submitted()
    workflow.publish(article, by=office.editor, at=NOON, digest=make.digest(article))
    assert "grade" not in Act.objects.get(verb="publish").after


@pytest.mark.parametrize("grade", ["fix", "update", "correction"])
def test_no_grade_goes_out_on_one_persons_word(office, grade):
    article = office.published()
    change(office, article, grade, WRONG, RIGHT, by=office.editor, sapo="Khác.")
    workflow.submit(article, by=office.editor, at=NOON + HOUR)
    with pytest.raises(Refused, match="one more person"):
        workflow.publish(article, by=office.editor, at=NOON + HOUR, digest=make.digest(article))


def test_a_notice_changed_after_signing_voids_the_signatures(office):
    article = office.published()
    change(office, article, "correction", WRONG, RIGHT)
    workflow.submit(article, by=office.reporter, at=NOON + HOUR)
    seen = make.digest(article)
    change(office, article, "correction", WRONG, "Không sai", by=office.manager)
    with pytest.raises(Refused, match="changed since"):
        workflow.publish(article, by=office.editor, at=NOON + HOUR, digest=seen)
    with pytest.raises(Refused, match="one more person"):
        workflow.publish(article, by=office.editor, at=NOON + HOUR, digest=make.digest(article))


@pytest.mark.parametrize(
    ("wrong", "right", "fields"),
    [("", "", ["wrong", "right"]), (WRONG, "", ["right"]), (WRONG, f" {WRONG}", ["right"])],
)
def test_what_a_correction_lacks_stands_beside_its_field(office, wrong, right, fields):
    article = office.published()
    change(office, article, "correction", wrong, right, sapo="Sáng 30/4, họp.")
    with pytest.raises(Refused, match="correction"):
        workflow.submit(article, by=office.reporter, at=NOON + HOUR)
    forms = ArticleForms(office.portal, make.fresh(article), at=NOON + HOUR)
    assert [name for name in ("wrong", "right") if forms.grade[name].errors] == fields
    assert not forms.has_errors


def test_a_correction_without_its_words_is_saved_but_goes_nowhere(office):
    article = office.published()
    change(office, article, "correction", WRONG, "")
    assert make.fresh(article).notices[0]["wrong"] == WRONG
    with pytest.raises(Refused, match="what was wrong and what is right"):
        workflow.submit(article, by=office.reporter, at=NOON + HOUR)


def test_taking_the_grade_back_leaves_no_notice(office):
    article = office.published()
    change(office, article, "correction", WRONG, RIGHT)
    change(office, article, "fix")
    assert grades.signed_words(make.fresh(article).notices) == []


def test_changed_words_go_nowhere_until_their_kind_is_said(office):
    article = office.published()
    office.edit(article, office.reporter, notice=None, sapo="Sáng 30/4, Thị ủy Sông Vân họp.")
    with pytest.raises(Refused, match="technical fix, an update or a correction"):
        workflow.submit(make.fresh(article), by=office.reporter, at=NOON + HOUR)
    office.edit(article, office.reporter, notice=("fix", "", ""))
    assert sign_and_publish(office, article).notices == []


def test_an_editor_who_changes_words_of_a_technical_fix_is_asked_too(office):
    article = office.published()
    office.edit(article, office.reporter, notice=None, sapo="Sáng 30/4, Thị ủy họp!")
    workflow.submit(make.fresh(article), by=office.reporter, at=NOON + HOUR)
    office.edit(article, office.manager, notice=None, sapo="Chiều 30/4, Thị ủy họp!")
    digest = make.digest(article)
    with pytest.raises(Refused, match="technical fix, an update or a correction"):
        workflow.publish(make.fresh(article), by=office.editor, at=NOON + HOUR, digest=digest)


@pytest.mark.parametrize(
    ("change", "asked"),
    [
        ({"sapo": "Sáng  30/4: Thị ủy họp!"}, False),
        ({"sapo": "Sáng 30-4, Thị ủy họp."}, True),
        ({"sapo": "Sáng 30/4, thị ủy họp."}, True),
        ({"headline": "Thị ủy họp"}, True),
        ({"event_date": NOON.date()}, True),
        ({"body": "<p>Hội nghị đã nghe báo cáo:</p>"}, False),
        ({"note": "Chỉ để ban biên tập đọc."}, False),
    ],
)
def test_only_spaces_and_signs_are_technical_by_themselves(office, change, asked):
    article = office.published()
    saved = office.edit(article, office.reporter, notice=None, **change)
    assert (grades.grade_of(saved, NOON + HOUR) is None) == asked


def test_a_kind_once_said_holds_for_the_words_that_follow(office):
    article = office.published()
    office.edit(article, office.reporter, notice=("update", "", ""), sapo="Đã họp xong.")
    saved = office.edit(article, office.reporter, notice=None, sapo="Đã họp xong, có kết quả.")
    assert grades.grade_of(saved, NOON + HOUR) == "update"


def test_the_form_asks_and_marks_nothing_beforehand(office, client):
    article = office.published()
    office.edit(article, office.reporter, notice=None, sapo="Đã họp xong.")
    sign_in(client, office.reporter)
    page = client.get(f"/toa-soan/articles/article/{article.pk}/change/").content.decode()
    box = page.split('<fieldset class="grade"', 1)[1].split("</fieldset>", 1)[0]
    assert "field-error" in box
    assert "checked" not in box


def test_what_readers_were_told_stays_through_later_changes(office):
    article = corrected(office)
    change(office, article, "update", sapo="Khác.", at=NOON + 2 * HOUR)
    article = sign_and_publish(office, article, at=NOON + 3 * HOUR)
    found = values_at(article, NOON + 4 * HOUR)
    assert [row["right"] for row in found["corrections"]] == [RIGHT]
    assert found["updated_at"] == (NOON + 3 * HOUR).isoformat()
    change(office, article, "fix", sapo="Khác nữa.", at=NOON + 4 * HOUR)
    assert len(grades.signed_words(make.fresh(article).notices)) == 2


def test_a_draft_never_out_takes_no_notice(office):
    article = change(office, office.draft(), "correction", WRONG, RIGHT)
    assert article.notices == []


def test_strangers_and_reporters_of_other_texts_change_nothing(office):
    article = office.published()
    with pytest.raises(OutOfSight):
        change(office, article, "correction", WRONG, RIGHT, by=make.Office().chief)
    with pytest.raises(Refused):
        change(office, article, "update", by=make.seated("reporter", office.portal))


def test_of_two_who_correct_at_once_the_second_is_shown_both(office):
    article = make.fresh(office.published())
    change(office, article, "correction", WRONG, RIGHT)
    text = writing.Text({"headline": article.headline}, notice=("update", "", ""))
    with pytest.raises(writing.Stale):
        writing.save(article, text, by=office.editor, at=NOON, revision=article.revision)
    assert make.fresh(article).notices[0]["grade"] == "correction"


def test_a_scheduled_correction_bears_the_time_readers_get_it(office):
    article = office.published()
    change(office, article, "correction", WRONG, RIGHT)
    workflow.submit(article, by=office.reporter, at=NOON + HOUR)
    workflow.schedule(
        article, by=office.editor, at=NOON + HOUR, digest=make.digest(article),
        live_from=NOON + DAY,
    )  # fmt: skip
    assert values_at(article, NOON + 2 * HOUR)["corrections"] == []
    assert values_at(article, NOON + DAY)["corrections"][0]["at"] == (NOON + DAY).isoformat()
    publishing.unschedule(article, by=office.editor, at=NOON + 2 * HOUR)
    assert grades.open_notice(make.fresh(article).notices, NOON + 2 * DAY)["at"] is None


def test_the_editions_hold_with_corrections(office):
    corrected(office)
    call_command("verify_editions", verbosity=0)


def test_what_is_taken_down_leaves_the_list_of_corrections(office, monkeypatch):
    article = corrected(office)
    publishing.take_down(article, by=office.chief, at=NOON + 2 * HOUR, reason="Sai.")
    text = read(office, "/dinh-chinh/", NOON + 3 * HOUR, monkeypatch).content.decode()
    assert article.headline not in text
