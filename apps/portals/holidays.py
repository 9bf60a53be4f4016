"""The days of the year an office hangs banners for, and what it hangs: a year's set at once.

Days: Nghị định 145/2013/NĐ-CP, Article 4, and what offices keep beside them (DOMAIN §5.7); those
by the moon from `lib/vietnamese/lunar.py`. Names and words are texts for readers, in Vietnamese.
"""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.db.models import BooleanField, Value
from django.db.models.expressions import RawSQL
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom.digests import digest
from apps.newsroom.refusals import Refused
from lib.vietnamese.days import midnight
from lib.vietnamese.lunar import to_lunar, to_solar, year_name

from . import frame, keeping
from .models import Banner

YEARS_AHEAD = 2
REMINDED_FROM = 11  # November, of the next year's set; until the end of January


@dataclass(frozen=True)
class Holiday:
    """`since` is the year of what is remembered; shown `before` and `after` so many days.

    `words` are offered for the banner: {n} years since, {y} the year, {ten} the lunar year's name.
    """

    code: str
    name: str
    day: int
    month: int
    before: int
    after: int
    words: str
    since: int | None = None
    lunar: bool = False
    sober: bool = False

    def on(self, year: int) -> dt.date:
        make = to_solar if self.lunar else dt.date
        return make(year, self.month, self.day)

    def years(self, year: int) -> int | None:
        return year - self.since if self.since else None

    def said(self, year: int) -> str:
        return self.words.format(n=self.years(year), y=year, ten=year_name(year))

    def lunar_words(self, year: int) -> str:
        """ "mùng 1 tháng Giêng năm Đinh Mùi", or '' for a day of the sun."""
        return str(to_lunar(self.on(year))) if self.lunar else ""

    def span(self, year: int) -> tuple[dt.datetime, dt.datetime]:
        """From the first midnight to the last, in Vietnam."""
        day = self.on(year)
        first, last = (dt.timedelta(days=days) for days in (-self.before, self.after + 1))
        return midnight(day + first), midnight(day + last)

    def occasion(self, year: int) -> str:
        return f"{self.code}-{year}"


def _kept(what, day, month, since):
    return f"Kỷ niệm {{n}} năm {what} ({day}/{month}/{since} – {day}/{month}/{{y}})"


def _remembered(code, what, day, month, since, before=5, after=1, name="", sober=False):
    return Holiday(
        code, name or what, day, month, before, after, _kept(what, day, month, since), since,
        sober=sober,
    )  # fmt: skip


HOLIDAYS = (
    Holiday("tet-duong-lich", "Tết Dương lịch", 1, 1, 3, 2, "Chúc mừng năm mới {y}"),
    _remembered("thanh-lap-dang", "Ngày thành lập Đảng Cộng sản Việt Nam", 3, 2, 1930, 7, 2),
    Holiday(
        "tet", "Tết Nguyên đán", 1, 1, 10, 7, "Mừng Đảng, mừng Xuân {ten} {y}", lunar=True
    ),
    Holiday(
        "gio-to", "Giỗ Tổ Hùng Vương", 10, 3, 4, 1,
        "Giỗ Tổ Hùng Vương, mùng 10 tháng Ba năm {ten}", lunar=True,
    ),
    _remembered("30-4", "Ngày Giải phóng miền Nam, thống nhất đất nước", 30, 4, 1975, 7, 1),
    _remembered("1-5", "Ngày Quốc tế Lao động", 1, 5, 1886, 3, 1),
    _remembered("dien-bien-phu", "Chiến thắng Điện Biên Phủ", 7, 5, 1954),
    _remembered("19-5", "Ngày sinh Chủ tịch Hồ Chí Minh", 19, 5, 1890),
    _remembered("21-6", "Ngày Báo chí cách mạng Việt Nam", 21, 6, 1925, 3),
    _remembered("27-7", "Ngày Thương binh – Liệt sĩ", 27, 7, 1947, sober=True),
    _remembered("19-8", "Cách mạng Tháng Tám thành công", 19, 8, 1945, name="Cách mạng Tháng Tám"),
    _remembered(
        "quoc-khanh", "Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam", 2, 9, 1945, 7, 2,
        name="Quốc khánh",
    ),
    _remembered("mat-tran", "Ngày truyền thống Mặt trận Tổ quốc Việt Nam", 18, 11, 1930, 3),
    _remembered("22-12", "Ngày thành lập Quân đội nhân dân Việt Nam", 22, 12, 1944),
)  # fmt: skip
BY_CODE = {each.code: each for each in HOLIDAYS}


def offered_years(at) -> list[int]:
    """The year that is, and those for which one may prepare already."""
    this = timezone.localdate(at).year
    return list(range(this, this + YEARS_AHEAD + 1))


def year_to_prepare(at) -> int | None:
    """Of which year the office is to have a set by now, or None while nobody need think of it."""
    today = timezone.localdate(at)
    if today.month >= REMINDED_FROM:
        return today.year + 1
    return today.year if today.month == 1 else None


def prepared_column(portal: str, year: int | None):
    """For a query of anything that has a portal: whether that `year_to_prepare` has been begun.

    `portal` is SQL, and so is the rest (`noticing.count_unseen` says why).
    """
    rows = f"portals_banner AS b WHERE b.portal_id = {portal} AND b.occasion LIKE %s"
    begun = RawSQL(f"EXISTS (SELECT 1 FROM {rows})", [f"%-{year}"], BooleanField())
    return begun if year else Value(True)


def next_of(year: int, at) -> Holiday | None:
    """The holiday of that year whose banner is to appear next, or is to hang already."""
    left = [each for each in HOLIDAYS if each.span(year)[1] > at]
    return min(left, key=lambda each: each.span(year)[0], default=None)


def in_order(year: int) -> list[Holiday]:
    """The set by its days in that year: Tết may come before 3/2 or after."""
    return sorted(HOLIDAYS, key=lambda each: each.on(year))


def prepared(portal, year: int) -> dict[str, Banner]:
    """{code: the banner that hangs for it that year}."""
    rows = _of_holidays(portal).filter(occasion__endswith=f"-{year}")
    return {row.occasion.rpartition("-")[0]: row for row in rows}


def last_used(portal, year: int) -> dict[str, Banner]:
    """{code: the banner of the latest year before}: its pictures are offered again."""
    found = {}
    for row in _of_holidays(portal).order_by("shows_from", "pk"):
        code, _dash, its_year = row.occasion.rpartition("-")
        if its_year.isdigit() and int(its_year) < year:
            found[code] = row
    return found


def set_digest(portal, year: int) -> str:
    """Other whenever anything of that year's set is other: who saves names what he has seen."""
    rows = sorted(prepared(portal, year).items())
    return digest({code: frame.banner_values(row) for code, row in rows})


@transaction.atomic
def prepare(portal, year: int, wanted: dict[str, dict], *, seen: str, by, at, sign=False) -> int:
    """Hang exactly these: {code: fields of a Banner}. What hung for other days of the set goes.

    Nothing reaches readers before two have signed the frame; with `sign` this person does so now.
    Returns how many hang. Raises OutOfSight, Refused, ValidationError; then nothing has changed.
    """
    if seen != set_digest(portal, year):
        raise Refused(_("Somebody has changed this set meanwhile. Look at it and save again."))
    standing = prepared(portal, year)
    for code, row in standing.items():
        if code not in wanted:
            keeping.drop(row, by=by, at=at)
    for code, fields in wanted.items():
        row = standing.get(code) or Banner(portal=portal, occasion=BY_CODE[code].occasion(year))
        for name, value in fields.items():
            setattr(row, name, value)
        keeping.keep(row, by=by, at=at)
    if sign:
        frame.sign_frame(portal, by=by, at=at)
    return len(wanted)


def _of_holidays(portal):
    rows = Banner.objects.filter(portal=portal).exclude(occasion="")
    return rows.select_related("portal", "wide", "narrow")
