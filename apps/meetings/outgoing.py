"""What must not go out of a week and of a meeting's page, asked of the slot `outgoing_remarks`.

Which words and files go to readers is told here; what is wrong with them stands above (proofing).
"""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from apps.newsroom import slots
from apps.newsroom.outgoing import Outgoing, Remark

from .cells import day_cell

# Values of both pages -> what the desk calls them; the same words for the same thing, so that what
# is passed over on a meeting's page counts in the week too.
PARTS = {
    "title": pgettext_lazy("meeting", "title"),
    "place": pgettext_lazy("meeting", "place"),
    "chair": gettext_lazy("chaired by"),
    "guests": gettext_lazy("attended by"),
    "prepared": gettext_lazy("prepared by"),
    "kind": gettext_lazy("kind"),
    "host": pgettext_lazy("meeting", "host"),
    "series": gettext_lazy("series"),
    "period": gettext_lazy("period reviewed"),
    "agenda": gettext_lazy("agenda"),
    "remote_points": gettext_lazy("remote points"),
    "live_link": gettext_lazy("public live link"),
}


def remarks_on_week(portal, values: dict) -> list[Remark]:
    """On each line of `pages.schedule_values`; kept under the line's meeting."""
    lines = [Outgoing(line["key"], _named(line), tuple(_parts(line))) for line in values["lines"]]
    return slots.outgoing_remarks(portal, lines)


def remarks_on_page(meeting, values: dict, documents: list) -> list[Remark]:
    """On the page of `pages.meeting_values` and its public papers; none where there is no page."""
    if not meeting.is_public or meeting.no_coverage:
        return []
    files = tuple((row.title or row.attachment.title, row.attachment) for row in documents)
    texts = (*_parts(values), *_people(values["attendance"]))
    return slots.outgoing_remarks(meeting.portal, [Outgoing(meeting.key, "", texts, files)])


def _named(line):
    """ "Thứ Hai 23/11 “Giao ban”"."""
    title = line["title"]
    short = f"{title[:60].rstrip()}…" if len(title) > 61 else title
    return f"{day_cell(dt.datetime.fromisoformat(line['starts_at']))} “{short}”"


def _parts(values):
    for name, words in PARTS.items():
        if said := values.get(name):
            yield str(words), said if isinstance(said, str) else "\n".join(said)


def _people(rows):
    """One text for each, so that a number stands beside its name."""
    for row in rows:
        words = row["name"], row["titles"], row["for_whom"]
        yield _("who takes part"), ", ".join(filter(None, words))
