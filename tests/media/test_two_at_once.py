"""Two people upload the same file in the same second, with real threads and a real database."""

import threading

import pytest
from django.db import connection

from apps.media import uploads
from apps.media.models import Picture
from apps.newsroom.models import Act
from tests import make
from tests.make import NOON

from . import samples


@pytest.mark.django_db(transaction=True)
def test_four_uploads_at_once_make_one_picture():
    portal = make.portal("song-van")
    people = [make.seated("reporter", portal) for _ in range(4)]
    ready, outcomes = threading.Barrier(4), []

    def send(person):
        ready.wait()
        try:
            file = samples.upload(samples.photo((1000, 600)))
            picture = uploads.add_picture(portal=portal.key, file=file, by=person, at=NOON)
            outcomes.append(picture.pk)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes == [Picture.objects.get().pk] * 4
    assert Act.objects.filter(verb="upload").count() == 1
