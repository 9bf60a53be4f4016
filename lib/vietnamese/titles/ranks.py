"""The words for ranks, and what kind of body each takes (DOMAIN §2.4, §1.6)."""

from .cores import (
    BOARD_MEMBER,
    CENTRAL_MEMBER,
    CENTRAL_SECRETARY,
    CENTRAL_SPARE,
    CHAIR,
    DELEGATE,
    DELEGATION,
    DIRECTOR,
    DUTY,
    EXECUTIVE,
    HEAD,
    INSPECTION,
    MEMBER,
    OFFICE,
    PARLIAMENT,
    POLICE,
    POLITBURO,
    SECRETARIAT,
    SECRETARY,
    SECTION,
    STANDING,
    STANDING_MEMBER,
    STANDING_SECRETARY,
    STATION,
    Core,
    Spelling,
    party,
)
from .phrases import build, lines
from .wordlists import words

_COMMITTEES = sorted(words("tỉnh thành thị huyện quận đảng"))
_SHORT_MEMBERS = {
    "=tuv": "tỉnh",
    "=huv": "huyện",
    "=thuv": "thành",
    "=txuv": "thị",
    "=quv": "quận",
    "=đuv": "đảng",
}

# Ranks without any peculiarity; the deputy is said with "Phó" before the same words.
_PLAIN = """
Chủ nhiệm: =cn
Tổng Giám đốc: =tgđ
Chánh án
Viện trưởng
Cục trưởng
Chi cục trưởng
Vụ trưởng
Hiệu trưởng
Bộ trưởng
Thủ tướng
Chỉ huy trưởng: =cht
Tham mưu trưởng
Tư lệnh
Chính ủy
Đồn trưởng: trưởng đồn
Đội trưởng
Trạm trưởng: trưởng trạm
Hạt trưởng
Trưởng khoa
Tổng Biên tập
Tổng Thư ký
Tổng Thanh tra
Tổng Kiểm toán Nhà nước: tổng kiểm toán
Chi hội trưởng
Chi đoàn trưởng
"""
# Ranks that have no "Phó" before them, or have it behind.
_WHOLE = """
Tổng Bí thư
Chủ tịch nước
Phó Chủ tịch nước
Thứ trưởng
Chỉ huy phó
Chính trị viên
Chính trị viên phó: phó chính trị viên
Hiệu phó
Chi hội phó
Đồn phó
Bí thư thứ nhất
Phó Tổng Tham mưu trưởng
Tổng Tham mưu trưởng
"""
_VILLAGE_HEADS = "thôn|bản|ấp|xóm|khu phố|tổ dân phố|khóm|buôn|làng|khu dân cư|khối phố|tiểu khu"
# Parts played at one event or in one task: no office in the register (DOMAIN §2.4, ad hoc).
_DUTIES = """
trưởng tiểu ban | phó trưởng tiểu ban | phó tiểu ban | trưởng bcđ | phó bcđ | phó trưởng bcđ
ủy viên ban chỉ đạo | thành viên ban chỉ đạo | tổ trưởng | tổ phó | phó tổ trưởng | chủ tọa
thư ký kỳ họp | thư ký hội nghị | thư ký đại hội | trưởng bộ phận | phó trưởng bộ phận
trưởng nhóm | phó trưởng nhóm | báo cáo viên | trưởng ban giúp việc
chủ tịch hội đồng nghĩa vụ quân sự | phó chủ tịch hội đồng nghĩa vụ quân sự | chủ tịch hội đồng thi
chủ tịch ủy ban bầu cử | phó chủ tịch ủy ban bầu cử | chủ tịch hội đồng giám khảo
chủ tịch hội đồng thi đua - khen thưởng | chủ tịch hội đồng phối hợp | chủ tịch hội đồng nvqs
"""


def _deputies(spellings: str, core: Core) -> list[tuple[str, Spelling]]:
    """Each spelling as it stands and behind "Phó"."""
    entries = []
    for spelling in spellings.split("|"):
        words = spelling.strip()
        entries.append((words, Spelling(core)))
        entries += [(f"{deputy} {words}", Spelling(core, True)) for deputy in ("phó", "=p")]
    return entries


def _party_ranks():
    yield from _deputies("bí thư | =bt", SECRETARY)
    for member in ("uv", "ủy viên"):
        for board in ("btv", "ban thường vụ", "thường vụ", "tv"):
            yield f"{member} {board}", Spelling(STANDING)
        for board in ("bch", "ban chấp hành", "chấp hành"):
            yield f"{member} {board}", Spelling(EXECUTIVE)
        yield member, Spelling(MEMBER)
        yield f"{member} thường trực", Spelling(STANDING_MEMBER)
        yield f"{member} ban thường trực", Spelling(BOARD_MEMBER)
    for word, core in (("uvbtv", STANDING), ("=uvtv", STANDING), ("uvbch", EXECUTIVE)):
        yield word, Spelling(core)
    for letters, body in (("hu", "Huyện ủy"), ("tu", "Tỉnh ủy"), ("đu", "Đảng ủy")):
        joined = STANDING._replace(body=body)
        for word in (f"uvbtv{letters}", f"uvtv{letters}"):
            yield word, Spelling(joined)


def _committee_members():
    for word in _COMMITTEES:
        house = word.capitalize()
        core = party(f"{house} ủy viên", body=f"{house} ủy", many=True)
        yield f"{word} ủy viên", Spelling(core)
        yield from ((short, Spelling(core)) for short, of in _SHORT_MEMBERS.items() if of == word)
    for member in ("chi ủy viên", "=cuv"):
        yield member, Spelling(party("Chi ủy viên", body="Chi bộ", many=True))


def _central():
    for member in ("ủy viên", "uv"):
        for board in ("", " ban chấp hành", " bch"):
            for centre in ("trung ương đảng", "tw đảng", "tư đảng", "t ư đảng", "t w đảng"):
                yield f"{member}{board} {centre}", Spelling(CENTRAL_MEMBER)
                yield f"{member} dự khuyết{board} {centre}", Spelling(CENTRAL_SPARE)
                yield f"{member}{board} dự khuyết {centre}", Spelling(CENTRAL_SPARE)
        yield f"{member} bộ chính trị", Spelling(POLITBURO)
        yield f"{member} bct", Spelling(POLITBURO)
        yield f"{member} ban bí thư", Spelling(SECRETARIAT)
    for joined in ("uvtư đảng", "uvtw đảng", "uvt ư đảng", "uvt w đảng", "uvtwđ", "uvtưđ"):
        yield joined, Spelling(CENTRAL_MEMBER)
    for centre in ("trung ương đảng", "tw đảng", "tư đảng", "t ư đảng"):
        yield f"bí thư {centre}", Spelling(CENTRAL_SECRETARY)
    yield "thường trực ban bí thư", Spelling(STANDING_SECRETARY)
    for joined in ("uvbct", "=uvbct"):
        yield joined, Spelling(POLITBURO)


_BOARDS = {
    "btc": "Ban Tổ chức",
    "btg": "Ban Tuyên giáo",
    "btgdv": "Ban Tuyên giáo và Dân vận",
    "bdv": "Ban Dân vận",
    "bnc": "Ban Nội chính",
    "bxdđ": "Ban Xây dựng Đảng",
}


def _heads():
    yield from _deputies("trưởng ban", HEAD)
    yield "phó ban", Spelling(HEAD, True)
    for letters, organ in _BOARDS.items():
        for head, deputy in (("trưởng", False), ("phó trưởng", True), ("phó", True)):
            yield f"{head} {letters}", Spelling(HEAD._replace(head=organ), deputy)
    yield from _deputies("chánh văn phòng | =cvp", OFFICE)
    yield from (("phó văn phòng", Spelling(OFFICE, True)), ("=pcvp", Spelling(OFFICE, True)))
    yield from _deputies("trưởng phòng", SECTION)
    yield from _deputies("trưởng đài", STATION)
    yield from (("phó phòng", Spelling(SECTION, True)), ("=ptp", Spelling(SECTION, True)))
    yield from _deputies("trưởng công an | trưởng ca", POLICE)
    yield "phó công an", Spelling(POLICE, True)
    yield from _deputies("chánh thanh tra", INSPECTION)
    yield from _deputies("trưởng đoàn", DELEGATION)
    yield "phó đoàn", Spelling(DELEGATION, True)
    yield from (("đại biểu", Spelling(DELEGATE)), ("đbqh", Spelling(PARLIAMENT)))


def _chairs():
    yield from _deputies("chủ tịch | =ct", CHAIR)
    for word in ("=pct", "=pctt", "=pcttt", "=pbt", "=pbttt"):
        core = CHAIR if word.startswith("=pc") else SECRETARY
        modifier = "Thường trực" if word.endswith("tt") else ""
        yield word, Spelling(core, True, modifier)
    yield "=pgđ", Spelling(DIRECTOR, True)
    yield from _deputies("giám đốc | =gđ", DIRECTOR)
    yield "phó chủ tịch - tổng thư ký", Spelling(Core("Phó Chủ tịch - Tổng Thư ký"))


def _others():
    for spelling, house in lines(_PLAIN):
        yield from _deputies(spelling, Core(house))
    for spelling, house in lines(_WHOLE):
        yield spelling, Spelling(Core(house))
    for place in _VILLAGE_HEADS.split("|"):
        yield from _deputies(f"trưởng {place}", Core(f"Trưởng {place}", head=place))
    for line in _DUTIES.strip().splitlines():
        yield from ((duty.strip(), Spelling(DUTY)) for duty in line.split("|"))


RANKS = build(
    entry
    for table in (_party_ranks, _committee_members, _central, _heads, _chairs, _others)
    for entry in table()
)

MODIFIERS = build(
    [
        ("thường trực", "Thường trực"),
        ("=tt", "Thường trực"),
        ("( thường trực )", "Thường trực"),
        ("chuyên trách", "chuyên trách"),
        ("thường trực chuyên trách", "Thường trực chuyên trách"),
        ("=tt chuyên trách", "Thường trực chuyên trách"),
    ]
)

STATUSES = build(
    [
        ("nguyên", "former"),
        ("nguyên là", "former"),
        ("cựu", "former"),
        ("quyền", "acting"),
        ("=q", "acting"),
        ("tân", ""),
        ("cố", ""),
    ]
)
