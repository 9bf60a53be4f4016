"""Which buttons a person finds under an article, and why some cannot be pressed now."""

from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions.models import Showing
from apps.newsroom.signing import standing
from apps.portals.lapsed import lapsed_delegation
from apps.portals.roles import Right
from apps.portals.seats import given_by, seat_with, seats_on

from . import content, workflow
from .leaders.states import ASKED_IN
from .models import Article
from .release.consequences import consequence
from .sending.offering import others
from .situation import Situation, situation

State = Article.State
LABELS = {
    "submit": gettext_lazy("Submit"),
    "withdraw": gettext_lazy("Withdraw"),
    "claim": gettext_lazy("Claim the review"),
    "take_over": gettext_lazy("Review it instead"),
    "hand_back": gettext_lazy("Back to the queue"),
    "set_due": gettext_lazy("Say when it is wanted"),
    "agree": gettext_lazy("Agree to the edited text"),
    "approve": gettext_lazy("Approve"),
    "publish": gettext_lazy("Approve and publish"),
    "schedule": gettext_lazy("Schedule"),
    "unschedule": gettext_lazy("Give up the schedule"),
    "send_back": gettext_lazy("Send back"),
    "show_again": gettext_lazy("Show again"),
    "hide": gettext_lazy("Hide for now"),
    "expire": gettext_lazy("Set an end"),
    "pin": gettext_lazy("Pin, further sections"),
    "send_on": gettext_lazy("Send to other portals"),
    "take_down": gettext_lazy("Take down"),
}
ASKING_LEADERS = "ask_leader"
# Acts that ask something first, on a page of their own.
ASKING = {
    "take_over", "set_due", "send_back", "schedule", "hide", "take_down", "expire", "pin",
    "send_on", ASKING_LEADERS,
}  # fmt: skip
LIVE = {Situation.PUBLISHED, Situation.PENDING, Situation.REPLACING}
AFTER_PUBLICATION = {
    "hide": (Right.HIDE, LIVE),
    "show_again": (Right.PUBLISH, {Situation.HIDDEN}),
    "unschedule": (Right.SCHEDULE, {Situation.SCHEDULED, Situation.REPLACING}),
    "expire": (Right.SCHEDULE, {*LIVE, Situation.SCHEDULED}),
    "pin": (Right.SCHEDULE, {*LIVE, Situation.SCHEDULED}),
    "send_on": (Right.PUBLISH, LIVE),
    "take_down": (
        Right.TAKE_DOWN,
        {*LIVE, Situation.HIDDEN, Situation.EXPIRED},
    ),
}
SAYS = {
    "submit": gettext_lazy("After handing in, every change must be approved again."),
    "publish": gettext_lazy(
        "You approve exactly the version shown; your name and the time are kept."
    ),
    "agree": gettext_lazy("You sign exactly the version shown; your name and the time are kept."),
}
HANDLING = {
    "claim": lambda handler, user: handler is None,
    "take_over": lambda handler, user: handler not in (None, user),
    "hand_back": lambda handler, user: handler == user,
}
APPROVING = ("approve", "publish", "schedule")
PRIMARY = {"submit", "agree", "publish"}


@dataclass(frozen=True)
class Offer:
    act: str
    label: str
    why_not: str = ""
    says: str = ""
    primary: bool = False
    when: str = ""  # what it will do and when: the second line of the button


def offers(article, user, at, *, showings=None, signed=None) -> list[Offer]:
    """The acts this person would look for here, in the order of the work.

    An act with `why_not` is shown but cannot be pressed. The verbs ask everything again. `showings`
    (the article's) and `signed` (Standing of the present text) spare asking for them.
    """
    seats = seats_on(user, article.portal, at)
    held = {right for seat in seats for right in given_by(seat)}
    if showings is None:
        showings = list(Showing.objects.of(article.portal.key, article.key))
    now = situation(article, showings, at)
    signed = signed or standing(article.key, content.text_digest(article))
    found = [_offer(act, article, user, held, signed) for act in workflow.MOVES if act in LABELS]
    found = [_unless_own_text(offer, article, user, seats) for offer in found if offer]
    if Right.ASK_LEADER in held and article.state in ASKED_IN:
        found.append(Offer(ASKING_LEADERS, _("Send to a leader for an opinion")))
    found += _lapsed(article, user, held, at)
    found += [
        Offer(act, LABELS[act])
        for act, (right, situations) in AFTER_PUBLICATION.items()
        if right in held and now in situations and _has_somewhere(act, article)
    ]
    return [replace(each, when=consequence(each.act, article, showings, at)) for each in found]


def _has_somewhere(act, article) -> bool:
    """Sending asks for another portal in the installation."""
    return act != "send_on" or others(article.portal).exists()


def _offer(act, article, user, held, signed):
    starts_from, _leads_to, right = workflow.MOVES[act]
    if (
        right not in held
        or article.state not in starts_from
        or not _useful(act, article, user, held, signed)
    ):
        return None
    return Offer(
        act,
        LABELS[act],
        why_not=_why_not(act, user, signed),
        says=SAYS.get(act, ""),
        primary=act in PRIMARY,
    )


def _unless_own_text(offer, article, user, seats):
    """Who approves only by delegation is told before pressing that his own text is not covered."""
    right = workflow.MOVES[offer.act][2]
    seat = seat_with(seats, right)
    if offer.act not in APPROVING or seat.delegated_by_id is None or article.author_id != user.pk:
        return offer
    text, placement = content.both_digests(article)
    if not workflow.missing_signatures(article.key, text, placement):
        return offer
    return replace(offer, why_not=workflow.own_text_refusal(), says="", primary=False)


def _lapsed(article, user, held, at):
    """Yesterday's delegate looks for the button: it is there, and says why it does nothing."""
    if Right.PUBLISH in held or article.state not in workflow.MOVES["publish"][0]:
        return []
    why_not = lapsed_delegation(user, article.portal, Right.PUBLISH, at)
    return [Offer("publish", LABELS["publish"], why_not=why_not)] if why_not else []


def _useful(act, article, user, held, signed):
    mine = article.author_id == user.pk
    if act == "submit":
        return mine or Right.EDIT in held
    if act == "withdraw":
        return mine
    if act == "agree":
        return mine and user.pk not in signed.user_ids
    if act in HANDLING:
        return HANDLING[act](article.handler_id, user.pk) and not (mine and act == "claim")
    if act == "approve":
        return not (user.pk in signed.user_ids and _missing_without(user, signed))
    return True


def _why_not(act, user, signed):
    """Only what the person cannot mend by pressing: one more pair of eyes."""
    if act not in ("publish", "schedule"):
        return ""
    return _missing_without(user, signed)


def _missing_without(user, signed):
    """What would still be missing after this person has signed."""
    if signed.voices(user.pk) >= 2:
        return ""
    if len(signed.user_ids | {user.pk}) >= 2:
        return _(
            "You made the leader's link and know its PIN, so your signature and his count as one; "
            "one more person must sign."
        )
    return _(
        "You changed this text, so your signature alone is not enough: the author must press "
        "“Agree to the edited text”, or another person with the right to approve must sign."
    )


def primary_first(found: list[Offer]) -> list[Offer]:
    """For the form: what one came for stands and is reached right after “Save”, on any screen."""
    return sorted(found, key=lambda each: not each.primary or bool(each.why_not))


def has_signed(article, user) -> bool:
    return user.pk in standing(article.key, content.text_digest(article)).user_ids
