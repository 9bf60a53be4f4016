"""What of articles is told to whom: one table, act -> who it concerns and what it means to him."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.newsroom.notice_kinds import Kind, Thing, Told, name_kinds
from apps.newsroom.notice_models import Group
from apps.portals.noticed import holders
from apps.portals.roles import Right
from apps.proofing.noticed import MARK_PASSED, is_guarded
from apps.questions import Question

from .models import Article, LeaderLink, Note

State = Article.State
HANDED_IN = (State.IN_REVIEW, State.APPROVED)
WAITING, MINE, TROUBLE = Group
PREFIX, CUT = "article:", "cut:"
DECIDED = ("withdraw", "send_back", "publish", "schedule")

name_kinds(
    Kind("handed_in", WAITING, gettext_lazy("Handed in, waits to be approved"), settled_by=DECIDED),
    Kind("sent_back", MINE, gettext_lazy("Sent back, to be changed"), urgent=True),
    Kind("edited", WAITING, gettext_lazy("Edited; read the edited text and agree"), repeats=True,
         settled_by=DECIDED),
    Kind("agreed", WAITING, gettext_lazy("The edited text was agreed to")),
    Kind("withdrawn", WAITING, gettext_lazy("Withdrawn by its author")),
    Kind("handled", MINE, gettext_lazy("Is being reviewed")),
    Kind("taken_over", WAITING, gettext_lazy("A colleague reviews it instead of you")),
    Kind("signed", MINE, gettext_lazy("Signed; one more person must sign")),
    Kind("approved", MINE, gettext_lazy("Approved, waits to be published")),
    Kind("published", MINE, gettext_lazy("Was published")),
    Kind("scheduled", MINE, gettext_lazy("Was scheduled")),
    Kind("unscheduled", MINE, gettext_lazy("The schedule was given up")),
    Kind("noted", MINE, gettext_lazy("A note was put")),
    Kind("answered", MINE, gettext_lazy("A note was answered")),
    Kind("handed_over", WAITING, gettext_lazy("Handed over to you")),
    Kind("leader_signed", MINE, gettext_lazy("A leader agreed and signed")),
    Kind("leader_said", MINE, gettext_lazy("A leader gave an opinion")),
    Kind("leader_asks", WAITING, gettext_lazy("A leader asks for a new link")),
    Kind("hidden", TROUBLE, gettext_lazy("Hidden from readers"), urgent=True),
    Kind("taken_down", TROUBLE, gettext_lazy("Taken down for good"), urgent=True),
    Kind("shown_again", TROUBLE, gettext_lazy("Readers see it again")),
    Kind("secrecy", TROUBLE, gettext_lazy("A published version is to be blanked"), urgent=True),
    Kind("blanked", TROUBLE, gettext_lazy("A published version was blanked"), urgent=True),
)  # fmt: skip


def _concerned(*, pk: int):
    told = Article.objects.only("headline", "author", "handler", "last_edited_by").order_by()
    return told.filter(pk=pk, portal__practice_of=None)


_CONCERNED = Question(_concerned)


def whom_to_tell(act) -> list[Told]:
    """Part of newsroom's slot. Asks nothing for an act that concerns nobody."""
    if act.verb == "ask_redaction" and act.key.startswith(CUT):
        return [Told("secrecy", _administrators(), _("A published version"), "")]
    rules = ACTS.get(act.verb)
    if rules is None or not act.key.startswith(PREFIX):
        return []
    article = next(iter(_CONCERNED.asked(pk=_number(act.key))), None)
    if article is None:
        return []  # or practice, which calls nobody
    title = title_of(article)
    return [
        Told(kind, frozenset(whom(act, article)) - {None}, title, act.portal, on_desk)
        for kind, whom, on_desk in rules(act, article)
    ]


def things_of(user, keys, at) -> dict[str, Thing]:
    """Part of newsroom's slot: what this person may read; blanking is the administrators'."""
    found = {}
    if ids := [_number(key) for key in keys if key.startswith(PREFIX)]:
        for article in Article.objects.seen_by(user, at).filter(pk__in=ids).only("headline"):
            address = reverse("admin:articles_article_change", args=[article.pk])
            found[article.key] = Thing(title_of(article), address)
    if user.is_administrator:
        blanking = Thing(_("A published version"), reverse("admin:articles_article_blanking"))
        found |= {key: blanking for key in keys if key.startswith(CUT)}
    return found


def title_of(article) -> str:
    return article.headline or _("Without a headline")


def _number(key):
    return int(key.removeprefix(PREFIX))


def _administrators():
    return frozenset(User.objects.filter(is_administrator=True).values_list("pk", flat=True))


# Who: functions of (act, article) that give numbers of accounts; None is nobody.


def _author(act, article):
    return [article.author_id]


def _handler(act, article):
    return [article.handler_id]


def _at_work(act, article):
    return [article.author_id, article.handler_id]


def _in_talk(act, article):
    noted = Note.objects.filter(pk=act.after.get("note")).values_list("by", flat=True)
    return [*_at_work(act, article), *noted]


def _editors(act, article):
    return [article.handler_id, article.last_edited_by_id]


def _was(act, article):
    return [act.after.get("was")]


def _approvers(act, article):
    return holders(act.portal, Right.APPROVE, act.at)


def _board(act, article):
    """As in the panel of what was hidden: they have it on the first page."""
    return holders(act.portal, Right.ASSIGN, act.at)


def _secrets(act, article):
    return holders(act.portal, Right.PASS_SECRETS, act.at)


def _link_maker(act, article):
    maker = LeaderLink.objects.filter(pk=act.after.get("link")).values_list("made_by", flat=True)
    return [act.after.get("handed_by"), *maker]


def _leaders_people(act, article):
    return [*_author(act, article), *_link_maker(act, article)]


def _receiver(act, article):
    held = act.after.get("as", [])
    return [article.author_id] * ("author" in held) + [article.handler_id] * ("handler" in held)


def _said(*rows):
    """The same for every such act."""
    return lambda act, article: [(kind, whom, True) for kind, whom in rows]


def _edited(act, article):
    """A text in review that somebody else changed: its author is to read it."""
    state = act.after.get("state")
    return [("edited", _author, True)] if state in HANDED_IN else []


def _approved(act, article):
    done = act.after.get("state") == State.APPROVED
    return [("approved" if done else "signed", _author, True)]


def _passed(act, article):
    return [(MARK_PASSED, _secrets, True)] if is_guarded(act) else []


def _trouble(kind):
    """The author on his desk too; the board has a panel, and is only written to."""
    return lambda act, article: [(kind, _author, True), (kind, _board, False)]


ACTS = {
    "submit": _said(("handed_in", _approvers)),
    "withdraw": _said(("withdrawn", _handler)),
    "claim": _said(("handled", _author)),
    "take_over": _said(("taken_over", _was), ("handled", _author)),
    "send_back": _said(("sent_back", _author)),
    "edit": _edited,
    "restore": _edited,
    "agree": _said(("agreed", _editors)),
    "approve": _approved,
    "publish": _said(("published", _author)),
    "schedule": _said(("scheduled", _author)),
    "unschedule": _said(("unscheduled", _author)),
    "hide": _trouble("hidden"),
    "take_down": _trouble("taken_down"),
    "show_again": _trouble("shown_again"),
    "note": _said(("noted", _at_work)),
    "answer_note": _said(("answered", _in_talk)),
    "hand_over": _said(("handed_over", _receiver)),
    "consent": _said(("leader_signed", _leaders_people)),
    "say_by_link": _said(("leader_said", _leaders_people)),
    "outside_opinion": _said(("leader_said", _at_work)),
    "ask_link_again": _said(("leader_asks", _link_maker)),
    "ask_redaction": _said(("secrecy", _board)),
    "redact": _said(("blanked", _board)),
    "pass_over": _passed,
}
