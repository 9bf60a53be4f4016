"""`manage.py import_pages`, as the contract says."""

import json

import pytest
from django.core.management import CommandError, call_command

from apps.accounts.models import User
from apps.articles.models import Article
from tests import make

from . import engines, texts


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.html").write_text(engines.WORDPRESS)
    lines = [texts.TITLE, "Ngày đăng: 14/09/2021", texts.LEAD, texts.FIRST]
    (tmp_path / "1.txt").write_text("\n\n".join(lines))
    (tmp_path / "notes.doc").write_bytes(b"\0\1\2")
    return tmp_path


@pytest.fixture
def office(db):
    return make.Office()


def run(capsys, *arguments, **options):
    """(exit code, lines of standard output, standard error)."""
    code = 0
    try:
        call_command("import_pages", *map(str, arguments), **options)
    except CommandError as error:
        code = error.returncode
    out = capsys.readouterr()
    return code, out.out.splitlines(), out.err


def test_folder_is_imported_with_its_folders_in_order(office, folder, capsys):
    code, lines, _err = run(capsys, folder)
    assert code == 0
    assert [line.split(":")[0] for line in lines[:2]] == [
        str(folder / "1.txt"),
        str(folder / "b" / "2.html"),
    ]
    assert Article.objects.filter(author__username="nhap-lieu").count() == 2


def test_links_out_of_a_folder_are_passed_over(office, folder, tmp_path_factory, capsys):
    outside = tmp_path_factory.mktemp("elsewhere") / "3.txt"
    outside.write_text((folder / "1.txt").read_text())
    (folder / "3.txt").symlink_to(outside)
    code, lines, _ = run(capsys, folder, dry_run=True)
    assert (code, [line for line in lines if "3.txt" in line]) == (0, [])


def test_json_gives_one_object_per_file_and_nothing_else(office, folder, capsys):
    code, lines, err = run(capsys, folder, "--format", "json")
    first, second = map(json.loads, lines)
    assert (code, err) == (0, "")
    assert first["published_at"] == "2021-09-14"
    assert second["published_at"] == "2021-09-14T15:06:00+07:00"
    assert second["captions"] == [engines.CAPTION]


FIELDS = (
    "file title published_at event_date section source_prefix sapo body captions bylines"
    " byline_office view_count meeting officials"
)


def test_json_has_every_field_of_the_contract(folder, capsys, db):
    _code, lines, _err = run(capsys, folder / "1.txt", "--dry-run", "--format", "json")
    assert set(FIELDS.split()) <= set(json.loads(lines[0]))


def test_dry_run_writes_nothing_and_needs_no_portal(folder, capsys, db):
    code, lines, _err = run(capsys, folder, "--dry-run")
    assert (code, len(lines)) == (0, 3)
    assert not Article.objects.exists()
    assert not User.objects.exists()


def test_refused_file_is_named_and_the_rest_is_done(office, folder, capsys):
    (folder / "0.txt").write_bytes(b"")
    code, lines, err = run(capsys, folder, "--format", "json")
    assert code == 1
    assert str(folder / "0.txt") in err
    assert set(json.loads(lines[0])) == {"file", "refused"}
    assert Article.objects.count() == 2


def test_second_run_makes_nothing_new(office, folder, capsys):
    run(capsys, folder)
    code, _lines, _err = run(capsys, folder)
    assert (code, Article.objects.count()) == (0, 2)


def test_drafts_may_belong_to_a_named_account(office, folder, capsys):
    run(capsys, folder, "--as", office.reporter.username)
    assert Article.objects.filter(author=office.reporter).count() == 2


def test_one_of_several_portals_is_named(office, folder, capsys):
    other = make.portal("trang-khac")
    run(capsys, folder, "--portal", "trang-khac")
    assert Article.objects.filter(portal=other).count() == 2


WRONG = [
    ("--portal", "khong-co"),
    ("--as", "khong-co"),
]


@pytest.mark.parametrize("arguments", WRONG)
def test_unknown_portal_or_account_is_wrong_usage(office, folder, capsys, arguments):
    assert run(capsys, folder, *arguments)[0] == 2
    assert not Article.objects.exists()


def test_several_portals_and_none_named_is_wrong_usage(office, folder, capsys):
    make.portal()
    assert run(capsys, folder)[0] == 2


def test_no_portal_at_all_is_wrong_usage(folder, capsys, db):
    assert run(capsys, folder)[0] == 2


def test_missing_path_is_wrong_usage(office, folder, capsys):
    assert run(capsys, folder, folder / "khong-co.txt")[0] == 2
    assert not Article.objects.exists()


def test_folder_without_pages_is_wrong_usage(office, tmp_path, capsys):
    assert run(capsys, tmp_path)[0] == 2


def test_page_too_big_for_a_column_is_refused_alone(office, folder, capsys):
    (folder / "0.txt").write_text("\n\n".join([texts.TITLE + " lần hai", texts.LEAD, texts.FIRST]))
    assert run(capsys, folder)[0] == 0
    assert Article.objects.count() == 3
