"""The library on the desk: one's own portals and nobody else's, by list and by address."""

import json

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from apps.media import uploads
from apps.media.models import Attachment, Picture
from tests import make

from . import samples
from .desk import LIBRARY, PICKER, PLACED, add_picture, sent

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


STRANGERS = {
    "chief elsewhere": lambda: make.seated("chief", make.portal("na-lau")),
    "administrator": lambda: make.user(is_administrator=True, is_superuser=True),
    "keeper of titles": lambda: make.user(keeps_register=True),
    "former reporter": lambda: former(),
    "account without seat": lambda: make.user(),
}
ADDRESSES = {
    "rendition": "/toa-soan/anh/{picture}/480/",
    "original": "/toa-soan/anh/{picture}/goc/",
    "attachment": "/toa-soan/tep/{attachment}/",
    "form": LIBRARY + "{picture}/change/",
    "history": LIBRARY + "{picture}/history/",
    "attachment form": "/toa-soan/media/attachment/{attachment}/change/",
    "picker": "/toa-soan/anh/chon/?portal=song-van",
    "captions": "/toa-soan/anh/chu-thich/?moi={picture}",
}


def status(desk, address):
    response = desk.get(address)
    if response.streaming:
        list(response)  # to its end: that closes the file, and keeps the database open
    return response.status_code


def former():
    person, of = make.user(), Picture.objects.get().portal
    portal = make.Portal.objects.get(key=of)
    make.seat(person, portal, "chief", ends_on=make.dt.date(2021, 1, 1))
    return person


def filled(address, picture, attachment):
    return ADDRESSES[address].format(picture=picture.pk, attachment=attachment.pk)


def test_anonymous_is_asked_to_sign_in(client, picture, attachment):
    for address in ADDRESSES:
        response = client.get(filled(address, picture, attachment))
        assert response.status_code == 302, address
        assert response["Location"].startswith("/toa-soan/login/?next=/toa-soan/"), address


def answers(desk, picture, attachment):
    return {each: status(desk, filled(each, picture, attachment)) for each in ADDRESSES}


@pytest.mark.parametrize("stranger", STRANGERS)
def test_for_strangers_nothing_is_there(at_desk, picture, attachment, stranger):
    desk = at_desk(STRANGERS[stranger]())
    assert answers(desk, picture, attachment) == dict.fromkeys(ADDRESSES, 404)


def test_people_of_the_portal_see_it(at_desk, portal, picture, attachment):
    desk = at_desk(make.seated("editor", portal))
    assert answers(desk, picture, attachment) == dict.fromkeys(ADDRESSES, 200)


@pytest.mark.parametrize("address", ["anh/999/480/", "anh/999/goc/", "tep/999/", f"anh/{9**30}/9/"])
def test_missing_and_forbidden_look_the_same(at_desk, reporter, address):
    assert at_desk(reporter).get(f"/toa-soan/{address}").status_code == 404


def test_strangers_cannot_post_a_picture_here(at_desk, portal):
    desk = at_desk(make.seated("chief", make.portal("na-lau")))
    photo = {"files": samples.upload(PLACED), "portal": portal.key}
    assert desk.post("/toa-soan/anh/chon/?portal=song-van", photo).status_code == 404
    assert desk.post(LIBRARY + "add/", photo).status_code == 200  # an invalid choice
    assert not Picture.objects.exists()


def test_strangers_cannot_change_words(at_desk, picture):
    desk = at_desk(make.seated("chief", make.portal("na-lau")))
    address = f"{LIBRARY}{picture.pk}/change/"
    assert desk.post(address, {"caption": "Khác"}).status_code == 404


def test_browser_with_webp_gets_webp(at_desk, reporter, picture):
    response = at_desk(reporter).get(
        f"/toa-soan/anh/{picture.pk}/480/", headers={"accept": "image/avif,image/webp,*/*"}
    )
    with default_storage.open(f"renditions/{picture.sha256}/480.webp") as file:
        assert b"".join(response.streaming_content) == file.read()
    assert response["Content-Type"] == "image/webp"
    assert response["Vary"] == "Accept, Cookie"


@pytest.mark.parametrize(("asked", "given"), [(1, 480), (481, 960), (960, 960), (4000, 1000)])
def test_nearest_width_is_shown(at_desk, reporter, picture, asked, given):
    response = at_desk(reporter).get(f"/toa-soan/anh/{picture.pk}/{asked}/")
    with default_storage.open(f"renditions/{picture.sha256}/{given}.jpg") as file:
        assert b"".join(response.streaming_content) == file.read()


def test_private_pictures_stay_out_of_shared_caches(at_desk, reporter, picture):
    response = at_desk(reporter).get(f"/toa-soan/anh/{picture.pk}/480/")
    response.close()
    assert response["Cache-Control"] == "private, max-age=3600"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_original_is_a_download(at_desk, reporter, picture):
    response = at_desk(reporter).get(f"/toa-soan/anh/{picture.pk}/goc/")
    assert response["Content-Disposition"] == 'attachment; filename="IMG_0001.jpg"'
    assert response["Content-Type"] == "application/octet-stream"
    assert b"".join(response.streaming_content) == PLACED


def test_lost_file_is_not_an_error_page(at_desk, reporter, picture):
    default_storage.delete(f"renditions/{picture.sha256}/480.jpg")
    assert at_desk(reporter).get(f"/toa-soan/anh/{picture.pk}/480/").status_code == 404


def test_list_shows_only_own_portals(at_desk, reporter, picture):
    neighbour = make.portal("na-lau")
    add_picture(neighbour, make.seated("chief", neighbour), caption="Ảnh của Nà Lầu")
    html = at_desk(reporter).get(LIBRARY).content.decode()
    assert "Bế mạc hội nghị" in html and "Nà Lầu" not in html


@pytest.mark.parametrize("words", ["bế mạc", "be mac", "HOI NGHI be"])
def test_search_with_or_without_marks(at_desk, reporter, picture, portal, words):
    add_picture(portal, reporter, samples.photo(), caption="Đại hội")
    html = at_desk(reporter).get(LIBRARY, {"q": words}).content.decode()
    assert "Bế mạc hội nghị" in html and "Đại hội" not in html


def test_filter_offers_only_own_portals(at_desk, reporter, picture):
    make.seat(reporter, make.portal("na-lau", name="Xã Nà Lầu"))
    make.portal("ban-mo", name="Xã Bản Mó")
    html = at_desk(reporter).get(LIBRARY).content.decode()
    assert "Xã Nà Lầu" in html and "Xã Bản Mó" not in html
    assert "Bế mạc" not in at_desk(reporter).get(LIBRARY, {"portal": "na-lau"}).content.decode()


def test_filtering_by_a_strange_portal_shows_nothing(at_desk, picture):
    desk = at_desk(make.seated("chief", make.portal("na-lau")))
    assert "Bế mạc" not in desk.get(LIBRARY, {"portal": "song-van"}).content.decode()


def test_administrator_has_no_library_screen(at_desk, picture):
    desk = at_desk(make.user(is_administrator=True, is_superuser=True))
    assert desk.get(LIBRARY).status_code == 403
    assert "/media/picture/" not in desk.get("/toa-soan/").content.decode()


@pytest.mark.sqlite_only
def test_list_costs_the_same_for_many_pictures(at_desk, reporter, picture, portal):
    desk = at_desk(reporter)
    few = queries(desk)
    for colour in range(8):
        add_picture(
            portal, make.seated("editor", portal), samples.photo(colour=(colour * 20, 0, 0))
        )
    assert queries(desk) == few


def queries(desk):
    with CaptureQueriesContext(connection) as counted:
        desk.get(LIBRARY)
    return len(counted)


def test_forty_pictures_come_in_one_go(at_desk, reporter):
    photos = [samples.photo((90, 60), (6 * number, 9, 9)) for number in range(40)]
    response = sent(at_desk(reporter), *photos, caption="Hội xuân")
    assert Picture.objects.filter(caption="Hội xuân", uploaded_by=reporter).count() == 40
    assert response["Location"].startswith("/toa-soan/anh/chu-thich/?moi=")
    assert response["Location"].count("moi=") == 40


def test_one_bad_file_does_not_lose_the_others(at_desk, reporter):
    response = sent(at_desk(reporter), PLACED, b"<html>", samples.photo())
    assert Picture.objects.count() == 2
    html = response.content.decode()
    assert "“IMG_2.jpg” is not a picture" in html
    assert "2 files are in the library." in html


def test_upload_without_file_says_what_to_do(at_desk, reporter):
    assert "Choose at least one file." in sent(at_desk(reporter)).content.decode()


def test_person_with_one_seat_is_not_asked_for_the_portal(at_desk, reporter):
    html = at_desk(reporter).get(LIBRARY + "add/").content.decode()
    assert '<input type="hidden" name="portal" value="song-van"' in html


def test_person_with_two_seats_chooses_the_portal(at_desk, reporter):
    make.seat(reporter, make.portal("na-lau"))
    desk = at_desk(reporter)
    assert '<select name="portal"' in desk.get(LIBRARY + "add/").content.decode()
    sent(desk, PLACED, portal="na-lau")
    assert Picture.objects.get().portal == "na-lau"


def test_script_gets_numbers_and_sentences(at_desk, reporter):
    desk = at_desk(reporter)
    good = sent(desk, PLACED, accept="application/json").json()
    assert good == {"saved": [Picture.objects.get().pk], "known": [], "refused": []}
    bad = sent(desk, b"<html>", accept="application/json").json()
    assert bad["saved"] == [] and "is not a picture" in bad["refused"][0]
    assert sent(desk, accept="application/json").json()["refused"] == ["Choose at least one file."]


def change(desk, picture, seen=None, **words):
    present = uploads.described(Picture.objects.get(pk=picture.pk))
    data = {**present, **words, "seen": json.dumps(seen or present)}
    return desk.post(f"{LIBRARY}{picture.pk}/change/", data)


def test_words_and_focal_point_are_changed(at_desk, reporter, picture):
    change(at_desk(reporter), picture, caption="Khai mạc", focal_x="0.25")
    picture.refresh_from_db()
    assert (picture.caption, picture.focal_x, picture.focal_y) == ("Khai mạc", 0.25, 0.5)


def test_focal_point_outside_is_an_error_at_the_field(at_desk, reporter, picture):
    response = change(at_desk(reporter), picture, focal_x="1.5")
    assert list(response.context["adminform"].form.errors) == ["focal_x"]
    assert Picture.objects.get().focal_x == 0.5


def test_colleagues_words_are_not_overwritten(at_desk, reporter, picture):
    seen = uploads.described(picture)
    change(at_desk(reporter), picture, caption="Của đồng nghiệp")
    response = change(at_desk(reporter), picture, seen, **{**seen, "caption": "Của tôi"})
    assert "it now says “Của đồng nghiệp”" in response.content.decode()
    assert Picture.objects.get().caption == "Của đồng nghiệp"


def test_field_left_alone_keeps_the_colleagues_words(at_desk, reporter, picture):
    seen = uploads.described(picture)
    change(at_desk(reporter), picture, caption="Của đồng nghiệp")
    change(at_desk(reporter), picture, seen, **{**seen, "credit": "PV"})
    picture.refresh_from_db()
    assert (picture.caption, picture.credit) == ("Của đồng nghiệp", "PV")


def test_saving_again_after_the_warning_replaces(at_desk, reporter, picture):
    seen = uploads.described(picture)
    desk = at_desk(reporter)
    change(desk, picture, caption="Của đồng nghiệp")
    mine = {**seen, "caption": "Của tôi"}
    form = change(desk, picture, seen, **mine).context["adminform"].form
    change(desk, picture, json.loads(form["seen"].value()), **mine)
    assert Picture.objects.get().caption == "Của tôi"


def test_deleting_is_nobodys_business(at_desk, portal, picture):
    desk = at_desk(make.seated("chief", portal))
    assert desk.post(f"{LIBRARY}{picture.pk}/delete/", {"post": "yes"}).status_code == 403


def captions(desk, *rows, **words):
    data = {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows)}
    for number, row in enumerate(rows):
        present = uploads.described(row)
        shown = {"id": row.pk, "seen": json.dumps(present), **present, **words}
        data |= {f"form-{number}-{name}": value for name, value in shown.items()}
    query = "&".join(f"moi={row.pk}" for row in rows)
    return desk.post(f"/toa-soan/anh/chu-thich/?{query}", data)


def test_captions_are_written_in_a_list(at_desk, reporter, portal, picture):
    second = add_picture(portal, reporter, samples.photo())
    captions(at_desk(reporter), picture, second, credit="Hoa")
    assert set(Picture.objects.values_list("credit", flat=True)) == {"Hoa"}


def test_list_of_captions_takes_no_strange_picture(at_desk, reporter, picture):
    neighbour = make.portal("na-lau")
    foreign = add_picture(neighbour, make.seated("chief", neighbour))
    captions(at_desk(reporter), picture, foreign, caption="Khác")
    foreign.refresh_from_db()
    assert foreign.caption == ""


@pytest.mark.parametrize("address", [LIBRARY + "add/", PICKER, "/toa-soan/anh/chu-thich/?moi={}"])
def test_pages_contain_no_inline_script(at_desk, reporter, picture, address):
    html = at_desk(reporter).get(address.format(picture.pk)).content.decode()
    inside = [part.split("</script>")[0] for part in html.split("<script")[1:]]
    assert all(part.partition(">")[2].strip() == "" for part in inside if "json" not in part)
    assert " onclick" not in html and " style=" not in html


def test_words_of_a_picture_are_only_words(at_desk, portal, reporter):
    add_picture(portal, reporter, caption='"><script>alert(1)</script>', alt="'\"<q>")
    desk = at_desk(reporter)
    for address in (LIBRARY, PICKER, f"{LIBRARY}{Picture.objects.get().pk}/change/"):
        html = desk.get(address).content.decode()
        assert "<script>alert" not in html and "<q>" not in html


def test_document_is_uploaded_on_the_desk(at_desk, reporter):
    desk = at_desk(reporter)
    file = samples.upload(samples.PDF, "Kế hoạch.pdf")
    data = {"portal": "song-van", "title": "Kế hoạch số 27", "files": [file]}
    response = desk.post("/toa-soan/media/attachment/add/", data, follow=True)
    assert "Kế hoạch số 27" in response.content.decode()


def test_document_gets_another_title_on_the_desk(at_desk, reporter, attachment):
    address = f"/toa-soan/media/attachment/{attachment.pk}/change/"
    at_desk(reporter).post(address, {"title": "Kế hoạch năm"})
    assert Attachment.objects.get().title == "Kế hoạch năm"


def test_history_tells_who_described_it(at_desk, reporter, picture):
    desk = at_desk(reporter)
    change(desk, picture, caption="Khai mạc")
    html = desk.get(f"{LIBRARY}{picture.pk}/history/").content.decode()
    assert "Described" in html and "Khai mạc" in html
