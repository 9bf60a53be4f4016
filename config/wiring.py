"""Which function fills which slot: the only place where a lower app meets a higher one."""

from apps.articles.panels import desk_panels
from apps.newsroom import slots
from apps.portals.seats import may_see, portals_of
from apps.public.rendering import render_page


def fill_slots():
    slots.seat_check.fill(may_see)
    slots.portals_of.fill(portal_names)
    slots.render_page.fill(render_page)
    slots.desk_panels.fill(desk_panels)


def portal_names(user, at):
    """[(key, name)] of the portals on which the person has a seat."""
    return list(portals_of(user, at).values_list("key", "name"))
