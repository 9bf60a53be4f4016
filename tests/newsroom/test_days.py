"""What the desk says of a day it cannot take."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from apps.newsroom.days import DayField

CASES = [
    ("31/02/2027", "Không có ngày này"),
    ("29/2/2027", "Không có ngày này"),
    ("1/1/0001", "Năm phải"),
    ("31/12/9999", "Năm phải"),
    ("mai", "Viết ngày theo dạng"),
]


@pytest.mark.parametrize(("typed", "says"), CASES)
def test_a_day_that_cannot_be_is_refused_for_what_it_is(typed, says):
    with translation.override("vi"), pytest.raises(ValidationError) as refusal:
        DayField().clean(typed)
    assert says in refusal.value.messages[0]
