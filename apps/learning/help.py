"""The pages that help: one for each role, one for each emergency. Their texts are templates.

A page is a document in the desk's language, written as a whole, so it stands in
`templates/learning/help/` and not, sentence by sentence, in the catalogue.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from apps.portals.held import seats_held
from apps.portals.roles import Role


@dataclass(frozen=True)
class HelpPage:
    slug: str
    title: str | Promise
    says: str | Promise
    roles: frozenset = frozenset()

    @property
    def template(self) -> str:
        return f"learning/help/{self.slug}.html"

    @property
    def href(self) -> str:
        return reverse("learning:help_page", args=[self.slug])


ADMINISTRATOR = "administrator"
ROLES = (
    HelpPage(
        "phong-vien",
        _("Reporters and contributors"),
        _("Write, put in pictures, hand in, agree to the edited text."),
        frozenset({Role.REPORTER, Role.CONTRIBUTOR}),
    ),
    HelpPage(
        "bien-tap-vien",
        _("Editors and managing editors"),
        _("Edit, send back, keep the schedule and the portal's frame."),
        frozenset({Role.EDITOR, Role.MANAGING_EDITOR}),
    ),
    HelpPage(
        "truong-ban",
        _("Deputy chiefs and chiefs"),
        _("Approve, publish, correct, take down, delegate."),
        frozenset({Role.DEPUTY_CHIEF, Role.CHIEF, Role.DELEGATE}),
    ),
    HelpPage(
        "quan-tri",
        _("Technical administrators"),
        _("Accounts, roles, portals; no right over any text."),
        frozenset({ADMINISTRATOR}),
    ),
    HelpPage(
        "kiem-tra",
        _("Inspectors"),
        _("See everything, change nothing: who wrote, who signed, what changed."),
        frozenset({Role.INSPECTOR}),
    ),
)
EMERGENCIES = (
    HelpPage(
        "sai-chuc-danh",
        _("A wrong title has been published"),
        _("Hide it first, then correct it with two signatures."),
    ),
    HelpPage(
        "lo-tai-lieu-mat",
        _("A secret document has leaked"),
        _("Hide at once, take down, blank the published version."),
    ),
    HelpPage(
        "mat-mang",
        _("The network or the server is down"),
        _("Do not close the window; what you typed is kept on this machine."),
    ),
    HelpPage(
        "nguoi-nghi-viec",
        _("Somebody leaves or a password is known"),
        _("One act ends sessions, links and delegations and hands the work over."),
    ),
)
PAGES = {page.slug: page for page in (*ROLES, *EMERGENCIES)}


def own_pages(request) -> list[HelpPage]:
    """The pages of the roles this person has, by the seats the request has asked for."""
    held = {seat.role for seat in seats_held(request)}
    if request.user.is_administrator:
        held.add(ADMINISTRATOR)
    return [page for page in ROLES if page.roles & held]


def frame_links(request) -> list[dict]:
    """Fills newsroom's slot: what stands beside the name on every desk page."""
    return [{"name": _("Help"), "href": reverse("learning:help")}]
