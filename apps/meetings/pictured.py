"""Who may be in a picture, and the words under it: what the library asks of the register.

A meeting lends its list of participants, its noun and its day; without one the register stands
alone, with the titles of the day that is asked for.
"""

from django.utils import timezone

from apps.people import finding
from apps.people.mentioning import suggest
from apps.people.models import Person
from apps.people.titles import home_of, on_days, short_form
from lib.vietnamese.captions import Shown, caption_of, description_of
from lib.vietnamese.fold import fold
from lib.vietnamese.gatherings import noun_of

from .albums import KEY
from .attendance import CHAIRS, by_protocol, day_of, told
from .models import Attendance, Meeting

OFFERED, UNASKED = 8, 6  # so many stand under every picture before anybody types
LONGEST = 60  # signs of a query that are looked at
KIND = "person:"


def people_to_show(user, portal_key, event, words, day, at) -> list[dict]:
    """At most OFFERED of {"key", "name", "says"}: participants first, in protocol order.

    Without words only UNASKED of these. `key` is "" for whom the register does not know.
    """
    meeting = _meeting(user, portal_key, event, at)
    day = day_of(meeting) if meeting else day
    typed = fold(words.replace("\x00", " ")[:LONGEST])
    found = {}
    for line in _participants(meeting):
        if all(word in fold(line.name) for word in typed.split()):
            found[line.name] = {"key": line.key, "name": line.name, "says": line.titles}
    if typed:
        for row in suggest(words[:LONGEST], day=day, portal_key=portal_key):
            offer = {"key": f"{KIND}{row.person}", "name": row.name, "says": row.titles}
            found.setdefault(row.name, offer)
    return list(found.values())[: OFFERED if typed else UNASKED]


def people_called(words, at) -> list[dict]:
    """{"key", "name"} of people of the register so called, with or without marks."""
    rows = finding.people(words, timezone.localdate(at))
    return [{"key": f"{KIND}{row['id']}", "name": row["name"]} for row in rows]


def people_known(keys) -> dict[str, str]:
    """{key: name} of those keys that are people of the register; one query."""
    rows = Person.objects.filter(pk__in=_numbers(keys)).values_list("pk", "name")
    return {f"{KIND}{pk}": name for pk, name in rows}


def words_for_picture(user, portal_key, event, people, day, at) -> dict:
    """{"caption", "alt"} for (name, key) from left to right, with the titles of the day."""
    meeting = _meeting(user, portal_key, event, at)
    noun = noun_of(meeting.kind, meeting.title) if meeting else ""
    lines = {line.key or line.name: line for line in _participants(meeting)}
    day = day_of(meeting) if meeting else day
    sides = on_days((pk, day) for pk in _numbers(key for _name, key in people))
    titles = {f"{KIND}{pk}": halves for (pk, _day), halves in sides.items()}
    home = home_of(portal_key) if titles else frozenset()
    shown = [
        Shown(name, _titles(titles.get(key), line, home), _doing(line))
        for name, key in people
        for line in [lines.get(key or name)]
    ]
    return {"caption": caption_of(shown, noun), "alt": description_of(shown, noun)}


def _meeting(user, portal_key, event, at):
    """The meeting of that key, for whom it is in reach; else None."""
    named = KEY.fullmatch(event or "")
    if named is None:
        return None
    reach = Meeting.objects.within_reach_of(user, at).select_related("portal")
    return reach.filter(portal__key=portal_key, number=int(named[1])).first()


def _participants(meeting):
    """People of a meeting's list who were there, as `attendance.told` gives them."""
    if meeting is None:
        return []
    rows = meeting.attendance.select_related("person").exclude(role=Attendance.Role.ABSENT)
    lines = told(meeting, by_protocol([row for row in rows if not row.asked], day_of(meeting)))
    return [line for line in lines if line.is_person]


def _titles(halves, line, home) -> str:
    """As captions have them: the highest office; what the list says by hand stands."""
    if line is not None and (line.row.title_words or not halves):
        return line.row.title_words or line.titles
    if not halves:
        return ""
    side = halves.get(line.row.half if line is not None else "") or halves[""]
    return short_form(side.now, home=home)


def _doing(line) -> str:
    if line is None:
        return ""
    return line.part or ("chairs" if line.role in CHAIRS else "")


def _numbers(keys) -> list[int]:
    found = (key.removeprefix(KIND) for key in keys if key.startswith(KIND))
    return [int(number) for number in found if number.isascii() and number.isdigit()
            and len(number) < 16]  # fmt: skip
