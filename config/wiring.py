"""Which function fills which slot: the only place where a lower app meets a higher one."""

from django.urls import reverse

from apps.articles import leaving as articles_of_leavers
from apps.articles import noticed as articles_noticed
from apps.articles.leaders import leaving as links_of_leavers
from apps.articles.panels import desk_panels as article_panels
from apps.articles.picture_uses import uses_in_articles
from apps.articles.quick.panels import quick_panels
from apps.articles.reporting import meeting_buttons, usual_credit
from apps.articles.ripple.desk import carried_by
from apps.articles.sending import noticed as sendings_noticed
from apps.articles.sending.panel import sending_panels
from apps.learning.help import frame_links
from apps.meetings import leaving as assignments_of_leavers
from apps.meetings import noticed as meetings_noticed
from apps.meetings import pictured
from apps.meetings.albums import events_of
from apps.meetings.panels import meeting_panels
from apps.newsroom import slots
from apps.opening.body import name_of_body
from apps.opening.panels import setup_panels
from apps.people.panels import desk_panels as register_panels
from apps.portals import leaving as seats_of_leavers
from apps.portals import noticed as portals_noticed
from apps.portals.admin.approvers import approver_panels
from apps.portals.admin.delegations import delegation_panels
from apps.portals.admin.holiday_panel import holiday_panels
from apps.portals.admin.seats import account_panels
from apps.portals.held import portals_held, practice_held
from apps.portals.models import Portal
from apps.portals.picture_uses import uses_on_portals
from apps.portals.preparing import prepares
from apps.portals.roles import Right, rights
from apps.portals.seats import listed_of, may_see, rights_of, with_practice
from apps.proofing import noticed as proofing_noticed
from apps.proofing.outgoing import remarks_on
from apps.public.rendering import render_page, render_story

from . import log_things

NOTICED = (articles_noticed, sendings_noticed, portals_noticed, meetings_noticed, proofing_noticed)


def fill_slots():
    slots.seat_check.fill(may_see)
    slots.upload_check.fill(may_upload)
    slots.masthead_check.fill(may_give_masthead)
    slots.portals_of.fill(portal_names)
    slots.events_of.fill(events_of)
    slots.picture_uses.fill(picture_uses)
    slots.people_to_show.fill(pictured.people_to_show)
    slots.people_called.fill(pictured.people_called)
    slots.people_known.fill(pictured.people_known)
    slots.words_for_picture.fill(pictured.words_for_picture)
    slots.usual_credit.fill(usual_credit)
    slots.practice_of.fill(practice_names)
    slots.log_scope.fill(log_things.scope)
    slots.names_of_things.fill(log_things.names)
    slots.things_called.fill(log_things.called)
    slots.models_of_things.fill(log_things.models)
    slots.render_page.fill(render_page)
    slots.render_story.fill(render_story)
    slots.frame_links.fill(frame_links)
    slots.new_portal_at.fill(lambda: reverse("opening:begin"))
    slots.body_of_portal.fill(name_of_body)
    slots.desk_panels.fill(desk_panels)
    slots.account_panels.fill(account_panels)
    slots.object_buttons.fill(meeting_buttons)
    slots.pieces_carrying.fill(carried_by)
    slots.leaving_parts.fill(leaving_parts)
    slots.whom_to_tell.fill(whom_to_tell)
    slots.things_of.fill(things_of)
    slots.outgoing_remarks.fill(remarks_on)


def leaving_parts():
    """What a person may hold, the seats last: they give the right to hold it."""
    return [articles_of_leavers, links_of_leavers, assignments_of_leavers, seats_of_leavers]


def desk_panels(request):
    """Today's ways and articles first: the desk is there to write."""
    return [
        *quick_panels(request),
        *sending_panels(request),
        *article_panels(request),
        *setup_panels(request),
        *holiday_panels(request),
        *approver_panels(request),
        *delegation_panels(request),
        *register_panels(request),
        *meeting_panels(request),
    ]


def picture_uses(request, picture_ids):
    """Articles first, then banners and mastheads."""
    found = uses_in_articles(request, picture_ids)
    for picture, uses in uses_on_portals(request, picture_ids).items():
        found.setdefault(picture, []).extend(uses)
    return found


def whom_to_tell(act):
    """Each noun says whom its own acts concern: `noticed.py`."""
    return [told for noun in NOTICED for told in noun.whom_to_tell(act)]


def things_of(user, keys, at):
    """What of the things told about a person may see."""
    return {key: thing for noun in NOTICED for key, thing in noun.things_of(user, keys, at).items()}


def may_upload(user, portal_key, at):
    """Whoever writes on the portal; inspectors and advisers only look."""
    return any(
        Right.WRITE in rights(seat.role, editors_approve=seat.portal.editors_approve)
        for seat in listed_of(user, at, with_practice(portal_key))
    )


def may_give_masthead(user, portal_key, at):
    """Who keeps the portal's frame, or sets it up."""
    portal = Portal.objects.filter(key=portal_key).first()
    return portal is not None and (
        prepares(user, portal) or Right.FRAME in rights_of(user, portal, at)
    )


def portal_names(request):
    """[(key, name)] of the portals on which the person has a seat."""
    return [(portal.key, portal.name) for portal in portals_held(request)]


def practice_names(request):
    """[(key, name)] of the practice portals of these."""
    return [(portal.key, portal.name) for portal in practice_held(request)]
