"""The import linter cannot see a foreign key written as a string. This can."""

import re
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[1]
LINES_BOTTOM_UP = [
    {"accounts"},
    {"newsroom"},
    {"editions", "media"},
    {"organizations", "portals"},
    {"people"},
    {"meetings", "documents"},
    {"proofing"},
    {"articles"},
    {"public", "legacy", "learning", "opening", "royalties"},
]


def points_up(source, target):
    """True also for two different apps on one line: they do not know each other."""
    line = {app: number for number, apps in enumerate(LINES_BOTTOM_UP) for app in apps}
    if source == target or source not in line or target not in line:
        return False
    return line[target] >= line[source]


def relations():
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model:
                yield model, field, field.related_model


def test_foreign_keys_point_down():
    wrong = [
        f"{model._meta.label}.{field.name} -> {target._meta.label}"
        for model, field, target in relations()
        if points_up(model._meta.app_label, target._meta.app_label)
    ]
    assert wrong == []


def test_readers_rows_refer_to_no_other_app():
    targets = {
        target._meta.app_label
        for model, _field, target in relations()
        if model._meta.app_label == "editions"
    }
    assert targets == {"editions"}


def test_upward_relations_would_be_found():
    assert points_up("people", "articles")
    assert points_up("organizations", "portals")
    assert not points_up("articles", "people")


def sources():
    for folder in ("apps", "lib"):
        for path in (ROOT / folder).rglob("*.py"):
            if "migrations" not in path.parts:
                yield path, path.read_text(encoding="utf-8")


def test_no_import_hides_in_a_function():
    hidden = re.compile(r"^[ \t]+(?:from [\w.]+ import|import [\w.]+)", re.M)
    allowed = re.compile(r"if TYPE_CHECKING:\n(?:[ \t]+.*\n)+")
    assert [str(path) for path, text in sources() if hidden.search(allowed.sub("", text))] == []


def test_no_receivers_and_no_lookups_by_name():
    around = re.compile(r"@receiver|\.connect\(|get_model\(|GenericForeignKey")
    assert [str(path.relative_to(ROOT)) for path, text in sources() if around.search(text)] == []


def test_no_pattern_that_an_older_python_reads_wrongly():
    """Before 3.11.5, and in Debian 12 until October 2026, a group taken whole (`(…)*+`, `(?>…)`)
    also took what its last, failed try had read (CPython gh-106052). Single signs (`x++`) are safe.
    """
    whole = re.compile(r"\)(?:[*+?]|\{[\d,]+\})\+|\(\?>")
    assert whole.search(r"(?:a|b)*+") and whole.search(r"(?:a){1,2}+") and whole.search(r"(?>a)")
    assert [str(path) for path, text in sources() if whole.search(text)] == []


def test_public_knows_no_signed_in_user():
    assert [
        str(path)
        for path, text in sources()
        if "public" in path.parts and ("request.user" in text or "is_staff" in text)
    ] == []
