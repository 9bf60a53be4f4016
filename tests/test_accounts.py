"""Accounts without any office."""

import pytest

from apps.accounts.models import User

pytestmark = pytest.mark.django_db


def test_first_account_is_a_technical_administrator():
    made = User.objects.create_superuser("quan-tri", display_name="Trần Duy Kha", password="x" * 12)
    assert made.is_administrator
    assert made.is_staff


def test_a_person_is_called_by_his_full_name():
    assert str(User(username="a", display_name="Y Blêu Niê")) == "Y Blêu Niê"
