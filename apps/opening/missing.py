"""What a portal still lacks before something can be published on it, and what to do next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from apps.accounts.models import User
from apps.articles.models import Article
from apps.portals.approvers import ENOUGH, lacking_approvers
from apps.portals.models import Portal, Seat
from apps.portals.preparing import unpublished
from apps.portals.roles import Right
from apps.portals.seats import given_by

from .body import body_of, draft_of
from .steps import STEPS

NEXT = 3


@dataclass(frozen=True)
class Lack:
    """`stops`: nothing can be published before; else it is only better with it."""

    words: str
    href: str = ""
    stops: bool = False


@dataclass(frozen=True)
class Next:
    label: str
    says: str
    href: str


@dataclass
class Standing:
    """What was asked of the database, once."""

    portal: Portal
    done: set
    rights: dict  # {user: set of rights}
    keepers: bool
    new: int  # accounts that have not chosen a password yet
    published: bool
    at: object

    def holders(self, *rights) -> list:
        return [user for user, held in self.rights.items() if held & set(rights)]


def standing_of(portal, done, at) -> Standing:
    seats = Seat.objects.active_at(at).own().filter(portal=portal)
    rights = {}
    for seat in seats.select_related("user", "portal"):
        rights.setdefault(seat.user, set()).update(given_by(seat))
    return Standing(
        portal=portal,
        done=done,
        rights=rights,
        keepers=User.objects.filter(is_active=True, keeps_register=True).exists(),
        new=sum(user.password_is_temporary for user in rights),
        published=not unpublished().filter(pk=portal.pk).exists(),
        at=at,
    )


def lacks(standing: Standing) -> list[Lack]:
    """What stops first, then what is only better; in the order of the steps."""
    found = [*_of_people(standing), *_of_portal(standing), *_of_steps(standing)]
    return sorted(found, key=lambda lack: not lack.stops)


def _of_people(standing):
    people = _step(standing, "nguoi")
    if not standing.holders(Right.WRITE):
        yield Lack(_("Nobody writes on this portal yet."), people, stops=True)
    approvers = len(standing.holders(Right.APPROVE))
    for lack in lacking_approvers([standing.portal], standing.at):
        yield Lack(lack.words, people, stops=not approvers)
    signers = standing.holders(Right.SIGN_FRAME)
    if len(signers) < ENOUGH or not standing.holders(Right.FRAME):
        yield Lack(
            _("The frame needs two people who may sign it, one of them a managing editor, a "
              "deputy chief or the chief; give the roles."),
            people, stops=True,
        )  # fmt: skip
    if standing.new:
        words = ngettext(
            "%(n)d person has not chosen a password yet.",
            "%(n)d people have not chosen a password yet.", standing.new,
        )  # fmt: skip
        yield Lack(words % {"n": standing.new}, people)
    if not standing.keepers:
        yield Lack(
            _("Nobody keeps the register of titles: without it the proofreader knows no leader."),
            people,
        )


def _of_portal(standing):
    portal = standing.portal
    if not portal.domains.exists():
        words = _("The portal has no address: readers cannot reach it.")
        yield Lack(words, _step(standing, "dia-chi"), stops=True)
    if not portal.sections.exists():
        words = _("There is no section: every article needs one.")
        yield Lack(words, _step(standing, "chuyen-muc"), stops=True)
    if body_of(portal) is None:
        yield _without_body(standing)
    if not (portal.contact and portal.responsibility):
        words = _("The foot of the page does not say yet who answers for the portal.")
        yield Lack(words, _step(standing, "lien-he"))


def _without_body(standing):
    if waiting := draft_of(standing.portal):
        return Lack(
            _("The body is written down for the register: a keeper of titles looks at it and "
              "signs, then a second person."),
            reverse("admin:people_decision_change", args=[waiting.pk]),
        )  # fmt: skip
    words = _("The register does not know the portal's body: choose it again.")
    return Lack(words, _step(standing, "co-quan"))


def _of_steps(standing):
    for step in STEPS:
        if step.code not in standing.done and step.code not in ("co-quan", "nguoi"):
            words = _("Not looked at yet: %s.") % step.title
            yield Lack(words, _step(standing, step.code))


def next_things(standing: Standing) -> list[Next]:
    """The three next things to do, those that wait longest first."""
    portal = standing.portal
    found = []
    if not standing.published:
        found.append(
            Next(
                _("Sign and publish the frame"),
                _("Two people with a role look at the portal's page; the second one publishes."),
                reverse("admin:portals_portal_change", args=[portal.pk]),
            )
        )
    if not Portal.objects.filter(practice_of=portal).exists():
        found.append(
            Next(
                _("Open the practice portal"),
                _("Everybody learns there in an hour, and readers never see it."),
                reverse("learning:practice_page", args=[portal.key]),
            )
        )
    if not Article.objects.filter(portal=portal).exists():
        found.append(
            Next(
                _("Write the first article"),
                _("A reporter writes and hands in; another person approves and publishes."),
                f"{reverse('admin:articles_article_add')}?portal={portal.key}",
            )
        )
    found += [
        Next(
            _("Print the page for each role"),
            _("One sheet for everybody: what to do and which buttons."),
            reverse("learning:help"),
        ),
        Next(
            _("Enter who leads the body"),
            _("Names and titles, by a keeper of titles; the proofreader reads with them."),
            reverse("admin:people_decision_changelist"),
        ),
        Next(
            _("Look at the portal's page"),
            _("Everything that was set up, to be changed there later."),
            reverse("admin:portals_portal_change", args=[portal.pk]),
        ),
    ]
    return found[:NEXT]


def _step(standing, code):
    return reverse("opening:step", args=[standing.portal.key, code])
