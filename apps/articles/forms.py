"""The article form: what is typed, and how it becomes a `writing.Text`."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_prose_editor.widgets import AdminProseEditorWidget

from apps.media.forms import LinksField, PeopleInput
from apps.media.models import Attachment, Picture
from apps.media.pictured import links_of
from apps.meetings.albums import label
from apps.meetings.models import Meeting
from apps.newsroom.days import DayField
from lib.vietnamese.text import clean

from .body import EXTENSIONS
from .models import Article, ArticlePicture, Byline, Contributor
from .release.grades import EXPLAINED, LONGEST, UNSAID, Grade, faults_of, open_notice, was_out
from .writing import FIELDS, Text

MEETINGS_OFFERED = 60


class ArticleForm(forms.ModelForm):
    """Headline to note. `revision` is the one the person started from."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=1, required=False)

    class Meta:
        model = Article
        fields = FIELDS
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 2, "class": "headline", "maxlength": 300}),
            "sapo": forms.Textarea(attrs={"rows": 4, "class": "sapo"}),
            "slug": forms.TextInput,
            "tags": forms.TextInput(attrs={"autocomplete": "off"}),
            "note": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args, portal, **options):
        super().__init__(*args, **options)
        self.portal = portal
        self.fields["section"].queryset = portal.sections.select_related("parent")
        self.fields["section"].label_from_instance = _section_label
        self.fields["section"].empty_label = _("Choose a section")
        self.fields["slug"].required = False
        self._offer_meetings()
        self.fields["event_date"] = DayField.like(Article._meta.get_field("event_date"))
        config = {
            **EXTENSIONS,
            "Figure": {"pickerUrl": f"/toa-soan/anh/chon/?portal={portal.key}"},
            "DeskPage": {"label": _("Body"), "described": "leave-text"},
        }
        self.fields["body"].widget = AdminProseEditorWidget(
            config={"extensions": config}, preset="configurable",
            attrs={"aria-label": _("Body"), "rows": 20},
        )  # fmt: skip
        if self.instance.pk:
            self.initial["revision"] = self.instance.revision

    def _offer_meetings(self):
        """The latest public ones, and the one the article is about already."""
        field = self.fields["meeting"]
        latest = (
            Meeting.objects.for_readers().filter(portal=self.portal).values_list("pk", flat=True)
        )
        offered = {*latest[:MEETINGS_OFFERED], self.instance.meeting_id}
        field.queryset = Meeting.objects.filter(portal=self.portal, pk__in=offered - {None})
        field.empty_label = _("No meeting")
        field.label_from_instance = label

    def clean_headline(self):
        return clean(self.cleaned_data["headline"])


def _section_label(section):
    return f"{section.parent} › {section}" if section.parent_id else str(section)


class BylineForm(forms.Form):
    name = forms.CharField(
        label=_("Pen name"), max_length=250, required=False,
        widget=forms.TextInput(attrs={"list": "pen-names", "autocomplete": "off"}),
    )  # fmt: skip
    role = forms.ChoiceField(label=_("For"), choices=Byline.Role.choices, required=False)


class PictureForm(forms.Form):
    picture = forms.IntegerField(widget=forms.HiddenInput, required=False)
    placement = forms.ChoiceField(
        label=_("Place"),
        choices=[
            choice
            for choice in ArticlePicture.Placement.choices
            if choice[0] != ArticlePicture.Placement.BODY
        ],
        required=False,
    )
    caption = forms.CharField(
        label=_("Caption"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    alt = forms.CharField(
        label=_("Description for people who cannot see"),
        max_length=300,
        required=False,
        help_text=_("Say what somebody who cannot see must know; do not repeat the caption."),
    )
    credit = forms.CharField(label=_("Picture credit"), max_length=120, required=False)
    people = forms.CharField(
        label=_("People in the picture"), max_length=300, required=False, widget=PeopleInput
    )
    linked = LinksField()
    # Which picture's people these are, and who they were when the page was made.
    shown = forms.JSONField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, portal, **options):
        super().__init__(*args, **options)
        self.portal = portal
        self.fields["people"].widget.attrs["data-portal"] = portal.key
        self.fields["credit"].widget.attrs["placeholder"] = self.initial.get("of_library", "")

    def clean_picture(self):
        number = self.cleaned_data["picture"]
        if not number:
            return None
        found = Picture.objects.filter(pk=number, portal=self.portal.key).first()
        if found is None:
            raise ValidationError(_("Choose the picture again; it is not in this library."))
        return found


class AttachmentForm(forms.Form):
    """A document of the portal's library, and the title readers see here."""

    attachment = forms.ModelChoiceField(
        Attachment.objects.none(),
        label=_("Document"),
        required=False,
        empty_label=_("Choose a document"),
    )
    title = forms.CharField(
        label=_("Title readers see"),
        max_length=200,
        required=False,
        help_text=_("Empty: the title in the library."),
    )

    def __init__(self, *args, portal, **options):
        super().__init__(*args, **options)
        self.fields["attachment"].queryset = Attachment.objects.filter(portal=portal.key)


class GradeForm(forms.Form):
    """What kind of change a published piece is being given, and what its readers are told.

    `unsaid`: words have changed and it is still to be chosen. Nothing is chosen beforehand.
    """

    unsaid = False

    grade = forms.ChoiceField(choices=Grade.choices, required=False)
    wrong = forms.CharField(
        label=_("What was wrong"), max_length=LONGEST, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("As it stood on the page."),
    )  # fmt: skip
    right = forms.CharField(
        label=_("What is right"), max_length=LONGEST, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("As it must be. Readers see both sentences exactly as written here."),
    )  # fmt: skip

    def show(self, faults):
        """What still hinders handing it in, beside its field; saving it was no fault."""
        for name, words in faults.items():
            self.errors[name] = self.error_class([words])

    def kinds(self):
        """[{"value", "label", "says", "chosen"}], in the order of their weight."""
        chosen = self["grade"].value()
        return [
            {"value": kind.value, "label": kind.label, "says": says, "chosen": chosen == kind.value}
            for kind, says in EXPLAINED.items()
        ]


AttachmentFormSet = forms.formset_factory(AttachmentForm, extra=0, max_num=30)
BylineFormSet = forms.formset_factory(BylineForm, extra=1, can_order=False, max_num=20)
PictureFormSet = forms.formset_factory(PictureForm, extra=0, max_num=60)


class ArticleForms:
    """The forms of the page, taken together. Only a piece that was out by `at` has a `grade`."""

    def __init__(self, portal, article=None, data=None, *, at=None):
        article = article or Article(portal=portal)
        self.portal, self.article = portal, article
        self.main = ArticleForm(data, instance=article, portal=portal, prefix=None)
        self.bylines = BylineFormSet(
            data, initial=None if data else _byline_rows(article), prefix="bylines"
        )
        self.pictures = PictureFormSet(
            data,
            initial=None if data else _picture_rows(article),
            prefix="pictures",
            form_kwargs={"portal": portal},
        )
        self._mark_children()
        self.attachments = AttachmentFormSet(
            data, initial=None if data else _attachment_rows(article), prefix="attachments",
            form_kwargs={"portal": portal},
        )  # fmt: skip

        self.grade = None
        if at is not None and was_out(article, at):
            said = open_notice(article.notices, at)
            self.grade = GradeForm(data, initial=said)
            self.grade.unsaid = bool(said) and said["grade"] == UNSAID
            if said and not self.grade.is_bound:
                self.grade.show(faults_of(said))

    def _mark_children(self):
        """Rows whose picture shows children say so; one query."""
        shown = {str(form["picture"].value() or ""): form for form in self.pictures}
        ids = [number for number in shown if number.isascii() and number.isdigit()]
        if ids:
            children = Picture.objects.filter(portal=self.portal.key, shows_children=True)
            for picture in children.filter(pk__in=[number[:15] for number in ids]):
                shown[str(picture.pk)].children = picture

    def is_valid(self):
        parts = (self.main, self.bylines, self.pictures, self.attachments, self.grade)
        return all(part.is_valid() for part in parts if part is not None)

    @property
    def has_errors(self):
        return self.main.is_bound and not self.is_valid()

    @property
    def media(self):
        return self.main.media

    def text(self) -> Text:
        """What was typed, for `writing`. Makes pen names that are new to the portal."""
        fields = {name: self.main.cleaned_data[name] for name in FIELDS}
        if not fields["slug"]:
            del fields["slug"]
        return Text(
            fields,
            bylines=self._byline_values(),
            pictures=self._picture_values(),
            attachments=self._attachment_values(),
            notice=self._notice(),
        )

    def _notice(self):
        """None leaves it as it is: the page that was sent did not ask."""
        typed = self.grade.cleaned_data if self.grade else {}
        if not typed.get("grade"):
            return None
        return typed["grade"], typed["wrong"], typed["right"]

    def _byline_values(self):
        typed = [form.cleaned_data for form in self.bylines if form.cleaned_data]
        return [
            (pen_name(self.portal, row["name"]), row["role"] or Byline.Role.TEXT_PHOTO)
            for row in typed
            if clean(row["name"])
        ]

    def _attachment_values(self):
        typed = [form.cleaned_data for form in self.attachments if form.cleaned_data]
        return [(row["attachment"], clean(row["title"])) for row in typed if row["attachment"]]

    def _picture_values(self):
        typed = [form.cleaned_data for form in self.pictures if form.cleaned_data]
        return [
            (
                row["picture"],
                row["placement"] or ArticlePicture.Placement.LEAD,
                clean(row["caption"]),
                clean(row["alt"]),
                clean(row["credit"]),
            )
            for row in typed
            if row["picture"]
        ]

    def people_named(self) -> list[dict]:
        """What `uploads.name_people` takes, for rows that name others than the page had shown."""
        typed = [form.cleaned_data for form in self.pictures if form.cleaned_data]
        rows = [row for row in typed if row["picture"] and isinstance(row["shown"], dict)]
        return [
            {
                "picture": row["picture"],
                "people": clean(row["people"]),
                "linked": row["linked"],
                "seen": clean(str(row["shown"].get("people") or "")),
                "caption": clean(row["caption"]),
                "alt": clean(row["alt"]),
            }
            for row in rows
            if row["shown"].get("of") == row["picture"].pk and _names_others(row)
        ]


def _names_others(row) -> bool:
    """Whether the people of a picture's row, or who of the register they are, were changed."""
    shown = row["shown"]
    return (clean(row["people"]), row["linked"]) != (shown.get("people"), shown.get("linked", {}))


def pen_name(portal, typed) -> Contributor:
    """The portal's contributor of that name, or a new one; "Name (office)" names one exactly."""
    typed = clean(typed)
    for contributor in portal.contributors.all():
        if typed in (str(contributor), contributor.name):
            return contributor
    name, _bracket, office = typed.removesuffix(")").partition(" (")
    return Contributor.objects.get_or_create(
        portal=portal, name=name[:120], office=office[:120] if typed.endswith(")") else ""
    )[0]


def _byline_rows(article):
    if not article.pk:
        return []
    return [{"name": str(line.contributor), "role": line.role} for line in article.bylines.all()]


def _attachment_rows(article):
    if not article.pk:
        return []
    return [
        {"attachment": row.attachment_id, "title": row.title} for row in article.attachments.all()
    ]


def _picture_rows(article):
    if not article.pk:
        return []
    rows = [r for r in article.pictures.all() if r.placement != ArticlePicture.Placement.BODY]
    links = links_of(row.picture_id for row in rows)
    return [
        {
            "picture": row.picture_id,
            "placement": row.placement,
            "caption": row.caption,
            "alt": row.alt,
            "credit": row.credit,
            "of_library": row.picture.credit if row.picture_id else "",
            "people": row.picture.people if row.picture_id else "",
            "linked": links.get(row.picture_id, {}),
            "shown": {
                "of": row.picture_id,
                "people": row.picture.people if row.picture_id else "",
                "linked": links.get(row.picture_id, {}),
            },
        }
        for row in rows
    ]
