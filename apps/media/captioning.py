"""Words for many pictures at once: the list that follows an upload of a photo story."""

from django.contrib import admin, messages
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from .forms import CaptionFormSet
from .models import Picture
from .receiving import just_added, open_portals
from .uploads import describe_picture


def write_captions(request):
    """`?moi=<id>&moi=<id>…`; pictures of other portals are not found. 404 when none is left."""
    rows = _asked_for(request)
    if not rows:
        raise Http404
    posted = (request.POST,) if request.method == "POST" else ()
    forms = CaptionFormSet(*posted, queryset=rows)
    if posted and forms.is_valid():
        for form in forms:
            _describe(form, request.user, timezone.now())
        messages.success(request, _("The texts are saved."))
        return HttpResponseRedirect(request.get_full_path())
    context = {**admin.site.each_context(request), "title": _("Captions"), "forms": forms}
    return render(request, "media/captions.html", context)


def _asked_for(request):
    keys = list(dict(open_portals(request)))
    rows = Picture.objects.filter(pk__in=just_added(request), portal__in=keys)
    return rows.order_by("uploaded_at", "pk")


def _describe(form, by, at):
    wanted = {name: form.cleaned_data.get(name, kept) for name, kept in form.present.items()}
    linked = form.cleaned_data.get("linked")
    describe_picture(form.instance, by=by, at=at, linked=linked, **wanted)
