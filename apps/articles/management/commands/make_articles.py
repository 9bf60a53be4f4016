"""`manage.py make_articles N`: N published articles, for measuring; texts follow from numbers.

What the verbs would have made of the same texts, by the lot and through the same functions; only
acts and versions are missing, as with imported pieces.
"""

import datetime as dt
from contextlib import nullcontext
from copy import copy
from functools import lru_cache

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils import timezone

from apps.accounts.models import User
from apps.articles import content
from apps.articles.body import clean_body
from apps.articles.invented import story
from apps.articles.models import Article
from apps.articles.publishing import build_page
from apps.editions.inserting import insert, keys
from apps.editions.lots import many_lots, show_lot
from apps.newsroom.models import Signature
from apps.portals.models import Portal, Seat
from apps.portals.roles import Role
from lib.vietnamese.slug import slugify

BATCH = 500
MANY = 2000
WHY = "made for measuring"


class Command(BaseCommand):
    help = "Makes N published articles on a portal, deterministically, signed by two of its people."

    def add_arguments(self, parser):
        parser.add_argument("number", type=int, help="how many")
        parser.add_argument("--portal", help="key of the portal; the first when left out")

    def handle(self, *args, number, portal, **options):
        if number < 0:
            raise CommandError("N must not be negative.")
        place = self.portal(portal)
        author, approver = self.people(place)
        begin = Article.objects.filter(portal=place).count()
        with many_lots() if number > max(MANY, begin) else nullcontext():
            for start in range(begin, begin + number, BATCH):
                numbers = range(start, min(start + BATCH, begin + number))
                make_lot(place, author, approver, numbers, timezone.now())
        if options["verbosity"]:
            self.stdout.write(f"{number} articles")

    def portal(self, key):
        found = Portal.objects.filter(key=key) if key else Portal.objects.order_by("pk")
        if not found.exists():
            raise CommandError("No such portal. Load the demo office first: manage.py load_demo")
        portal = found.first()
        if not portal.sections.exists():
            raise CommandError("The portal has no section.")
        return portal

    def people(self, portal):
        author = Seat.objects.filter(portal=portal, role=Role.REPORTER).first()
        approver = Seat.objects.filter(portal=portal, role=Role.CHIEF).first()
        if not author or not approver:
            raise CommandError("The portal needs a reporter and a chief, who sign the articles.")
        return author.user, approver.user


@transaction.atomic
def make_lot(portal, author: User, approver: User, numbers, now):
    """Insert, sign, cut and show one batch."""
    articles = _articles(portal, author, numbers, now)
    insert(articles)
    pages = [build_page(article) for article in articles]
    signed = [
        _signatures(article, page, author, approver)
        for article, page in zip(articles, pages, strict=True)
    ]
    signatures = [row for rows in signed for row in rows]
    for row, key in zip(signatures, keys(Signature, len(signatures)), strict=True):
        row.pk = key
    insert(signatures)
    show_lot(
        pages,
        addresses=[article.address for article in articles],
        signers=[_signer_values(rows) for rows in signed],
        by=str(approver),
        why=WHY,
        at=now,
        live_from=[article.published_at for article in articles],
    )


def _articles(portal, author, numbers, now):
    """Not yet written, with keys of their own; loaded as `for_cutting` would load them."""
    ids = keys(Article, len(numbers))
    patterns = [
        Article(pk=ids[0], portal=portal, section=section, state=Article.State.PUBLISHED,
                author=author, last_edited_by=author)
        for section in portal.sections.select_related("parent")
    ]  # fmt: skip
    prefetch_related_objects(patterns, "bylines", "pictures", "attachments")  # there are none
    made = []
    for number, key in zip(numbers, ids, strict=True):
        article = copy(patterns[number % len(patterns)])
        article.pk = key
        _write(article, number, now)
        made.append(article)
    return made


def _write(article, number, now):
    text = story(number)
    at = now - dt.timedelta(days=text["days_ago"], minutes=number % 600)
    article.headline, article.sapo = text["headline"], text["sapo"]
    article.body = _clean(text["body"])
    article.slug = slugify(text["headline"])
    article.created_at = article.changed_at = article.published_at = at


@lru_cache(maxsize=1)
def _clean(body):
    return clean_body(body)


def _signatures(article, page, author, approver):
    return [
        Signature(
            key=article.key,
            digest=digest,
            user=user,
            role=role,
            approves=role == Role.CHIEF,
            at=article.published_at,
        )
        for user, role in ((author, Role.REPORTER), (approver, Role.CHIEF))
        for digest in (page.text_digest, content.placement_digest(article))
    ]


def _signer_values(rows):
    """As `newsroom.signing.signers` would read them back, for the text's digest."""
    return [
        {
            "name": str(row.user),
            "role": str(row.role),
            "at": row.at.isoformat(),
            "digest": row.digest,
        }
        for row in rows[::2]
    ]
