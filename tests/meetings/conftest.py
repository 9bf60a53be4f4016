import pytest

from apps.people import remembered


@pytest.fixture(autouse=True)
def nothing_remembered():
    """A rolled-back test leaves the same numbers with other rows behind."""
    remembered.forget()
    yield
    remembered.forget()
