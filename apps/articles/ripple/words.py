"""Turns in sentences: "Đồng chí Hà Văn Minh thôi giữ chức Chủ tịch UBND xã từ 1/12/2026"."""

from django.utils.translation import gettext as _

from apps.people.held import Held
from apps.people.house_form import Home
from apps.people.titles import long_form
from apps.people.wording import on
from apps.proofing.turning import BEGINS, ENDS, Turn, turns_near

from ..models import Article
from .finding import hits_among
from .verdicts import MEND, RIGHT, verdicts

TOLD = 3


def sentence(turn: Turn, home: Home) -> str:
    """What turns and since when, without a full stop."""
    said = {"day": on(turn.on)}
    if turn.body is not None:
        said["body"] = turn.body.name
        return (
            _("%(body)s ends; from %(day)s on it is no more") % said
            if turn.what == ENDS
            else _("%(body)s begins on %(day)s") % said
        )
    said |= {"name": turn.person.name, "titles": _titles(turn, home), "decision": turn.decision}
    if turn.what == ENDS:
        return _("Comrade %(name)s no longer holds the title %(titles)s from %(day)s on") % said
    if turn.what == BEGINS:
        return _("Comrade %(name)s holds the title %(titles)s from %(day)s on") % said
    return _("The register was set right about comrade %(name)s: “%(decision)s”") % said


def _titles(turn: Turn, home: Home) -> str:
    held = sorted(map(Held, turn.terms), key=lambda each: each.protocol)
    return long_form(held, home=home)


def warnings_on(article, now) -> list[str]:
    """For the page of one article: whose title changes when, as far as the text has to follow."""
    told, this = [], Article.objects.filter(pk=article.pk)
    for hit in hits_among(this, [article.portal.key], turns_near(now), now):
        verdict = verdicts([hit])[article.pk].what
        turns = [t for t in hit.turns if verdict == MEND or not hit.is_settled(t)]
        told += [] if verdict == RIGHT else [sentence(t, hit.resolver.home) for t in turns[:TOLD]]
    return [_("%(change)s: see the checking of titles.") % {"change": words} for words in told]
