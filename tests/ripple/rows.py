"""What the tests of the ripple share."""

from apps.articles import workflow
from apps.articles.ripple.finding import hits_for
from apps.articles.ripple.verdicts import verdicts
from apps.articles.ripple.words import sentence
from tests import make
from tests.make import NOON
from tests.newsroom.people import client_of

CHAIR = "Chủ tịch UBND xã Nà Khoang"
TEXT = "<p>Đồng chí Hà Văn Minh, Chủ tịch UBND xã Nà Khoang chủ trì.</p>"
LIST = "admin:articles_article_ripple"


def told(user, now=NOON):
    """[(headline, verdict)] in the order of the desk."""
    hits = hits_for(user, now)
    found = verdicts(hits)
    return [(hit.article.headline, found[hit.article.pk].what) for hit in hits]


def said(user, now=NOON):
    return [sentence(turn, hit.resolver.home) for hit in hits_for(user, now) for turn in hit.turns]


def scheduled(office, at, **fields):
    article = office.submitted(**fields)
    return workflow.schedule(
        article, by=office.manager, at=NOON, digest=make.digest(article), live_from=at
    )


def page(user, address):
    return client_of(user).get(address).content.decode()
