"""What an article shows beside its words: pictures with children, attached documents."""

import io

import pytest

from apps.articles import passing_over, workflow
from apps.articles.remaining import remarks_on
from apps.media.attachments import add_attachment
from apps.media.models import Picture
from apps.media.uploads import describe_picture
from apps.newsroom.models import Act
from apps.newsroom.refusals import Refused
from apps.proofing.overriding import Mark
from tests import make
from tests.make import NOON
from tests.newsroom.people import client_of
from tests.proofing.guarding import samples

pytestmark = pytest.mark.django_db
CONSENT = "Cha mẹ các em, giấy đồng ý ngày 5/9"


@pytest.fixture
def office():
    return make.Office()


def picture(office, **fields):
    return Picture.objects.create(
        portal=office.portal.key, sha256=f"{Picture.objects.count():064}", file_name="IMG_1.jpg",
        width=60, height=40, widths=[60], uploaded_by=office.reporter, uploaded_at=NOON, **fields,
    )  # fmt: skip


def with_picture(office, row, place="lead"):
    if place == "body":
        return office.draft(body=f'<figure><img data-file="{row.pk}" alt=""></figure><p>Tin.</p>')
    article = office.draft()
    article.pictures.create(picture=row, placement=place)
    return article


@pytest.mark.parametrize("place", ["lead", "body", "gallery"])
def test_children_without_consent_stop_the_article(office, place):
    row = picture(office, shows_children=True, caption="Các em học sinh")
    article = with_picture(office, row, place)
    with pytest.raises(Refused, match="Thông tin cá nhân “ảnh số"):
        workflow.submit(article, by=office.reporter, at=NOON)
    (remark,) = [one for one in remarks_on(make.fresh(article), NOON) if one.hinders]
    assert "ai đồng ý" in remark.finding.message
    assert remark.field == ("figure:0" if place == "body" else "pictures-0")


def test_children_with_consent_go_out(office):
    row = picture(office, shows_children=True, consent=CONSENT)
    workflow.submit(with_picture(office, row), by=office.reporter, at=NOON)


def test_chief_answers_for_children_with_a_reason(office):
    article = with_picture(office, picture(office, shows_children=True))
    (remark,) = [one for one in remarks_on(make.fresh(article), NOON) if one.hinders]
    mark = Mark.of(remark.finding)
    with pytest.raises(Refused):
        passing_over.pass_over(article, mark, by=office.editor, at=NOON, reason="Ảnh chụp từ xa")
    passing_over.pass_over(article, mark, by=office.chief, at=NOON, reason="Ảnh chụp từ xa")
    workflow.submit(article, by=office.reporter, at=NOON)


def test_consent_is_told_in_the_history_of_the_picture(office, monkeypatch):
    row = picture(office, shows_children=True)
    describe_picture(
        row, by=office.reporter, at=NOON, caption="", credit="", alt="", focal_x=0.5, focal_y=0.5,
        consent=f" {CONSENT} ",
    )  # fmt: skip
    row.refresh_from_db()
    assert row.consent == CONSENT and row.shows_children and not row.lacks_consent
    act = Act.objects.get(key=f"picture:{row.pk}")
    assert (act.before, act.after) == ({"consent": ""}, {"consent": CONSENT})


def test_form_of_the_article_shows_who_agreed(office):
    article = with_picture(office, picture(office, shows_children=True, consent=CONSENT))
    article.pictures.create(picture=picture(office, shows_children=True), placement="gallery")
    client = client_of(office.reporter)
    page = client.get(f"/toa-soan/articles/article/{article.pk}/change/").content.decode()
    assert f"Có trẻ em; đã đồng ý: {CONSENT}" in page
    assert "Có trẻ em: chưa có sự đồng ý" in page


def test_consent_is_no_part_of_what_is_signed(office):
    row = picture(office, shows_children=True)
    article = with_picture(office, row)
    before = make.digest(article)
    Picture.objects.filter(pk=row.pk).update(consent=CONSENT)
    assert make.digest(article) == before


# -- attached documents --


def attached(office, words, name="bao-cao.pdf"):
    file = io.BytesIO(samples.pdf(words))
    file.name = name
    row = add_attachment(
        portal=office.portal.key, file=file, by=office.reporter, at=NOON, title="Báo cáo"
    )
    article = office.draft()
    article.attachments.create(attachment=row)
    return article


def test_secret_inside_a_document_stops_the_article(office):
    article = attached(office, "BÁO CÁO\nĐộ mật: Tối mật")
    with pytest.raises(Refused, match=r"Tối mật \(bao-cao.pdf\)"):
        workflow.submit(article, by=office.reporter, at=NOON)
    (remark,) = [one for one in remarks_on(make.fresh(article), NOON) if one.hinders]
    assert remark.field == "attachments-0" and "bao-cao.pdf" in remark.finding.evidence


def test_secret_in_the_name_of_a_document_stops_the_article(office):
    article = attached(office, "Kế hoạch", name="Kế hoạch (Mật).pdf")
    with pytest.raises(Refused, match="Dấu hiệu mật"):
        workflow.submit(article, by=office.reporter, at=NOON)


def test_clean_document_goes_out(office):
    workflow.submit(attached(office, "Kế hoạch trồng cây"), by=office.reporter, at=NOON)
