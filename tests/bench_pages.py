"""One engine of `bench_readers`: a site, its addresses, and what each costs in this process."""

import io
import random
import statistics
import sys
import time
from dataclasses import dataclass

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import F  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.utils import timezone  # noqa: E402

from apps.editions.models import About, Showing, SiteVersion  # noqa: E402
from apps.people import pages as people_pages  # noqa: E402
from apps.people.models import Person  # noqa: E402
from tests import bench_search, make  # noqa: E402
from tests.bench_rates import Rates  # noqa: E402
from tests.bench_tables import table  # noqa: E402

HOST = "bench.localhost"
COMMUNES = 20
SOME = 100  # addresses asked for at random
TIMES = 60
PIECES = 10  # about each person
SEARCH = "/tim-kiem/"


@dataclass(frozen=True)
class Cost:
    """`kept` and `cold` in milliseconds of CPU; `rate` in requests per second, `share` of A's.

    `of_a` and `of_b`: `cold` as multiples of A's and B's, all three asked in turn.
    """

    kept: float | None
    cold: float
    of_a: float
    of_b: float
    queries_kept: int
    queries: int
    rate: float | None
    share: float | None


class Site:
    def __init__(self, host: str):
        self.host = host
        self.vendor = connection.vendor
        self.random = random.Random(1)
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("migrate", verbosity=0)
        self.office = make.Office("bench").with_frame(at=timezone.now())
        self._make_people()
        self.application = get_wsgi_application()
        self.size = self.made = 0

    def _make_people(self):
        call_command("make_register", COMMUNES, verbosity=0)
        people_pages.publish(
            people=set(Person.objects.values_list("pk", flat=True)), bodies=set(),
            signers=[{"name": "An"}, {"name": "Bình"}], by="An", why="bench", at=timezone.now(),
        )  # fmt: skip

    def grow(self, size: int) -> float:
        """Make articles up to this number; seconds."""
        began = time.perf_counter()
        self.made = size - self.size
        call_command("make_articles", self.made, verbosity=0)
        seconds = time.perf_counter() - began
        self.size = size
        people = Showing.objects.filter(key__startswith="person:")
        newest = self._articles().order_by("-pk").values_list("pk", flat=True)[: SOME * PIECES]
        About.objects.all().delete()
        pairs = zip(people[:SOME], zip(*[iter(newest)] * PIECES, strict=False), strict=False)
        About.objects.bulk_create(
            About(showing_id=piece, subject=person.key) for person, own in pairs for piece in own
        )
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        return seconds

    def _articles(self):
        return Showing.objects.filter(key__startswith="article:")

    def pages(self) -> dict[str, list[str]]:
        """{name: addresses}, the two bare views first."""
        section = f"/{self.office.section.slug}/"
        pieces = list(self._articles().values_list("address", "cut_id"))
        pieces = self.random.sample(pieces, SOME)
        people = Showing.objects.filter(key__startswith="person:")[:SOME]
        rare = self.random.sample(range(self.size), SOME)
        bare = {"A": ["/bench/a/"], "B": [f"/bench/b/{cut}/" for _address, cut in pieces]}
        self.bare = tuple(bare.values())
        return bare | {
            "home": ["/"],
            "section": [section],
            "section, half depth": [f"{section}?truoc={cursor}" for cursor in self._half_way()],
            "article, random": [address for address, _cut in pieces],
            "article, hot": [pieces[0][0]],
            "person": [showing.address for showing in people],
            "search, rare word": [f"{SEARCH}?q={number}" for number in rare],
            "search, two common": [f"{SEARCH}?q=thi+uy"],
            "search, phrase": [f"{SEARCH}?q=%22an+sinh+x%C3%A3+h%E1%BB%99i%22"],
            "search, nothing": [f"{SEARCH}?q=kh%C3%B4ngcogicah"],
        }

    def _half_way(self):
        rows = Showing.objects.pages("bench")[
            self.size // 2 : self.size // 2 + min(SOME, self.size // 4)
        ]
        return [f"{row.cut.listed_at:%Y%m%d%H%M%S%f}-{row.cut_id}" for row in rows]

    def costs(self, paths: list[str], rates) -> Cost:
        bare = paths[0].startswith("/bench/")
        kept = not paths[0].startswith(SEARCH)
        for path in paths:
            self.ask(path)
        queries_kept = self.queries(paths[-1])
        warm = self.cpu(paths, times=TIMES * 4)[0] if kept else None
        self.publish()
        queries = self.queries(paths[-1])
        cold, a, b = self.cpu(paths, *self.bare, before=self.publish)
        rate = rates.of(paths) if bare else None
        share = None if bare else rates.share(paths, kept)
        return Cost(warm, cold, cold / a, cold / b, queries_kept, queries, rate, share)

    def publish(self):
        """As if something had been published just now: no kept page is right any more."""
        SiteVersion.objects.filter(portal="bench").update(number=F("number") + 1)

    def queries(self, path):
        with CaptureQueriesContext(connection) as queries:
            self.ask(path)
            return len(queries)

    def cpu(self, *pages, times=TIMES, before=lambda: None) -> list[float]:
        """Median milliseconds of CPU of this process (PostgreSQL's are not among them).

        A page is its addresses. All are asked in turn: what else the machine does falls on each.
        """
        taken = [[] for _page in pages]
        for number in range(times):
            before()
            for paths, found in zip(pages, taken, strict=True):
                began = time.process_time_ns()
                self.ask(paths[number % len(paths)])
                found.append((time.process_time_ns() - began) / 1e6)
        return [statistics.median(found) for found in taken]

    def ask(self, path):
        """Through the handler itself, as a server calls it."""
        address, _mark, query = path.partition("?")
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": address, "QUERY_STRING": query,
            "SERVER_NAME": self.host, "SERVER_PORT": "80", "HTTP_HOST": self.host,
            "HTTP_ACCEPT_ENCODING": "gzip", "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr,
        }  # fmt: skip
        said = []
        answer = self.application(environ, lambda status, _headers, _info=None: said.append(status))
        b"".join(answer)
        answer.close()
        if not said[0].startswith("200"):
            raise SystemExit(f"{path}: {said[0]}")


def main(sizes):
    site = Site(HOST)
    taken, waited = [], []
    for size in sizes:
        seconds = site.grow(size)
        say(f"{site.vendor}, {size:,} articles: made {site.made / seconds:,.0f} a second\n")
        with Rates(HOST) as rates:
            taken.append({name: site.costs(page, rates) for name, page in site.pages().items()})
        waited.append(bench_search.waits(site))
    say(table(sizes, taken))
    say(bench_search.table(sizes, waited))


def say(text):
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]])
