"""A portal in which every part is filled, and what readers get of each kind of its pages."""

from apps.editions import paths, showings
from apps.public import pages

from . import make, make_meetings, register

KEPT = {}
TABLE = (
    "<table><caption>Kết quả</caption><thead><tr><th>Xã</th><th>Hộ</th></tr></thead>"
    "<tbody><tr><td>Nà Lốc</td><td>180</td></tr></tbody></table>"
)
TEXT = (
    '<p>Sáng 11/10, đồng chí <span data-person="person:7">Hà Văn Minh</span> chủ trì.</p>'
    "<h2>Kết quả</h2><ul><li>Một</li></ul><blockquote><p>Làm ngay.</p></blockquote>" + TABLE
)
VIDEO = [
    {"sha256": "c0" * 32, "name": "cho.mp4", "title": "Chợ", "size": 2048, "type": "video/mp4"},
    {"sha256": "d0" * 32, "name": "cho.vtt", "title": "Phụ đề", "size": 90, "type": "text/vtt"},
]
PAPER = {"sha256": make.SHA, "name": "a.pdf", "title": "Số 17-NQ/TU", "size": 9, "type": ""}
ORIGIN = {"name": "Tỉnh Sông Vân", "host": "tinh.example", "address": "/tin-tuc/bai-9/"}
MOURNED_FROM = make.NOON + make.DAY


def rendered(client, clock) -> dict[str, str]:
    """{address: HTML}; the last two as they are while the portal mourns. One process makes them
    once for all its tests, and only the first needs a database.
    """
    if not KEPT:
        addresses = _fill()
        clock.at = make.NOON
        found = {address: client.get(address) for address in addresses}
        clock.at = MOURNED_FROM
        pages.forget()
        found |= {f"{address}#tang": client.get(address) for address in addresses[:2]}
        lost = {
            address: got.status_code for address, got in found.items() if got.status_code != 200
        }
        assert list(lost.values()) == [404, 410], lost
        KEPT.update({address: got.content.decode() for address, got in found.items()})
    return KEPT


def _fill():
    """Cuts everything; the addresses, the front page and an article first."""
    _frame()
    for _ in range(25):
        make.article(lead=make.picture(caption="Hội trường", credit="An Thu"), sapo="Tóm tắt.")
    full, gone = _article(), make.article()
    bare = make.article(html="", origin=ORIGIN, share=make.picture())
    showings.take_down(make.PORTAL, gone.key, at=make.NOON)
    gallery = [make.picture(caption="Một"), make.picture(credit="An")]
    photos = make.article(genre="photo_story", lead=make.picture(), gallery=gallery)
    video = make.article(attachments=VIDEO, lead=make.picture(), transcript=["Xin chào."])
    who, body = _register()
    week, meeting = _meetings()
    return [
        "/",
        full.address,
        f"{full.address}?in=1",
        f"{full.address}?co-chu=rat-lon",
        f"{full.address}?tuong-phan=cao",
        *(row.address for row in (bare, photos, video)),
        f"{photos.address}?in=1",
        "/tin-tuc/",
        "/xay-dung-dang/",
        "/dan-van/",
        "/chu-de/dai-hoi/",
        "/luu-tru/",
        "/luu-tru/2021/10/",
        "/luu-tru/2021/10/11/",
        "/luu-tru/2021/10/9/",
        "/tim-kiem/",
        "/tim-kiem/?q=giao ban",
        "/tim-kiem/?q=khongco",
        "/tim-kiem/?q=giao ban&muc=tin-tuc&nam=2021&xep=moi",
        who.address,
        body.address,
        f"{body.address}?nam=2020",
        "/can-bo/",
        "/to-chuc/",
        week.address,
        f"{week.address}?in=1",
        "/hoi-nghi/",
        meeting.address,
        "/ve-trang-nay/",
        "/so-do-trang/",
        "/dinh-chinh/",
        "/khong-co/",
        gone.address,
    ]


def _frame():
    banner = {
        "wide": make.picture(),
        "narrow": make.picture(),
        "alt": "Banner",
        "href": "/tin-tuc/",
        "shows_from": None,
        "shows_until": None,
    }
    until = MOURNED_FROM + make.DAY
    make.frame(
        masthead=make.picture(),
        about=["Trang của Đảng bộ thị xã.", "Do Ban Biên tập giữ."],
        banners=[{**banner, "slot": slot} for slot in ("top", "side", "end")],
        style={**make.STYLE, "views": "Lượt xem:"},
        topics=[make.topic()],
        mourning=[{"shows_from": MOURNED_FROM.isoformat(), "shows_until": until.isoformat()}],
    )


def _article():
    return make.article(
        html=TEXT,
        lead=make.picture(caption="Hội trường"),
        gallery=[make.picture(caption="Một"), make.picture(credit="An")],
        attachments=[PAPER],
        bylines=make.names("An Thu"),
        byline_office="Văn phòng Thị ủy",
        outside_source="TTXVN",
        section="dan-van",
        sapo="Đồng chí Nguyễn Văn Hải chủ trì.",
        corrections=[{"wrong": "quý II", "right": "quý III", "at": "2021-10-11T10:00:00+07:00"}],
        subjects=(paths.tag_key("Đại hội Đảng bộ"), "corrections", "person:7"),
    )


def _register():
    who = register.person(
        portrait=make.picture(),
        biography="Sinh ra ở Sông Vân.",
        office="Bí thư Thị ủy Sông Vân",
        past=[register.title(**{"from": "2015-01-01", "to": "2020-07-31"})],
    )
    origin = register.step((2, "Huyện ủy Cũ"), (1, "Thị ủy Sông Vân"))
    body = register.body(
        leaders=[register.leader(), register.leader("Lê Văn An", 8, leads=False)],
        children=[{"key": "body:3", "name": "Văn phòng", "children": []}],
        origins=[origin],
        **{"from": "2021-07-01"},
    )
    return who, body


def _meetings():
    line = make_meetings.line
    week = make_meetings.week(
        line(place="Hội trường", chair="Bí thư", guests="Các ban", prepared="Văn phòng"),
        line("Tiếp dân", "2021-10-12T08:00:00+07:00", key="meeting:5", state="postponed"),
    )
    meeting = make_meetings.meeting(
        place="Hội trường",
        form="both",
        remote_points=["Xã Nà Lốc"],
        agenda=["Khai mạc"],
        live_link="https://hop.example/1",
        ends_at="2021-10-11T11:00:00+07:00",
        host="Thị ủy Sông Vân",
        host_key="body:1",
        attendance=[make_meetings.person("Hà Văn Minh", key="person:7", role="chair")],
        documents=[PAPER],
    )
    return week, meeting
