from django import forms
from django.utils.translation import gettext_lazy as _

from apps.portals.setting_up import change_portal
from lib.vietnamese.text import clean, nfc

from .body import name_of_body
from .forms import StepForm


class ContactForm(StepForm):
    contact = forms.CharField(
        label=_("Contact lines"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One line each: the body in charge, address, telephone, e-mail."),
    )
    responsibility = forms.CharField(
        label=_("Responsibility line"),
        required=False,
        max_length=300,
        help_text=_("Who answers for what is published, for example: Chịu trách nhiệm nội dung: "
                    "Nguyễn Văn A, Trưởng Ban Biên tập"),
    )  # fmt: skip

    about = forms.CharField(
        label=_("About the office"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("What the body is and does, for readers who look for it; may stay empty. An "
                    "empty line begins a new paragraph."),
    )  # fmt: skip

    def initial_of(self):
        contact = self.portal.contact
        if not contact and self.untouched and (name := name_of_body(self.portal)):
            contact = f"Cơ quan quản lý: {name}\nĐịa chỉ: \nĐiện thoại: \nThư điện tử: "
        return {
            "contact": contact,
            "responsibility": self.portal.responsibility,
            "about": self.portal.about,
        }

    def clean_contact(self):
        """A line of which only the label was left says nothing."""
        lines = (clean(line) for line in nfc(self.cleaned_data["contact"]).splitlines())
        return "\n".join(line for line in lines if line and not line.endswith(":"))

    def clean_about(self):
        """Its paragraphs stay apart."""
        lines = nfc(self.cleaned_data["about"]).splitlines()
        return "\n".join(clean(line) for line in lines).strip()

    def put(self):
        self.portal.contact = self.cleaned_data["contact"]
        self.portal.responsibility = clean(self.cleaned_data["responsibility"])
        self.portal.about = self.cleaned_data["about"]
        change_portal(self.portal, by=self.by, at=self.at)
        return self.portal
