"""Pages of people and bodies, cut and shown directly. A test names only what it is about."""

from apps.editions.cutting import Page

from . import make


def title(words="Bí thư Thị ủy Sông Vân", **fields):
    row = {"rank": "Bí thư", "body": "Thị ủy Sông Vân", "body_key": "body:1", "words": words}
    return {**row, "status": "holds", "from": "2020-08-01", "to": None, **fields}


def person(number=7, name="Hà Văn Minh", *, live_from=make.NOON - make.DAY, **values):
    values = {
        "name": name, "names": [name], "words": [], "portrait": None, "biography": "",
        "office": "", "titles": [title()], "past": [], "sort": "", "files": [], **values,
    }  # fmt: skip
    page = Page(
        portal="", key=f"person:{number}", kind="person", values=values, title=name,
        summary=values["office"], picture=values["portrait"] or {},
    )  # fmt: skip
    return make.show(page, address=f"/can-bo/{name_slug(name)}/", live_from=live_from)


def leader(name="Hà Văn Minh", number=7, **fields):
    row = {"person": name, "key": f"person:{number}", "rank": "Bí thư", "precedence": 110}
    return {**row, "leads": True, "status": "holds", "from": "2020-08-01", "to": None, **fields}


def body(number=1, name="Thị ủy Sông Vân", *, live_from=make.NOON - make.DAY, **values):
    values = {
        "name": name, "names": [name], "words": [], "kind": "party_committee",
        "level": "district", "place": "", "parent": None, "children": [], "from": None,
        "to": None, "document": "", "leaders": [], "former": [], "origins": [],
        "successors": [], "files": [], **values,
    }  # fmt: skip
    page = Page(
        portal="", key=f"body:{number}", kind="body", values=values, title=name,
        summary=values["place"],
        section=values["level"], top_section="past" if values["to"] else "now",
    )  # fmt: skip
    return make.show(page, address=f"/to-chuc/{name_slug(name)}/", live_from=live_from)


def step(before, after, kind="renamed", on="2021-07-01", document=""):
    """Bodies as (number, name)."""
    refs = [{"key": f"body:{number}", "name": name} for number, name in (before, after)]
    return {"before": refs[0], "after": refs[1], "kind": kind, "on": on, "document": document}


def name_slug(name):
    return make.slugify(name)
