"""`make run` again: quick, and nothing that was typed is changed."""

import shutil
import time

import pytest

from .conftest import Site

COUNT = (
    "from apps.articles.models import Article; from apps.editions.models import Cut;"
    "from apps.newsroom.models import Act;"
    "print(Article.objects.count(), Cut.objects.count(), Act.objects.count())"
)


@pytest.mark.timed
def test_second_start_changes_nothing_and_is_quick(demo, tmp_path):
    """What lies there is the first start's; nothing has run on it since."""
    site = Site(shutil.copytree(demo, tmp_path / "var"))
    before = site.run("manage.py", "shell", "-v", "0", "-c", COUNT)
    began = time.monotonic()
    site.start()
    seconds = time.monotonic() - began
    try:
        assert site.run("manage.py", "shell", "-v", "0", "-c", COUNT) == before
        assert seconds < 8
    finally:
        site.stop()


def test_editions_of_the_demo_office_are_sound(site):
    site.run("manage.py", "verify_editions")


def test_every_state_of_the_desk_is_there(site):
    states = site.run(
        "manage.py", "shell", "-v", "0", "-c",
        "from apps.articles.models import Article; from apps.articles.situation import situations;"
        "from django.utils import timezone;"
        "rows = list(Article.objects.select_related('portal'));"
        "print(*sorted(set(situations(rows, timezone.now()).values())))",
    )  # fmt: skip
    assert states.split() == [
        "approved", "draft", "expired", "hidden", "in_review", "pending", "published", "scheduled",
        "sent_back", "taken_down",
    ]  # fmt: skip
