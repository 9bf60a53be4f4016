"""Who is in a picture: names from left to right, some of them linked to the register.

The library stores words and keys; who is who, with which titles, the slots know.
"""

import json

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy

from apps.newsroom import slots
from apps.newsroom.telling import name_fields
from lib.vietnamese.text import clean

from .models import Picture
from .people_models import PictureLink

MOST = 30
name_fields({"linked": gettext_lazy("people of the register in it")})


def names_in(people: str) -> list[str]:
    """The names of a picture's `people`, each once, in order."""
    return list(dict.fromkeys(name for each in people.split(",") if (name := clean(each))))[:MOST]


def read_links(text) -> dict[str, str]:
    """{name: key} of what a form's hidden field holds; {} for what is none of ours."""
    try:
        found = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {clean(name): key for name, key in list(pairs)[:MOST] if isinstance(key, str)}


def links_of(pictures) -> dict[int, dict[str, str]]:
    """{picture id: {name: key}}; one query."""
    ids = [getattr(picture, "pk", picture) for picture in pictures]
    found: dict[int, dict[str, str]] = {}
    for row in PictureLink.objects.filter(picture__in=ids) if ids else ():
        found.setdefault(row.picture_id, {})[row.name] = row.key
    return found


def say_links(pictures) -> None:
    """`links_said` beside each: what the article form's row takes over. One query."""
    known = links_of(pictures)
    for picture in pictures:
        picture.links_said = json.dumps(known.get(picture.pk, {}), ensure_ascii=False)


def of_person(key: str, portal_keys) -> models.QuerySet:
    """Pictures of these portals in which somebody of the register is, newest first."""
    return Picture.objects.filter(links__key=key, portal__in=portal_keys)


def with_words(rows, words: str, at):
    """The pictures of `rows` whose people, as the register calls them now, have these words."""
    keys = [each["key"] for each in slots.people_called(words, at)] if words.strip() else []
    linked = PictureLink.objects.filter(key__in=keys).values("picture")
    return rows.filter(pk__in=linked) if keys else rows.none()


def found_by(rows, ordinary, words: str, at):
    """`ordinary` (those of `rows` whose own words match) and those found by who is in them."""
    by_person = with_words(rows, words, at).values("pk")
    return rows.filter(Q(pk__in=ordinary.values("pk")) | Q(pk__in=by_person)) if words else ordinary


def put_links(picture: Picture, linked: dict[str, str]) -> tuple[dict, dict]:
    """Links of the names that stand in `people` now; those not mentioned stay as they are.

    "" in `linked` takes a link away; keys the register does not know are none. Returns
    ({name: key} before, after). Called inside the verb's transaction.
    """
    before = links_of([picture]).get(picture.pk, {})
    known = slots.people_known([key for key in linked.values() if key]) if linked else {}
    wanted = {name: key if key in known else "" for name, key in linked.items()}
    named = names_in(picture.people)
    after = {name: key for name in named if (key := wanted.get(name, before.get(name, "")))}
    if after != before:
        PictureLink.objects.filter(picture=picture).delete()
        PictureLink.objects.bulk_create(
            PictureLink(picture=picture, name=name[:120], key=key) for name, key in after.items()
        )
    return before, after


def put_together(seen: str, mine: str, present: str) -> str:
    """My names, with what a colleague added or took out since I saw `seen`."""
    if present == seen:
        return mine
    before, now = names_in(seen), names_in(present)
    kept = [name for name in names_in(mine) if name in now or name not in before]
    return ", ".join([*kept, *(name for name in now if name not in before and name not in kept)])
