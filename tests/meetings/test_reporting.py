"""Twenty minutes after the end: the report is begun, and nobody typed a title."""

import pytest

from apps.articles import content, reporting
from apps.articles.models import Article, Contributor
from apps.editions.models import Cut
from apps.meetings.models import Assignment
from apps.newsroom.digests import digest
from apps.newsroom.refusals import OutOfSight, Refused
from tests.make import Office, seated
from tests.newsroom.people import client_of

from .make import MONDAY, NOW, attends, body, meeting, official

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def held(office):
    row = meeting(
        office.portal, "Hội nghị giao ban", period="quý IV/2026", place="Hội trường Thị ủy",
        host=body(),
    )  # fmt: skip
    attends(row, official("Lò Văn Pâng", "Bí thư"), role="chair")
    return row


def begin(office, held, by=None):
    return reporting.start_report(held, by=by or office.reporter, at=NOW)[0]


def test_the_report_is_filled_in(office, held):
    article = begin(office, held)
    assert article.headline == "Hội nghị giao ban quý IV/2026"
    assert article.sapo == (
        "Sáng 23/11/2026, tại hội trường Thị ủy, Thị ủy Sông Vân tổ chức hội nghị giao ban "
        "quý IV/2026. Đồng chí Lò Văn Pâng, Bí thư Thị ủy Sông Vân chủ trì hội nghị."
    )
    assert (article.event_date, article.meeting) == (MONDAY, held)


@pytest.mark.parametrize(
    ("title", "period", "headline"),
    [
        ("Giao ban quý IV của Thị ủy", "quý IV/2026", "Giao ban quý IV/2026 của Thị ủy"),
        ("Giao ban quý IV/2026", "quý IV/2026", "Giao ban quý IV/2026"),
        ("Giao ban Quý IV năm 2026", "quý IV/2026", "Giao ban Quý IV năm 2026"),
        ("Giao ban quý III", "quý I/2026", "Giao ban quý III quý I/2026"),
        ("Sơ kết 6 tháng đầu năm", "6 tháng đầu năm 2026", "Sơ kết 6 tháng đầu năm 2026"),
        ("Giao ban", "", "Giao ban"),
    ],
)
def test_the_period_is_said_once(office, title, period, headline):
    assert reporting.headline_of(meeting(office.portal, title, period=period)) == headline


def test_the_section_is_the_usual_one(office, held):
    assert begin(office, held).section == office.section


def test_the_byline_is_the_persons_pen_name(office, held):
    pen = Contributor.objects.create(portal=office.portal, name="Thu Hằng", account=office.reporter)
    assert begin(office, held).bylines.get().contributor == pen


def test_pressing_twice_opens_the_same_draft(office, held):
    assert begin(office, held) == begin(office, held)


def test_a_second_reporter_is_told_of_the_first(office, held, rf):
    begin(office, held)
    request = rf.get("/")
    request.user = seated("reporter", office.portal)
    (button,) = reporting.meeting_buttons(request, held)
    assert str(office.reporter) in button["says"]


def test_no_coverage_means_no_report(office, held, rf):
    held.is_public, held.no_coverage = False, True
    held.save()
    with pytest.raises(Refused):
        begin(office, held)


def test_strangers_report_on_nothing(office, held):
    with pytest.raises(OutOfSight):
        begin(office, held, by=seated("reporter", Office().portal))


def test_the_button_opens_the_draft(office, held):
    address = f"/toa-soan/articles/article/report/{held.pk}/"
    answer = client_of(office.reporter).post(address)
    assert answer["Location"].endswith(f"/{Article.objects.get().pk}/change/")
    assert client_of(seated("chief", Office().portal)).post(address).status_code == 404
    assert client_of(office.reporter).get(address).status_code == 405


def test_old_digests_stay_without_a_meeting(office):
    values = content.text_values(office.draft())
    assert values["meeting"] is None
    assert content.text_digest(Article.objects.get()) == digest({**values, "v": 1})


def test_another_meeting_is_another_text(office, held):
    article = begin(office, held)
    before = content.text_digest(article)
    office.edit(article, office.reporter, meeting=None)
    assert content.text_digest(Article.objects.get()) != before


def test_a_foreign_meeting_is_out_of_sight(office):
    article = office.draft()
    with pytest.raises(OutOfSight):
        office.edit(article, office.reporter, meeting=meeting(Office().portal))


def test_a_published_report_names_its_meeting(office, held):
    office.published(meeting=held)
    assert held.key in Cut.objects.get().subjects


def test_a_private_meeting_is_named_in_no_cut(office, held):
    held.is_public = False
    held.save()
    office.published(meeting=held)
    assert held.key not in Cut.objects.get().subjects


def test_the_form_offers_only_public_meetings(office, held):
    hushed = meeting(office.portal, "Khám sức khỏe", is_public=False)
    text = client_of(office.reporter).get("/toa-soan/articles/article/add/").content.decode()
    assert held.title in text
    assert hushed.title not in text


def test_the_articles_form_keeps_a_private_meeting(office, held):
    held.is_public = False
    held.save()
    article = begin(office, held)
    page = f"/toa-soan/articles/article/{article.pk}/change/"
    assert f'value="{held.pk}" selected' in client_of(office.reporter).get(page).content.decode()


def test_the_sentence_comes_as_json(office, held):
    answer = client_of(office.reporter).get(f"/toa-soan/meetings/meeting/{held.pk}/cau-dai-bieu/")
    assert answer.json()["chairs"].startswith("Đồng chí Lò Văn Pâng, Bí thư")


def test_who_took_part_stands_in_the_text_in_protocol_order(office, held):
    attends(held, official("Giàng A Súa", "Ủy viên", precedence=90))
    attends(held, official("Lò Thị Lan", "Phó Bí thư", precedence=20))
    attends(held, label="Đại diện các <tổ>")
    article = begin(office, held)
    assert article.body == (
        "<p>Dự hội nghị có các đồng chí: Lò Thị Lan, Phó Bí thư Thị ủy Sông Vân; Giàng A Súa, "
        "Thị ủy viên; cùng đại diện các &lt;tổ&gt;.</p>"
    )


def test_who_was_sent_for_the_photos_stands_beside_the_writer(office, held):
    other = seated("reporter", office.portal, display_name="Sùng Thị Mỷ")
    sent = {"by": office.manager, "at": NOW, "meeting": held}
    Assignment.objects.create(user=other, part="photographer", **sent)
    lines = begin(office, held).bylines.order_by("position")
    assert [(row.contributor.account, row.role) for row in lines] == [
        (office.reporter, "text"), (other, "photo"),
    ]  # fmt: skip
    alone = begin(office, held, by=other).bylines.get()
    assert (alone.contributor.name, alone.role) == ("Sùng Thị Mỷ", "text_photo")
    assert reporting.usual_credit(other, office.portal.key) == "Sùng Thị Mỷ"
    assert reporting.usual_credit(other, "khac") == "Sùng Thị Mỷ"
