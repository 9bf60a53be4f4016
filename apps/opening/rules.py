"""Who approves, what a piece must have, what the proofreader stops: each one choice."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.articles.release import checklist
from apps.portals.setting_up import change_portal, open_fields
from apps.proofing import stopping

from .forms import StepForm

OWN = "rieng"
LISTS = {"it": checklist.BY_DEFAULT, "thuong": checklist.SUGGESTED}
STRICT = {
    "mat": stopping.BY_DEFAULT,
    "chuc-danh": stopping.TITLES_TOO,
    "tat-ca": frozenset(stopping.EXPLAINED),
}


def _radios(label, choices):
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


class RulesForm(StepForm):
    approves = _radios(
        gettext_lazy("Who approves"),
        [("lanh-dao", gettext_lazy("Only the chief and the deputy chiefs")),
         ("bien-tap", gettext_lazy("Editors and managing editors too: right for a small office"))],
    )  # fmt: skip
    lists = _radios(
        gettext_lazy("What an article must have before it goes out"),
        [("thuong", gettext_lazy(
            "The usual: byline, lead picture of reports, caption, credit and description of every "
            "picture, no finding left that must be mended")),
         ("it", gettext_lazy("Little: what the genre cannot do without"))],
    )  # fmt: skip
    strict = _radios(
        gettext_lazy("What the proofreader stops"),
        [("mat", gettext_lazy("Marks of secrecy and personal data; all else is advice")),
         ("chuc-danh", gettext_lazy("Also wrong or ended titles, misspelled names and titles")),
         ("tat-ca", gettext_lazy("Everything that can be told from the register, order too"))],
    )  # fmt: skip

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        for name in ("lists", "strict"):
            if self.initial[name] == OWN:
                own = (OWN, _("as it is now, chosen one by one"))
                self.fields[name].choices = [*self.fields[name].choices, own]

    def initial_of(self):
        """For an office that begins: what most choose."""
        approves = "bien-tap" if self.portal.editors_approve else "lanh-dao"
        if self.untouched:
            return {"approves": approves, "lists": "thuong", "strict": "chuc-danh"}
        asked = {(str(genre), str(item)) for genre, item in checklist.needed(self.portal)}
        return {
            "approves": approves,
            "lists": _named(LISTS, asked),
            "strict": _named(STRICT, set(stopping.stopping_kinds(self.portal))),
        }

    def put(self):
        said = self.cleaned_data
        self.portal.editors_approve = said["approves"] == "bien-tap"
        if "editors_approve" in open_fields(self.by, self.portal, self.at):
            change_portal(self.portal, by=self.by, at=self.at)
        if said["lists"] != OWN:
            seen = checklist.token(checklist.needed(self.portal))
            wanted = {(str(genre), str(item)) for genre, item in LISTS[said["lists"]]}
            checklist.set_needed(self.portal, wanted, by=self.by, at=self.at, seen=seen)
        if said["strict"] != OWN:
            kinds = {str(kind) for kind in STRICT[said["strict"]]}
            stopping.set_stopping(self.portal, kinds, by=self.by, at=self.at)
        return self.portal


def _named(choices, present):
    for name, pairs in choices.items():
        if {tuple(map(str, each)) if isinstance(each, tuple) else str(each)
                for each in pairs} == present:  # fmt: skip
            return name
    return OWN
