"""A province and a commune of one installation, and a piece between them."""

import pytest
from django.utils import translation

from apps.articles.sending import offering
from tests import make
from tests.make import DAY, NOON

from .made import HOURS, sign


@pytest.fixture(autouse=True)
def _english():
    """Refusals are matched by their ids."""
    with translation.override("en"):
        yield


@pytest.fixture
def province():
    return make.Office("tinh").with_frame(at=NOON - DAY)


@pytest.fixture
def commune():
    return make.Office("xa").with_frame(at=NOON - DAY)


@pytest.fixture
def article(province):
    return province.published(headline="Tỉnh ủy họp báo", slug="tinh-uy-hop-bao")


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
