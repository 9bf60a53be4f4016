"""Topics: typed once, offered afterwards, one spelling on a portal."""

import pytest

from apps.articles.models import Topic
from apps.articles.topics import names_in, offered, settle
from apps.editions.models import Cut
from apps.newsroom.refusals import Refused

from . import make
from .test_articles_desk import LIST, client_of, form

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make.Office()


def test_a_new_topic_is_offered_afterwards(office):
    office.draft(tags="Chuyển đổi số, Nông thôn mới")
    assert offered(office.portal) == ["Nông thôn mới", "Chuyển đổi số"]


def test_another_spelling_is_the_same_topic(office):
    office.draft(tags="Chuyển đổi số")
    assert office.draft(tags="chuyen doi so ; Tết").tags == "Chuyển đổi số, Tết"
    assert Topic.objects.count() == 2


def test_every_portal_has_its_own(office):
    office.draft(tags="Tết")
    other = make.Office()
    assert offered(other.portal) == []
    assert other.draft(tags="TẾT").tags == "TẾT"


@pytest.mark.parametrize("typed", ["a" * 81, ", ".join(f"t{n}" for n in range(13))])
def test_no_sentence_is_a_topic(office, typed):
    with pytest.raises(Refused, match=r"12"):
        settle(office.portal, typed)


@pytest.mark.parametrize(
    ("typed", "names"),
    [("", []), (" ,; ", []), ("a,A , b", ["a", "b"]), ("Bản Mó;\nTết", ["Bản Mó", "Tết"])],
)
def test_commas_part_topics(typed, names):
    assert names_in(typed) == names


def test_the_form_refuses_in_words_and_keeps_what_was_typed(office):
    answer = client_of(office.reporter).post(f"{LIST}add/", form(tags="x" * 90))
    html = answer.content.decode()
    assert answer.status_code == 200 and "x" * 90 in html and "Thị ủy họp" in html
    assert not Topic.objects.exists()


def test_topics_are_no_part_of_what_is_signed(office):
    article = office.submitted()
    before = make.digest(article)
    assert make.digest(office.edit(article, office.editor, tags="Tết")) == before


def test_a_hostile_topic_stays_words(office):
    office.draft(tags="</script><script>alert(1)</script>")
    html = client_of(office.reporter).get(f"{LIST}add/").content.decode()
    assert "<script>alert" not in html


def test_what_is_cut_says_its_topics(office):
    article = office.published(tags="Đại hội Đảng bộ, Tết")
    cut = Cut.objects.get(key=article.key)
    assert {"tag:dai-hoi-dang-bo", "tag:tet"} <= {*cut.subjects}
