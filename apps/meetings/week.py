"""What the screen of one week knows: its lines, what readers have of it, who signed."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from apps.editions.models import Showing
from apps.newsroom import signing
from apps.newsroom.digests import digest
from apps.portals.roles import Right
from apps.portals.seats import rights_of

from . import pages
from .publishing import APPROVES, schedule_signature_key, why_not


class Difference(NamedTuple):
    """What happened to a line since readers got it; `of_state`: called off or not, nothing more.

    `how` says which words took the place of which.
    """

    what: str
    which: str
    of_state: bool = False
    how: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """Where a page stands between the desk and its readers, for one person.

    `values` are what a signature now would be for.
    """

    digest: str
    signers: tuple[str, ...]
    live: bool
    published: bool
    signed: bool
    may_sign: bool
    may_hide: bool
    completes: bool
    missing: str
    differences: tuple[Difference, ...]
    values: dict
    empty: bool = False

    @property
    def waits(self) -> bool:
        """Is there something to sign?"""
        return not self.published and (self.live or bool(self.signers) or not self.empty)

    @property
    def quick(self) -> bool:
        """All there is to sign stands in the differences: calling off takes one tap."""
        return bool(self.differences) and all(each.of_state for each in self.differences)


def schedule_standing(user, portal, monday: dt.date, at) -> Standing:
    """For `meetings/_standing.html`."""
    values = pages.schedule_values(portal, monday)
    live = live_values(portal, pages.schedule_key(monday), at)
    key, rights = schedule_signature_key(portal, monday), rights_of(user, portal, at)
    return week_standing(key, values, live, rights, user)


def week_standing(key, values, live, rights, user, signed_by=signing.standing) -> Standing:
    """The same of what has been asked already."""
    return standing_of(
        key, values, live, rights, user, right=Right.SIGN_FRAME, signed_by=signed_by,
        differences=line_differences(live, values), empty=not values["lines"],
    )  # fmt: skip


def standing_of(
    key, values, live, rights, user, *, right, differences, signed_by, blocked="", empty=False
) -> Standing:
    """Signatures on exactly these values; `live` is what readers have, or None.

    `signed_by` is `signing.standing` or its like of signatures read before.
    """
    code = digest(values)
    signed = signed_by(key, code)
    with_me = signed.user_ids | {user.pk}
    approved = signed.approved or bool(APPROVES & rights)
    return Standing(
        digest=code,
        signers=signed.names,
        live=live is not None,
        published=live == values,
        signed=user.pk in signed.user_ids,
        may_sign=right in rights
        and not blocked
        and (user.pk not in signed.user_ids or signed.complete),
        may_hide=Right.HIDE in rights and live is not None,
        completes=len(with_me) >= 2 and approved,
        missing=blocked or (_missing(signed) if user.pk in signed.user_ids else ""),
        differences=tuple(differences),
        values=values,
        empty=empty,
    )


def _missing(signed):
    if len(signed.user_ids) < 2:
        return _("You have signed. It goes out when a second person signs exactly this.")
    return _("One signature of somebody who may approve is still missing.")


def live_values(portal, key: str, at) -> dict | None:
    """What readers have under this key now."""
    live = Showing.objects.of(portal.key, key).live_at(at).select_related("cut").first()
    return live.cut.values if live else None


def line_differences(live, now) -> list[Difference]:
    """Each public line that came, went or changed."""
    if live is None:
        return []
    before = {line["key"]: line for line in live["lines"]}
    after = {line["key"]: line for line in now["lines"]}
    return [
        *(page_difference(before.get(key), line) for key, line in after.items()
          if before.get(key) != line),
        *(Difference(_("gone"), line["title"]) for key, line in before.items() if key not in after),
    ]  # fmt: skip


def page_difference(before, after) -> Difference:
    """What happened to one line, or to one meeting's page."""
    if before is None:
        return Difference(_("new"), after["title"])
    if before["state"] == after["state"]:
        return Difference(_("changed"), after["title"], how=tuple(_replaced(before, after)))
    words = {"postponed": _("postponed"), "cancelled": _("cancelled")}
    what = words.get(after["state"], _("takes place after all"))
    return Difference(what, after["title"], {**before, "state": after["state"]} == after)


def _replaced(before, after):
    """ "Chaired by: A, Deputy Secretary → A, Secretary", for what is said in words."""
    names = {
        "title": _("What takes place"), "place": pgettext("schedule", "Place"),
        "chair": _("Chaired by"), "guests": _("Attended by"), "prepared": _("Prepared by"),
    }  # fmt: skip
    for field, name in names.items():
        if before.get(field) != after.get(field):
            yield f"{name}: {before.get(field) or '—'} → {after.get(field) or '—'}"
    titles = {row["key"]: row["titles"] for row in before.get("attendance", ()) if row["key"]}
    for row in after.get("attendance", ()):
        was = titles.get(row["key"], row["titles"])
        if was != row["titles"]:
            yield f"{row['name']}: {was or '—'} → {row['titles'] or '—'}"


def meeting_standing(user, meeting, at, documents: list | None = None) -> Standing:
    """The same for the page of one meeting; `documents` as in `pages.meeting_values`."""
    values = pages.meeting_values(meeting, documents)
    live = live_values(meeting.portal, meeting.key, at)
    return page_standing(meeting, values, live, rights_of(user, meeting.portal, at), user)


def page_standing(meeting, values, live, rights, user, signed_by=signing.standing) -> Standing:
    """The same of what has been asked already."""
    changed = live is not None and live != values
    return standing_of(
        meeting.key, values, live, rights, user, right=Right.WRITE, signed_by=signed_by,
        differences=[page_difference(live, values)] if changed else (), blocked=why_not(meeting),
    )  # fmt: skip
