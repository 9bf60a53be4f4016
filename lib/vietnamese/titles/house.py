"""Titles in house form, with their places in the given text."""

from .body import Body
from .candidates import TitleRead
from .elision import fill
from .lists import Person
from .model import Mention, Title
from .names import title_case
from .text_view import View


def house_mention(view: View, person: Person, list_id: int) -> Mention:
    """The mention in house form; event roles are left out."""
    held = [title for title in person.titles if not title.event and title.rank]
    titles = tuple(_title(view, title, stated) for title, stated in fill(held))
    start, end = view.span(person.first, person.end)
    if not person.name:
        return Mention("", -1, -1, titles, start, end, -1, person.honour)
    name_start, name_end = view.span(*person.name)
    name = title_case(view.surface(*person.name))
    start, end = min(start, name_start), max(end, name_end)
    return Mention(name, name_start, name_end, titles, start, end, list_id, person.honour)


def _title(view: View, title: TitleRead, stated: bool) -> Title:
    start, end = view.span(title.first, title.last)
    status = title.status or ("provisional" if title.body.provisional else "")
    acting = "quyền " if title.status == "acting" else ""
    former = "nguyên " if title.former else ""
    rank = f"{former}{acting}{title.rank}"
    return Title(rank, house_body(title.body), title.former, status, start, end, stated)


def house_body(body: Body) -> str:
    """ "Ban Dân vận Thành ủy Hà Vân", "HĐND thị xã"; "" when nothing is known."""
    if body.bare:
        return ""
    provisional = "lâm thời" if body.provisional else ""
    level = "" if body.level and body.organ == body.level else body.level
    return " ".join(filter(None, (body.organ, body.owner, provisional, level, body.place)))
