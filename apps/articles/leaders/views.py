"""What a leader's link opens. GET changes nothing and says nothing of the text before the PIN."""

import functools

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from apps.media.publishing import draft_name
from apps.newsroom.refusals import Refused

from ..whole import whole
from . import links as leader_links
from .reading import is_in, let_in, story
from .states import ASKABLE, READABLE, LinkState, says, state_of


def closed(view):
    """Nobody keeps, lists or passes on what a link shows.

    Not `no-referrer`: browsers then send no origin with a form, and the form is refused.
    """

    @functools.wraps(view)
    def answered(request, *args, **options):
        response = view(request, *args, **options)
        response["Cache-Control"] = "private, no-store"
        response["Referrer-Policy"] = "same-origin"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response

    return answered


@closed
@require_http_methods(["GET", "HEAD", "POST"])
def link_page(request, token):
    now = timezone.now()
    link = leader_links.find(token)
    if link is None:
        return render(request, "articles/leader_nowhere.html", status=404)
    came_in = is_in(request, link, now)
    if request.method != "POST":
        return _page(request, link, now, came_in)
    act = request.POST.get("act", "")
    try:
        if not came_in:
            leader_links.try_pin(link, request.POST.get("pin", ""), at=now)
        if act in ACTS and (came_in or act == "ask_again"):
            ACTS[act](request, link, now)
    except Refused as refusal:
        return _page(request, link, now, is_in(request, link, now), str(refusal))
    if not came_in and request.POST.get("words"):
        response = _page(request, link, now, True)
    else:
        response = HttpResponseRedirect(request.path)
    let_in(response, request, link, now)
    return response


# With the PIN itself only a new link is asked for: who has not come in yet has read nothing.
ACTS = {
    "agree": lambda request, link, now: leader_links.agree(link, at=now),
    "say": lambda request, link, now: leader_links.say(link, request.POST.get("words", ""), at=now),
    "ask_again": lambda request, link, now: leader_links.ask_again(link, at=now),
}


def _page(request, link, now, came_in, refusal=""):
    article = whole(link.article_id)
    state = state_of(link, article, now)
    context = {
        "link": link,
        "says": says(state),
        "refusal": "" if refusal == says(state) else refusal,
        "words": request.POST.get("words", ""),
        "may_ask": state in ASKABLE,
        "came_in": came_in,
        "said": list(link.opinions.all()) if came_in else [],
    }
    if not came_in or state not in READABLE:
        return render(request, "articles/leader_door.html", context)
    context |= {
        "portal": article.portal,
        "story": story(request, article, request.path, now),
        "signed": state == LinkState.SIGNED,
    }
    return render(request, "articles/leader_text.html", context)


@closed
@require_safe
def picture(request, token, sha256, width, extension):
    """A rendition of one of the article's pictures, as the published page would load it."""
    article = _article_read(request, token)
    if sha256 not in {row.picture.sha256 for row in article.pictures.all() if row.picture}:
        raise Http404
    types = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
    name = draft_name(f"{sha256}/{width}.{extension}")
    return FileResponse(_open(name), content_type=types[extension])


@closed
@require_safe
def file(request, token, sha256):
    article = _article_read(request, token)
    attached = [row.attachment for row in article.attachments.all()]
    found = next((each for each in attached if each.sha256 == sha256), None)
    if found is None:
        raise Http404
    return FileResponse(_open(found.original.name), as_attachment=True, filename=found.file_name)


def _article_read(request, token):
    """404 for whoever could not read the text itself now."""
    now = timezone.now()
    link = leader_links.find(token)
    if link is None or not is_in(request, link, now):
        raise Http404
    article = whole(link.article_id)
    if state_of(link, article, now) not in READABLE:
        raise Http404
    return article


def _open(name):
    try:
        return default_storage.open(name)
    except FileNotFoundError as missing:
        raise Http404(_("This page does not exist")) from missing
