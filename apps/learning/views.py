"""The help pages: read by everybody who is signed in, whatever his role."""

from django.contrib import admin
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from .help import EMERGENCIES, PAGES, ROLES, own_pages


def help_list(request):
    """All pages, the person's own first."""
    own = own_pages(request)
    others = [page for page in ROLES if page not in own]
    context = {"own": own, "others": others, "emergencies": EMERGENCIES}
    return _page(request, "learning/help.html", _("Help"), context)


def help_page(request, slug):
    """One page; an unknown one is 404."""
    if slug not in PAGES:
        raise Http404
    found = PAGES[slug]
    context = {"help_page": found, "emergency": found in EMERGENCIES}
    return _page(request, found.template, found.title, context)


def _page(request, template, title, context):
    frame = admin.site.each_context(request)
    return render(request, template, {**frame, "title": title, **context})
