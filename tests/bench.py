"""`make bench`: what readers and writers wait for, as ratios within one run.

First readers' pages against two bare views, on both engines (`bench_readers`), then writers on one.
Growth matters more than the first figure: the desk is read at 100 and at 10,000 articles.
`BENCH_ARTICLES` changes the larger number, `BENCH_PARTS=readers` or `desk` leaves out the other
part. Nothing here fails; the tests hold the bounds.
"""

import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

FOLDER = tempfile.mkdtemp(prefix="toasoan-bench-")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{FOLDER}/bench.sqlite3")
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"

import django  # noqa: E402

django.setup()

from django.core.cache import cache  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from apps.articles import workflow  # noqa: E402
from apps.articles.body import clean_body  # noqa: E402
from apps.editions.models import Showing  # noqa: E402
from apps.public import pages  # noqa: E402
from tests import bench_proofing, bench_readers, bench_register, make  # noqa: E402

SMALL = 100
LARGE = int(os.environ.get("BENCH_ARTICLES", "10000"))
RUNS = 15


def main():
    parts = os.environ.get("BENCH_PARTS", "readers,desk").split(",")
    say(f"Python {platform.python_version()}, Django {django.__version__}, {connection.vendor}, ")
    say(f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}\n\n")
    if "readers" in parts:
        bench_readers.main()
    if "desk" in parts:
        desk_and_register()


def desk_and_register():
    call_command("migrate", verbosity=0)
    office = make.Office("bench").with_frame(at=timezone.now())
    grow(SMALL)
    small = readings(office)
    seconds = grow(LARGE - SMALL)
    large = readings(office)
    say(f"make_articles: {(LARGE - SMALL) / seconds:,.0f} articles a second\n\n")
    say(f"{'':34}{SMALL:>9,} {LARGE:>11,}   ratio  queries\n")
    for name in small:
        first, second = small[name], large[name]
        say(f"{name:34}{first[0]:8.2f}ms{second[0]:10.2f}ms {second[0] / first[0]:7.2f}")
        say(f"  {first[1]} and {second[1]}\n")
    say(f"\nclean_body of 30 paragraphs: {timed(clean_long_body):.2f} ms\n")
    say(f"\nA register of {bench_register.COMMUNES * 10:,} people:\n")
    for name, milliseconds, queries in bench_register.readings("bench.localhost", timed):
        say(f"{name:34}{milliseconds:10.2f}ms  {queries}\n")
    say("\nProofreading against that register:\n")
    for name, value in bench_proofing.readings(timed):
        say(f"{name:42}{value}\n")
    for part, table in bench_proofing.scores():
        say(f"\nProofreading, corpus, {part} part:\n{table}\n")


def grow(number):
    began = time.perf_counter()
    call_command("make_articles", number, verbosity=0)
    return time.perf_counter() - began


def readings(office):
    """{name: (median milliseconds, queries)}."""
    reader = Client(headers={"host": "bench.localhost"})
    newest = Showing.objects.filter(key__startswith="article:").order_by("-live_from").first()
    pages = {
        "home": "/",
        "section": f"/{office.section.slug}/",
        "article": newest.address,
        "search, rare word": "/tim-kiem/?q=ky+57",
        "search, common words": "/tim-kiem/?q=thi+uy",
        "archive": "/luu-tru/",
        "rss": "/rss/",
    }
    found = {}
    for name, path in pages.items():
        found[f"{name}, uncached"] = reading(lambda path=path: reader.get(path), cold=True)
    for name in ("home", "section", "article"):
        found[f"{name}, cached"] = reading(lambda path=pages[name]: reader.get(path))
    signed_in = desk(office)  # outside: signing in is a dozen queries of its own
    found["desk list"] = reading(lambda: signed_in.get("/toa-soan/articles/article/"))
    found["hand in and publish"] = (timed(lambda: publish_one(office), runs=8), "-")
    return found


def reading(call, cold=False):
    def once():
        if cold:
            cache.clear()
            pages.forget()
        return call()

    answer = once()
    assert answer.status_code == 200, answer.status_code
    with CaptureQueriesContext(connection) as queries:
        once()
        number = len(queries)
    return timed(once), number


def desk(office):
    client = Client()
    client.force_login(office.editor)
    return client


def publish_one(office):
    now = timezone.now()
    article = office.submitted(at=now)
    workflow.publish(article, by=office.editor, at=now, digest=make.digest(article))


def clean_long_body():
    clean_body("<p>" + "Hội nghị đã nghe báo cáo. " * 12 + "</p>" * 1 + "<p>Đoạn khác.</p>" * 29)


def timed(call, runs=RUNS):
    """Median milliseconds."""
    times = []
    for _n in range(runs):
        began = time.perf_counter()
        call()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    Path(FOLDER).mkdir(exist_ok=True)
    main()
