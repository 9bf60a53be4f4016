"""What a button will do and when, in words, from the piece as it stands and the clock.

`shown` are the article's showings, any order, as `editions` has them.
"""

from django.utils.translation import gettext as _

from apps.editions.models import Showing
from lib.vietnamese.datelines import say_when

from .grades import Grade, grade_of

Ended = Showing.Ended


def live_one(shown, at) -> Showing | None:
    """What readers get now."""
    return next((showing for showing in shown if showing.is_live_at(at)), None)


def coming_one(shown, at) -> Showing | None:
    """What readers will get next by a plan that stands."""
    coming = [s for s in shown if s.live_from > at and s.ends_at() != s.live_from]
    return min(coming, key=lambda showing: showing.live_from, default=None)


def was_out(shown, at) -> bool:
    """As `grades.was_out`, without asking again."""
    return any(s.live_from <= at and s.ended_why != Ended.WITHDRAWN for s in shown)


def consequence(act, article, shown, at) -> str:
    """The second line of a button; '' for an act that says all in its name."""
    words = SAYS.get(act)
    if words and article.portal.is_practice:
        return _("Only practice: readers never get it")
    return words(article, shown, at) if words else ""


def standing_plan(shown, at) -> str:
    """ "Lên trang thứ Sáu 7:00, thay bản đang đăng"; '' when nothing is planned."""
    plan = coming_one(shown, at)
    if plan is None:
        return ""
    return goes_out(plan.live_from, at, replaces=bool(_lasting(shown, plan, at)))


def goes_out(live_from, at, *, replaces) -> str:
    """The sentence of one publication to come."""
    words = {"when": say_when(live_from, at)}
    if replaces:
        return _("Goes out %(when)s, replacing what is published") % words
    return _("Goes out %(when)s") % words


def goes_out_pattern(*, replaces) -> str:
    """The same sentence with "{when}" where the page puts the moment that is typed."""
    pattern = _("Goes out %(when)s")
    if replaces:
        pattern = _("Goes out %(when)s, replacing what is published")
    return pattern % {"when": "{when}"}


def facts(article, shown, at) -> list[str]:
    """What readers have now and will have, one sentence each."""
    live = live_one(shown, at)
    said = [_("Readers do not see this piece now.")]
    if live:
        said = [_("Readers see the version published %(when)s.") % _when(live.live_from, at)]
        if live.expires_at:
            said.append(_("Readers stop seeing it %(when)s.") % _when(live.expires_at, at))
    if plan := standing_plan(shown, at):
        said.append(f"{plan}.")
    return said


def _publish(article, shown, at):
    live, plan = live_one(shown, at), coming_one(shown, at)
    if live:
        said = _("Replaces what is published, now")
    else:
        said = _("Goes out now, in the section “%(section)s”") % {"section": _section(article)}
    said += _told_to_readers(article, shown, at)
    if plan:
        said += _("; the plan for %(when)s is given up") % _when(plan.live_from, at)
    return said


def _told_to_readers(article, shown, at):
    """What kind of change it is, where it is one."""
    if not was_out(shown, at):
        return ""
    return {
        None: _(" (the kind of the change is still to be chosen)"),
        Grade.FIX: _(" (technical fix: readers are told nothing)"),
        Grade.UPDATE: _(" (readers see the time of the update)"),
        Grade.CORRECTION: _(" (with a public correction)"),
    }[grade_of(article, at)]


def _schedule(article, shown, at):
    said = _("You choose when it goes out")
    if live_one(shown, at):
        said = _("You choose when it replaces what is published")
    plan = coming_one(shown, at)
    if plan:
        said += _("; the plan for %(when)s is given up") % _when(plan.live_from, at)
    return said


def _unschedule(article, shown, at):
    plan = coming_one(shown, at)
    said = _("Does not go out %(when)s") % _when(plan.live_from, at) if plan else ""
    return said + (_("; what is published stays") if plan and live_one(shown, at) else "")


def _not_yet(article, shown, at):
    if live_one(shown, at):
        return _("Not published by this; readers keep what is published")
    return _("Not published by this")


def _hide(article, shown, at):
    said = _("Readers stop seeing it at once; it can be shown again")
    plan = coming_one(shown, at)
    if plan:
        said += _("; what is planned for %(when)s still goes out") % _when(plan.live_from, at)
    return said


def _show_again(article, shown, at):
    return _("Readers see the hidden version again at once")


def _expire(article, shown, at):
    live = live_one(shown, at) or coming_one(shown, at)
    if live and live.expires_at:
        return _("Set now: %(when)s") % _when(live.expires_at, at)
    return _("You choose when readers stop seeing it")


def _take_down(article, shown, at):
    return _("For good; it cannot be shown again")


def _lasting(shown, plan, at):
    """What is live when the plan begins: it ended for the plan, or goes on until then."""
    return [
        each
        for each in shown
        if each.pk != plan.pk
        and each.live_from <= at
        and each.ends_at() is not None
        and each.ends_at() >= plan.live_from
    ]


def _section(article):
    return article.section.title if article.section_id else "…"


def _when(moment, at):
    return {"when": say_when(moment, at)}


SAYS = {
    "submit": _not_yet, "approve": _not_yet, "publish": _publish, "schedule": _schedule,
    "unschedule": _unschedule, "hide": _hide, "show_again": _show_again, "expire": _expire,
    "take_down": _take_down,
}  # fmt: skip
