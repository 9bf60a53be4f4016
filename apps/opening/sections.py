"""Sections to begin with: ticked from the usual menu, and a few of one's own."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions import paths
from apps.portals import keeping
from apps.portals.models import Section
from lib.vietnamese.slug import slugify
from lib.vietnamese.text import clean

from .forms import StepForm

# The default menu of a commune (GLOSSARY); the schedule and contact have pages of their own.
USUAL = (
    "Giới thiệu", "Tin tức – Sự kiện", "Xây dựng Đảng", "Học tập và làm theo Bác",
    "Kinh tế – Xã hội", "Quốc phòng – An ninh", "Mặt trận và đoàn thể", "Văn bản", "Ảnh, video",
)  # fmt: skip
MOST = 40


class SectionsForm(StepForm):
    template = "opening/_sections.html"
    kept = forms.MultipleChoiceField(
        label=gettext_lazy("Sections"), required=False, widget=forms.CheckboxSelectMultiple
    )
    more = forms.CharField(
        label=gettext_lazy("More sections"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("One name a line. Their order and a second level come later."),
    )

    def __init__(self, *args, **options):
        self.there = {f"s{row.pk}": row for row in _in_order(options["portal"])}
        slugs = {row.slug for row in self.there.values()}
        self.offered = {
            f"m-{slugify(title)}": title for title in USUAL if slugify(title) not in slugs
        }
        super().__init__(*args, **options)
        rows = [(value, f"{'— ' if row.parent_id else ''}{row.title}")
                for value, row in self.there.items()]  # fmt: skip
        self.fields["kept"].choices = [*rows, *self.offered.items()]

    def initial_of(self):
        return {"kept": list(self.there) or list(self.offered)}

    def clean_more(self):
        lines = [clean(line) for line in self.cleaned_data["more"].splitlines()]
        lines = list(dict.fromkeys(line for line in lines if line))
        if len(lines) > MOST:
            raise ValidationError(_("At most %(n)d at once.") % {"n": MOST})
        if wrong := [line for line in lines if not _has_address(line)]:
            raise ValidationError(
                _("Another name is needed for: %s. Its address is taken by a page of its own, is "
                  "too long, or ends in a number.") % ", ".join(wrong)
            )  # fmt: skip
        return lines

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not (cleaned["kept"] or cleaned["more"]):
            self.add_error("kept", _("Keep one section at least: every article needs one."))
        return cleaned

    def put(self):
        said = self.cleaned_data
        gone = [row for value, row in self.there.items() if value not in said["kept"]]
        for row in sorted(gone, key=lambda row: row.parent_id is None):  # those within first
            keeping.drop(row, by=self.by, at=self.at)
        titles = [title for value, title in self.offered.items() if value in said["kept"]]
        taken = set(Section.objects.filter(portal=self.portal).values_list("slug", flat=True))
        for title in [*titles, *said["more"]]:
            if slugify(title, 60) not in taken:
                taken.add(slugify(title, 60))
                row = Section(portal=self.portal, title=title, slug=slugify(title, 60))
                keeping.keep(row, by=self.by, at=self.at)
        return self.portal


def _in_order(portal):
    rows = list(portal.sections.select_related("parent"))
    return sorted(rows, key=lambda row: (
        (row.parent or row).position, row.parent_id or row.pk, row.parent_id is not None,
        row.position, row.pk,
    ))  # fmt: skip


def _has_address(title):
    return len(title) <= 120 and paths.section_slug_is_allowed(slugify(title, 60))
