"""The register as a register file: what goes out comes in unchanged."""

import json

import pytest
from django.core.management import CommandError, call_command

from apps.organizations.models import Organization, Succession
from apps.people.models import Term

from .files import loaded, person, register, run, title

pytestmark = pytest.mark.django_db


def exported(folder, *options):
    path = folder / "ra.json"
    call_command("export_register", str(path), *options)
    return path


@pytest.fixture
def town():
    loaded(register(
        person("p1", "Lò Thị Hương", title("Quyền Bí thư", precedence=7)),
        person("p2", "Vàng A Chính", title("Phó Bí thư", since=None), other_spellings=["A Chính"]),
    ))  # fmt: skip


def test_source_out_and_in_changes_nothing(tmp_path, town):
    code, out, err = run(exported(tmp_path, "--source", "song-van"), "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["decision"] is None


def test_everything_can_begin_another_register(tmp_path, town):
    path = exported(tmp_path)
    Term.objects.all().delete()
    before = Organization.objects.count()
    code, _out, err = run(path)
    assert (code, err) == (0, "")
    assert Organization.objects.filter(source="toasoan").count() == before
    assert Succession.objects.count() == 2
    assert sorted(Term.objects.values_list("status", flat=True)) == ["acting", "holds"]


def test_unknown_source_is_refused_in_words(tmp_path):
    with pytest.raises(CommandError, match="khong-co"):
        exported(tmp_path, "--source", "khong-co")
