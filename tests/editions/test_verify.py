"""`verify_editions` stays silent about what is right and names what is not."""

import json

import pytest
from django.core.management import call_command
from django.db import connection

from apps.editions import lots, paths, showings
from apps.editions.cutting import Page, page_digest
from apps.editions.guards import drop_guards
from apps.editions.models import About, Cut, FileUse, Moment, SearchRow, Showing
from apps.editions.redaction import redact

from . import make
from .make import HOUR, NOON

pytestmark = pytest.mark.django_db


def verdict(capsys):
    """(exit code, counts, kinds of faults), as a program reads them."""
    try:
        code = call_command("verify_editions", format="json") or 0
    except SystemExit as end:
        code = end.code
    said = capsys.readouterr()
    counts = json.loads(said.out)
    assert len(said.err.splitlines()) == len(counts["faults"])
    return code, counts, {fault["kind"] for fault in counts.pop("faults")}


@pytest.fixture
def life(db):
    """A page with everything that happens to pages."""
    make.shown(files=["a" * 64])
    make.shown(at=NOON + HOUR, expires_at=NOON + 9 * HOUR)
    showings.hide("songvan", "article:1", at=NOON + 2 * HOUR)
    showings.show_again("songvan", "article:1", at=NOON + 3 * HOUR)
    make.shown("article:2", live_from=NOON + 400_000 * HOUR)
    make.shown("article:3")
    showings.take_down("songvan", "article:3", at=NOON + HOUR)
    redact(make.shown("article:4").cut, at=NOON + HOUR)
    make.shown("frame", kind="frame", address="/", files=["b" * 64])


def test_an_ordinary_life_is_clean(life, capsys):
    code, counts, kinds = verdict(capsys)
    assert (code, kinds) == (0, set())
    assert (counts["cuts"], counts["redacted"], counts["showings"]) == (6, 1, 7)


def test_an_archive_brought_at_once_is_clean(db, capsys):
    values = {"headline": "Thị ủy họp", "sapo": "", "html": "", "files": []}
    keys = [f"article:{number}" for number in (1, 2, 3)]
    pages = [Page("songvan", key, "article", values, title="Thị ủy họp") for key in keys]
    lots.show_lot(
        pages,
        addresses=[paths.article("tin", "hop", number) for number in (1, 2, 3)],
        signers=[[]] * 3,
        by="bientap",
        why="lot",
        at=NOON,
        live_from=[NOON, NOON + HOUR, NOON + 2 * HOUR],
    )
    assert verdict(capsys)[::2] == (0, set())


def test_nothing_at_all_is_clean(db, capsys):
    call_command("verify_editions")
    assert "0" in capsys.readouterr().out


def without_guards(damage):
    make.shown(files=["a" * 64], subjects=("person:1",))
    make.shown("article:2")
    drop_guards(connection)
    damage()


DAMAGE = {
    "digest": lambda: Cut.objects.filter(key="article:1").update(title="Khác"),
    "overlap": lambda: Showing.objects.create(
        cut=Cut.objects.first(), portal="songvan", key="article:1", address="/x/", live_from=NOON
    ),
    "cut": lambda: Showing.objects.filter(key="article:1").update(portal="khac"),
    "address": lambda: Showing.objects.filter(key="article:1").update(address=""),
    "end": lambda: Showing.objects.filter(key="article:1").update(ended_at=NOON),
    "files": lambda: FileUse.objects.all().delete(),
    "subjects": lambda: About.objects.all().delete(),
    "search": lambda: SearchRow.objects.all().delete(),
    "moment": lambda: Moment.objects.all().delete(),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_every_damage_is_named(kind, capsys):
    without_guards(DAMAGE[kind])
    code, _counts, kinds = verdict(capsys)
    assert code == 1 and kinds >= {"guard", kind}


def test_what_must_be_forgotten_is_named(capsys):
    showing = make.shown()
    showings.take_down("songvan", "article:1", at=NOON)
    FileUse.objects.create(showing=showing, sha256="a" * 64)
    assert verdict(capsys)[2] == {"files"}
    SearchRow.objects.create(place=1, showing=showing)
    assert verdict(capsys)[2] == {"search"}


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite takes any text")
def test_unreadable_instants_are_named_not_read(capsys):
    without_guards(lambda: make.sql("UPDATE editions_showing SET expires_at = 'soon, I think'"))
    assert verdict(capsys)[2] == {"guard", "written"}


def test_leftovers_of_the_clock_are_no_fault(capsys):
    make.shown(expires_at=NOON + HOUR, files=["a" * 64])
    code, counts, _kinds = verdict(capsys)
    assert (code, counts["leftovers"]) == (0, 1)


def test_a_take_down_tidies_leftovers_of_the_clock(capsys):
    make.shown(expires_at=NOON + HOUR, files=["a" * 64])
    make.shown("article:2", files=["b" * 64])
    unused = showings.take_down("songvan", "article:2", at=NOON + 2 * HOUR)
    assert unused == ["a" * 64, "b" * 64]
    assert verdict(capsys)[1]["leftovers"] == 0


@pytest.mark.parametrize("number", [1.0, 1e22, -0.0, 0.1 + 0.2, 1e-7, 10**30, 5e-324, 1.5e300])
def test_digests_survive_the_engine(number):
    made = make.cut(values={"number": number, "text": "Đ\u0301 ' \\ \u2028"})
    stored = Cut.objects.get(pk=made.pk)
    assert page_digest(stored) == stored.page_digest == made.page_digest


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_json_does_not_know_are_refused(number):
    with pytest.raises(ValueError, match="JSON"):
        make.cut(values={"number": number})
