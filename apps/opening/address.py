from django import forms
from django.utils.translation import gettext_lazy as _

from apps.portals.domains import domain_names
from apps.portals.models import Domain
from apps.portals.setting_up import change_portal

from .forms import StepForm

EVERY = "*"


class AddressForm(StepForm):
    domains = forms.CharField(
        label=_("Domain names"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(
            attrs={"rows": 3, "spellcheck": "false", "autocapitalize": "off", "inputmode": "url"}
        ),
        help_text=_("One a line, without https://, for example: banmay.vangiang.gov.vn"),
    )
    every = forms.BooleanField(
        label=_("This portal answers for every other name that leads to this machine"),
        required=False,
        help_text=_(
            "Right for an office with one portal, also before the domain name is there: readers "
            "open it by the number of the machine."
        ),
    )

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if Domain.objects.filter(name=EVERY).exclude(portal=self.portal).exists():
            del self.fields["every"]

    def initial_of(self):
        names = list(self.portal.domains.values_list("name", flat=True))
        own = [name for name in names if name != EVERY]
        return {"domains": "\n".join(own), "every": EVERY in names or self.untouched}

    def clean_domains(self):
        return domain_names(self.cleaned_data["domains"], self.portal)

    def put(self):
        names = [name for name in self.cleaned_data["domains"] if name != EVERY]
        if self.cleaned_data.get("every"):
            names.append(EVERY)
        change_portal(self.portal, by=self.by, at=self.at, domains=sorted(names))
        return self.portal
