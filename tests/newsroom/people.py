"""Who opens the desk in these tests."""

import datetime as dt
import re
import threading

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.crypto import get_random_string

from apps.accounts.signed_in import SessionStore
from apps.newsroom.refusals import Refused
from tests import make

PASSWORD = "một mật khẩu dài"


def client_of(user):
    client = Client()
    sign_in(client, user)
    return client


def sign_in(client, user):
    """What `force_login` leaves, with one query instead of fifteen; `test_signing_in` types."""
    values = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: "apps.accounts.signed_in.Accounts",
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    session = Session.objects.create(
        session_key=get_random_string(32, VALID_KEY_CHARS),
        session_data=SessionStore().encode(values),
        expire_date=timezone.now() + dt.timedelta(seconds=settings.SESSION_COOKIE_AGE),
    )
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


def administrator(**fields):
    return make.user(is_administrator=True, **fields)


def with_password(user, password=PASSWORD):
    user.set_password(password)
    user.save()
    return user


def log_in(client, username, password=PASSWORD):
    typed = {"username": username, "password": password, "next": "/toa-soan/"}
    return client.post("/toa-soan/login/", typed)


def seen_of(client, page):
    """The hidden mark of what the form showed."""
    return re.search(r'name="seen" value="(\w+)"', client.get(page).content.decode())[1]


def at_once(*acts) -> list[str]:
    """Each with a connection of its own, begun together; "done" or the refusal of each."""
    ready, said = threading.Barrier(len(acts)), []

    def one(act):
        try:
            ready.wait()
            act()
            said.append("done")
        except Refused as refusal:
            said.append(str(refusal))
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return said
