"""Who opens the desk in these tests."""

import re
import threading

from django.db import connection
from django.test import Client

from apps.newsroom.refusals import Refused
from tests import make

PASSWORD = "một mật khẩu dài"


def client_of(user):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


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
