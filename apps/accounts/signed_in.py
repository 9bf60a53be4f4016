"""Who has sent this request: every one on the desk asks for its session and for its account."""

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from apps.questions import Question

_SESSION = Question(
    lambda *, key, at: Session.objects.filter(session_key=key, expire_date__gt=at).order_by()
)
_ACCOUNT = Question(lambda *, number: get_user_model().objects.filter(pk=number).order_by())


class SessionStore(db.SessionStore):
    """Django's own, in the database; reading asks by a question written once."""

    def _validate_session_key(self, key):
        """Only of letters and digits, as they are given: PostgreSQL takes no text with a NUL."""
        return super()._validate_session_key(key) and key.isascii() and key.isalnum()

    def _get_session_from_db(self):
        """The row, or None where it has run out or never was."""
        found = _SESSION.asked(key=self.session_key, at=timezone.now())
        if found:
            return found[0]
        self._session_key = None
        return None


class Accounts(ModelBackend):
    """Django's own; who is signed in is asked by a question written once."""

    def get_user(self, user_id):
        found = _ACCOUNT.asked(number=user_id)
        return found[0] if found and self.user_can_authenticate(found[0]) else None
