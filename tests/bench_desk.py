"""What the desk's pages cost with 100,000 articles beside the demo office.

`python -m tests.bench_desk` on SQLite, `python -m tests.postgres --fast -- python -m
tests.bench_desk` on PostgreSQL; with DATABASE_URL there, and what is filled already is not filled
again. For each page: queries, median milliseconds, and how many of them this process worked
(all of SQLite's, none of PostgreSQL's). Ends with an error for 20 queries or more (40 on the form
and the review of a piece), 400 ms or more. `BENCH_ARTICLES` changes the number.
"""

import os
import statistics
import sys
import tempfile
import time

FOLDER = tempfile.TemporaryDirectory(prefix="toasoan-bench-")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{FOLDER.name}/bench.sqlite3")
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"

import django  # noqa: E402

django.setup()

from django.contrib import admin  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from apps.accounts.models import User  # noqa: E402
from apps.articles.models import Article  # noqa: E402
from config.start import count_rows  # noqa: E402

ARTICLES = int(os.environ.get("BENCH_ARTICLES", "100000"))
PORTAL = "song-van"
RUNS = 7
BOUND, MOST, MOST_ON_A_FORM = 400, 20, 40
OF_ARTICLES = ["?q=chuyen+doi+so", "?q=thi+uy", "?q=khong-co-chu-nay", "?q=a", "?p=200",
               f"?p={ARTICLES // 50 - 1}", "?state__exact=published", "?state__exact=draft",
               "?cua=toi", "?cua=xu-ly", "?viec=viet", "?viec=duyet", "?viec=hen-hom-nay",
               "?q=thi+uy&state__exact=published", "?o=2"]  # fmt: skip
SEARCHED = ["media/picture", "newsroom/act", "people/person", "meetings/meeting"]


def main():
    fill()
    slow = []
    for username in ("truongban", "phongvien"):
        user = User.objects.get(username=username)
        client = Client(headers={"host": "127.0.0.1"})
        client.force_login(user, backend="apps.accounts.signed_in.Accounts")
        say(f"\n{username} on {connection.vendor}\n")
        for page in pages(user):
            slow += reading(client, page)
    say(f"\nToo much: {', '.join(slow) or 'nothing'}\n")
    return bool(slow)


def fill():
    call_command("migrate", verbosity=0)
    call_command("load_demo", verbosity=0)
    lacking = ARTICLES - Article.objects.filter(portal__key=PORTAL).count()
    if lacking > 0:
        call_command("make_articles", lacking, portal=PORTAL, verbosity=0)
    count_rows()  # as at every start
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as the server does by itself within the minute


def pages(user):
    """Addresses of the first page, all lists with searches and filters, and pages of a piece."""
    desk = reverse("admin:index")
    articles = f"{desk}articles/article/"
    section = Article.objects.filter(portal__key=PORTAL).latest("pk").section_id
    filters = [*OF_ARTICLES, f"?chuyen-muc={section}"]
    lists = [f"{desk}{m._meta.app_label}/{m._meta.model_name}/" for m in admin.site._registry]
    piece = Article.objects.filter(portal__key=PORTAL, state="published").latest("pk").pk
    return [
        desk, *lists, *(f"{articles}{query}" for query in filters),
        *(f"{desk}{name}/?q=hoi+nghi" for name in SEARCHED),
        *(f"{articles}{piece}/{page}/" for page in ("change", "duyet", "history", "ho-so")),
    ]  # fmt: skip


def reading(client, page) -> list[str]:
    """The page, where it costs too much; one closed to this person is passed over."""
    answer = client.get(page)
    if answer.status_code != 200:
        return []
    with CaptureQueriesContext(connection) as queries:
        client.get(page)
        number = len(queries)
    times, worked = [], time.process_time()
    for _n in range(RUNS):
        began = time.perf_counter()
        client.get(page)
        times.append((time.perf_counter() - began) * 1000)
    own = (time.process_time() - worked) * 1000 / RUNS
    milliseconds = statistics.median(times)
    say(f"{page[9:]:56}{number:3} queries {milliseconds:6.0f} ms, {own:5.0f} ms its own\n")
    most = MOST_ON_A_FORM if page.endswith(("/change/", "/duyet/")) else MOST
    return [page] if number >= most or milliseconds >= BOUND else []


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
