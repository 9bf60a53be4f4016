"""A form sent after its session had ended: what was typed goes through the login and comes back.

Nothing of it is stored: the login page carries it as a field, and whoever signs in decides whether
it is sent. What a script sends is not kept: the script has it.
"""

import json

from django.contrib.admin.forms import AdminAuthenticationForm
from django.shortcuts import render
from django.urls import reverse

FIELD = "kept"
KEPT_BY_ITS_PAGE = "typed_page"  # the article form offers by itself what was typed into it
NOT_KEPT = {"csrfmiddlewaretoken", FIELD}
MOST = 2_000_000


def kept_of(request) -> str:
    """What a browser's form carries, or '' where there is nothing to give back."""
    by_form = request.method == "POST" and "text/html" in request.headers.get("Accept", "")
    if not by_form or KEPT_BY_ITS_PAGE in request.POST:
        return ""
    pairs = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in NOT_KEPT and "password" not in name
    ]
    return json.dumps(pairs, ensure_ascii=False) if pairs else ""


def ask_to_sign_in(request, kept: str):
    """The login in place of the page that was asked for, with what was sent to it."""
    context = {
        "form": AdminAuthenticationForm(request),
        "app_path": reverse("admin:login"),
        "next": request.get_full_path(),
        "kept": kept,
        "files_left": bool(request.FILES),
    }
    return render(request, "admin/login.html", context, status=403)


def give_back(request, address: str):
    """What was kept, one button from being sent to `address`; None without anything kept."""
    pairs = _read(request.POST.get(FIELD, ""))
    if not pairs:
        return None
    return render(request, "newsroom/resend.html", {"address": address, "pairs": pairs})


def _read(kept: str) -> list[tuple[str, str]]:
    try:
        found = json.loads(kept[:MOST]) if kept else []
    except ValueError:
        return []
    pairs = [pair for pair in found if isinstance(pair, list)] if isinstance(found, list) else []
    return [(pair[0], pair[1]) for pair in pairs if list(map(type, pair)) == [str, str]]
