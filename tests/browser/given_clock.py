"""The settings of `make run` with a clock that a test gives while the site runs; for tests alone.

Everything that asks the time asks `django.utils.timezone.now`; settings are read before any app,
so nobody holds the machine's own. The time goes on from where it was put: nothing here waits.
"""

import datetime as dt

from django.utils import timezone

from config.settings.local import *  # noqa: F403
from config.settings.local import VAR

# As in all tests: a sign-in cost a quarter of a second, every new account and PIN as much again.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
machine_now = timezone.now
seconds_ahead = VAR / "seconds_ahead"  # absent: the machine's time


def given_now() -> dt.datetime:
    try:
        ahead = float(seconds_ahead.read_text())
    except FileNotFoundError:
        ahead = 0
    return machine_now() + dt.timedelta(seconds=ahead)


timezone.now = given_now
