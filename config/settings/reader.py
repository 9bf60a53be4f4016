"""A readers' node: only the editions' tables and public files; no accounts, no desk, no drafts."""

from django.core.exceptions import ImproperlyConfigured

from .reader_base import *  # noqa: F403
from .reader_base import ALLOWED_HOSTS, DATABASES, SECRET_KEY

# A copy may lie on a disk that cannot be written: no journal mode is set on it.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {"timeout": 20, "init_command": "PRAGMA foreign_keys=ON;"}

if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random string of your own.")
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured("Set ALLOWED_HOSTS to the portals' domain names, comma-separated.")
