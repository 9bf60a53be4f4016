"""The register in memory: read once, and anew after any change, on every process."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from apps.people import decisions
from apps.people.exchange.loading import load
from apps.people.models import Person, Term
from apps.portals.models import Portal
from apps.proofing.checking import check
from apps.proofing.manuscript import Manuscript
from apps.proofing.snapshots import current_register
from tests import make

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Đồng chí Lò Thị Thủy, Bí thư Đảng ủy phường Sông Vân chủ trì."
# A process of its own that stays: for each line it is sent it checks the text and says how many.
OTHER = f"""
import datetime as dt, sys, django
django.setup()
from apps.proofing.checking import check
from apps.proofing.manuscript import Manuscript
for line in sys.stdin:
    found = check(Manuscript({TEXT!r}, dt.date.today()))
    print(sum(each.severity == "error" for each in found), flush=True)
"""


def town():
    content = (Path(__file__).parent / "town.json").read_bytes()
    assert not load(content, name="town.json", at=timezone.now()).errors


def end_her_term():
    """A keeper proposes, a chief signs: her title ended yesterday."""
    keeper, chief = make.user(keeps_register=True), make.seated("chief", make.portal())
    now = timezone.now()
    term = Term.objects.get(person__ref="bt", ends_on=None)
    yesterday = timezone.localdate(now) - dt.timedelta(days=1)
    line = {"act": "end", "term": term.pk, "on": yesterday.isoformat()}
    decision = decisions.draft(subject="Thôi giữ chức", changes=[line], by=keeper, at=now)
    decisions.sign(decisions.propose(decision, by=keeper, at=now), by=chief, at=now)


def errors():
    found = check(Manuscript(TEXT, timezone.localdate()))
    return [str(each.kind) for each in found if each.severity == "error"]


@pytest.mark.django_db
def test_a_check_asks_for_the_version_and_the_portal_alone(django_assert_num_queries):
    town()
    Portal.objects.create(key="song-van", name="Sông Vân", committee="TXU")
    check(Manuscript(TEXT, timezone.localdate(), "song-van"))
    with django_assert_num_queries(2):
        check(Manuscript(TEXT, timezone.localdate(), "song-van"))


@pytest.mark.django_db
def test_every_way_to_change_the_register_is_seen_by_the_next_check():
    town()
    assert errors() == []
    end_her_term()
    assert errors() == ["expired_title"]


@pytest.mark.django_db
def test_a_file_loaded_again_reads_nothing_anew():
    town()
    before = current_register()
    town()
    assert current_register() is before
    assert len(before.people) == Person.objects.count()


@pytest.mark.django_db(transaction=True)
def test_another_process_sees_a_change_with_its_next_check():
    town()
    with other_process() as ask:
        assert ask() == "0"
        end_her_term()
        assert ask() == "1"


class other_process:  # noqa: N801 - read as a word in the test
    def __enter__(self):
        values = connection.settings_dict
        name = values["NAME"]
        url = f"sqlite:///{name}" if connection.vendor == "sqlite" else with_name(name)
        settings = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "config.settings.test"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", OTHER], cwd=ROOT, env={**os.environ, **settings}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        return self.ask

    def ask(self):
        self.process.stdin.write("?\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def __exit__(self, *_error):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(timeout=20)


def with_name(name):
    """The cluster's address with the test database in it."""
    address, _query, rest = os.environ["DATABASE_URL"].partition("?")
    return f"{address.rpartition('/')[0]}/{name}?{rest}"
