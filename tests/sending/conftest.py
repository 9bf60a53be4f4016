"""A province and a commune of one installation, and a piece between them."""

import copy

import pytest
from django.utils import translation

from apps.articles.sending import offering
from tests import make
from tests.make import DAY, NOON
from tests.once import once

from .made import HOURS, sign


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


def _offices():
    province, commune = (make.Office(key).with_frame(at=NOON - DAY) for key in ("tinh", "xa"))
    article = province.published(headline="Tỉnh ủy họp báo", slug="tinh-uy-hop-bao")
    return province, commune, article


offices = once(_offices)


@pytest.fixture
def begun(offices):
    return copy.deepcopy(offices)


@pytest.fixture
def province(begun):
    return begun[0]


@pytest.fixture
def commune(begun):
    return begun[1]


@pytest.fixture
def article(begun):
    return begun[2]


@pytest.fixture
def sending(province, commune, article):
    return offering.send(article, [commune.portal], by=province.editor, at=NOON)[0]


@pytest.fixture
def received(commune, sending):
    sign(commune.editor, commune, sending)
    return sign(commune.chief, commune, sending)


@pytest.fixture
def planned(commune, sending):
    """Received for the next day, to end the day after."""
    sign(commune.editor, commune, sending)
    return sign(commune.manager, commune, sending, **HOURS)
