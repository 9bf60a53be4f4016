"""The desk's page for workbooks: an empty one and the register out, a filled one in.

An upload changes nothing: it is read, compared and shown; then it becomes the draft of a decision
that two people sign like any other (docs/decisions/0006).
"""

import json

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from apps.newsroom.days import DayField
from apps.newsroom.refusals import Refused
from apps.people import decisions, describing
from apps.people.admin.scope import keepers_only, page, readers_only
from apps.people.models import Decision
from apps.people.picture import read_picture

from . import sheets_in, sheets_lines, sheets_out
from .sheets_rows import read_book

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NAME = "people_person_exchange"
MOST_SHOWN = 500


def exchange_urls(wrap) -> list:
    """The addresses, for the `get_urls` of the register's list; `wrap` is the site's admin_view."""
    return [
        path("exchange/", wrap(exchange), name=NAME),
        path("exchange/mau-danh-muc.xlsx", wrap(template), name=f"{NAME}_template"),
        path("exchange/danh-muc-chuc-danh.xlsx", wrap(whole), name=f"{NAME}_whole"),
    ]


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("filled workbook (.xlsx)"),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_file(self):
        """The content, not yet looked into. A file too large is not even read."""
        file = self.cleaned_data["file"]
        if file.size > sheets_in.LARGEST_UPLOAD:
            raise forms.ValidationError(
                _("The file is larger than %(most)d MB.") % {"most": sheets_in.LARGEST_UPLOAD >> 20}
            )
        return file.read()


class DraftForm(forms.Form):
    """What a keeper adds to the lines that were read from the workbook."""

    subject = forms.CharField(label=gettext_lazy("subject"), max_length=200)
    number = forms.CharField(label=gettext_lazy("document number"), max_length=80, required=False)
    decided_on = DayField(label=gettext_lazy("date of the document"), required=False)
    lines = forms.CharField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=Decision.Kind.choices[:2], widget=forms.HiddenInput)

    def clean_lines(self):
        """A list of lines; what they say is checked again by the decision itself."""
        try:
            lines = json.loads(self.cleaned_data["lines"])
        except ValueError as error:
            raise forms.ValidationError(_("Upload the workbook again.")) from error
        if not isinstance(lines, list):
            raise forms.ValidationError(_("Upload the workbook again."))
        return lines


@require_safe
def template(request):
    """The empty workbook."""
    readers_only(request, timezone.now())
    return _download(sheets_out.template(), "mau-danh-muc.xlsx")


@require_safe
def whole(request):
    """The whole register as a workbook; only public facts stand in it."""
    readers_only(request, timezone.now())
    return _download(sheets_out.whole_register(read_book()), "danh-muc-chuc-danh.xlsx")


def _download(content, name):
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def exchange(request):
    """The page: downloads for everybody with a seat, the upload for keepers."""
    now = timezone.now()
    readers_only(request, now)
    if request.method != "POST":
        return _show(request, UploadForm())
    keepers_only(request, now, _("Only keepers of titles upload the register."))
    return _draft(request, now) if "lines" in request.POST else _look(request, now)


def _show(request, form, **context):
    keeps = decisions.may_keep(request.user, timezone.now())
    context = {"form": form, "keeps": keeps, **context}
    return page(request, "people/exchange.html", _("The register as a workbook"), context)


def _look(request, now):
    """What the workbook would change, or everything that is wrong with it; nothing is saved."""
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, form)
    try:
        upload = sheets_in.read_upload(form.cleaned_data["file"])
    except Refused as refusal:
        form.add_error("file", str(refusal))
        return _show(request, form)
    proposed = sheets_lines.propose(upload, read_book(), at=now)
    if proposed.errors:
        return _show(request, UploadForm(), wrong=proposed.errors[:MOST_SHOWN],
                     many=len(proposed.errors))  # fmt: skip
    return _preview(request, proposed, form.files["file"].name)


def _preview(request, proposed, name):
    said = describing.sentences(proposed.lines, read_picture(proposed.lines))
    first = {
        "subject": _("From the workbook %(name)s") % {"name": name[-120:]},
        "lines": json.dumps(proposed.lines, ensure_ascii=False),
        "kind": proposed.kind,
    }
    return _show(
        request,
        UploadForm(),
        draft=DraftForm(initial=first) if proposed.lines else None,
        changes=list(zip(proposed.places, said, strict=True)),
        counts=[(sheet, dict(counts)) for sheet, counts in proposed.counts.items()],
    )


def _draft(request, now):
    """The lines just shown, as a draft: the table opens with them."""
    form = DraftForm(request.POST)
    if not form.is_valid():
        return _show(request, UploadForm(), draft=form)
    said = form.cleaned_data
    made = decisions.draft(
        subject=said["subject"],
        number=said["number"],
        decided_on=said["decided_on"],
        changes=said["lines"],
        kind=said["kind"],
        by=request.user,
        at=now,
    )
    messages.success(request, _("The draft is written. Read it, then ask for the signature."))
    return HttpResponseRedirect(reverse("admin:people_decision_change", args=[made.pk]))
