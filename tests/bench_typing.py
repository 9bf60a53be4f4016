"""Twenty reporters typing at once against gunicorn with two workers; nothing may be lost.

`python -m tests.bench_typing [--seconds 120] [--writers 20]`: on SQLite, then on PostgreSQL. Says
how long an autosave takes; ends with an error for any refusal, any lost letter, a 95th percentile
of 300 ms or more, or a trace that typing left in articles, versions or acts.
"""

import argparse
import contextlib
import http.client
import json
import os
import random
import secrets
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from tests.browser.conftest import ROOT, free_port, wait_for
from tests.postgres import temporary_cluster

BOUND = 0.3
SENTENCES = (
    "đồng chí Bí thư Thị ủy chủ trì hội nghị, phát biểu kết luận: ước thực hiện 6,5%; "
    "Ủy ban nhân dân các xã, phường tổ chức thực hiện nghị quyết số 17-NQ/TU “về chuyển đổi số”."
)
WORDS = SENTENCES.split()


class Writer(threading.Thread):
    """Types, takes back, rewrites as input methods do; sends as the form does."""

    def __init__(self, port, session, article, stop_at):
        super().__init__()
        self.port, self.article, self.stop_at = port, article, stop_at
        self.random = random.Random(article["article"])
        self.csrf = secrets.token_hex(16)
        self.cookie = f"sessionid={session}; csrftoken={self.csrf}"
        self.page, self.number, self.text = secrets.token_hex(16), 0, ""
        self.sapo = ""
        self.times, self.faults = [], []

    def run(self):
        time.sleep(self.random.random() * 2)
        while time.monotonic() < self.stop_at:
            began = time.monotonic()
            self.type()
            self.send()
            rest = self.random.uniform(1.5, 3) - (time.monotonic() - began)
            time.sleep(max(0, rest))

    def type(self):
        for word in self.random.choices(WORDS, k=self.random.randint(2, 8)):
            self.text += f"{word} "
        if self.random.random() < 0.5:  # UniKey: backspaces, then the syllable anew
            cut = self.random.randint(1, 6)
            self.text = self.text[:-cut] + "ựộẵ"[: self.random.randint(1, 3)] + " "
        if len(self.text) > 12_000:
            self.text = self.text[6_000:]
        self.sapo = self.text[-200:]

    def pairs(self):
        typed = {"headline": f"Bài {self.article['article']}", "sapo": self.sapo}
        return [
            *([name, said] for name, said in typed.items()),
            ["body", f"<p>{self.text}</p>"],
            ["bylines-0-name", "Lê Na"],
        ]

    def send(self):
        self.number += 1
        body = urllib.parse.urlencode(
            {**self.article, "page": self.page, "number": self.number, "revision": 1,
             "typing": 1, "typed": json.dumps(self.pairs())}
        )  # fmt: skip
        headers = {
            "Host": "127.0.0.1", "Cookie": self.cookie, "X-CSRFToken": self.csrf,
            "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        # A line of its own each time: the server ends a quiet one after two seconds.
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        began = time.perf_counter()
        try:
            connection.request("POST", "/toa-soan/articles/article/go-do/", body, headers)
            answer = connection.getresponse()
            said = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.faults.append(repr(error))
            return
        finally:
            connection.close()
        self.times.append(time.perf_counter() - began)
        if answer.status != 200 or not json.loads(said).get("at"):
            self.faults.append(f"{answer.status} {said[:200]}")


def main(arguments):
    parser = argparse.ArgumentParser(prog="python -m tests.bench_typing", description=__doc__)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--writers", type=int, default=20)
    parser.add_argument("--one", help="the engine whose DATABASE_URL is set already")
    options = parser.parse_args(arguments)
    if options.one:
        return bench(options)
    with tempfile.TemporaryDirectory(prefix="toasoan-typing-") as folder:
        failed = again("SQLite", f"sqlite:///{folder}/db.sqlite3", options)
    with temporary_cluster() as url:
        return again("PostgreSQL", url, options) or failed


def again(name, url, options):
    """The same in a process of its own, for Django has one database in its life."""
    command = [sys.executable, "-m", "tests.bench_typing", "--one", name]
    command += ["--seconds", str(options.seconds), "--writers", str(options.writers)]
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **settings_for(url)})


def settings_for(url):
    return {
        "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50), "ALLOWED_HOSTS": "127.0.0.1",
        "TOASOAN_HTTPS": "0", "TOASOAN_VAR": tempfile.mkdtemp(prefix="toasoan-typing-"),
    }  # fmt: skip


def bench(options):
    import django

    django.setup()
    from tests import bench_typing_rows as rows

    people = rows.prepare(options.writers)
    before = rows.traces()
    port = free_port()
    with served(port):
        stop_at = time.monotonic() + options.seconds
        writers = [Writer(port, session, article, stop_at) for session, article in people]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
    return told(options.one, writers, rows, rows.traces() == before)


@contextlib.contextmanager
def served(port):
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "config.wsgi:application", "--workers", "2",
         "--threads", "4", "--bind", f"127.0.0.1:{port}", "--log-level", "warning"],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz/live", process, ROOT / "Makefile", 60)
        yield
    finally:
        process.terminate()
        process.wait(timeout=20)


def told(name, writers, rows, untouched):
    times = [each for writer in writers for each in writer.times]
    faults = [fault for writer in writers for fault in writer.faults]
    lost = [w.article["article"] for w in writers if rows.kept(w.article["article"]) != w.pairs()]
    p95 = statistics.quantiles(times, n=20)[-1]
    say(f"{name}: {len(writers)} writers, {len(times)} autosaves; median "
        f"{statistics.median(times) * 1000:.0f} ms, p95 {p95 * 1000:.0f} ms, longest "
        f"{max(times) * 1000:.0f} ms; {len(faults)} errors, {len(lost)} texts with a lost letter, "
        f"articles, versions and acts {'untouched' if untouched else 'CHANGED'}\n")  # fmt: skip
    for fault in faults[:5]:
        say(f"  {fault}\n")
    return int(bool(faults or lost or not untouched or p95 >= BOUND))


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
