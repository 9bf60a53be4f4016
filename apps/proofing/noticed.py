"""Who is told that something was passed over on its way to readers: whoever may do it too."""

from django.utils.translation import gettext_lazy

from apps.meetings.models import Meeting
from apps.meetings.noticed import PREFIX, title_of
from apps.newsroom.notice_kinds import Kind, Thing, Told, name_kinds
from apps.newsroom.notice_models import Group
from apps.portals.noticed import holders
from apps.portals.roles import Right

from .overriding import GUARDED, PASS

MARK_PASSED = "mark_passed"
name_kinds(
    Kind(
        MARK_PASSED, Group.TROUBLE,
        gettext_lazy("A mark of secrecy or personal data was passed over"), urgent=True,
    ),
)  # fmt: skip


def is_guarded(act) -> bool:
    """Does the act pass over a mark of secrecy or personal data?"""
    return act.verb == PASS and act.after.get("finding_kind") in GUARDED


def whom_to_tell(act) -> list[Told]:
    """Part of newsroom's slot: of meetings; articles tell of their own."""
    if not act.key.startswith(PREFIX) or not is_guarded(act):
        return []
    meeting = Meeting.objects.filter(number=act.key.removeprefix(PREFIX)).first()
    if meeting is None:
        return []
    chiefs = holders(act.portal, Right.PASS_SECRETS, act.at)
    return [Told(MARK_PASSED, chiefs, title_of(meeting), act.portal)]


def things_of(user, keys, at) -> dict[str, Thing]:
    """Part of newsroom's slot: a meeting is shown by its own noun."""
    return {}
