"""A photo in parts: in any order, twice, damaged, somebody else's, too large, no photo at all."""

import datetime as dt
import hashlib

import pytest
from django.core.files.storage import default_storage

from apps.media import parts
from apps.media.models import PartialUpload, Picture
from apps.media.part_models import PART
from apps.newsroom.refusals import OutOfSight, Refused
from tests import make
from tests.make import NOON
from tests.newsroom.people import at_once, client_of

from . import samples

pytestmark = pytest.mark.django_db
PHOTO = samples.photo((700, 700)) + b"\0" * (2 * PART)  # what follows the end of a JPEG is nobody's
TOKEN, OTHER_TOKEN = "a" * 32, "b" * 32
DAY = dt.timedelta(days=1)


@pytest.fixture
def portal():
    return make.portal()


@pytest.fixture
def reporter(portal):
    return make.seated("reporter", portal)


def announced(portal, content=PHOTO, token=TOKEN, **fields):
    values = {"name": "IMG_1.jpg", "size": len(content), "sha256": sha(content)} | fields
    return parts.Announced(token, portal.key, **values)


def sha(content):
    return hashlib.sha256(content).hexdigest()


def cut(content=PHOTO):
    return [content[at : at + PART] for at in range(0, len(content), PART)]


def send(portal, by, numbers=None, content=PHOTO, at=NOON, **fields):
    pieces = cut(content)
    for number in range(len(pieces)) if numbers is None else numbers:
        upload = parts.take_part(
            announced(portal, content, **fields), number, pieces[number], by=by, at=at
        )
    return upload


def stored():
    names = default_storage.listdir("parts")[1] if default_storage.exists("parts") else []
    return [name for name in names if not name.startswith(".")]


def test_parts_make_one_picture(portal, reporter):
    upload = send(portal, reporter)
    picture = Picture.objects.get()
    assert (upload.picture, picture.sha256, picture.file_name) == (picture, sha(PHOTO), "IMG_1.jpg")
    assert parts.have(upload) == []


def test_parts_come_in_any_order_and_twice(portal, reporter):
    upload = send(portal, reporter, [2, 0, 2, 0])
    assert parts.have(upload) == [0, 2]
    assert upload.picture is None
    assert send(portal, reporter, [1]).picture == Picture.objects.get()


def test_sending_again_after_a_lost_answer_is_the_same_picture(portal, reporter):
    first = send(portal, reporter)
    assert send(portal, reporter).picture == first.picture
    assert Picture.objects.count() == 1


def test_a_part_of_another_length_is_damaged(portal, reporter):
    with pytest.raises(parts.Damaged):
        parts.take_part(announced(portal), 0, b"kurz", by=reporter, at=NOON)
    with pytest.raises(parts.Damaged):
        parts.take_part(announced(portal), 99, cut()[0], by=reporter, at=NOON)


def test_a_part_with_another_hash_is_damaged(portal, reporter):
    with pytest.raises(parts.Damaged):
        parts.take_part(announced(portal), 0, cut()[0], sha256=sha(b"anders"), by=reporter, at=NOON)
    assert parts.have(parts.known_upload(TOKEN, by=reporter)) == []


def test_a_whole_with_another_hash_is_sent_again(portal, reporter):
    with pytest.raises(parts.Damaged):
        send(portal, reporter, sha256=sha(b"anders"))
    assert parts.have(parts.known_upload(TOKEN, by=reporter)) == []
    assert not Picture.objects.exists()
    assert send(portal, reporter).picture


def test_a_phone_that_reckons_no_hash_may_send(portal, reporter):
    assert send(portal, reporter, sha256="").picture


def test_another_file_under_the_token_begins_anew(portal, reporter):
    send(portal, reporter, [0])
    other = samples.photo((300, 300))
    assert send(portal, reporter, content=other).picture.sha256 == sha(other)


def test_somebody_elses_token_is_out_of_sight(portal, reporter):
    send(portal, reporter, [0])
    colleague = make.seated("chief", portal)
    with pytest.raises(OutOfSight):
        send(portal, colleague, [1])
    with pytest.raises(OutOfSight):
        parts.known_upload(TOKEN, by=colleague)
    send(portal, reporter, [1, 2])
    with pytest.raises(OutOfSight):
        parts.arrived([TOKEN], portal.key, by=colleague)


def test_strangers_send_nothing(portal, reporter):
    with pytest.raises(OutOfSight):
        send(make.portal(), reporter)
    with pytest.raises(Refused):
        send(portal, make.seated("inspector", portal))


def test_what_is_too_large_is_refused_before_it_comes(portal, reporter):
    upload = parts.take_part(
        announced(portal, size=41 * 1024 * 1024), 0, cut()[0], by=reporter, at=NOON
    )
    assert "IMG_1.jpg" in upload.refused
    assert stored() == []


def test_no_picture_is_refused_in_a_sentence_and_the_rest_goes_on(portal, reporter):
    bad = send(portal, reporter, content=b"%PDF-1.7 kein Bild", name="don.pdf")
    assert "don.pdf" in bad.refused
    send(portal, reporter, token=OTHER_TOKEN)
    pictures, refused = parts.arrived([TOKEN, OTHER_TOKEN], portal.key, by=reporter)
    assert (pictures, refused) == ([Picture.objects.get()], [bad.refused])


def test_half_a_photo_has_not_arrived(portal, reporter):
    send(portal, reporter, [0])
    for tokens in ([TOKEN], [OTHER_TOKEN]):
        with pytest.raises(Refused):
            parts.arrived(tokens, portal.key, by=reporter)


def test_the_same_photo_twice_is_attached_once(portal, reporter):
    send(portal, reporter)
    send(portal, reporter, token=OTHER_TOKEN)
    pictures, _refused = parts.arrived([OTHER_TOKEN, TOKEN], portal.key, by=reporter)
    assert pictures == [Picture.objects.get()]


def test_what_nobody_finished_goes_after_a_day(portal, reporter):
    before = len(stored())
    send(portal, reporter, [0, 1])
    assert len(stored()) == before + 2
    send(portal, reporter, [0], token=OTHER_TOKEN, at=NOON + DAY / 2)
    assert PartialUpload.objects.count() == 2
    send(portal, reporter, token="c" * 32, at=NOON + 1.2 * DAY)
    assert not PartialUpload.objects.filter(token=TOKEN).exists()
    assert len(stored()) == before + 1
    assert send(portal, reporter, at=NOON + 2 * DAY).picture  # a phone that was off may begin anew


@pytest.mark.django_db(transaction=True)
def test_two_windows_at_once_make_one_picture(portal, reporter):
    send(portal, reporter, [0, 1])
    said = at_once(*[lambda: send(portal, reporter, [2])] * 2)
    assert "done" in said
    assert send(portal, reporter, [0]).picture == Picture.objects.get()


def address(portal, token=TOKEN, number=0, content=PHOTO, **fields):
    values = {"portal": portal.key, "name": "a.jpg", "size": len(content), "number": number}
    asked = "&".join(f"{name}={value}" for name, value in (values | fields).items())
    return f"/toa-soan/anh/phan/{token}/?{asked}"


def post(client, where, content):
    return client.post(where, content, content_type="application/octet-stream")


def test_a_phone_sends_and_asks_over_http(portal, reporter):
    client = client_of(reporter)
    first, *rest = cut()
    assert post(client, address(portal), first).json()["have"] == [0]
    assert client.get(address(portal)).json() == {"have": [0], "picture": None, "refused": ""}
    for number, piece in enumerate(rest, 1):
        answer = post(client, address(portal, number=number), piece)
    assert answer.json()["picture"] == Picture.objects.get().pk
    assert client.get(address(portal)).json() == answer.json()


def test_a_damaged_part_is_409(portal, reporter):
    where = address(portal, part_sha256=sha(b"anders"))
    assert post(client_of(reporter), where, cut()[0]).status_code == 409


@pytest.mark.parametrize(
    "forged",
    [{"size": "x"}, {"size": "9" * 16}, {"number": "-1"}, {"number": ""}, {"sha256": "z"},
     {"part_sha256": "1"}],
)  # fmt: skip
def test_forged_parts_give_a_sentence(portal, reporter, forged):
    answer = post(client_of(reporter), address(portal, **forged), cut()[0])
    assert answer.status_code == 400
    assert answer.json()["says"]


def test_more_than_a_part_is_not_read(portal, reporter):
    assert post(client_of(reporter), address(portal), b"x" * (PART + 1)).status_code == 400


def test_a_size_beyond_all_measure_is_refused(portal, reporter):
    answer = post(client_of(reporter), address(portal, size="9" * 15), cut()[0])
    assert answer.json()["refused"]


def test_other_peoples_tokens_are_404(portal, reporter):
    post(client_of(reporter), address(portal), cut()[0])
    colleague = client_of(make.seated("chief", portal))
    assert colleague.get(address(portal)).status_code == 404
    assert post(colleague, address(portal, number=1), cut()[1]).status_code == 404
    stranger = address(make.portal(), token=OTHER_TOKEN)
    assert post(client_of(reporter), stranger, cut()[0]).status_code == 404
