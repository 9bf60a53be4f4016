"""Several pieces at once: told before, done one by one, refused one by one."""

import re

import pytest
from django.utils import timezone

from apps.articles import bulk
from apps.articles.models import Article
from apps.newsroom.models import Act, Signature
from apps.newsroom.refusals import Refused
from tests import make
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
SEVERAL = "/toa-soan/articles/article/nhieu-bai/"
LIST = "/toa-soan/articles/article/"


@pytest.fixture
def office():
    return make.Office()


def chosen(*articles):
    return [f"{each.pk}-{each.revision}" for each in map(make.fresh, articles)]


def post(user, act, *values, **more):
    return client_of(user).post(SEVERAL, {"act": act, "chon": values, **more})


def onward(answer):
    """What the page hands on to the next step."""
    return re.findall(r'name="chon" value="([^"]+)"', answer.content.decode())


def said(answer):
    return [(row.refused, row.said) for row in answer.context["rows"]]


def test_two_are_approved_and_one_is_refused_with_its_reason(office):
    now = timezone.now()
    good, other, draft = office.submitted(at=now), office.submitted(at=now), office.draft(at=now)
    told = post(office.chief, "approve", *chosen(good, draft, other))
    assert [refused for refused, _words in said(told)] == [False, True, False]
    assert "Đang viết" in said(told)[1][1]
    assert not Signature.objects.filter(user=office.chief).exists()  # only told
    done = post(office.chief, "approve", *onward(told), lam="1")
    assert said(done) == said(told)
    states = [make.fresh(each).state for each in (good, other, draft)]
    assert states == ["approved", "approved", "draft"]
    assert Act.objects.filter(verb="approve", by=office.chief).count() == 2


def test_what_changed_since_it_was_chosen_is_refused(office):
    now = timezone.now()
    piece = office.submitted(at=now)
    before = chosen(piece)
    office.edit(piece, by=office.editor, at=now, sapo="Khác.")
    ((refused, words),) = said(post(office.chief, "approve", *before))
    assert refused
    assert "đã thay đổi" in words.lower()


def test_what_changed_since_it_was_confirmed_is_refused(office):
    now = timezone.now()
    piece = office.submitted(at=now)
    told = post(office.chief, "approve", *chosen(piece))
    office.edit(piece, by=office.editor, at=now, sapo="Khác.")
    assert said(post(office.chief, "approve", *onward(told), lam="1"))[0][0]
    assert make.fresh(piece).state == "in_review"


def test_two_people_at_once_the_second_is_told(office):
    now = timezone.now()
    piece = office.submitted(at=now)
    told = post(office.chief, "approve", *chosen(piece))
    assert not said(post(office.editor, "approve", *chosen(piece), lam="1"))[0][0]
    assert said(post(office.chief, "approve", *onward(told), lam="1"))[0][0]


def test_a_reporter_approves_nothing(office):
    piece = office.submitted(at=timezone.now())
    assert said(post(office.reporter, "approve", *chosen(piece), lam="1"))[0][0]
    assert make.fresh(piece).state == "in_review"
    assert 'form="several"' not in client_of(office.reporter).get(LIST).content.decode()


def test_another_portals_piece_is_404(office):
    piece, other = office.submitted(at=timezone.now()), make.Office()
    assert post(other.chief, "approve", *chosen(piece)).status_code == 404
    assert post(other.chief, "approve", *chosen(piece), lam="1").status_code == 404


def test_a_reviewer_is_given_and_must_be_able_to_review(office):
    now = timezone.now()
    piece = office.submitted(at=now)
    asked = post(office.manager, "give_review", *chosen(piece))
    assert str(office.editor) in dict(asked.context["choices"]).values()
    assert str(office.reporter) not in dict(asked.context["choices"]).values()
    done = post(office.manager, "give_review", *onward(asked), nguoi=office.editor.pk, lam="1")
    assert not said(done)[0][0]
    assert make.fresh(piece).handler == office.editor
    stranger = make.Office().editor
    assert "choices" in post(office.manager, "give_review", *chosen(piece), nguoi=stranger.pk,
                             lam="1").context  # fmt: skip


def test_pieces_move_to_a_section_of_their_own_portal(office):
    now = timezone.now()
    place = make.section(office.portal, "kinh-te", title="Kinh tế")
    piece = office.draft(at=now)
    done = post(office.editor, "move", *chosen(piece), **{"chuyen-muc": place.pk, "lam": "1"})
    assert not said(done)[0][0]
    assert Article.objects.get(pk=piece.pk).section == place
    foreign = make.Office().section
    again = post(office.editor, "move", *chosen(piece), **{"chuyen-muc": foreign.pk, "lam": "1"})
    assert "rows" not in again.context


@pytest.mark.parametrize("values", [[], ["x"], ["1-"], ["١-1"], ["9" * 40 + "-1"]])
def test_strange_choices_are_told_in_words(office, values):
    answer = post(office.chief, "approve", *values)
    assert answer.status_code == 302


def test_at_most_fifty_at_once():
    with pytest.raises(Refused):
        bulk.read_chosen([f"{number}-1" for number in range(1, 60)])


def test_a_strange_act_is_404(office):
    assert post(office.chief, "take_down", *chosen(office.draft())).status_code == 404
