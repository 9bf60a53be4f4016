"""The test suite: in-memory or PostgreSQL by DATABASE_URL, quick passwords, warnings are errors."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import STORAGES, database, env

SECRET_KEY = "only-for-tests"
ALLOWED_HOSTS = ["*"]
FILES = Path(tempfile.mkdtemp(prefix="toasoan-test-"))
STATIC_ROOT = FILES / "static"
STATIC_ROOT.mkdir()
DATABASES = {"default": database(env("DATABASE_URL", default=f"sqlite:///{FILES / 'db.sqlite3'}"))}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {**STORAGES["default"], "OPTIONS": {"location": str(FILES / "private")}},
    "public": {
        **STORAGES["public"],
        "OPTIONS": {"location": str(FILES / "public"), "base_url": "/anh/"},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
AXES_ENABLED = False
TOASOAN_SHARE_PICTURES = False  # 30 ms for every cut; tests of them draw
