"""The first step: whose portal it is. A body of the register, or one written down for it."""

import re

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.organizations.models import Organization
from apps.organizations.naming import guess
from apps.organizations.slugs import LONGEST
from apps.people import first_bodies
from apps.people.models import Decision
from apps.portals.models import Portal
from apps.portals.setting_up import change_portal, create_portal
from lib.vietnamese.fold import fold
from lib.vietnamese.slug import slugify
from lib.vietnamese.text import clean

from .forms import StepForm

NEW = "moi"
SHOWN = 8
LEVELS = [("", gettext_lazy("as the name says")), *Organization.Level.choices]


class BodyForm(StepForm):
    template = "opening/_body.html"
    body = forms.CharField(
        label=gettext_lazy("The office's body"),
        max_length=200,
        help_text=gettext_lazy("Official name, for example: Đảng ủy xã Bản Mây."),
    )
    chosen = forms.CharField(required=False, max_length=20)
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        choices=LEVELS,
        required=False,
        help_text=gettext_lazy("Only for a body that is not in the register yet."),
    )
    name = forms.CharField(
        label=gettext_lazy("Name of the portal"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Empty: “Trang thông tin điện tử” and the name of the body."),
    )
    short_name = forms.CharField(
        label=gettext_lazy("Short name"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("For narrow screens and lists, for example: Đảng bộ xã Bản Mây."),
    )
    found: list = []

    def initial_of(self):
        if self.portal is None:
            return {}
        body = body_of(self.portal)
        waits = None if body else draft_of(self.portal)
        line = waits.changes[0] if waits else {}
        return {
            "body": body.name if body else line.get("name", ""),
            "chosen": str(body.pk) if body else NEW,
            "level": "" if body else line.get("level", ""),
            "name": self.portal.name,
            "short_name": self.portal.short_name,
        }

    def searched(self):
        """The same words again with what was found, before anything is checked."""
        again = type(self)(portal=self.portal, by=self.by, at=self.at)
        again.initial = {name: self.data.get(name, "") for name in self.fields}
        return again

    def extra(self):
        """The bodies to choose from, once a name is there."""
        typed = (self.data if self.is_bound else self.initial).get("body", "")
        found = self.found or search(typed, timezone.localdate(self.at))
        said = (self.data if self.is_bound else self.initial).get("chosen", "")
        if not said and typed:
            said = str(found[0].pk) if len(found) == 1 else "" if found else NEW
        return {"found": found, "said": said, "new": NEW, "typed": clean(typed)}

    def clean(self):
        cleaned = super().clean()
        name = clean(cleaned.get("body") or "")
        if name:
            self._choose(cleaned, name, cleaned.get("chosen") or "")
        return cleaned

    def _choose(self, cleaned, name, said):
        """`cleaned["row"]` is the body of the register, None for one that is written down."""
        self.found = search(name, timezone.localdate(self.at))
        same = [row for row in self.found if fold(row.name) == fold(name)]
        named = [row for row in self.found if str(row.pk) == said]
        cleaned["body"], cleaned["row"] = name, next(iter(named or same), None)
        if cleaned["row"] is not None:
            return
        if self.found and said != NEW:
            self.add_error("body", _("Choose the body in the list, or say that it is a new one."))
            return
        cleaned["level"] = cleaned.get("level") or guess(name).level
        if not cleaned["level"]:
            self.add_error("level", _("The name does not tell the level; choose it."))

    def put(self):
        said = self.cleaned_data
        row, name = said["row"], said["body"]
        committee = (
            row.slug
            if row
            else first_bodies.write_down(name, said["level"], by=self.by, at=self.at)
        )
        body = row.name if row else name
        fields = {
            "committee": committee,
            "name": clean(said["name"]) or f"Trang thông tin điện tử {body}"[:200],
            "short_name": clean(said["short_name"]),
        }
        if self.portal is None:
            fields["key"] = _free_key(fields["short_name"] or body)
            return create_portal(fields, [], by=self.by, at=self.at)
        for field, value in fields.items():
            setattr(self.portal, field, value)
        change_portal(self.portal, by=self.by, at=self.at)
        return self.portal


def search(typed: str, day) -> list[Organization]:
    """Bodies that exist on the day and have all the words in their name, the shortest first."""
    words = fold(typed.replace("\x00", " ")).split()
    if not words:
        return []
    named = Q()
    for word in words:
        named &= Q(folded__contains=word)
    found = Organization.objects.existing_on(day).filter(named)[:200]
    return sorted(found, key=lambda row: (len(row.name), row.name))[:SHOWN]


def body_of(portal: Portal) -> Organization | None:
    """The body a portal names; None without one, and while it is not in the register yet."""
    if not portal.committee:
        return None
    named = Q(slug=portal.committee) | Q(ref=portal.committee)
    return Organization.objects.filter(named).first()


def name_of_body(portal: Portal) -> str:
    """By the register, or by the draft that waits for its keepers; '' for neither."""
    if body := body_of(portal):
        return body.name
    waiting = draft_of(portal)
    return waiting.changes[0]["name"] if waiting else ""


def draft_of(portal: Portal) -> Decision | None:
    """The decision that will found the body the portal names."""
    if not portal.committee:
        return None
    open_now = Decision.objects.filter(state__in=[Decision.State.DRAFT, Decision.State.PROPOSED])
    for decision in open_now.order_by("-pk")[:200]:
        line = decision.changes[0] if decision.changes else {}
        stem = slugify(line["name"], LONGEST) if line.get("act") == "found" else ""
        if stem and re.fullmatch(rf"{stem}(-\d+)?", portal.committee):
            return decision
    return None


def _free_key(name):
    """A code nobody has, for good."""
    stem = slugify(name, 50).strip("-") or "trang"
    key, number = stem, 1
    while key == NEW or Portal.objects.filter(key=key).exists():
        number += 1
        key = f"{stem}-{number}"
    return key
