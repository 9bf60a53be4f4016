"""`make run`: one machine, one SQLite file, a key of its own made on the first start."""

import secrets

from .base import *  # noqa: F403
from .base import SECRET_KEY, VAR

(VAR / "static").mkdir(parents=True, exist_ok=True)
if not SECRET_KEY:
    key_file = VAR / "secret_key"
    if not key_file.exists():
        key_file.write_text(secrets.token_urlsafe(50))
        key_file.chmod(0o600)
    SECRET_KEY = key_file.read_text().strip()

ALLOWED_HOSTS = ["127.0.0.1", "localhost", ".localhost", "[::1]"]
WHITENOISE_USE_FINDERS = True
STORAGES = {  # noqa: F405
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
TOASOAN_DEMO = True
