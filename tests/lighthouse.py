"""`make lighthouse`: Google's Lighthouse, its mobile preset, on the readers' pages as in service.

The demo office behind gunicorn with production's settings, each page asked once before it counts.
A page below 100 anywhere is looked at twice more and its median counts: the score for speed comes
from a trace of this machine, and a busy one spoils it. Ends with an error for anything below 100.
"""

import json
import os
import re
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import CHROMIUM, FLAGS, ROOT, free_port, wait_for

VERSION = "12.8.2"  # the last that runs on Node.js 18, which Debian 12 has
HOME = Path(sys.prefix, "lighthouse")
COMMAND = HOME / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMINGS = ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time",
           "cumulative-layout-shift", "total-byte-weight")  # fmt: skip
SEARCH = "/tim-kiem/?q=" + urllib.parse.quote("hội nghị")
# Page, where a link to one stands, what the link looks like; "" is the address itself.
PAGES = [
    ("home", "/", ""),
    ("section", "/", r"/(?!can-bo|to-chuc|hoi-nghi|luu-tru|tim-kiem|rss)[a-z-]+/"),
    ("article", "/", r"/[a-z-]+/[a-z0-9-]+-[0-9]{1,8}/"),
    ("person", "/can-bo/", r"/can-bo/[a-z0-9-]+/"),
    ("meeting", "/hoi-nghi/", r"/hoi-nghi/[a-z0-9-]+-[0-9]+/"),
    ("search", SEARCH, ""),
    ("search form", "/tim-kiem/", ""),
]


def main():
    began = time.monotonic()
    install()
    with site() as base, tempfile.TemporaryDirectory() as folder:
        low = [name for name, *where in PAGES if not passes(name, find(base, *where), folder)]
    say(f"{time.monotonic() - began:.0f} s, Lighthouse {VERSION}")
    if low:
        sys.exit(f"Below 100: {', '.join(low)}")


def install():
    """Lighthouse of that version, beside the virtual environment; half a minute, once."""
    if not CHROMIUM:
        sys.exit("Chromium is missing. On Debian: apt-get install chromium-headless-shell")
    if not shutil.which("npm"):
        sys.exit("npm is missing. On Debian: apt-get install npm")
    described = HOME / "node_modules/lighthouse/package.json"
    if not described.exists() or json.loads(described.read_text())["version"] != VERSION:
        HOME.mkdir(exist_ok=True)
        subprocess.run(
            ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts",
             "--prefix", HOME, f"lighthouse@{VERSION}"],
            check=True,
        )  # fmt: skip


@contextmanager
def site():
    """The demo office as `make serve` serves it, in a folder of its own; its address."""
    with tempfile.TemporaryDirectory(prefix="toasoan-lighthouse-") as var:
        environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "TOASOAN_VAR": var,
            "TOASOAN_HTTPS": "false",
            "SECRET_KEY": secrets.token_urlsafe(50),
            "ALLOWED_HOSTS": "127.0.0.1",
        }
        for command in ("migrate", "load_demo"):
            subprocess.run(
                [sys.executable, "manage.py", command, "--verbosity", "0"],
                cwd=ROOT, env=environment, check=True,
            )  # fmt: skip
        port, log = free_port(), Path(var, "server.log")
        with log.open("w") as told:
            server = subprocess.Popen(
                [sys.executable, "-m", "config.start", "--production", "--port", str(port)],
                cwd=ROOT, env=environment, stdout=told, stderr=told,
            )  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz/ready", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def find(base, there, looks):
    """The address of the page; the first link at `there` that looks so."""
    if not looks:
        return base + there
    html = urllib.request.urlopen(base + there).read().decode()
    main_part = html[html.index("<main") :]
    return base + re.search(f'href="({looks})"', main_part)[1]


def passes(name, address, folder):
    """Prints the page's row; whether all its scores are 100."""
    urllib.request.urlopen(address).read()
    reports = [look(address, folder)]
    if min(scores(reports[0])) < 100:
        reports += [look(address, folder) for _ in range(2)]
    medians = [round(statistics.median(row)) for row in zip(*map(scores, reports), strict=True)]
    timings = [reports[-1]["audits"][key].get("displayValue", "?") for key in TIMINGS]
    told = ", ".join(f"{key} {value}" for key, value in zip(CATEGORIES, medians, strict=True))
    say(f"{name:<12}{told} ({', '.join(timings)})".replace("\xa0", " "))
    if min(medians) < 100:
        for line in costs(reports[-1]):
            say(f"    {line}")
    return min(medians) == 100


def look(address, folder):
    """Lighthouse's report."""
    path = Path(folder, "report.json")
    subprocess.run(
        ["node", COMMAND, address, "--quiet", "--output=json", f"--output-path={path}",
         f"--chrome-flags=--headless {' '.join(FLAGS)}"],
        env={**os.environ, "CHROME_PATH": CHROMIUM}, check=True,
    )  # fmt: skip
    return json.loads(path.read_text())


def scores(report):
    """Of each category, 0 to 100; what could not be measured is 0."""
    return [round((report["categories"][key]["score"] or 0) * 100) for key in CATEGORIES]


def costs(report):
    """A line for every audit that costs a point."""
    for category in report["categories"].values():
        for row in category["auditRefs"]:
            audit = report["audits"][row["id"]]
            if row["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{audit['title']} {audit.get('displayValue', '')}"


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
