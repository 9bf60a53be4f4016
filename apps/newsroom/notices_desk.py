"""“Thông báo” and “Thông báo của tôi”: only one's own, for everybody who signs in."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from . import letters, noticing, slots
from .notice_kinds import Thing, kind_of
from .notice_models import Group, NoticeWay
from .refusals import OutOfSight
from .signing import doer


@dataclass(frozen=True)
class About:
    """Lines about one thing; `first` is the notice whose address leads there."""

    thing: Thing
    key: str
    first: int
    lines: list
    unseen: bool


class WaysForm(forms.Form):
    """One question for each group, with what each group is."""

    SAYS = {
        Group.WAITING: lambda: _(
            "Handed in to approve, edited texts to agree to, handed over, delegated to you; "
            "meetings you are sent to."
        ),
        Group.MINE: lambda: _(
            "Sent back, approved, scheduled, published; notes and leaders' opinions."
        ),
        Group.TROUBLE: lambda: _("Hidden, taken down, secrets and personal data."),
    }

    def __init__(self, *args, user, **options):
        super().__init__(*args, label_suffix="", **options)
        chosen = letters.ways_of([user])[user.pk]
        for group in Group:
            self.fields[group] = forms.ChoiceField(
                label=group.label,
                help_text=self.SAYS[group](),
                choices=NoticeWay.Way.choices,
                initial=chosen[group],
                widget=forms.RadioSelect,
            )

    @transaction.atomic
    def keep(self, user) -> None:
        for group in Group:
            NoticeWay.objects.update_or_create(
                user=user, group=group, defaults={"way": self.cleaned_data[group]}
            )


def urls(site) -> list:
    wrap = site.admin_view

    def of_site(view):
        return lambda request, **where: view(site, request, **where)

    return [
        path("thong-bao/", wrap(of_site(listed)), name="notices"),
        path("thong-bao/da-xem/", wrap(require_POST(of_site(seen))), name="notices_seen"),
        path("thong-bao/cach-nhan/", wrap(of_site(ways)), name="notice_ways"),
        path("thong-bao/<int:number>/", wrap(of_site(opened)), name="notice"),
    ]


def listed(site, request):
    """What is new first, by thing."""
    rows, things = noticing.listed(request.user, timezone.now())
    request.unseen_notices = [row.key for row in rows if row.seen_at is None]
    about = {}
    for row in rows:
        about.setdefault((row.seen_at is None, row.key), []).append(row)
    groups = [_about(things[key], key, about[new, key]) for new, key in about]
    context = {
        **site.each_context(request),
        "title": _("Notices"),
        "groups": groups,
        "any_unseen": any(group.unseen for group in groups),
    }
    return render(request, "newsroom/notices.html", context)


def opened(site, request, number):
    """Seen, with all else that is new about the same thing; and on to the thing."""
    now = timezone.now()
    notice = noticing.own(request.user, number)
    thing = slots.things_of(request.user, {notice.key}, now).get(notice.key)
    if thing is None:
        raise OutOfSight
    noticing.mark_seen(request.user, now, key=notice.key)
    return HttpResponseRedirect(thing.address)


def seen(site, request):
    """All of them, or those about one thing."""
    noticing.mark_seen(request.user, timezone.now(), key=request.POST.get("key") or None)
    return HttpResponseRedirect(reverse("admin:notices"))


def ways(site, request):
    """How I want to be told."""
    form = WaysForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        form.keep(request.user)
        messages.success(request, _("Kept. It counts from the next notice on."))
        return HttpResponseRedirect(reverse("admin:notice_ways"))
    context = {
        **site.each_context(request),
        "title": _("My notices"),
        "form": form,
        "address": request.user.email,
        "mail": letters.configured(),
    }
    return render(request, "newsroom/notice_ways.html", context)


def _about(thing, key, rows):
    lines = [
        {"words": kind_of(row.kind).words, "who": doer(row.act), "at": row.at,
         "reason": row.act.reason}
        for row in rows
    ]  # fmt: skip
    return About(thing, key, rows[0].pk, lines, rows[0].seen_at is None)
