"""`manage.py make_articles N`: N published articles, for measuring; texts follow from numbers."""

import datetime as dt

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from apps.accounts.models import User
from apps.articles import content
from apps.articles.invented import story
from apps.articles.models import Article
from apps.articles.publishing import build_page
from apps.editions.lots import show_lot
from apps.newsroom.models import Signature
from apps.portals.models import Portal, Seat
from apps.portals.roles import Role
from lib.vietnamese.slug import slugify

BATCH = 500
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
    sections = list(portal.sections.all())
    made = Article.objects.bulk_create(
        _article(portal, sections[number % len(sections)], author, number, now)
        for number in numbers
    )
    ids = [article.pk for article in made]
    articles = list(Article.objects.filter(pk__in=ids).order_by("pk").for_cutting())
    signed = [_signatures(article, author, approver) for article in articles]
    Signature.objects.bulk_create(row for rows in signed for row in rows)
    show_lot(
        [build_page(article) for article in articles],
        addresses=[article.address for article in articles],
        signers=[_signer_values(rows) for rows in signed],
        by=str(approver),
        why=WHY,
        at=now,
        live_from=[article.published_at for article in articles],
    )


def _article(portal, section, author, number, now):
    text = story(number)
    at = now - dt.timedelta(days=text["days_ago"], minutes=number % 600)
    return Article(
        portal=portal,
        section=section,
        headline=text["headline"],
        slug=slugify(text["headline"]),
        sapo=text["sapo"],
        body=text["body"],
        state=Article.State.PUBLISHED,
        author=author,
        last_edited_by=author,
        created_at=at,
        changed_at=at,
        published_at=at,
    )


def _signatures(article, author, approver):
    text, placement = content.both_digests(article)
    return [
        Signature(
            key=article.key,
            digest=digest,
            user=user,
            role=role,
            approves=role == Role.CHIEF,
            at=article.published_at,
        )
        for digest in (text, placement)
        for user, role in ((author, Role.REPORTER), (approver, Role.CHIEF))
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
        for row in rows[:2]
    ]
