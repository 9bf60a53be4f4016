"""Kiểm tra: an inspector sees everything of his portals and changes nothing, wherever he posts."""

import datetime as dt
import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection, transaction
from django.urls import get_resolver
from django.utils import timezone

from apps.articles.models import Contributor
from apps.articles.sending import offering
from apps.media.models import Picture
from apps.newsroom.models import Act
from apps.portals.delegating import delegate
from apps.portals.models import Banner, MenuItem
from tests.newsroom.people import client_of

from . import make
from .make import DAY, NOON
from .meetings.make import meeting

pytestmark = pytest.mark.django_db
DESK = "/toa-soan/"
# Rows that say who looked and when, not what stands where.
NOT_COUNTED = {"sessions.Session", "axes.AccessLog", "axes.AccessAttempt"}
WRITES = re.compile(r"\A\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b", re.I)
ARGUMENT = re.compile(r"<(?:(\w+):)?(\w+)>")
# An inspector's own account: his password, his session.
OWN = {"password_change", "logout", "login", "jsi18n"}


@pytest.fixture(scope="module")
def office(django_db_setup, django_db_blocker):
    """An office in which there is something to spoil at each address; filled once."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield filled()
        transaction.set_rollback(True)


def filled():
    made = make.Office("muong").with_frame(at=NOON - DAY)
    made.out = made.published()
    made.waiting = made.submitted()
    made.own = made.draft()
    other = make.Office()
    offering.send(other.published(), [made.portal], by=other.chief, at=NOON)
    Contributor.objects.create(portal=made.portal, name="Hoa Ban")
    meeting(made.portal)
    picture = Picture.objects.create(
        portal=made.portal.key, sha256="c" * 64, file_name="a.jpg", width=600, height=400,
        widths=[480], uploaded_by=made.reporter, uploaded_at=NOON,
    )  # fmt: skip
    Banner.objects.create(portal=made.portal, wide=picture, alt="Chào mừng")
    MenuItem.objects.create(portal=made.portal, title="Tin", section=made.section)
    today = timezone.localdate()
    delegate(
        made.portal, made.reporter, by=made.chief, at=timezone.now(), starts_on=today,
        ends_on=today + dt.timedelta(days=3), reason="Đi công tác",
    )  # fmt: skip
    return made


@pytest.fixture
def inspector(office):
    return make.seated("inspector", office.portal)


def walk(patterns, before=""):
    """(address with <arguments>, name) of every view under the desk."""
    for pattern in patterns:
        address = before + str(pattern.pattern).lstrip("^").removesuffix("$").removesuffix("\\Z")
        if hasattr(pattern, "url_patterns"):
            yield from walk(pattern.url_patterns, address)
        else:
            yield address, pattern.name or ""


def addresses(office):
    """Every address of the desk with something of the office in its place."""
    found = {}
    for address, name in walk(get_resolver().url_patterns):
        if not f"/{address}".startswith(DESK) or name in OWN or "(?P" in address:
            continue
        for row in _rows(office, address):
            filled = ARGUMENT.sub(lambda match, row=row: _argument(match[2], row), address)
            found[f"/{filled}"] = name
    return sorted(found)


def _rows(office, address):
    """Rows of the model whose screen the address belongs to; an article's in each state."""
    model = next(
        (model for model in admin.site._registry
         if f"/{model._meta.app_label}/{model._meta.model_name}/" in f"/{address}"), None,
    )  # fmt: skip
    if model is None:
        return [office.out]
    rows = list(model._default_manager.order_by("-pk")[:4])
    return rows or [office.out]


def _argument(name, row):
    if name == "act":
        return "take_down"
    if name in ("week", "monday", "day"):
        return "2026-W18"
    return str(row.pk)


def everything():
    """{table: (rows, what stands in them)} of the whole database."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model._meta.label in NOT_COUNTED:
                continue
            cursor.execute(f'SELECT * FROM "{model._meta.db_table}"')
            found[model._meta.label] = sorted(map(repr, cursor.fetchall()))
    return found


PAGES = ["change/", "history/", "so-sanh/", "preview/", "ho-so/", "phieu-duyet/"]
POSTED = [
    {},
    {"act": "take_down", "reason": "Thử", "ordered_by": "Ai đó"},
    {"act": "publish", "headline": "Đổi tiêu đề", "sapo": "Đổi", "body": "<p>Đổi</p>",
     "revision": "1"},
    {"name": "Tên khác", "title": "Tên khác", "office": "", "slug": "khac", "key": "khac",
     "digest": "?", "reason": "Thử", "portal": "1", "username": "moi", "display_name": "Mới",
     "post": "yes", "_save": "Lưu", "version": "1", "revision": "1", "cut": "1"},
]  # fmt: skip


@pytest.mark.parametrize("posted", POSTED, ids=["nothing", "act", "text", "fields"])
def test_no_address_of_the_desk_writes_anything_for_an_inspector(office, inspector, posted):
    client = client_of(inspector)
    client.raise_request_exception = True
    everywhere = addresses(office)
    assert len(everywhere) > 60
    before = everything()
    wrong, written = [], []

    def note(execute, sql, *others):
        written.extend(WRITES.findall(sql))
        return execute(sql, *others)

    for address in everywhere:
        if address.endswith("/newsroom/act/export/"):
            continue  # that he took the log is written down: see test_log
        written.clear()
        with connection.execute_wrapper(note):
            answer = client.post(address, posted)
        if written:
            now = everything()
            if now != before:
                wrong.append((address, [name for name in now if now[name] != before[name]]))
                before = now
        if answer.status_code >= 500:
            wrong.append((address, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize(
    "what", ["change/", "history/", "so-sanh/", "preview/", "ho-so/", "phieu-duyet/"]
)
def test_an_inspector_reads_articles_in_every_state(office, inspector, what):
    client = client_of(inspector)
    for article in (office.out, office.waiting, office.own):
        assert client.get(f"{DESK}articles/article/{article.pk}/{what}").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["", "articles/article/", "newsroom/act/", "meetings/meeting/", "people/person/",
     "organizations/organization/", "portals/portal/", "portals/delegation/",
     "articles/contributor/"],
)  # fmt: skip
def test_an_inspector_reads_lists_log_schedule_and_register(office, inspector, path):
    assert client_of(inspector).get(DESK + path, follow=True).status_code == 200


def test_pen_names_are_kept_by_who_writes_and_the_change_is_told(office, inspector):
    pen = Contributor.objects.get()
    address = f"{DESK}articles/contributor/{pen.pk}/change/"
    posted = {"name": "Ban Trắng", "portal": str(office.portal.pk), "office": ""}
    assert client_of(inspector).post(address, posted).status_code == 403
    assert client_of(office.reporter).post(address, posted).status_code == 302
    assert Contributor.objects.get().name == "Ban Trắng"
    assert Act.objects.get(verb="change_pen_name").by == office.reporter


def test_an_inspector_of_one_portal_sees_nothing_of_another(office, inspector):
    other = make.Office("khac").published()
    for what in ("change/", "history/", "ho-so/", "phieu-duyet/"):
        answer = client_of(inspector).get(f"{DESK}articles/article/{other.pk}/{what}")
        assert answer.status_code == 404


def test_nobody_is_offered_to_write_who_may_only_read(office, inspector):
    add, words = "articles/article/add/", "viết bài mới"
    for address in (DESK, f"{DESK}articles/article/"):
        for who, offered in ((inspector, False), (office.reporter, True)):
            page = client_of(who).get(address).text
            assert ((add in page), (words in page.lower())) == (offered, offered)
