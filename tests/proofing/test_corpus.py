"""The figures of the proofreader: on the parts known while it was built, and on the sealed one."""

import pytest

from .scoring import score

PARTS = {"known": ("a", "b", "sealed", "sealed-2", "e", "sealed-3"), "sealed": ("sealed-4",)}

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite_only]


@pytest.mark.parametrize("folder", [name for names in PARTS.values() for name in names])
def test_errors_are_found_and_nothing_else(folder):
    total = score(folder)
    told = f"{total.table()}\n" + "\n".join(total.faults)
    assert min(map(total.recall, total.kinds)) >= 0.97, told
    assert total.precision >= 0.98, told
    assert total.alarms * 50 <= total.clean, told
