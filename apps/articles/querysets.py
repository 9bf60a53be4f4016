from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from apps.portals.roles import Right, Role, rights
from apps.portals.seats import listed_of

from .review.models import Note

ONE_ROW = ("portal", "section__parent", "author", "meeting")
LISTS = ("bylines__contributor", "pictures__picture", "attachments__attachment")


class ArticleQuerySet(models.QuerySet):
    def seen_by(self, user, at):
        """What the person may read at the desk: all of a portal, or only what he wrote himself."""
        return self.seen_from(listed_of(user, at), user)

    def seen_from(self, seats, user):
        """`seen_by`, for who has asked for the person's seats already."""
        return self.filter(_visible(seats, user))

    def reached_by(self, user, at):
        """The same and the pieces of practice since its portal was last emptied: for one page.

        Lists take `seen_by`: practice stands beside the work, never in it.
        """
        return self.reached_from(listed_of(user, at), user)

    def reached_from(self, seats, user):
        """`reached_by`, for who has asked for the person's seats already."""
        practice = Q(pk__in=[])
        for seat in seats:
            held = rights(seat.role, editors_approve=seat.portal.editors_approve)
            mine = Q() if Right.READ in held else Q(author=user)
            if held & {Right.READ, Right.WRITE}:
                practice |= Q(portal__practice_of=seat.portal_id) & mine
        practice &= Q(created_at__gte=F("portal__practice_since"))
        return self.filter(_visible(seats, user) | practice)

    def in_hands_of(self, user, at):
        """What the person may mend: what his portals' editors may edit, else what he wrote."""
        return self.in_hands_from(listed_of(user, at), user)

    def in_hands_from(self, seats, user):
        """`in_hands_of`, for who has asked for the person's seats already."""
        return self.filter(in_hands(seats, user))

    def with_open_notes(self):
        """Each with `open_notes`: how many notes on it are not resolved."""
        left = Note.objects.filter(article=OuterRef("pk"), resolved_at=None).order_by()
        counted = left.values("article").annotate(number=Count("pk")).values("number")
        return self.annotate(open_notes=Coalesce(Subquery(counted), 0))

    def for_cutting(self):
        """Load all that one page needs, so that building it asks nothing more."""
        return self.select_related(*ONE_ROW).prefetch_related(*LISTS)


def _visible(seats, user) -> Q:
    visible = Q(pk__in=[])
    for seat in seats:
        held = rights(seat.role, editors_approve=seat.portal.editors_approve)
        if Right.READ in held:
            visible |= Q(portal=seat.portal_id)
        elif seat.role == Role.CONTRIBUTOR:
            visible |= Q(portal=seat.portal_id, author=user)
    return visible


def in_hands(seats, user) -> Q:
    """The condition of `in_hands_from`."""
    mine = Q(pk__in=[])
    for seat in seats:
        held = rights(seat.role, editors_approve=seat.portal.editors_approve)
        if Right.EDIT in held:
            mine |= Q(portal=seat.portal_id)
        elif Right.WRITE in held:
            mine |= Q(portal=seat.portal_id, author=user)
    return mine
