"""The rows of `bench_typing`: an office with many reporters, each with a draft and a session."""

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.management import call_command
from django.utils import timezone

from apps.accounts.signed_in import SessionStore
from apps.articles.models import Article, Typed, Version
from apps.articles.typed import keeping
from apps.newsroom.models import Act
from tests import make


def prepare(number) -> list[tuple[str, dict]]:
    """[(session key, what the form says of its article)]."""
    call_command("migrate", verbosity=0)
    office, now = make.Office("go-thu"), timezone.now()
    people = []
    for _n in range(number):
        who = make.seated("reporter", office.portal)
        article = office.draft(by=who, at=now)
        about = {"user": who.pk, "article": article.pk, "portal": "go-thu", "token": ""}
        people.append((session(who), about))
    return people


def session(user) -> str:
    store = SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = "apps.accounts.signed_in.Accounts"
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return store.session_key


def traces() -> tuple:
    """What typing must not touch."""
    articles = Article.objects.order_by("pk").values_list("pk", "revision", "changed_at")
    return list(articles), Version.objects.count(), Act.objects.count()


def kept(article_id) -> list:
    return keeping.pairs_of(Typed.objects.get(article=article_id))
