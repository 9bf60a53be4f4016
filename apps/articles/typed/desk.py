"""What the article form sends while somebody types, and what it asks about a kept text."""

from functools import wraps

from django.http import Http404, JsonResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from apps.newsroom.refusals import Refused
from apps.portals.seats import portal_to_open
from lib.vietnamese.datelines import say_when

from ..models import Article
from ..writing import last_hand
from . import keeping
from .merging import choices, shown

NAME = "articles_article"
SIGNED_OUT, ELSEWHERE = 401, 409


def keeping_urls(site) -> list:
    """For the article desk's `get_urls`; `site` is the admin site that guards them."""

    def guarded(view):
        return _signed_in(site, site.admin_view(require_POST(view)))

    return [
        path("go-do/", guarded(keep), name=f"{NAME}_keep"),
        path("go-do/bo/", guarded(let_go), name=f"{NAME}_let_go"),
        path("go-do/khac-gi/", guarded(differing), name=f"{NAME}_differing"),
    ]


def _signed_in(site, view):
    """A script cannot follow a way to the login: it is told so, and whose page it is."""

    @wraps(view)
    def answer(request, *args, **options):
        if not site.has_permission(request):
            return JsonResponse({"sign_in": reverse("admin:login")}, status=SIGNED_OUT)
        if request.POST.get("user") not in (None, str(request.user.pk)):
            says = _("%(name)s is signed in on this machine now, and this text is not theirs.")
            return JsonResponse(
                {"sign_in": reverse("admin:login"), "says": says % {"name": request.user}},
                status=SIGNED_OUT,
            )
        return view(request, *args, **options)

    return answer


def keep(request):
    """{"at", "others", "newer"}; 409 with the text of another page; {"refused": sentence}."""
    now = timezone.now()
    place = _place(request, now, Article.objects.all())  # the verb says who may
    try:
        sent = _sent(request.POST)
        row = keeping.keep(place, sent, by=request.user, at=now)
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)})
    except keeping.TooLate:
        return JsonResponse({"saved": True})
    except keeping.Elsewhere as elsewhere:
        return JsonResponse({"other": offered(elsewhere.row, now)}, status=ELSEWHERE)
    return JsonResponse(
        {
            "at": _clock(row.typed_at, now) if row.typed_at else "",
            "others": others_at(place.article, request.user, now),
            "newer": _newer(place.article, sent.revision, request.user, now),
        }
    )


def let_go(request):
    keeping.let_go(_place(request, timezone.now()), request.POST.get("page", ""), by=request.user)
    return JsonResponse({"done": True})


def differing(request):
    """A kept text (`typed`) beside what stands in the form (`form`): a piece of the page."""
    now = timezone.now()
    place = _place(request, now)
    try:
        kept, standing = (keeping.read(request.POST.get(name, "")) for name in ("typed", "form"))
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)})
    found = shown(choices(kept, standing, place.portal))
    return render(request, "articles/_merge.html", {"kept": True, **found})


def offered(row, now) -> dict:
    """A kept text as the page gets it."""
    return {
        "page": row.page,
        "number": row.number,
        "token": row.token,
        "revision": row.revision,
        "when": say_when(row.typed_at, now),
        "at": int(row.typed_at.timestamp() * 1000),
        "pairs": keeping.pairs_of(row),
    }


def others_at(article, user, now) -> list[str]:
    """ "Lan đang sửa từ 9:40", for everybody else who types into the article now."""
    if article is None:
        return []
    rows = keeping.present([article.pk], now, but=user).get(article.pk, [])
    return [present_words(row, now) for row in rows]


def present_words(row, now) -> str:
    return _("%(name)s has been editing since %(time)s") % {
        "name": row.user,
        "time": _clock(row.since, now),
    }


def _clock(at, now):
    """ "9:40" today, "hôm qua 21:40" before."""
    return say_when(at, now).removeprefix("hôm nay ")


def _newer(article, revision, reader, now) -> str:
    if article is None or not revision or article.revision <= revision:
        return ""
    last = last_hand(article)
    if last == reader:
        return _(
            "You saved this article from another window or machine at %(time)s. Write on: when you "
            "save, the two texts are put side by side."
        ) % {"time": _clock(article.changed_at, now)}
    return _(
        "%(name)s saved this article at %(time)s. Write on: when you save, the two texts are put "
        "side by side."
    ) % {
        "name": last,
        "time": _clock(article.changed_at, now),
    }


def _sent(data) -> keeping.Sent:
    typed = data.get("typed")
    return keeping.Sent(
        page=data.get("page", ""),
        number=_number(data.get("number")),
        revision=_number(data.get("revision")),
        pairs=None if typed is None else keeping.read(typed),
        over=data.get("over", ""),
        typing=data.get("typing") == "1",
        left=data.get("left") == "1",
    )


def _number(typed) -> int:
    return int(typed) if typed and typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def _place(request, now, among=None) -> keeping.Place:
    """404 for an article or a portal that this person does not see."""
    number = request.POST.get("article", "")
    if number:
        rows = Article.objects.reached_by(request.user, now) if among is None else among
        rows = rows.select_related("portal", "last_edited_by", "author").defer("body", "carries")
        article = rows.filter(pk=_number(number) or None).first()
        if article is None:
            raise Http404
        return keeping.Place(article.portal, article)
    portal = portal_to_open(request.user, request.POST.get("portal", ""), now)
    if portal is None:
        raise Http404
    return keeping.Place(portal, None, request.POST.get("token", ""))
