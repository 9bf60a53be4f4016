"""Production's settings with two more addresses; nothing that a page costs is different."""

from pathlib import Path

from config.settings.production import *  # noqa: F403
from config.settings.production import TEMPLATES

ROOT_URLCONF = "tests.bench_site.urls"
TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
