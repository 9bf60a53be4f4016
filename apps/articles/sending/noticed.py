"""What of sent pieces is told to whom: receivers of what comes and changes, senders of answers."""

from django.urls import reverse
from django.utils.translation import gettext_lazy

from apps.newsroom.notice_kinds import Kind, Thing, Told, name_kinds
from apps.newsroom.notice_models import Group
from apps.newsroom.telling import name_verbs
from apps.portals.noticed import holders
from apps.portals.roles import Right

from ..models import Article
from .following import BACK, BLANKED, CHANGED, ENDS, HIDDEN, TAKEN_DOWN
from .models import Sending
from .offering import OFFERED

PREFIX = "sending:"
WAITING, MINE, TROUBLE = Group
RECEIVED, DECLINED, SIGNED = "publish_received", "decline_received", "sign_received"
SCHEDULED, UNSCHEDULED = "schedule_received", "unschedule_received"
ANSWERED = (RECEIVED, SCHEDULED, DECLINED)
SETTLED = ("take_over_text", "leave_text", "take_down_received", UNSCHEDULED)
KINDS = {
    OFFERED: Kind(
        "sent_here", WAITING, gettext_lazy("Sent to this portal, waits to be received"),
        settled_by=ANSWERED,
    ),
    SIGNED: Kind(
        "place_signed", WAITING, gettext_lazy("Its place was signed; one more person must sign"),
        settled_by=ANSWERED,
    ),
    CHANGED: Kind(
        "original_changed", TROUBLE, gettext_lazy("The original was changed"), urgent=True,
        settled_by=SETTLED,
    ),
    HIDDEN: Kind(
        "original_hidden", TROUBLE, gettext_lazy("The original was hidden"), urgent=True,
        settled_by=SETTLED,
    ),
    TAKEN_DOWN: Kind(
        "original_taken_down", TROUBLE, gettext_lazy("The original was taken down"), urgent=True,
        settled_by=SETTLED,
    ),
    BLANKED: Kind(
        "original_blanked", TROUBLE, gettext_lazy("A version of the original was blanked"),
        urgent=True, settled_by=SETTLED,
    ),
    BACK: Kind("original_back", TROUBLE, gettext_lazy("Readers see the original again")),
    ENDS: Kind("original_ends", TROUBLE, gettext_lazy("The end of the original was changed")),
    RECEIVED: Kind("received", MINE, gettext_lazy("Was received and published")),
    SCHEDULED: Kind("received_scheduled", MINE, gettext_lazy("Was received and scheduled")),
    DECLINED: Kind("declined", MINE, gettext_lazy("Was declined")),
    "hide_received": Kind(
        "received_hidden", TROUBLE, gettext_lazy("A received piece was hidden"), urgent=True
    ),
    "take_down_received": Kind(
        "received_down", TROUBLE, gettext_lazy("A received piece was taken down"), urgent=True
    ),
}  # fmt: skip
BOARD = ("hide_received", "take_down_received")
name_kinds(*KINDS.values())
name_verbs({
    OFFERED: gettext_lazy("sent to this portal"),
    SIGNED: gettext_lazy("signed the place of a received piece"),
    RECEIVED: gettext_lazy("received and published"),
    SCHEDULED: gettext_lazy("received and scheduled"),
    UNSCHEDULED: gettext_lazy("gave up the hour of a received piece"),
    "expire_received": gettext_lazy("set when a received piece ends"),
    "pin_received": gettext_lazy("pinned a received piece"),
    "unpin_received": gettext_lazy("took a received piece off the head of the front page"),
    DECLINED: gettext_lazy("declined to receive"),
    "take_over_text": gettext_lazy("took over the original's new text"),
    "leave_text": gettext_lazy("left the received text as it is"),
    "hide_received": gettext_lazy("hid a received piece"),
    "show_received": gettext_lazy("showed a received piece again"),
    "take_down_received": gettext_lazy("took a received piece down"),
    CHANGED: gettext_lazy("changed the original"),
    HIDDEN: gettext_lazy("hid the original"),
    BACK: gettext_lazy("showed the original again"),
    TAKEN_DOWN: gettext_lazy("took the original down"),
    ENDS: gettext_lazy("set when the original ends"),
    BLANKED: gettext_lazy("blanked a version of the original"),
})  # fmt: skip


def whom_to_tell(act) -> list[Told]:
    """Part of newsroom's slot. What is only planned is told by the first page when it is so."""
    kind = KINDS.get(act.verb)
    planned = act.verb == CHANGED and "live_from" in act.after
    if kind is None or not act.key.startswith(PREFIX) or planned:
        return []
    sending = Sending.objects.select_related("article__portal").get(pk=_number(act.key))
    if act.verb in ANSWERED:
        return [Told(kind.code, frozenset({sending.sent_by_id}), str(sending), sending.origin.key)]
    right = Right.ASSIGN if act.verb in BOARD else Right.PUBLISH
    people = frozenset(holders(act.portal, right, act.at))
    return [Told(kind.code, people, str(sending), act.portal)]


def things_of(user, keys, at) -> dict[str, Thing]:
    """Part of newsroom's slot: what came to the person's portals; to a sender, his own article."""
    ids = [_number(key) for key in keys if key.startswith(PREFIX)]
    if not ids:
        return {}
    rows = list(Sending.objects.filter(pk__in=ids))
    mine = Sending.objects.received_by(user, at).filter(pk__in=ids)
    received = set(mine.values_list("pk", flat=True))
    own = Article.objects.seen_by(user, at).filter(pk__in=[row.article_id for row in rows])
    seen = set(own.values_list("pk", flat=True))
    found = {}
    for row in rows:
        if row.pk in received:
            address = reverse("admin:articles_sending_change", args=[row.pk])
            found[row.key] = Thing(str(row), address)
        elif row.article_id in seen:
            address = reverse("admin:articles_article_act", args=[row.article_id, "send_on"])
            found[row.key] = Thing(str(row), address)
    return found


def _number(key):
    return int(key.removeprefix(PREFIX))
