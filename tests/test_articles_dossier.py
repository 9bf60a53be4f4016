"""The dossier: each sentence's way through the versions, who signed it, and the sheet of paper."""

import copy
import random
import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from apps.articles import passing_over, workflow, writing
from apps.articles.leaders import outside as outside_opinions
from apps.articles.models import Article
from apps.articles.past import dossier, slip, tracing
from apps.articles.release import grades
from apps.articles.withdrawal import redacting
from apps.editions.models import Cut
from apps.proofing.overriding import Mark
from tests.newsroom.people import client_of
from tests.once import once

from . import make
from .make import DAY, HOUR, NOON

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/articles/article/"
ONE, TWO = "Hội nghị đã nghe báo cáo quý II.", "Đồng chí Lan chủ trì buổi họp."
THREE = "Các đại biểu thảo luận sôi nổi về thu ngân sách."


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


def body(*paragraphs):
    return "".join(f"<p>{words}</p>" for words in paragraphs)


def traced(*versions):
    """Traces of the last of these texts, each a list of sentences."""
    return tracing.trace(
        [(number, [("p", words) for words in text]) for number, text in enumerate(versions, 1)]
    )


def ways(*versions):
    return [(found.first, found.last, found.was) for found in traced(*versions)]


def of(article, at=None, number=None):
    return dossier.dossier(make.fresh(article), at or timezone.now(), number)


def sentence(found, words):
    return next(each for each in found.sentences if words in each.text)


def get(user, article, what="ho-so/"):
    client = client_of(user)
    return client.get(f"{LIST}{article.pk}/{what}")


# -- the way of a sentence --


def test_a_sentence_that_only_moves_stays_the_same_one():
    assert ways([ONE, TWO, THREE], [THREE, ONE, TWO]) == [(1, 1, "")] * 3


def test_a_small_edit_keeps_who_typed_it_first_and_tells_what_it_was():
    changed = ONE.replace("quý II", "quý III")
    assert ways([ONE], [TWO, ONE], [changed, TWO]) == [(1, 3, ONE), (2, 2, "")]


def test_moved_and_edited_at_once():
    changed = THREE.replace("sôi nổi", "kỹ")
    assert ways([ONE, TWO, THREE], [changed, TWO, ONE]) == [
        (1, 2, THREE), (1, 1, ""), (1, 1, ""),
    ]  # fmt: skip


def test_another_sentence_in_its_place_is_a_new_one():
    assert ways([ONE], [THREE]) == [(2, 2, "")]


def test_two_alike_sentences_keep_their_own_ways():
    assert ways([ONE], [ONE, ONE]) == [(1, 1, ""), (2, 2, ONE)] or ways([ONE], [ONE, ONE]) == [
        (1, 1, ""), (1, 2, ONE),
    ]  # fmt: skip


def test_a_sentence_cut_in_two_is_of_who_typed_the_whole():
    whole = "Hội nghị đã nghe báo cáo quý II và các đại biểu đã thảo luận về thu ngân sách."
    first, second = (
        "Hội nghị đã nghe báo cáo quý II.",
        "Các đại biểu đã thảo luận về thu ngân sách.",
    )
    assert [way[0] for way in ways([whole], [first, second])] == [1, 1]


def test_what_comes_back_is_no_new_sentence():
    found = traced([ONE, TWO], [ONE], [ONE, TWO])[1]
    assert (found.first, found.last, found.back) == (1, 1, 3)


def test_white_space_and_decomposed_letters_are_no_change():
    decomposed = ONE.replace("ộ", "o\u0323\u0302")
    assert ways([ONE], [decomposed.replace(" ", "  ")]) == [(1, 1, "")]


@pytest.mark.timed
def test_thirty_versions_of_1200_words_take_a_moment(office):
    dice, words = (
        random.Random(7),
        ["hội", "nghị", "tỉnh", "xã", "thu", "chi", "dân", "quân", "họp"],
    )
    texts = [
        " ".join(dice.choice(words) for _ in range(19)).capitalize() + f" {n}." for n in range(60)
    ]
    versions = []
    for number in range(30):
        for _ in range(8):
            place = dice.randrange(60)
            texts[place] = texts[place].replace(" họp ", f" bàn{number} ", 1)
        texts.insert(dice.randrange(60), texts.pop())
        html = body(*(" ".join(texts[n : n + 3]) for n in range(0, 60, 3)))
        versions.append({"text": {"headline": "H", "sapo": "", "body": html, "pictures": []}})
    begin = time.perf_counter()
    found = [(n, tracing.flat(tracing.passages(v))) for n, v in enumerate(versions, 1)]
    tracing.trace(found)
    assert time.perf_counter() - begin < 0.3


def test_wholly_rewritten_texts_do_not_take_long_either():
    dice = random.Random(3)
    texts = [
        [" ".join(str(dice.randrange(40)) for _ in range(20)) for _ in range(60)] for _ in range(6)
    ]
    begin = time.perf_counter()
    traced(*texts)
    assert time.perf_counter() - begin < 2


# -- the dossier --


def _out():
    office = make.Office()
    article = office.submitted(body=body(f"{ONE} {TWO}", THREE))
    changed = body(f"{ONE.replace('quý II', 'quý III')} {TWO}", THREE)
    article = office.edit(article, office.editor, at=NOON + HOUR, body=changed)
    workflow.agree(article, by=office.reporter, at=NOON + 2 * HOUR, digest=make.digest(article))
    article = workflow.publish(
        make.fresh(article), by=office.chief, at=NOON + 3 * HOUR, digest=make.digest(article)
    )
    return office, article


office_and_piece = once(_out)


@pytest.fixture
def office(office_and_piece):
    return copy.deepcopy(office_and_piece[0])


@pytest.fixture
def out(office_and_piece):
    """Handed in by the reporter, one word changed by the editor, agreed to, published."""
    return copy.deepcopy(office_and_piece[1])


def test_who_typed_who_changed_and_what_it_was(office, out):
    found = sentence(of(out), "quý III")
    assert (found.typed.by, found.typed.number) == (office.reporter, 1)
    assert (found.changed.by, found.changed.number) == (office.editor, 2)
    assert ("gone", "II") in [(what, w.word) for what, words in found.pieces for w in words]


def test_signatures_on_these_very_words_and_on_an_older_version_only(office, out):
    found = of(out)
    assert found.shown.live
    kept = {line.name: line for line in sentence(found, "Lan chủ trì").signed}
    assert {str(office.reporter), str(office.chief)} <= {*kept}
    assert all(line.here for line in kept.values())
    office.edit(out, office.editor, at=NOON + DAY, sapo="Sáng 30/4, Thị ủy họp bàn.")
    draft = of(out, number=3)
    assert not sentence(draft, "họp bàn").signed
    older = sentence(draft, "Lan chủ trì").signed
    assert older and not any(line.here for line in older)
    assert {line.version for line in older} == {2}


def test_readers_version_is_shown_while_a_newer_one_is_in_work(office, out):
    office.edit(out, office.editor, at=NOON + DAY, sapo="Câu chưa ai duyệt.")
    found = of(out)
    assert found.shown.version.number == 2
    assert "Câu chưa ai duyệt." not in [each.text for each in found.sentences]


def test_findings_passed_over_stand_at_their_sentence(office, out):
    mark = Mark("wrong_title", "Đồng chí Lan", "")
    passing_over.pass_over(
        make.fresh(out), mark, by=office.editor, at=NOON + DAY, reason="Đúng theo quyết định."
    )
    found = of(out)
    assert [line.reason for line in sentence(found, "Lan chủ trì").passed] == [
        "Đúng theo quyết định."
    ]
    assert not sentence(found, "sôi nổi").passed


def test_a_blanked_version_stays_blank(office, out):
    cut = Cut.objects.get(key=out.key)
    redacting.ask(out, cut, by=office.chief, at=NOON + DAY, reason="Lộ bí mật")
    admin = make.user(is_administrator=True)
    redacting.carry_out(cut, by=admin, at=NOON + DAY)
    page = get(office.chief, out, "ho-so/?ban=2")
    assert "blanked" in page.content.decode()
    assert "quý III" not in page.content.decode()
    sheet = get(office.chief, out, "phieu-duyet/?ban=2").content.decode()
    assert "quý III" not in sheet
    later = office.edit(out, office.editor, at=NOON + 2 * DAY, sapo="Câu mới sau khi xóa.")
    assert sentence(of(later, number=3), "Câu mới").unsure


def test_an_imported_piece_says_where_it_comes_from(office):
    article = writing.write_new(
        office.portal,
        writing.Text({"headline": "Bài cũ", "sapo": "Tin cũ từ năm trước.", "body": body(ONE)}),
        by=office.chief, author=office.chief, at=NOON, verb="import",
    )  # fmt: skip
    assert {each.origin for each in of(article).sentences} == {"imported from the old portal"}
    article = office.edit(article, office.editor, sapo="Tin cũ từ năm trước. Một câu thêm hôm nay.")
    found = of(article)
    assert sentence(found, "thêm hôm nay").typed.by == office.editor
    assert not sentence(found, "thêm hôm nay").origin
    assert sentence(found, "báo cáo").origin


def test_other_portals_and_strangers_get_404(office, out):
    elsewhere = make.Office("khac")
    for what in ("ho-so/", "phieu-duyet/"):
        assert get(elsewhere.chief, out, what).status_code == 404
        assert get(make.user(is_administrator=True), out, what).status_code == 404
        assert get(make.seated("inspector", office.portal), out, what).status_code == 200
    assert Client().get(f"{LIST}{out.pk}/ho-so/").status_code == 302


@pytest.mark.parametrize("typed", ["99", "x", "²", "-1", "9" * 40])
def test_a_number_that_is_none_says_so(office, out, typed):
    page = get(office.editor, out, f"ho-so/?ban={typed}")
    assert page.status_code == 200
    assert "messagelist" in page.content.decode()


@pytest.mark.sqlite_only
def test_queries_do_not_grow_with_versions(office, out):
    def asked(what):
        client = client_of(office.editor)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"{LIST}{out.pk}/{what}").status_code == 200
        return len(queries)

    before = {what: asked(what) for what in ("ho-so/", "phieu-duyet/")}
    for number in range(6):
        office.edit(out, office.editor, at=NOON + DAY, sapo=f"Sapo sửa lần {number}.")
    assert {what: asked(what) for what in before} == before
    assert max(before.values()) < 35


# -- the sheet --


def test_the_sheet_names_who_wrote_edited_and_approved(office, out):
    outside_opinions.record_outside(
        make.fresh(out), by=office.editor, at=NOON + 4 * HOUR, said_by="Đồng chí Bí thư",
        way="zalo", said_at=NOON + 3 * HOUR, words="Đồng ý đăng.",
    )  # fmt: skip
    found = slip.slip(make.fresh(out), timezone.now())
    assert [line.name for line in found.edited] == [str(office.editor)]
    assert str(office.chief) in [line.name for line in found.approved]
    assert str(office.reporter) in [line.name for line in found.signed + found.approved]
    assert found.code.replace(" ", "") == make.digest(out)[:12]
    assert [opinion.words for opinion in found.opinions] == ["Đồng ý đăng."]
    page = get(office.reporter, out, "phieu-duyet/").content.decode()
    for words in (office.portal.name, found.headline, "Đồng ý đăng.", found.code):
        assert words in page


def test_the_sheet_says_what_readers_are_told(office, out):
    changed = make.fresh(out)
    changed.notices = grades.with_grade([], grades.Grade.CORRECTION, "quý II", "quý III", NOON)
    changed.save()
    found = slip.slip(make.fresh(out), timezone.now(), 3)
    assert "quý II" in found.corrections[0] and "quý III" in found.corrections[0]


def test_nothing_is_written_by_looking(office, out):
    before = Article.objects.values().get(pk=out.pk), out.versions.count()
    for what in ("ho-so/", "phieu-duyet/"):
        assert get(office.editor, out, what).status_code == 200
    assert (Article.objects.values().get(pk=out.pk), out.versions.count()) == before
