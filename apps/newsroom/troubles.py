"""The desk's pages for what cannot be opened: one sentence, and the way back."""

from django.shortcuts import render
from django.utils.translation import gettext as _


def not_found(request):
    return _page(
        request,
        404,
        _("This page does not exist"),
        _("The address is wrong, or it belongs to a portal on which you have no role."),
    )


def not_yours(request):
    return _page(
        request,
        403,
        _("This part of the desk is not yours"),
        _("Your role does not open it; if your work needs it, ask your technical administrator."),
    )


def failed(request):
    return _page(
        request,
        500,
        _("Something went wrong"),
        _("What you asked for was not done. Go back and try again; if it happens again, tell "
          "your technical administrator what you did and when."),
    )  # fmt: skip


def _page(request, status, title, says):
    return render(request, "newsroom/trouble.html", {"title": title, "says": says}, status=status)
