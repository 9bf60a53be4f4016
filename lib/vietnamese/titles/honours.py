"""Words before a name: đồng chí, ông, bà, ranks of the armed forces, degrees."""

from .phrases import add, build

SINGLE, PLURAL, RANK = "single", "plural", "rank"

_RANKS = """
hạ sĩ, trung sĩ, thượng sĩ, thiếu úy, trung úy, thượng úy, đại úy, thiếu tá, trung tá, thượng tá,
đại tá, thiếu tướng, trung tướng, thượng tướng, đại tướng, chuẩn đô đốc, phó đô đốc, đô đốc
"""
_DEGREES = """
giáo sư, phó giáo sư, tiến sĩ, tiến sỹ, thạc sĩ, thạc sỹ, cử nhân, kỹ sư, bác sĩ, bác sỹ, dược sĩ,
luật sư, nhà giáo ưu tú, nhà giáo nhân dân, thầy thuốc ưu tú, thầy thuốc nhân dân, nghệ sĩ ưu tú,
nghệ sĩ nhân dân, kiến trúc sư, anh hùng lao động, anh hùng lực lượng vũ trang nhân dân,
anh hùng llvtnd, nghệ nhân, nhà báo, nhà văn, nhà thơ, linh mục, hòa thượng, thượng tọa, đại đức,
=gs, =pgs, =ts, ths, =bs, =bscki, =bsckii, bsck, =ks, =cn, =ngưt, =ngnd, =ttưt, =ttnd, =nsưt,
=gs ts, =pgs ts, =pgs ts ngưt, ts bs, ths bs, ckii, cki
"""
_SINGLE = "đồng chí: đồng chí, đ/c; ông: ông; bà: bà; cụ: cụ; anh: anh; chị: chị"
_PLURAL = """
các đồng chí, các đ/c, hai đồng chí, ba đồng chí, bốn đồng chí, năm đồng chí, các ông, các bà,
những đồng chí, các ông bà, các vị, hai đ/c, quý đồng chí, 2 đồng chí, 3 đồng chí,
4 đồng chí, 5 đồng chí, các anh, các chị
"""


def _entries():
    for form in _SINGLE.split(";"):
        house, _colon, spellings = form.partition(":")
        yield from ((word.strip(), (SINGLE, house.strip())) for word in spellings.split(","))
    yield from ((word.strip(), (PLURAL, "đồng chí")) for word in _PLURAL.split(",") if word.strip())
    for table in (_RANKS, _DEGREES):
        yield from ((word.strip(), (RANK, "")) for word in table.split(",") if word.strip())


HONOURS = build(_entries())
add(HONOURS, "các ông , bà", (PLURAL, "đồng chí"))
