"""What the desk's first page costs where every panel has something to say."""

import pytest
from django.core.cache import cache
from django.utils import timezone

from apps.people import remembered
from apps.portals.holidays import year_to_prepare
from apps.proofing import snapshots

from .full_desk import FullDesk
from .test_first_page import LIST, cost, opened

OF_READERS = {"Chế độ tang lễ", "Hôm nay tôi phải làm gì", "Chờ duyệt"}
OF_CONTRIBUTORS = OF_READERS - {"Chờ duyệt"} | {
    "Bài đồng chí đang viết", "Gửi nhanh từ điện thoại", "Hôm nay tôi đi", "Chức danh thay đổi",
    "Bài được bàn giao cho đồng chí", "Chờ đồng chí ký", "Bài gần đây của đồng chí",
    "Danh mục chức danh",
}  # fmt: skip
OF_WRITERS = OF_READERS | OF_CONTRIBUTORS | {
    "Lịch công tác, hội nghị chờ ký", "Vừa rút khỏi trang bạn đọc", "Chưa ai đi",
    "Bài được gửi đến",
}  # fmt: skip
YEAR = year_to_prepare(timezone.now())
OF_SEASON = {f"Ngày lễ năm {YEAR}"} if YEAR else set()
OF_BOARD = OF_WRITERS | OF_SEASON | {"Bài vừa bị tạm ẩn, gỡ", "Thiết lập trang"}
DELEGATED = {"Ủy quyền duyệt"}
PANELS = {
    "inspector": OF_READERS,
    "contributor": OF_CONTRIBUTORS,
    "reporter": OF_WRITERS | DELEGATED,
    "editor": OF_WRITERS,
    "managing_editor": OF_BOARD,
    "deputy_chief": OF_BOARD | DELEGATED,
    "chief": OF_BOARD | DELEGATED,
    "keeper": OF_BOARD,
}


@pytest.fixture
def full_desk():
    """A rolled-back test leaves the same numbers with other rows behind."""
    keepers = (snapshots.forget, remembered.forget, cache.clear)
    for forget in keepers:
        forget()
    yield FullDesk().add()
    for forget in keepers:
        forget()


@pytest.mark.sqlite_only
@pytest.mark.django_db
def test_every_panel_filled_costs_under_fifteen_queries_at_any_size(full_desk):
    people = full_desk.people.items()
    pages = {role: opened(who) for role, who in people}
    few = {role: queries for role, (_page, queries) in pages.items()}
    titles = {
        role: {panel["title"] for panel in page.context["desk_panels"]}
        for role, (page, _queries) in pages.items()
    }
    assert titles == PANELS
    lists = {role: cost(who, f"{LIST}?q=thi+uy") for role, who in people}
    full_desk.add().add()  # three times as much
    assert {role: cost(who) for role, who in people} == few
    assert {role: cost(who, f"{LIST}?q=thi+uy") for role, who in people} == lists
    assert max(few.values()) < 15, few
    assert max(lists.values()) < 20, lists
