"""The life of one piece on the desk: its timeline, two versions compared, one brought back."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from apps.editions.models import Cut
from apps.newsroom.models import Signature
from apps.newsroom.refusals import Refused
from apps.newsroom.signing import signer
from apps.portals.roles import Right
from apps.portals.seats import may

from .. import content, writing
from ..desk import desk_page, seen_article
from ..offers import offers
from .comparing import compared
from .restoring import restore
from .timeline import Timeline, sent_by, timeline
from .versions import values_of

NAME = "admin:articles_article"


def history_page(request, pk):
    """Who did what to which version; what readers got; who signed."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    told = timeline(article)
    context = {
        "article": article,
        "entries": told.entries,
        "present": told.present,
        "named": told.named(),
        "new_one": told.versions[0],
        "old_one": told.versions[1] if len(told.versions) > 1 else None,
        "signatures": signings(article),
        "versions": Cut.objects.filter(portal=article.portal.key, key=article.key)
        .defer("values")
        .order_by("-pk"),
        "may_redact": may(request.user, article.portal, Right.TAKE_DOWN, now),
    }
    return desk_page(request, "articles/history.html", _("History"), context)


def signings(article) -> list[dict]:
    """One line for each time somebody signed: text and placement are signed together."""
    present = content.text_digest(article)
    rows = Signature.objects.filter(key=article.key).select_related(
        "user", "handed_by", "delegated_by"
    )
    found = {}
    for row in rows.order_by("-at", "pk"):
        line = found.setdefault(
            (row.user_id, row.at),
            {"user": signer(row), "at": row.at, "handed_by": row.handed_by, "codes": [],
             "present": False},
        )  # fmt: skip
        line["codes"].append(row.digest[:8])
        line["present"] |= row.digest == present
    return list(found.values())


def compare_page(request, pk):
    """Two versions word by word: `tu` and `den` in the address, else what this person signed
    last and the present text."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    told = timeline(article)
    sent = sent_by(article, request.user, told)
    new = _asked(request, told, "den") or told.present
    old = _asked(request, told, "tu") or sent or told.numbered(new.number - 1) or new
    try:
        before, after = values_of(old), values_of(new)
    except Refused as blank:
        return _chosen(request, article, told, (old, new), refused=str(blank))
    context = {
        "heading": _heading(article, request.user, old is sent and new is told.present),
        **compared(article.portal, before, after),
        "restorable": _restorable(told, old, new),
        "may_restore": writing.may_edit(article, request.user, now),
        "why_not": writing.cannot_edit(article),
        "agree": _agree(article, request.user, now) if new is told.present else None,
        "digest": content.text_digest(article),
    }
    return _chosen(request, article, told, (old, new), **context)


def _heading(article, user, since_signed):
    if not since_signed:
        return ""
    if article.author_id == user.pk:
        return _("Compared with the version you handed in")
    return _("Compared with the version you signed")


def _chosen(request, article, told, pair, **context):
    context |= {"article": article, "present": told.present, "named": told.named()}
    context["old_one"], context["new_one"] = pair
    return desk_page(request, "articles/compare.html", _("Compare versions"), context)


@require_POST
def bring_back(request, pk):
    """Restore the version whose number was posted; back to the comparison when refused."""
    now = timezone.now()
    article = seen_article(request, pk, now)
    version = article.versions.filter(number=_number(request.POST.get("version"))).first()
    try:
        if version is None:
            raise Refused(_("There is no such version."))
        revision = _number(request.POST.get("revision"))
        _saved, lost = restore(article, version, by=request.user, at=now, revision=revision)
    except Refused as refusal:
        messages.error(request, _saying(refusal))
        number = f"?tu={version.number}" if version else ""
        return HttpResponseRedirect(reverse(f"{NAME}_compare", args=[pk]) + number)
    messages.success(
        request,
        _("Version %(number)s is the present text again, as a new version. Nothing was lost.")
        % {"number": version.number},
    )
    if lost:
        gone = _("Not there any more, so not restored: %(what)s.") % {"what": ", ".join(lost)}
        messages.warning(request, gone)
    return HttpResponseRedirect(reverse(f"{NAME}_change", args=[pk]))


def _saying(refusal):
    if not isinstance(refusal, writing.Stale):
        return str(refusal)
    return _("%(name)s saved this article in between. Compare again before you restore.") % {
        "name": refusal.theirs.last_edited_by or refusal.theirs.author
    }


def _asked(request, told: Timeline, name):
    """The version an address names; None, with one sentence, for a number that is none."""
    typed = request.GET.get(name, "")
    found = told.numbered(_number(typed))
    if typed and found is None:
        messages.error(request, _("There is no such version."))
    return found


def _number(typed) -> int:
    typed = typed or ""
    return int(typed[:9]) if typed.isascii() and typed.isdigit() else 0


def _restorable(told, *shown):
    """Those of the two that are not the present text; stored ones only."""
    return [
        each
        for each in {version.number: version for version in shown}.values()
        if each.pk and each.digests != told.present.digests
    ]


def _agree(article, user, now):
    return next((offer for offer in offers(article, user, now) if offer.act == "agree"), None)
