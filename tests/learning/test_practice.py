"""The practice portal: everybody's roles, five lessons read from what was done, never a reader."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from apps.articles import workflow, writing
from apps.articles.models import Article
from apps.articles.remaining import remarks_on
from apps.articles.situation import Situation, situation_of
from apps.editions.models import Cut, Host, Moment, SearchRow, Showing
from apps.learning import practising
from apps.learning.progress import Lesson, lessons_done, practice_record
from apps.media.models import Picture
from apps.newsroom.refusals import OutOfSight, Refused
from apps.organizations.models import Organization
from apps.people.models import Person, Position, Term
from apps.portals import frame, setting_up
from apps.portals.appointing import give_seat
from apps.portals.models import Domain, Portal, Seat
from apps.portals.practice import empty_practice, open_practice
from apps.portals.roles import Right
from apps.portals.seats import portals_of, rights_of
from apps.proofing.findings import Kind
from apps.proofing.snapshots import forget
from tests import make
from tests.make import HOUR, NOON
from tests.newsroom.people import administrator, client_of

pytestmark = pytest.mark.django_db
PAGE = "/toa-soan/trang-tap/"


class School:
    """An office whose chief has opened the practice portal."""

    def __init__(self):
        self.office = make.Office()
        self.place = practising.open_for(self.office.portal, by=self.office.chief, at=NOON)
        self.section = self.place.sections.get()

    def draft(self, by=None, at=NOON, **fields):
        fields = {
            "headline": "Bài tập viết tin", "sapo": "Sáng nay, cơ quan họp.",
            "body": "<p>Hội nghị nghe báo cáo.</p>", "section": self.section,
        } | fields  # fmt: skip
        text = writing.Text(fields)
        return writing.start(self.place, text, by=by or self.office.reporter, at=at)

    def submitted(self, at=NOON):
        return workflow.submit(self.draft(at=at), by=self.office.reporter, at=at)

    def published(self, at=NOON):
        article = self.submitted(at)
        digest = make.digest(article)
        return workflow.publish(article, by=self.office.editor, at=at, digest=digest)

    def done(self, who, approves=False):
        return lessons_done(practice_record(self.place), who.pk, approves=approves)


@pytest.fixture
def school():
    return School()


# Who opens it, who learns there


def test_the_administrator_and_the_chief_open_it_once(school):
    again = open_practice(school.office.portal, by=administrator(), at=NOON)
    assert again == school.place
    assert school.place.practice_of == school.office.portal
    assert school.section.slug == school.office.section.slug


def test_a_reporter_is_refused_and_a_stranger_sees_nothing():
    office = make.Office()
    with pytest.raises(Refused):
        open_practice(office.portal, by=office.reporter, at=NOON)
    with pytest.raises(OutOfSight):
        open_practice(office.portal, by=make.Office().chief, at=NOON)
    assert not Portal.objects.filter(practice_of=office.portal).exists()


def test_everybody_has_the_same_role_there_and_loses_it_with_the_real_one(school):
    reporter, place = school.office.reporter, school.place
    assert rights_of(reporter, place, NOON) == {Right.READ, Right.WRITE}
    assert Right.PUBLISH in rights_of(school.office.chief, place, NOON)
    reporter.seats.update(ends_on="2020-01-02")
    assert rights_of(reporter, place, NOON) == set()


def test_nobody_gets_a_seat_of_its_own_there(school):
    with pytest.raises(ValidationError):
        give_seat(make.user(), school.place, "chief", by=administrator(), at=NOON)
    assert not Seat.objects.filter(portal=school.place).exists()


def test_no_right_there_reaches_anybody_outside(school):
    chief = school.office.chief
    outside = {
        Right.FRAME, Right.SIGN_FRAME, Right.DELEGATE, Right.ASK_LEADER, Right.SET_STOPS,
        Right.SCHEDULE, Right.TAKE_DOWN, Right.HIDE,
    }  # fmt: skip
    assert outside <= rights_of(chief, school.office.portal, NOON)
    assert not outside & rights_of(chief, school.place, NOON)


def test_a_practice_portal_has_no_practice_portal(school):
    with pytest.raises(Refused):
        open_practice(school.place, by=administrator(), at=NOON)


# Never public


def nothing_published(place):
    rows = [model.objects.filter(portal=place.key) for model in (Cut, Showing, Moment, Host)]
    rows.append(SearchRow.objects.filter(showing__portal=place.key))
    return not any(found.exists() for found in rows)


def test_what_is_published_there_is_never_cut(school):
    article = school.published()
    assert article.state == Article.State.PUBLISHED
    assert nothing_published(school.place)
    assert situation_of(make.fresh(article), NOON) == Situation.PUBLISHED


def test_it_never_gets_a_domain_name(school):
    with pytest.raises(Refused):
        setting_up.change_portal(school.place, by=administrator(), at=NOON, domains=["tap.vn"])
    with pytest.raises(ValidationError):
        Domain(portal=school.place, name="tap.vn").full_clean()
    assert not Domain.objects.filter(portal=school.place).exists()


def test_its_frame_is_neither_signed_nor_published(school):
    chief = school.office.chief
    for verb in (frame.sign_frame, frame.publish_frame):
        with pytest.raises(Refused):
            verb(school.place, by=chief, at=NOON)
    assert nothing_published(school.place)


def test_every_public_address_leaves_it_out(school):
    office = school.office.with_frame()
    real = office.published(headline="Tin thật của thị xã")
    piece = school.published()
    reader = Client(HTTP_HOST=f"{office.portal.key}.localhost")
    places = ["/", "/rss/", "/sitemap.xml", "/sitemap-1.xml", "/news-sitemap.xml", "/luu-tru/"]
    places += ["/luu-tru/2026/", "/tim-kiem/?q=bai+tap+viet+tin", f"/{school.section.slug}/"]
    for place in places:
        assert piece.headline.encode() not in reader.get(place).content, place
    assert real.headline.encode() in reader.get("/").content
    assert reader.get(make.fresh(piece).address).status_code == 404
    for address in (make.fresh(piece).address, "/", "/rss/", "/sitemap.xml", "/tim-kiem/"):
        alone = Client(HTTP_HOST=f"{school.place.key}.localhost").get(address)
        assert alone.status_code == 404, address


def test_the_page_shows_inside_the_desk_and_says_what_it_is(school):
    piece = school.published()
    address = f"/toa-soan/articles/article/{piece.pk}/"
    shown = client_of(school.office.reporter).get(f"{address}preview/").content.decode()
    assert "TẬP · Bài tập viết tin" in shown
    form = client_of(school.office.reporter).get(f"{address}change/").content.decode()
    assert 'class="practised"' in form
    assert client_of(make.Office().chief).get(f"{address}change/").status_code == 404
    assert client_of(make.Office().chief).get(f"{address}preview/").status_code == 404


@pytest.mark.parametrize("page", ["change", "history", "duyet", "act/send_back"])
def test_every_screen_of_a_piece_bears_the_mark(school, page):
    piece = school.submitted()
    answer = client_of(school.office.chief).get(f"/toa-soan/articles/article/{piece.pk}/{page}/")
    assert answer.status_code == 200
    assert 'class="practised"' in answer.content.decode()


# Beside the work, never in it


def test_nothing_of_it_stands_on_the_first_page_or_in_the_list(school):
    piece = school.submitted()
    for user in (school.office.reporter, school.office.chief):
        client = client_of(user)
        assert piece.headline not in client.get("/toa-soan/").content.decode()
        listed = client.get("/toa-soan/articles/article/").content.decode()
        assert piece.headline not in listed
        assert [portal.key for portal in portals_of(user, NOON)] == [school.office.portal.key]


def test_a_leaver_hands_over_no_practice(school):
    school.draft()
    page = client_of(administrator()).get(
        f"/toa-soan/accounts/user/{school.office.reporter.pk}/leave/"
    )
    assert not page.context["plan"].needs


def test_the_portal_stands_in_no_list_of_portals(school):
    client = client_of(administrator())
    assert school.place.name not in client.get("/toa-soan/portals/portal/").content.decode()
    assert school.place.name not in client.get("/toa-soan/portals/seat/add/").content.decode()
    page = f"/toa-soan/portals/portal/{school.place.pk}/change/"
    assert client.get(page).status_code == 404


# The lessons


def test_handing_in_is_the_first_lesson(school):
    article = school.draft()
    assert school.done(school.office.reporter) == set()
    workflow.submit(article, by=school.office.reporter, at=NOON)
    assert school.done(school.office.reporter) == {Lesson.WRITE}
    assert school.done(school.office.editor, approves=True) == set()


def test_a_picture_counts_with_its_caption_only(school):
    picture = Picture.objects.create(
        portal=school.place.key,
        sha256="a" * 64,
        width=10,
        height=10,
        uploaded_at=NOON,
        uploaded_by=school.office.reporter,
    )
    for caption, done in (("", set()), ("Quang cảnh hội nghị", {Lesson.PICTURE})):
        fields = {"headline": "Ảnh", "sapo": "Sapo", "section": school.section}
        text = writing.Text(fields, pictures=[(picture, "lead", caption, "", "")])
        writing.start(school.place, text, by=school.office.reporter, at=NOON)
        assert school.done(school.office.reporter) == done


def test_publishing_what_another_wrote_is_the_fourth_for_both(school):
    school.published()
    assert Lesson.SECOND in school.done(school.office.editor, approves=True)
    assert Lesson.SECOND in school.done(school.office.reporter)
    assert Lesson.SECOND not in school.done(school.office.chief, approves=True)


def test_a_correction_counts_when_it_is_out(school):
    article, reporter = school.published(), school.office.reporter
    later = NOON + HOUR
    notice = ("correction", "Sáng nay", "Chiều nay")
    text = writing.Text({"sapo": "Chiều nay, cơ quan họp."}, notice=notice)
    article = make.fresh(article)
    writing.save(article, text, by=reporter, at=later, revision=article.revision)
    assert situation_of(make.fresh(article), later) == Situation.PENDING
    assert Lesson.CORRECT not in school.done(reporter)
    workflow.submit(make.fresh(article), by=reporter, at=later)
    workflow.publish(
        make.fresh(article), by=school.office.editor, at=later, digest=make.digest(article)
    )
    assert Lesson.CORRECT in school.done(reporter)


@pytest.fixture
def leaders(school):
    """A secretary and a deputy secretary of the office's committee."""
    forget()
    committee = Organization.objects.create(
        name="Thị ủy Sông Vân", slug="thi-uy-song-van", level="district", kind="party_committee",
        place="thị xã Sông Vân", short_names=["Thị ủy"],
    )  # fmt: skip
    for name, rank in (("Giàng A Súa", "Phó Bí thư"), ("Nông Khánh Tùng", "Bí thư")):
        person = Person.objects.create(name=name, slug=name.replace(" ", "-").lower())
        position = Position.objects.create(rank=rank, body=committee)
        Term.objects.create(person=person, position=position, starts_on=dt.date(2024, 6, 1))
    Portal.objects.filter(pk=school.place.pk).update(committee=committee.slug)
    school.place.refresh_from_db()
    yield committee
    forget()


def test_a_wrong_title_is_mended_in_a_piece_that_has_one(school, leaders):
    reporter = school.office.reporter
    piece = make.fresh(practising.take_sample(school.place, by=reporter, at=NOON))
    assert {each.finding.kind for each in remarks_on(piece, NOON)} == {Kind.WRONG_TITLE}
    assert practising.take_sample(school.place, by=reporter, at=NOON) == piece
    assert Lesson.TITLE not in school.done(reporter)
    name, wrong = ("Nông Khánh Tùng", "Phó Bí thư Thị ủy")
    assert f"{name}, {wrong}" in piece.sapo
    for sapo, done in (
        ("Sáng nay, cơ quan họp.", False),
        (piece.sapo.replace(wrong, "Bí thư Thị ủy"), True),
    ):
        piece = make.fresh(piece)
        text = writing.Text({"sapo": sapo})
        writing.save(piece, text, by=reporter, at=NOON, revision=piece.revision)
        assert (Lesson.TITLE in school.done(reporter)) == done
    assert Lesson.WRITE not in school.done(reporter)


def test_without_leaders_in_the_register_the_third_lesson_waits(school):
    with pytest.raises(Refused):
        practising.take_sample(school.place, by=school.office.reporter, at=NOON)
    assert not Article.objects.filter(portal=school.place).exists()


def test_beginning_again_opens_ones_own_lessons_only(school):
    school.published()
    reporter, editor = school.office.reporter, school.office.editor
    practising.begin_again(school.place, by=reporter, at=NOON + HOUR)
    assert school.done(reporter) == set()
    assert school.done(editor, approves=True) == {Lesson.SECOND}
    with pytest.raises(OutOfSight):
        practising.begin_again(school.place, by=make.Office().chief, at=NOON)
    with pytest.raises(OutOfSight):
        practising.begin_again(school.office.portal, by=reporter, at=NOON)


def test_emptying_puts_all_out_of_sight_and_keeps_the_history(school):
    piece = school.published()
    with pytest.raises(Refused):
        empty_practice(school.place, by=school.office.reporter, at=NOON + HOUR)
    empty_practice(school.place, by=school.office.chief, at=NOON + HOUR)
    school.place.refresh_from_db()
    assert school.done(school.office.reporter) == set()
    page = f"/toa-soan/articles/article/{piece.pk}/change/"
    assert client_of(school.office.reporter).get(page).status_code == 404
    assert Article.objects.filter(pk=piece.pk).exists()


# The page


def test_the_page_opens_with_one_button_and_shows_the_lessons():
    office = make.Office()
    page = f"{PAGE}{office.portal.key}/"
    assert "mo/" not in client_of(office.reporter).get(page).content.decode()
    chief = client_of(office.chief)
    assert f"{page}mo/" in chief.get(page).content.decode()
    answer = chief.post(f"{page}mo/", follow=True)
    assert len(answer.context["lessons"]) == 5
    assert client_of(office.reporter).get(PAGE)["Location"] == page


def test_a_strangers_page_is_not_there(school):
    page = f"{PAGE}{school.office.portal.key}/"
    stranger = client_of(make.Office().chief)
    assert stranger.get(page).status_code == 404
    for act in ("mo", "don", "lam-lai", "bai-mau"):
        assert stranger.post(f"{page}{act}/").status_code == 404
    assert client_of(school.office.chief).get(f"{page}don/").status_code == 405


def test_it_says_with_whom_to_pair_up(school):
    page = f"{PAGE}{school.office.portal.key}/"
    answer = client_of(school.office.reporter).get(page)
    assert str(school.office.editor) in answer.context["partners"]
    assert str(school.office.reporter) not in answer.context["partners"]


def test_an_inspector_looks_and_has_no_lessons(school):
    inspector = make.seated("inspector", school.office.portal)
    answer = client_of(inspector).get(f"{PAGE}{school.office.portal.key}/")
    assert answer.status_code == 200
    assert not answer.context["learns"]


def test_the_page_asks_the_same_number_of_questions_at_any_size(
    school, django_assert_max_num_queries
):
    for _ in range(12):
        school.submitted()
        make.seated("reporter", school.office.portal)
    client = client_of(school.office.chief)
    with django_assert_max_num_queries(19):
        client.get(f"{PAGE}{school.office.portal.key}/")


def test_writing_there_names_the_portal_in_the_address(school):
    client = client_of(school.office.reporter)
    answer = client.get(f"/toa-soan/articles/article/add/?portal={school.place.key}")
    assert answer.context["portal"] == school.place
    plain = client.get("/toa-soan/articles/article/add/")
    assert plain.context["portal"] == school.office.portal
