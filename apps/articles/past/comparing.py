"""Two versions of a piece compared, with the words and pictures a page needs to show it."""

from apps.media.models import Picture
from apps.meetings.models import Meeting

from .differences import compare
from .parts import Names


def compared(portal, before: dict, after: dict) -> dict:
    """{"groups", "changes", "pictures"} for `_compared_line.html`; three queries."""
    groups = compare(before, after, _names(portal, before, after))
    return {
        "groups": groups,
        "changes": sum(group.changes for group in groups),
        "pictures": _pictures(portal, before, after),
    }


def _names(portal, *values) -> Names:
    keys = {each["text"]["meeting"] for each in values} - {None}
    meetings = Meeting.objects.filter(
        portal=portal, number__in=[key.removeprefix("meeting:") for key in keys]
    )
    return Names(
        sections=dict(portal.sections.values_list("slug", "title")),
        meetings={meeting.key: str(meeting) for meeting in meetings},
    )


def _pictures(portal, *values) -> dict:
    """{sha256: id} of the library's pictures in these versions, for their thumbnails."""
    shas = {row["sha256"] for each in values for row in each["text"]["pictures"]}
    rows = Picture.objects.filter(portal=portal.key, sha256__in=shas - {None})
    return dict(rows.values_list("sha256", "pk"))
