from django.db import models

from apps.portals.roles import Right
from apps.portals.seats import given_by, listed_of

# Who sees what other portals sent: who may act on it, and who reads the log.
SEES = {Right.PUBLISH, Right.EDIT, Right.READ_LOG}


class SendingQuerySet(models.QuerySet):
    def received_from(self, seats):
        """What was sent to the portals of these seats that may see it."""
        return self.filter(to__in={seat.portal_id for seat in seats if given_by(seat) & SEES})

    def received_by(self, user, at):
        return self.received_from(listed_of(user, at))
