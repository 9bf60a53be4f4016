"""The list of proposed terms on the keeper's desk."""

import datetime as dt

import pytest

from apps.people.models import Proposal
from tests import make
from tests.newsroom.people import client_of

pytestmark = pytest.mark.django_db
LIST = "/toa-soan/people/proposal/"


def propose(name, state="open"):
    day = dt.date(2021, 10, 6)
    return Proposal.objects.create(
        portal="song-van", name=name, rank="Bí thư", body_words="Thị ủy", first_seen=day,
        last_seen=day, times=1, state=state,
        evidence=[{"key": "article:1", "day": day.isoformat(), "quote": name}],
    )  # fmt: skip


def test_states_are_counted_and_rows_found_without_marks():
    propose("Đoàn Thị Hòa")
    propose("Lò Văn Chiêm")
    propose("Vi Thị Sen", state="refused")
    page = client_of(make.user(keeps_register=True)).get(LIST, {"q": "doan thi hoa"})
    counts = {value: count for value, _label, count in page.context["states"]}
    assert counts == {"open": 2, "accepted": 0, "refused": 1}
    assert [row["proposal"].name for row in page.context["rows"]] == ["Đoàn Thị Hòa"]


def test_list_asks_the_same_few_questions_for_any_number(django_assert_max_num_queries):
    for number in range(30):
        propose(f"Lò Văn {number}")
    keeper = client_of(make.user(keeps_register=True))
    with django_assert_max_num_queries(16):
        keeper.get(LIST)


def test_accepting_without_a_body_says_what_to_do():
    row = propose("Đoàn Thị Hòa")
    typed = {"name": row.name, "rank": row.rank, "body_name": "Thị ủy", "starts_on": "6/10/2021"}
    keeper = client_of(make.user(keeps_register=True))
    answer = keeper.post(f"{LIST}{row.pk}/accept/", typed, headers={"accept": "application/json"})
    assert "cơ quan" in answer.json()["refused"]
    assert Proposal.objects.get().state == Proposal.State.OPEN
