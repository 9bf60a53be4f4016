"""The readers' site stands alone: another process, a copy, and the newsroom's database away."""

import os
import subprocess
import sys

import pytest

from .conftest import ROOT, free_port, wait_for

HEADLINE = "Trao Huy hiệu Đảng cho 64 đảng viên cao tuổi Đảng"


@pytest.fixture
def copy(site, tmp_path):
    """A database and files with published things only."""
    site.run(
        "manage.py", "export_editions", str(tmp_path / "readers.sqlite3"),
        "--files", str(tmp_path / "files"),
    )  # fmt: skip
    return tmp_path


@pytest.fixture
def newsroom_away(site, copy):
    """Its database and every picture are somewhere else while the test runs."""
    away = site.var.parent / "away"
    away.mkdir()
    things = [*site.var.glob("db.sqlite3*"), site.var / "media"]
    for thing in things:
        thing.rename(away / thing.name)
    yield
    for thing in things:
        thing.unlink(missing_ok=True) if thing.is_file() else None
        (away / thing.name).rename(thing)
    away.rmdir()


@pytest.fixture
def node(copy, newsroom_away):
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "config.settings.reader",
        "DATABASE_URL": f"sqlite:///{copy / 'readers.sqlite3'}",
        "TOASOAN_PUBLIC_MEDIA": str(copy / "files"),
        "STATIC_ROOT": str(copy / "static"),
        "SECRET_KEY": "of-this-test",
        "ALLOWED_HOSTS": "127.0.0.1",
    }
    manage = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v", "0"]
    subprocess.run(manage, cwd=ROOT, env=environment, check=True)
    log = copy / "node.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}"],
            cwd=ROOT, env=environment, stdout=output, stderr=output,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    wait_for(f"{address}/healthz/ready", process, log, seconds=30)
    yield address
    process.terminate()
    process.wait(timeout=20)


def test_readers_go_on_reading_while_the_newsroom_is_away(node, person):
    reader = person(address=node)
    assert reader.go("/").status == 200
    reader.page.click(f"text={HEADLINE}")
    assert HEADLINE in reader.page.inner_text("h1")
    picture = reader.page.locator("article img").first
    picture.scroll_into_view_if_needed()
    reader.page.wait_for_function("document.querySelector('article img').naturalWidth > 0")
    assert reader.go("/tim-kiem/?q=huy+hieu+dang").status == 200
    assert HEADLINE in reader.text()
    assert reader.go("/toa-soan/").status == 404
    assert not reader.errors
