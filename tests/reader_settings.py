"""A readers' node whose styles need not be collected first."""

from config.settings.reader import *  # noqa: F403
from config.settings.reader import STORAGES

STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
