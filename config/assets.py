"""Addresses of styles and scripts in service."""

import functools

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Assets(CompressedManifestStaticFilesStorage):
    """An address is worked out once: it carries a sum of the file, which changes with a release.

    Every page asks for a handful; without this they took a twentieth of an article's time. The one
    storage lives as long as the process.
    """

    @functools.cache  # noqa: B019
    def url(self, name, force=False):
        return super().url(name, force)
