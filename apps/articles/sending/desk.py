"""“Gửi các trang”: the sender's page, on which also stands what the others made of it."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.newsroom import noticing
from apps.newsroom.refusals import Refused
from apps.portals.held import rights_held
from apps.portals.roles import Right

from ..desk import back_to, begun_on, desk_page, seen_article
from ..offers import LABELS
from . import offering
from .models import Sending
from .original import stand, with_readers


class PortalsForm(forms.Form):
    """Portals that have not got the piece, and those that declined it."""

    portals = forms.ModelMultipleChoiceField(
        None,
        label=gettext_lazy("Send to"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one portal.")},
    )

    def __init__(self, data=None, *, portals):
        super().__init__(data)
        self.fields["portals"].queryset = portals


def sending_urls(site) -> list:
    """For the article desk's `get_urls`, before its general address of acts."""
    return [path("<int:pk>/act/send_on/", site.admin_view(send_on))]


def send_on(request, pk):
    now = timezone.now()
    article = seen_article(request, pk, now)
    if article.portal.is_practice:
        raise Http404
    rows = list(with_readers(Sending.objects.filter(article=article), now))
    done = [row.to_id for row in rows if row.state != Sending.State.DECLINED]
    free = offering.others(article.portal).exclude(pk__in=done)
    form = PortalsForm(request.POST if request.method == "POST" else None, portals=free)
    if request.method == "POST" and form.is_valid():
        try:
            offering.send(article, form.cleaned_data["portals"], by=request.user, at=now)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Sent. You will be told what the others made of it."))
            return HttpResponseRedirect(request.get_full_path())
    for row in rows:
        row.stands = stand(row)
        if request.method == "GET":
            noticing.opened(request, row.key, now)
    context = {
        "article": article, "form": form, "rows": rows, "label": LABELS[offering.SEND],
        "may_send": Right.PUBLISH in rights_held(request, article.portal), "free": free.exists(),
        "begun_on": begun_on(request), "back": back_to(request, article),
    }  # fmt: skip
    return desk_page(request, "articles/send_on.html", LABELS[offering.SEND], context)
