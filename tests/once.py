"""What the tests of a file begin from, made once: Django's `setUpTestData`, for fixtures."""

import pytest
from django.db import transaction


def once(made):
    """A fixture of one file that gives what `made()` gives, done when a test first asks for it.

    Each test begins there and is taken back to it; the file's end takes all of it back. Rows are
    rolled back, objects are not: give each test a copy of its own (`copy.deepcopy`). Not for a
    file with real transactions.
    """

    @pytest.fixture(scope="module")
    def begun(django_db_setup, django_db_blocker):
        with django_db_blocker.unblock(), transaction.atomic():
            yield made()
            transaction.set_rollback(True)

    return begun
