"""The register in the log: who sees acts on it, in which words, what a loaded file adds."""

import csv
import io

import pytest
from django.utils import translation

from apps.newsroom.models import Act
from apps.organizations.models import Organization
from apps.people import decisions
from apps.people.models import Person
from tests import make
from tests.make import HOUR, NOON
from tests.newsroom.people import client_of
from tests.newsroom.test_log import LOG, seen, taken

pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return make.Office("muong")


@pytest.fixture
def keeper():
    return make.user(display_name="Hà Thị Chức", keeps_register=True)


@pytest.fixture
def decision(office, keeper):
    """A new leader, in force by two signatures."""
    body = Organization.objects.create(
        name="Đảng ủy xã Mường", slug="dang-uy-xa-muong", level="commune", kind="party_committee"
    )
    lines = [
        {"act": "person", "ref": "new:1", "name": "Lò Văn Pâng", "born_on": "1970-02-03"},
        {"act": "appoint", "person": "new:1", "rank": "Bí thư", "body": body.pk,
         "from": "2026-04-01"},
    ]  # fmt: skip
    made = decisions.draft(subject="Chuẩn y Bí thư", number="12-QĐ/TU", changes=lines,
                           by=keeper, at=NOON)  # fmt: skip
    decisions.propose(made, by=keeper, at=NOON)
    return decisions.sign(made, by=office.chief, at=NOON + HOUR)


def test_chief_inspector_and_keeper_read_of_decisions_and_people(office, keeper, decision):
    for reader in (office.chief, make.seated("inspector", office.portal), keeper):
        told = seen(reader)
        assert "Chuẩn y Bí thư" in told
        assert "Lò Văn Pâng" in told
        assert f"people/decision/{decision.pk}/change/" in told


def test_others_read_nothing_of_it(office, decision):
    assert client_of(office.manager).get(LOG).status_code == 404
    admin = make.user(is_administrator=True)
    for asked in ({}, {"q": "lo van pang"}, {"loai": "person"}, {"ve": decision.key}):
        assert "Lò Văn Pâng" not in seen(admin, **asked)
        assert "Chuẩn y" not in seen(admin, **asked)


def test_a_keeper_reads_nothing_of_portals_or_accounts(office, keeper, decision):
    office.draft(headline="Bài đang viết dở")
    make.Office("khac")
    assert "Bài đang viết dở" not in seen(keeper)
    assert set(client_of(keeper).get(LOG).context["form"].fields) & {"trang"} == set()


def test_it_is_found_by_name_kind_and_thing(office, decision):
    office.draft(headline="Bài đang viết dở")
    person = Person.objects.get()
    for asked in ({"q": "pang lo"}, {"loai": "person"}, {"ve": f"person:{person.pk}"}):
        told = seen(office.chief, **asked)
        assert "Lò Văn Pâng" in told
        assert "Bài đang viết dở" not in told
    assert "Chuẩn y Bí thư" in seen(office.chief, loai="decision", viec="sign")


def test_its_words_are_for_people(office, decision):
    with translation.override("vi"):
        told = seen(office.chief)
    for raw in (
        "born_on",
        "1970",
        "03/02",
        "person:",
        "decision:",
        "in_force",
        "None",
        "valid_from",
    ):
        assert raw not in told.replace("ve=person%3A", "").replace("ve=decision%3A", "")


def test_the_file_has_it_too(office, keeper, decision):
    rows = list(csv.reader(io.StringIO(taken(keeper, loai="person").removeprefix("\ufeff"))))
    assert {row[5] for row in rows[1:]} == {"Lò Văn Pâng"}
    assert Act.objects.get(verb="export_log").by == keeper


def test_a_loaded_file_is_one_line(office, keeper):
    person = Person.objects.create(name="Giàng A Súa", slug="giang-a-sua")
    for key in (f"person:{person.pk}", "decision:1"):
        Act.objects.create(key=key, verb="load", by=keeper, at=NOON, reason="Danh mục đầu năm")
    assert seen(office.chief).count("Danh mục đầu năm") == 1
    assert "Danh mục đầu năm" in seen(office.chief, ve=f"person:{person.pk}")


def test_what_was_revoked_is_called_so(office, keeper, decision):
    decisions.revoke(decision, by=keeper, at=NOON + 2 * HOUR, reason="Nhầm ngày")
    decisions.revoke(decision, by=office.chief, at=NOON + 2 * HOUR, reason="Nhầm ngày")
    with translation.override("vi"):
        told = seen(office.chief, loai="organization").lower()
    assert "quyết định bị thu hồi" in told
    assert "không bỏ qua lưu ý" not in told
