"""A real site for a real browser: `config.start` in its own process, the demo office, Chromium."""

import datetime as dt
import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# The same engine; without the windows and their toolbars it takes three fifths of the processor.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PASSWORD = "toasoan-demo"
SESSIONS = {}  # (site, account): the cookies of its one sign-in
FREE = {}  # (site's port, what was asked for): screens that nobody sits at


def pytest_collection_modifyitems(items):
    for item in items:
        if item.nodeid.startswith("tests/browser/"):
            item.add_marker(pytest.mark.browser)


class Site:
    """A served newsroom with its own folder of data."""

    def __init__(self, var):
        self.var = Path(var)
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "TOASOAN_VAR": str(var),
            "DJANGO_SETTINGS_MODULE": "tests.browser.given_clock",
            "EMAIL_URL": f"filemail:///{self.var / 'e-mails'}",  # who has an address gets files
        }
        self.process = self.manager = None

    def start(self):
        with (self.var / "server.log").open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "config.start", "--port", str(self.port)],
                cwd=ROOT, env=self.environment, stdout=log, stderr=log,
            )  # fmt: skip
        wait_for(f"{self.address}/healthz/ready", self.process, self.var / "server.log")
        return self

    def stop(self):
        for screens in [FREE.pop(key) for key in list(FREE) if key[0] == str(self.port)]:
            for context in screens:
                context.close()  # its lines are kept open, and the server would wait for them
        if self.manager:
            self.manager.communicate()
            self.manager = None
        self.process.terminate()
        self.process.wait(timeout=20)

    def put_clock(self, at=None):
        """The running site's time is `at` from now on; without it, the machine's.

        A session of one time may have ended in the other: all sign in anew.
        """
        for key in [key for key in SESSIONS if key[0] == self.address]:
            del SESSIONS[key]
        ahead = self.var / "seconds_ahead"
        if at is None:
            ahead.unlink(missing_ok=True)
            return
        new = ahead.with_suffix(".new")
        new.write_text(str((at - dt.datetime.now(dt.UTC)).total_seconds()))
        new.replace(ahead)  # at once: a request reads the old or the new

    def run(self, *command):
        """`manage.py` or a module (`-m`), on this site's data; what it said."""
        self.manager = self.manager or subprocess.Popen(
            [sys.executable, "-m", "tests.browser.manager"], cwd=ROOT, env=self.environment,
            text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self.manager.stdin.write(json.dumps(command) + "\n")
        self.manager.stdin.flush()
        status, said = json.loads(self.manager.stdout.readline())
        assert status == 0, said
        return said


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(address, process, log, seconds=400):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(log.read_text())
        try:
            if urllib.request.urlopen(address, timeout=2).status == 200:
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"{address} did not answer in {seconds} s\n{log.read_text()}")


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A site's folder after its first start, for all processes of the suite: copy it."""
    folder = Path(os.environ.get("TOASOAN_TEST_DEMO", tmp_path_factory.getbasetemp() / "demo"))
    folder.mkdir(exist_ok=True)
    with (folder.parent / f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "loaded").exists():
            Site(folder).start().stop()
            (folder / "loaded").touch()
    return folder


@pytest.fixture(scope="package")
def site(demo, tmp_path_factory):
    served = Site(shutil.copytree(demo, tmp_path_factory.mktemp("site") / "var")).start()
    yield served
    served.stop()


@pytest.fixture
def clock(site):
    """clock(at) puts the site's time there; it is set right again after the test."""
    yield site.put_clock
    site.put_clock()


@pytest.fixture(scope="package")
def chromium():
    """Until the last test here: while Playwright's loop runs, Django refuses its database."""
    api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("Debian's chromium-headless-shell (or chromium) is missing")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        FREE.clear()
        browser.close()


class Person:
    """Somebody at a screen of his own."""

    def __init__(self, chromium, address, username=None, width=1280, **screen):
        self.address = address
        usual = {"viewport": {"width": width, "height": 900}, "locale": "vi-VN"}
        self.free = FREE.setdefault((address.rpartition(":")[2], repr(usual | screen)), [])
        self.context = self.free.pop() if self.free else chromium.new_context(**(usual | screen))
        self.page = self.context.new_page()
        # Nothing of who sat here before; styles, scripts and pictures alone are still at hand.
        self.context.new_cdp_session(self.page).send(
            "Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"}
        )
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        if username:
            self.sign_in(username)

    def leave(self):
        """Another may sit down here: a new context costs a tenth of a second of the processor.

        What a test adds for good (scripts, answers of its own) it adds to its page, not here.
        """
        context, self.context = self.context, None
        if context:
            for page in context.pages:
                page.close()
            context.set_offline(False)
            context.clear_cookies()
            self.free.append(context)

    def sign_in(self, username):
        """By the form's own request the first time; later screens of the account share its session.

        Two pages less to draw; stories about signing in fill in the form itself.
        """
        key = (self.address, username)
        if key in SESSIONS:
            self.context.add_cookies(SESSIONS[key])
        else:
            self._send_the_login(username)
            SESSIONS[key] = self.context.cookies()

    def _send_the_login(self, username):
        form, send = f"{self.address}/toa-soan/login/", self.context.request
        assert send.get(form).ok
        token = next(c["value"] for c in self.context.cookies() if c["name"] == "csrftoken")
        typed = {"username": username, "password": PASSWORD, "csrfmiddlewaretoken": token}
        answer = send.post(form, form=typed, headers={"referer": form}, max_redirects=0)
        assert answer.status == 302, f"{username}: {answer.status}"

    def fill_in_the_login(self, username):
        self.go("/toa-soan/login/")
        self.page.fill("#id_username", username)
        self.page.fill("#id_password", PASSWORD)
        self.page.click("button[type=submit]")
        self.page.wait_for_url("**/toa-soan/")

    def go(self, path):
        return self.page.goto(path if path.startswith("http") else self.address + path)

    def press(self, act):
        """A button of the article form; waits for the page that answers."""
        with self.page.expect_navigation():
            self.page.click(f"button[name=act][value={act}]")

    def told(self):
        """What the desk says on top of the page."""
        return " ".join(self.page.locator(".messagelist li").all_inner_texts())

    def text(self):
        return self.page.inner_text("body")


def press_and_go(button):
    """Press what closes its own window: a plain click would wait for a page that is gone."""
    button.wait_for()
    button.page.wait_for_load_state()  # what listens to it is loaded after it
    button.evaluate("button => { setTimeout(() => button.click(), 50); }")


@pytest.fixture
def person(chromium, site):
    """person("phongvien") signs in; person() reads."""
    people = []

    def come(username=None, width=1280, address=None):
        people.append(Person(chromium, address or site.address, username, width))
        return people[-1]

    yield come
    for each in people:
        each.leave()
