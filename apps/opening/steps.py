"""The steps of setting a portal up: one screen each, in this order."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from apps.portals.preparing import prepares
from apps.portals.roles import Right
from apps.portals.seats import rights_of

from .address import AddressForm
from .body import BodyForm
from .contact import ContactForm
from .look import LookForm
from .people import PeopleForm
from .rules import RulesForm
from .sections import SectionsForm

NEW = "moi"  # the portal that does not exist yet
LAST = "con-thieu"


@dataclass(frozen=True)
class Step:
    """`right` None: the administrator's alone; else also for who has that right by a seat."""

    code: str
    title: str
    says: str
    form: type
    right: str | None = None

    def closed_for(self, user, portal, at) -> str:
        """'' for who may save here, else in one sentence who does."""
        administers = user.is_active and user.is_administrator
        if self.right is None:
            return "" if administers else str(_("The technical administrator does this step."))
        if portal is None or prepares(user, portal) or self.right in rights_of(user, portal, at):
            return ""
        if administers:
            return str(
                _("Readers have this portal already: from now on the chief and those who keep "
                  "its frame change this.")
            )  # fmt: skip
        return str(_("The chief or a deputy chief does this step."))


STEPS = [
    Step(
        "co-quan",
        _("Whose portal"),
        _("The body whose portal this is, and what readers call the portal."),
        BodyForm,
    ),
    Step(
        "dia-chi",
        _("Address"),
        _("The domain names under which readers reach it."),
        AddressForm,
    ),
    Step(
        "trinh-bay",
        _("Look"),
        _("The head of every page, and how dates, names and the end of an article are written."),
        LookForm,
        Right.FRAME,
    ),
    Step(
        "lien-he",
        _("Contact"),
        _("What stands at the foot of every page, and what the office says of itself."),
        ContactForm,
        Right.FRAME,
    ),
    Step(
        "chuyen-muc",
        _("Sections"),
        _("Where articles stand. Sections without articles are not shown to readers."),
        SectionsForm,
        Right.FRAME,
    ),
    Step(
        "nguoi",
        _("People"),
        _("Who writes, edits and approves. Nothing goes out on one person's word: an article and "
          "the frame need two people each."),
        PeopleForm,
    ),
    Step(
        "duyet-bai",
        _("Approving"),
        _("Who approves, what an article must have, and what the proofreader stops."),
        RulesForm,
        Right.SET_STOPS,
    ),
]  # fmt: skip
BY_CODE = {step.code: step for step in STEPS}


def after(code: str) -> str:
    """The code of the step behind this one; LAST behind the last."""
    codes = [step.code for step in STEPS] + [LAST]
    return codes[min(codes.index(code) + 1, len(codes) - 1)]


def before(code: str) -> str:
    codes = [step.code for step in STEPS] + [LAST]
    return codes[max(codes.index(code) - 1, 0)]
