"""People and their roles, one after the other; the screen stays until one goes on."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.accounts.models import User
from apps.newsroom.accounts_forms import user_name
from apps.newsroom.first_links import first_link
from apps.newsroom.staffing import change_account, create_account
from apps.portals.appointing import give_seat
from apps.portals.approvers import lacking_approvers
from apps.portals.models import Seat
from apps.portals.roles import Role
from lib.vietnamese.slug import slugify
from lib.vietnamese.text import clean

from .forms import StepForm

KEEPER = "keeper"
LINK, DRAWN, TYPED = "link", "drawn", "typed"
ROLES = [
    (role.value, role.label)
    for role in (
        Role.CHIEF, Role.DEPUTY_CHIEF, Role.MANAGING_EDITOR, Role.EDITOR, Role.REPORTER,
        Role.CONTRIBUTOR, Role.INSPECTOR,
    )
]  # fmt: skip


class PeopleForm(StepForm):
    template = "opening/_people.html"
    account = forms.ChoiceField(label=gettext_lazy("Whom to add"), required=False)
    display_name = forms.CharField(
        label=gettext_lazy("Full name"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    username = forms.CharField(
        label=gettext_lazy("User name"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off"}),
        help_text=gettext_lazy("Empty: made from the name."),
    )
    role = forms.ChoiceField(label=gettext_lazy("Role"), required=False)
    keeps_register = forms.BooleanField(
        label=gettext_lazy("Also keeps the register of titles"), required=False
    )
    way = forms.ChoiceField(
        label=gettext_lazy("First password"),
        required=False,
        choices=[
            (LINK, gettext_lazy("by a link, through which the person chooses one")),
            (DRAWN, gettext_lazy("drawn by the machine, read out to the person")),
            (TYPED, gettext_lazy("typed here")),
        ],
    )
    password = forms.CharField(
        label=gettext_lazy("The password typed here"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "off"}),
        help_text=gettext_lazy(
            "Only for “typed here”: ten characters or more. The person must choose an own one at "
            "the first sign-in."
        ),
    )
    made: dict | None = None

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        others = User.objects.filter(is_active=True).exclude(pk=self.by.pk)
        named = [(str(user.pk), str(user)) for user in others.order_by("display_name")]
        self.fields["account"].choices = [("", _("somebody new")), *named]
        self.fields["role"].choices = [("", "—"), *ROLES]
        if not named:
            del self.fields["account"]

    @property
    def stays(self):
        """What was just made is shown once: the password, the link."""
        return self.made is not None

    def extra(self):
        seats = Seat.objects.active_at(self.at).own().filter(portal=self.portal)
        return {
            "seats": seats.select_related("user", "portal").order_by("role", "user__display_name"),
            "keepers": User.objects.filter(is_active=True, keeps_register=True),
            "made": self.made,
            "warnings": [lack.words for lack in lacking_approvers([self.portal], self.at)],
        }

    def clean(self):
        cleaned = super().clean()
        cleaned["empty"] = not any(
            cleaned.get(name) for name in ("account", "display_name", "username", "role",
                                           "keeps_register", "password")
        )  # fmt: skip
        if not cleaned["empty"]:
            self._check(cleaned)
        return cleaned

    def _check(self, cleaned):
        if not (cleaned.get("role") or cleaned.get("keeps_register")):
            self.add_error("role", _("Choose what the person does."))
        if cleaned.get("account") or self.errors.get("account"):
            return
        cleaned["display_name"] = clean(cleaned.get("display_name") or "")
        if not cleaned["display_name"]:
            self.add_error("display_name", _("Write the person's full name."))
            return
        try:
            typed = cleaned.get("username") or free_user_name(cleaned["display_name"])
            cleaned["username"] = user_name(typed)
        except ValidationError as wrong:
            self.add_error("username", wrong)
        if cleaned.get("way") == TYPED and not cleaned.get("password"):
            self.add_error("password", _("Type the first password."))

    def put(self):
        said = self.cleaned_data
        if said["empty"]:
            return self.portal
        self.made = None
        made = self._known(said) if said.get("account") else self._new(said)
        if said["role"]:
            give_seat(made["user"], self.portal, said["role"], by=self.by, at=self.at)
        self.made = made
        return self.portal

    def _known(self, said):
        user = User.objects.get(pk=said["account"])
        if said["keeps_register"] and not user.keeps_register:
            change_account(user, {"keeps_register": True}, by=self.by, at=self.at)
        return {"user": user}

    def _new(self, said):
        fields = {name: said[name] for name in ("username", "display_name", "keeps_register")}
        way = said["way"] or LINK
        typed = said["password"] if way == TYPED else ""
        try:
            user, password = create_account(fields, by=self.by, at=self.at, password=typed)
        except ValidationError as wrong:
            if hasattr(wrong, "error_dict"):
                raise
            raise ValidationError({"password": wrong.messages}) from wrong
        if way == LINK:
            return {"user": user, "link": first_link(user, by=self.by, at=self.at)}
        return {"user": user, "password": password}


def free_user_name(name: str) -> str:
    """ "Khuất Thị Minh Hạnh" → "hanhktm", with a number where that is somebody's already."""
    words = slugify(name, 60).split("-")
    stem = (words[-1] + "".join(word[:1] for word in words[:-1]))[:40] or "nguoi"
    taken = set(User.objects.filter(username__startswith=stem).values_list("username", flat=True))
    number = 1
    while stem + ("" if number == 1 else str(number)) in taken:
        number += 1
    return stem + ("" if number == 1 else str(number))
