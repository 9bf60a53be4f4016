"""Gửi nhanh: notes and photos from the phone become one draft, however often they are sent."""

import datetime as dt
import hashlib

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from apps.articles.models import Article, Contributor, QuickSend
from apps.articles.quick import sending as quick_sending
from apps.articles.quick.panels import quick_panels
from apps.articles.quick.sending import FromPhone
from apps.media import parts
from apps.meetings.models import Assignment
from apps.newsroom.models import Act
from apps.newsroom.refusals import OutOfSight, Refused
from tests.make import NOON, Office, seat, seated
from tests.media import samples
from tests.meetings.make import meeting
from tests.newsroom.people import at_once, client_of

pytestmark = pytest.mark.django_db
PAGE = "/toa-soan/gui-nhanh/"
TOKEN = "0" * 32
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def empty_shelves(settings, tmp_path):
    location = {"location": str(tmp_path / "private"), "base_url": None}
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {**settings.STORAGES["default"], "OPTIONS": location},
    }
    assert not default_storage.exists("parts")


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def held(office):
    return meeting(office.portal, "Hội nghị giao ban", starts_at=NOON)


def photo(office, number=1, by=None, content=None):
    """The token of a photo that has come in."""
    content = content or samples.photo((60, 40), (number, 0, 0))
    token = f"{number:032x}"
    announced = parts.Announced(
        token,
        office.portal.key,
        f"IMG_{number}.jpg",
        len(content),
        hashlib.sha256(content).hexdigest(),
    )
    parts.take_part(announced, 0, content, by=by or office.reporter, at=NOON)
    return token


def receive(office, about, notes="", photos=(), by=None, token=TOKEN):
    sent = FromPhone(token, about, notes, list(photos))
    return quick_sending.receive(sent, by=by or office.reporter, at=NOON)


def elsewhere(office):
    return f"portal:{office.portal.key}"


def test_a_meeting_becomes_a_draft_with_what_is_known(office, held):
    pen = Contributor.objects.create(portal=office.portal, name="Hà", account=office.reporter)
    article = receive(office, held.key, "Khai mạc 8:00\n\n42 đại biểu").article
    assert (article.state, article.author) == ("draft", office.reporter)
    assert (article.meeting, article.headline) == (held, held.title)
    assert article.sapo
    assert article.body == "<p>Khai mạc 8:00</p><p>42 đại biểu</p>"
    assert article.bylines.get().contributor == pen


def test_signs_of_html_are_words(office):
    article = receive(office, elsewhere(office), "Tỉ lệ < 5% & <b>tăng</b>").article
    assert article.body == "<p>Tỉ lệ &lt; 5% &amp; &lt;b&gt;tăng&lt;/b&gt;</p>"


def test_photos_stand_in_order_without_a_caption(office, held):
    tokens = [photo(office, number) for number in (3, 1, 2)]
    article = receive(office, held.key, photos=tokens).article
    rows = list(article.pictures.all())
    assert [row.picture.file_name for row in rows] == ["IMG_3.jpg", "IMG_1.jpg", "IMG_2.jpg"]
    assert [row.placement for row in rows] == ["lead", "gallery", "gallery"]
    assert {row.caption for row in rows} == {""}


def test_photos_of_a_public_meeting_are_found_by_it(office, held):
    rows = receive(office, held.key, photos=[photo(office, 1)]).article.pictures.all()
    assert rows[0].picture.event == held.key
    hushed = meeting(office.portal, "Họp kín", starts_at=NOON, is_public=False)
    rows = receive(office, hushed.key, photos=[photo(office, 2)], token="1" * 32).article.pictures
    assert rows.get().picture.event == ""


def test_sending_twice_makes_one_draft_and_one_copy(office, held):
    tokens = [photo(office, 1), photo(office, 2)]
    first = receive(office, held.key, "Ghi", tokens)
    photo(office, 1)
    assert receive(office, held.key, "Ghi", tokens).article == first.article
    assert Article.objects.count() == 1
    assert first.article.pictures.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_double_tap_makes_one_draft(office, held):
    said = at_once(*[lambda: receive(office, held.key, "Ghi")] * 2)
    assert said == ["done", "done"]
    assert Article.objects.count() == 1


def test_what_is_no_photo_is_told_and_the_rest_arrives(office, held):
    tokens = [photo(office, 1, content=b"kein Bild"), photo(office, 2)]
    row = receive(office, held.key, photos=tokens)
    assert row.article.pictures.count() == 1
    assert "IMG_1.jpg" in row.refused[0]


def test_half_a_photo_makes_no_draft_yet(office, held):
    with pytest.raises(Refused):
        receive(office, held.key, photos=["f" * 32])
    assert not QuickSend.objects.exists()
    assert receive(office, held.key, photos=[photo(office)]).article


def test_the_first_sentence_of_other_notes_is_the_headline(office):
    assert receive(office, elsewhere(office), "Mưa lớn ở xã. Cầu bị cuốn").article.headline == (
        "Mưa lớn ở xã"
    )


def test_photos_alone_have_a_headline_of_their_hour(office):
    article = receive(office, elsewhere(office), photos=[photo(office)]).article
    assert "12:00" in article.headline


def test_nothing_is_no_draft(office):
    with pytest.raises(Refused):
        receive(office, elsewhere(office), " \n\u200b ")


def test_a_meeting_without_coverage_loses_no_notes(office, held):
    held.is_public, held.no_coverage = False, True
    held.save()
    article = receive(office, held.key, "Ghi được").article
    assert article.meeting is None
    assert "Ghi được" in article.body


def test_only_writers_send(office, held):
    inspector = seated("inspector", office.portal)
    with pytest.raises(Refused):
        receive(office, held.key, "Ghi", by=inspector)


@pytest.mark.parametrize(
    "about", ["", "x", "meeting:x", "meeting:1", "portal:nowhere", "portal:\x00"]
)
def test_forged_places_are_out_of_sight(office, about):
    with pytest.raises(OutOfSight):
        receive(office, about, "Ghi")


def test_strangers_send_nothing_here(office, held):
    stranger = Office().chief
    for about in (held.key, elsewhere(office)):
        with pytest.raises(OutOfSight):
            receive(office, about, "Ghi", by=stranger)


def test_another_persons_token_is_out_of_sight(office, held):
    receive(office, held.key, "Ghi")
    with pytest.raises(OutOfSight):
        receive(office, held.key, "Ghi", by=office.editor)
    with pytest.raises(OutOfSight):
        receive(office, held.key, photos=[photo(office)], by=office.editor, token="1" * 32)


def test_a_contributor_sends_from_where_he_was_sent(office, held):
    contributor = seated("contributor", office.portal)
    with pytest.raises(OutOfSight):
        receive(office, held.key, "Ghi", by=contributor)
    assigned(office, held, contributor)
    assert receive(office, held.key, "Ghi", by=contributor).article.meeting == held


def assigned(office, row, who, part="photographer"):
    return Assignment.objects.create(meeting=row, part=part, user=who, by=office.manager, at=NOON)


def test_history_says_it_came_from_the_phone(office, held):
    article = receive(office, held.key, photos=[photo(office)]).article
    act = Act.objects.get(key=article.key, verb="quick_send")
    assert act.after == {"photos": 1}
    client = client_of(office.reporter)
    assert client.get(f"/toa-soan/articles/article/{article.pk}/history/").status_code == 200


def say(client, **fields):
    typed = {"token": TOKEN, "notes": "Ghi", "photo": []} | fields
    return client.post(f"{PAGE}gui/", typed)


def test_the_phone_is_answered_where_the_draft_is(office, held):
    answer = say(client_of(office.reporter), about=held.key).json()
    assert answer["address"].endswith(f"/{Article.objects.get().pk}/change/")
    assert answer["says"] == []


@pytest.mark.parametrize(
    "forged", [{"token": "x"}, {"photo": ["y"]}, {"notes": ""}, {"notes": "x" * 50_001}]
)
def test_bad_input_gives_one_sentence(office, forged):
    answer = say(client_of(office.reporter), about=elsewhere(office), **forged)
    assert answer.status_code == 400
    assert answer.json()["says"]


def test_other_portals_are_404(office):
    client = client_of(office.reporter)
    assert say(client, about=elsewhere(Office())).status_code == 404


def offered(client):
    return client.get(PAGE).text


def test_the_page_offers_todays_meetings_mine_first(office):
    now = timezone.now()
    meeting(office.portal, "Họp chung", starts_at=now)
    mine = meeting(office.portal, "Lễ khởi công", starts_at=now + HOUR / 60, is_public=False)
    meeting(office.portal, "Khám sức khỏe", starts_at=now, is_public=False)
    meeting(office.portal, "Tuần trước", starts_at=now - dt.timedelta(days=7))
    meeting(Office().portal, "Nơi khác", starts_at=now)
    assigned(office, mine, office.reporter)
    text = offered(client_of(office.reporter))
    assert text.index("Lễ khởi công") < text.index("Họp chung")
    for title in ("Khám sức khỏe", "Tuần trước", "Nơi khác"):
        assert title not in text


def test_who_writes_nowhere_has_nothing_to_send(office):
    text = offered(client_of(seated("inspector", office.portal)))
    assert 'id="quick"' not in text


def test_the_page_passes_the_strict_policy(office):
    answer = client_of(office.reporter).get(PAGE)
    assert " style=" not in answer.text
    assert "unsafe" not in answer["Content-Security-Policy"].partition("style-src-attr")[0]


def cost(ask):
    with CaptureQueriesContext(connection) as asked:
        ask()
    return len(asked)


def test_the_page_costs_the_same_for_many_meetings(office):
    client, now = client_of(office.reporter), timezone.now()
    assigned(office, meeting(office.portal, starts_at=now), office.reporter)
    few = cost(lambda: client.get(PAGE))
    for number in range(6):
        assigned(office, meeting(office.portal, f"Họp {number}", starts_at=now), office.reporter)
    assert cost(lambda: client.get(PAGE)) == few
    assert few < 12


def panels(who, rf):
    request = rf.get("/toa-soan/")
    request.user = who
    found = {}
    for panel in quick_panels(request):
        found |= panel["context"]
    return found


def test_the_desk_shows_what_came_until_somebody_goes_on(office, rf):
    sent = FromPhone(TOKEN, elsewhere(office), "Ghi")
    row = quick_sending.receive(sent, by=office.reporter, at=timezone.now())
    assert panels(office.reporter, rf)["sent"] == [row]
    assert panels(office.editor, rf) == {}
    office.edit(row.article, office.reporter, body="<p>Viết tiếp</p>", at=timezone.now())
    assert panels(office.reporter, rf) == {}


def test_the_desk_shows_where_i_go_today_and_tomorrow(office, rf):
    now = timezone.now()
    rows = [
        meeting(office.portal, f"Họp {day}", starts_at=now + dt.timedelta(days=day))
        for day in (-1, 0, 1, 2)
    ]
    for row in rows:
        assigned(office, row, office.reporter)
    assigned(office, rows[1], office.reporter, "reporter")
    going = panels(office.reporter, rf)["going"]
    assert going == rows[1:3]
    assert len(going[0].parts) == 2
    assert panels(office.manager, rf) == {}


def test_an_ended_seat_hides_its_assignments(office, rf):
    other = Office()
    assigned(office, meeting(office.portal, starts_at=timezone.now()), other.reporter)
    assert panels(other.reporter, rf) == {}
    seat(other.reporter, office.portal, ends_on=dt.date(2020, 2, 1))
    assert panels(other.reporter, rf) == {}


@pytest.mark.sqlite_only
def test_the_panels_cost_the_same_at_any_size(office, rf):
    panels(office.reporter, rf)  # the register is in memory from here on
    few = 0
    for number in range(5):
        row = meeting(office.portal, f"Họp {number}", starts_at=timezone.now())
        assigned(office, row, office.reporter)
        sent = FromPhone(f"{number:032x}", row.key, "Ghi")
        quick_sending.receive(sent, by=office.reporter, at=timezone.now())
        few = few or cost(lambda: panels(office.reporter, rf))
    assert cost(lambda: panels(office.reporter, rf)) == few


def test_a_contributors_panel_leads_to_no_closed_page(office):
    contributor = seated("contributor", office.portal)
    row = meeting(office.portal, starts_at=timezone.now())
    assigned(office, row, contributor)
    text = client_of(contributor).get("/toa-soan/").text
    assert row.title in text
    assert f"/meetings/meeting/{row.pk}/" not in text


def test_photos_bear_the_name_of_who_took_them_and_words_known_already(office, held):
    first, second = photo(office), photo(office, 2)
    row = receive(office, held.key, "Có ảnh", [first, second])
    pictures = [each.picture for each in row.article.pictures.all()]
    assert {each.credit for each in pictures} == {str(office.reporter)}
    type(pictures[0]).objects.filter(pk=pictures[0].pk).update(
        caption="Khai mạc", alt="Hội trường", credit="TTXVN"
    )
    again = receive(
        office, held.key, "Lại ảnh", [photo(office, 3, content=None), first], token="2" * 32
    )
    known = again.article.pictures.get(picture=pictures[0])
    assert (known.caption, known.alt, known.picture.credit) == ("Khai mạc", "Hội trường", "TTXVN")
