"""What the article form asks while somebody writes: findings, passing over, taking back."""

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.newsroom.refusals import Refused
from apps.portals.models import Portal
from apps.portals.roles import Right
from apps.portals.seats import rights_of
from apps.proofing.overriding import Mark, right_to_pass
from lib.vietnamese.datelines import say_when

from .manuscripts import draft_of, draft_typed
from .models import Article
from .passing_over import pass_over, take_back
from .remaining import Remark, remarks

NAME = "articles_article"


def findings_urls(site) -> list:
    """For the article desk's `get_urls`; `site` is the admin site that guards them."""

    def guarded(view):
        return site.admin_view(require_POST(view))

    return [
        path("kiem-tra/", guarded(check_typed), name=f"{NAME}_check"),
        path("<int:pk>/kiem-tra/", guarded(check_stored), name=f"{NAME}_findings"),
        path("<int:pk>/bo-qua/", guarded(passing), name=f"{NAME}_pass_over"),
        path("<int:pk>/lay-lai/", guarded(taking_back), name=f"{NAME}_take_back"),
    ]


def check_typed(request):
    """The form as it stands now, with `article` (its number) or `portal` (a key): findings as JSON.

    404 for another portal's article and without the right to write on the portal.
    """
    now = timezone.now()
    article = _article(request, request.POST.get("article", ""), now)
    portal = article.portal if article else _portal(request)
    held = rights_of(request.user, portal, now)
    if article is None and Right.WRITE not in held:
        raise Http404
    draft = draft_typed(request.POST, portal, article, now)
    return _answer(draft, article, held, now)


def check_stored(request, pk):
    """The same about the text as it is stored: for those who only read it."""
    now = timezone.now()
    article = _article(request, str(pk), now, whole=True)
    held = rights_of(request.user, article.portal, now)
    return _answer(draft_of(article, now), article, held, now)


def passing(request, pk):
    return _done(request, pk, pass_over, reason=request.POST.get("reason", ""))


def taking_back(request, pk):
    return _done(request, pk, take_back)


def _done(request, pk, verb, **answers):
    now = timezone.now()
    article = _article(request, str(pk), now)
    mark = Mark.of(_Said(*(request.POST.get(name, "") for name in ("kind", "quote", "expected"))))
    try:
        verb(article, mark, by=request.user, at=now, **answers)
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)})
    return JsonResponse({"done": True})


class _Said:
    """The words by which the page names a finding."""

    def __init__(self, kind, quote, expected):
        self.kind, self.quote, self.expected = kind, quote, expected


def _article(request, number, now, *, whole=False):
    """The article of that number, with its rows if `whole`; None for no number.

    404 for whoever may not see it.
    """
    if not number:
        return None
    if not number.isascii() or not number.isdigit() or len(number) > 15:
        raise Http404
    seen = Article.objects.reached_by(request.user, now).select_related("portal", "meeting")
    article = (seen.for_cutting() if whole else seen).filter(pk=int(number)).first()
    if article is None:
        raise Http404
    return article


def _portal(request):
    """The portal of that key. Its rights decide: whoever has none there gets the same 404."""
    return get_object_or_404(Portal, key=request.POST.get("portal", ""))


def _answer(draft, article, held, now):
    key = article.key if article else ""
    found = [_values(remark, held, now) for remark in remarks(draft, key)]
    return JsonResponse({"findings": found})


def _values(remark: Remark, held, now) -> dict:
    finding, passed = remark.finding, remark.passed
    return {
        "field": remark.field,
        "start": remark.start,
        "end": remark.end,
        "kind": finding.kind,
        "label": remark.label,
        "severity": finding.severity,
        "word": remark.severity,
        "quote": finding.quote,
        "expected": finding.expected,
        "message": finding.message,
        "evidence": finding.evidence,
        "fix": finding.fix,
        "stops": remark.stops,
        "may_pass": right_to_pass(finding.kind) in held,
        "passed": passed
        and {"by": str(passed.by), "when": say_when(passed.at, now), "reason": passed.reason},
    }
