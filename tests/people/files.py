"""Register files to load: the smallest town, changed by what a test is about."""

import io
import json

from django.core.management import CommandError, call_command

from apps.people.exchange.loading import load
from tests.make import NOON

BODIES = [
    ("TU", "Tỉnh ủy Vân Giang", {"level": "province"}),
    ("THU", "Thị ủy Sông Vân", {"parent": "TU", "valid_to": "2025-06-30", "successors": ["DU"]}),
    ("DU", "Đảng ủy phường Sông Vân", {"level": "commune", "parent": "TU"}),
    ("UBND", "Ủy ban nhân dân thị xã Sông Vân", {"kind": "people_committee"}),
]


def body(ref, name, **fields):
    usual = {
        "level": "district", "kind": "party_committee", "parent": None, "valid_from": None,
        "valid_to": None, "successors": [], "short_names": [], "abbreviations": [],
    }  # fmt: skip
    return {"id": ref, "name": name, **usual, **fields}


def title(rank="Bí thư", body="THU", since="2020-08-01", until="2025-06-30", **fields):
    return {"rank": rank, "body": body, "from": since, "to": until, **fields}


def person(ref, name, *titles, **fields):
    return {"id": ref, "name": name, "gender": None, "titles": list(titles), **fields}


def register(*people, bodies=(), **fields):
    """The town of BODIES with these people; `bodies` come on top or replace those of their id."""
    listed = {ref: body(ref, name, **said) for ref, name, said in BODIES}
    listed |= {made["id"]: made for made in bodies}
    people = people or (person("p1", "Lò Thị Hương", title()),)
    return {
        "format": "toasoan-register/1",
        "source": "song-van",
        "bodies": list(listed.values()),
        "people": list(people),
        "precedence": [],
        **fields,
    }


def loaded(values, **options):
    """The outcome of loading these values; `dry=True` only looks."""
    content = json.dumps(values, ensure_ascii=False).encode()
    return load(content, name="danh-muc.json", at=NOON, **options)


def refusals(values) -> str:
    """All reasons for which these values are refused; '' when they are loaded."""
    return "\n".join(loaded(values).errors)


def run(path, *options):
    """(exit code, standard output, standard error) of the command."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("load_register", str(path), *options, stdout=out, stderr=err)
    except CommandError as error:
        return error.returncode, out.getvalue(), err.getvalue() + str(error)
    return 0, out.getvalue(), err.getvalue()


def written(folder, values, name="danh-muc.json"):
    path = folder / name
    path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return path
