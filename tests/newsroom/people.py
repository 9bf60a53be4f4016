"""Who opens the desk in these tests."""

import re

from django.test import Client

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
