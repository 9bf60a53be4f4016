import pytest
from django.db import DatabaseError, connection
from django.test import Client

from apps.editions import showings
from apps.editions.models import Views

from . import make

pytestmark = pytest.mark.django_db
SHA = "c0" * 32


@pytest.mark.parametrize("extension", ["avif", "webp", "jpg"])
def test_picture_is_kept_for_ever(client, stored, extension):
    stored(f"{SHA}/480.{extension}")
    response = client.get(f"/anh/{SHA}/480.{extension}")
    assert b"".join(response.streaming_content) == b"bytes"
    assert "immutable" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Type"] == f"image/{extension.replace('jpg', 'jpeg')}"


def test_known_picture_is_not_sent_again(client, stored):
    stored(f"{SHA}/480.jpg")
    first = client.get(f"/anh/{SHA}/480.jpg")
    first.close()
    again = client.get(f"/anh/{SHA}/480.jpg", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


def test_attachment_is_downloaded_never_opened(client, stored):
    stored(f"{SHA}/nghi-quyet.pdf")
    response = client.get(f"/tep/{SHA}/nghi-quyet.pdf")
    response.close()
    assert response["Content-Disposition"] == 'attachment; filename="nghi-quyet.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"


def test_no_file_outside_the_pattern_is_reachable(client, stored):
    stored("secret.jpg")
    for address in (
        "/anh/secret.jpg",
        f"/anh/{SHA}/../secret.jpg",
        f"/tep/{SHA}/%2e%2e/secret.jpg",
    ):
        assert client.get(address).status_code in (404, 410)


def counted():
    return sum(Views.objects.values_list("counted", flat=True))


def beacon(client, key, **options):
    assert client.post(f"/luot-xem/{key}/", **options).status_code == 204


def test_reader_is_counted_once(portal, client):
    showing = make.article()
    beacon(client, showing.key)
    beacon(client, showing.key)
    assert counted() == 1


def test_two_readers_are_counted_twice(portal, client):
    showing = make.article()
    beacon(client, showing.key)
    beacon(client, showing.key, headers={"user-agent": "other"})
    assert counted() == 2


def test_count_goes_on_from_the_old_portals(portal, client, read):
    showing = make.article()
    showings.bring_views(make.PORTAL, showing.key, 1984)
    beacon(client, showing.key)
    assert list(Views.objects.values_list("imported", "counted")) == [(1984, 1)]


@pytest.mark.parametrize("key", ["article:999", "article:999999999999999999", "frame:1"])
def test_pages_that_are_not_there_are_not_counted(portal, client, key):
    beacon(client, key)
    assert not Views.objects.exists()


def test_hidden_article_is_not_counted(portal, client):
    showing = make.article()
    showings.hide(make.PORTAL, showing.key, at=make.NOON)
    beacon(client, showing.key)
    assert counted() == 0


def test_node_that_may_not_write_drops_the_hit(portal, client):
    def read_only(execute, sql, params, many, context):
        if sql.startswith(("UPDATE", "INSERT")):
            raise DatabaseError("read-only")
        return execute(sql, params, many, context)

    showing = make.article()
    with connection.execute_wrapper(read_only):
        beacon(client, showing.key)
    assert counted() == 0


def test_beacon_needs_no_token(portal):
    showing = make.article()
    strict = Client(enforce_csrf_checks=True)
    beacon(strict, showing.key)
    assert counted() == 1


def test_health_says_ok(client):
    assert client.get("/healthz/live").content == b"ok\n"
    assert client.get("/healthz/ready").content == b"ok\n"


def test_missing_guards_are_not_ready(client, monkeypatch):
    monkeypatch.setattr("apps.public.health.missing_guards", lambda connection: ["cut_no_update"])
    assert client.get("/healthz/ready").status_code == 503


def test_dead_database_is_not_ready(client, monkeypatch):
    def dead(connection):
        raise DatabaseError("no route")

    monkeypatch.setattr("apps.public.health.missing_guards", dead)
    assert client.get("/healthz/ready").status_code == 503
