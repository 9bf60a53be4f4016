"""Which article a page for a new text has made: sent again (Back, then Save), it is that article's.

Remembered in the session, under the key the page carries; another page for a new text has another.
"""

from django.http import HttpResponseRedirect
from django.urls import reverse

from .keeping import page_of

FIELD = "begun"
REMEMBERED = 20
FIRST_REVISION = 1


class SameFormAgain(HttpResponseRedirect):
    """The browser sends what it has just sent, to the article."""

    status_code = 307


def remember(request, article) -> None:
    if key := page_of(request.POST.get(FIELD, "")):
        made = request.session.get(FIELD, {}) | {key: article.pk}
        request.session[FIELD] = dict(list(made.items())[-REMEMBERED:])


def made_by(request) -> int | None:
    """The article this page has made already."""
    return request.session.get(FIELD, {}).get(request.POST.get(FIELD, ""))


def to_the_made_one(request, pk: int) -> SameFormAgain:
    return SameFormAgain(reverse("admin:articles_article_change", args=[pk]))


def revision_begun(request, article) -> int:
    """What such a page started from: its own first save. 0, older than any, for every other."""
    return FIRST_REVISION if made_by(request) == article.pk else 0
