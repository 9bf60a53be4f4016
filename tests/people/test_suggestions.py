"""Who notices a changed title tells the keepers; the keepers answer."""

import pytest

from apps.newsroom.refusals import OutOfSight, Refused
from apps.people import suggestions
from apps.people.models import Suggestion
from apps.people.panels import desk_panels
from tests import make

from .deciding import NOON, Two, keeper, person

pytestmark = pytest.mark.django_db
State = Suggestion.State


@pytest.fixture
def reporter():
    return make.seated("reporter", make.portal())


def suggested(by, **fields):
    fields.setdefault("text", "Đồng chí Hà Văn Minh nay là Bí thư Thị ủy.")
    return suggestions.suggest(by=by, at=NOON, **fields)


class Request:
    def __init__(self, user):
        self.user = user


def shown_to(user):
    return [panel["context"] for panel in desk_panels(Request(user))]


def test_any_reporter_may_suggest(reporter):
    made = suggested(reporter, evidence="Nghị quyết 25", person=person())
    assert (made.state, made.portal) == (State.OPEN, reporter.seats.get().portal.key)


def test_strangers_suggest_nothing():
    with pytest.raises(OutOfSight):
        suggested(make.user())


def test_an_empty_note_is_refused(reporter):
    with pytest.raises(Refused):
        suggested(reporter, text="  ")


def test_it_lands_on_the_keepers_desk(reporter):
    made = suggested(reporter)
    assert shown_to(keeper())[0]["suggested"] == [made]


def test_others_do_not_see_it(reporter):
    suggested(reporter)
    colleague = make.seated("editor", make.portal())
    assert not suggestions.seen_by(colleague, NOON).exists()
    assert shown_to(colleague) == []


def test_a_keeper_ties_it_to_a_decision(reporter):
    two, made = Two(), suggested(reporter)
    decision = two.draft()
    suggestions.follow(str(made.pk), decision, by=two.keeper, at=NOON)
    made.refresh_from_db()
    assert (made.state, made.decision) == (State.TAKEN, decision)


def test_a_refusal_needs_a_reason(reporter):
    with pytest.raises(Refused):
        suggestions.refuse(suggested(reporter), answer=" ", by=keeper(), at=NOON)


def test_the_reporter_reads_the_answer(reporter):
    suggestions.refuse(suggested(reporter), answer="Chưa có quyết định", by=keeper(), at=NOON)
    assert shown_to(reporter)[0]["answers"][0].answer == "Chưa có quyết định"


def test_only_keepers_answer(reporter):
    with pytest.raises(Refused):
        suggestions.refuse(suggested(reporter), answer="Không", by=reporter, at=NOON)


def test_it_is_answered_once(reporter):
    made = suggested(reporter)
    suggestions.refuse(made, answer="Chưa có quyết định", by=keeper(), at=NOON)
    with pytest.raises(Refused):
        suggestions.take(made, Two().draft(), by=keeper(), at=NOON)


def test_a_decision_waits_on_the_chiefs_desk():
    two = Two()
    decision = two.proposed({"act": "person", "ref": "new:1", "name": "Lò Thị Pành"})
    assert shown_to(two.chief)[0]["to_sign"] == [decision]
    assert shown_to(two.keeper)[0]["to_sign"] == []
