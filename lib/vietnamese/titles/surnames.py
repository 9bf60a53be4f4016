"""Surnames (DOMAIN §3.3) and names of places that look like names of people: hints, never gates."""

from ..text import collapse
from .wordlists import words

# Seldom the first word of a place.
STRONG = words(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương đinh trịnh đoàn đào triệu
    phùng đàm trương hứa đậu quách tạ tống bế mã sầm lò vy doãn nghiêm khuất phí giáp diệp cù
    uông tôn tào khổng bành lữ ngụy nhữ thiều tất ưng khúc chử cấn lường quàng tòng lỡo mè lù
    lềm ngần cầm đèo khằm chẩu giàng vàng vừ sùng thào mùa hạng hầu lầu chá tráng thò sình
    phàng âu lèng lành tẩn chảo pờ lỳ sừng moong cụt xeo danh chau neáng niê mlô êban ayun ayŭn
    kbuôr byă kpă ksor siu nay rơ rcom rah hwing knul kđoh điểu touneh chamaléa katơr pinăng
    alăng bhling briu zơrâm pơloong bàn ngôn chu văn vi thái lâm lục lại mông thân tăng tô lưu
    nông giàng lý hồ ông ksơr rmah nie mai phàn thền cháng chẻo hảng lừu thàn lèo khoàng hừ lỷ
    """
)
# So frequent that even two words with one of them are rather a person.
FREQUENT = words(
    """
    nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô đinh trịnh đào trương lò giàng quàng
    lường ksor
    """
)
# Surnames that begin names of places just as well: Hà Vân, Sơn Thạch, Lương Phú, Kim Sơn.
WEAK = words(
    """
    hà cao lương châu ma la đồng kiều long từ bạch lăng vương kim trà mạc tiêu quan viên ninh
    cung đới lã lỗ quản thi trang sử đường lư hàn giang phó hồng cáp đôn hạ hán kha liêu lộc
    ngũ ôn phương tiền trầm vòng ân mạch sái lô lự sa vì tao tụ xin cứ ly má hờ chang và linh
    xa phà thạch sơn kiên bá chế đàng mang quảng dụng thiên lan tường mẫn yên bảo tân công tằng
    khương đổng thạc dư thẩm tiết phù tằng lều đái bàng ứng nghị tải phủ
    """
)
# First words of names without a surname: Y Vêng, A Pao, H'Mlô, K' Vàng, Ka X.
PARTICLES = words("y a h' k' ka")

_PROVINCES = """
An Giang, Bà Rịa, Vũng Tàu, Bắc Giang, Bắc Kạn, Bạc Liêu, Bắc Ninh, Bến Tre, Bình Định, Bình
Dương, Bình Phước, Bình Thuận, Cà Mau, Cần Thơ, Cao Bằng, Đà Nẵng, Đắk Lắk, Đắk Nông, Đăk Lăk, Đăk
Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải
Phòng, Hậu Giang, Hòa Bình, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lâm Đồng, Lạng
Sơn, Lào Cai, Long An, Nam Định, Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình,
Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, Thái Bình, Thái Nguyên,
Thanh Hóa, Thừa Thiên Huế, Huế, Tiền Giang, Hồ Chí Minh, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh
Phúc, Yên Bái, Hà Tây, Việt Nam, Hạ Long, Thủ Đức, Điện Bàn, Mường Lay, Lao Cai, Sài Gòn, Hồ Gươm,
Thái Hòa, Thái Thụy, Lâm Thao, Lâm Hà, Lục Ngạn, Lục Nam, Lục Yên, Vũ Thư, Vũ Oai, Vũ Quang, Triệu
Phong, Triệu Sơn, Sầm Sơn, Phan Thiết, Phan Rang, Nông Cống, Văn Lâm, Văn Giang, Văn Bàn, Văn Yên,
Văn Chấn, Văn Quan, Văn Lãng, Lý Nhân, Lý Sơn, Đoàn Kết, Dương Minh Châu, Hoàng Mai, Hoàng Hóa,
Hoàng Su Phì, Hoàng Sa, Đào Xá, Mai Châu, Mai Sơn, Thái Thịnh, Vũ Lễ, Tô Hiệu, Dương Kinh, Dương
Đông, Dương Hòa, Văn Quán, Văn Miếu, Văn Phú, Văn Lang, Vàng Danh, Trần Đề, A Lưới, A Vao, A Bung,
A Dơi, A Xing, A Ngo, A Roàng, A Xan, A Tiêng, A Mú Sung, Y Tý, Y Can
"""
# Heroes whose names are borne by wards, communes and schools.
_HEROES = """
Trần Hưng Đạo, Trần Phú, Trần Quang Khải, Trần Nhân Tông, Trần Nguyên Hãn, Trần Văn Thời, Trần
Quốc Toản, Lê Lợi, Lê Hồng Phong, Lê Duẩn, Lê Chân, Lê Thánh Tông, Lê Lai, Lê Quý Đôn, Lê Đại
Hành, Lê Bình, Nguyễn Trãi, Nguyễn Du, Nguyễn Huệ, Nguyễn Thái Học, Nguyễn Thị Minh Khai, Nguyễn
Cư Trinh, Nguyễn Phích, Nguyễn Việt Khái, Nguyễn Huân, Nguyễn Bỉnh Khiêm, Nguyễn Văn Cừ, Nguyễn
Văn Linh, Nguyễn Trung Trực, Nguyễn Phúc, Nguyễn Úy, Nguyễn Trường Tộ, Phan Bội Châu, Phan Chu
Trinh, Phan Châu Trinh, Phan Đình Phùng, Phan Đình Giót, Phan Thanh, Lý Thường Kiệt, Lý Thái Tổ,
Lý Văn Lâm, Hoàng Văn Thụ, Hoàng Diệu, Hoàng Quốc Việt, Hoàng Hoa Thám, Ngô Quyền, Ngô Mây, Đinh
Tiên Hoàng, Đặng Hải, Võ Thị Sáu, Phạm Ngũ Lão, Phạm Văn Hai, Trương Định, Trương Quang Trọng, Bùi
Thị Xuân, Võ Trường Toản, Huỳnh Thúc Kháng, Tôn Đức Thắng, Mạc Đĩnh Chi, Hồ Tùng Mậu, Tô Hiến
Thành, Lương Khánh Thiện, Lương Thế Vinh, Châu Văn Liêm, Hai Bà Trưng
"""


def _keys(listed: str) -> frozenset[str]:
    return frozenset(collapse(name).lower() for name in listed.split(","))


PLACES = _keys(_PROVINCES) | _keys(_HEROES)
