"""How words under pictures begin and what they show: lists, separated by commas."""

import re


def any_of(listed: str) -> str:
    """Alternatives of a regular expression, the longest first; whole words only."""
    phrases = {" ".join(phrase.split()) for phrase in listed.split(",")}
    longest_first = sorted(phrases - {""}, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})(?!\\w)"


PEOPLE = """
đồng chí, hai đồng chí, đ/c, đ.c, chủ tọa, chủ toạ, công chức, viên chức, đại biểu, đại diện, ông,
bà, cán bộ, đảng viên, hội viên, đoàn viên, lãnh đạo, cử tri, thành viên, học viên, học sinh, sinh
viên, thí sinh, chiến sĩ, chiến sỹ, em, chị, anh, bác, cụ, người dân, nhân dân, bà con, già làng,
nông dân, công nhân, thanh niên, phụ nữ, giáo viên, cô giáo, thầy giáo, cựu chiến binh, y bác sĩ,
người lao động, doanh nghiệp, nghệ nhân, trưởng bản, trưởng thôn, xã, phường, đơn vị, địa phương,
tập thể, cá nhân, đảng ủy, đảng uỷ, gia đình, phóng viên, đội
"""
PERSONS = """
tân binh, các tân binh, chi bộ, chi đoàn, chi hội, đồng chí, ông, bà, chị, anh, em, cụ, hội viên,
đoàn viên, học sinh, người dân, bà con, chiến sĩ, cán bộ, công nhân, nông dân, đại biểu, các đại
biểu, các em, chị em
"""
ORGANS = """
thường trực, ban thường vụ, btv, bch, ban chấp hành, bí thư, phó bí thư, chủ tịch, phó chủ tịch,
trưởng, phó trưởng, giám đốc, thượng tá, đại tá, trung tá, thiếu tá, thiếu tướng, trung tướng,
đoàn chủ tịch, chủ tịch đoàn, ban tổ chức, ban giám khảo, tổ bầu cử, đoàn công tác, đoàn đại biểu,
đoàn kiểm tra, đoàn giám sát, đoàn khảo sát, đoàn viếng, đoàn cán bộ, lực lượng
"""
OCCASIONS = """
hội nghị, buổi, lễ, chương trình, phiên, kỳ họp, đại hội, cuộc họp, hội thi, lớp, hội thảo, tọa
đàm, toạ đàm, mô hình, công trình, khu, nhà, trụ sở, tuyến đường, vườn, đường
"""
SHOWN = """
phát biểu, kết luận, trao, tặng, nhận, chụp, dự, tham dự, tham gia, chủ trì, chủ tọa, chủ toạ,
điều hành, biểu quyết, dâng, thắp, thăm, kiểm tra, khảo sát, báo cáo, trình bày, thảo luận, qua
đường truyền, trực tuyến, ký kết, ký giao, bỏ phiếu, tiếp, chúc mừng, động viên, trao đổi, làm
việc, tại, giới thiệu, quán triệt, truyền đạt, khai mạc, bế mạc, nêu ý kiến, đối thoại, giải
trình, trả lời, công bố, ra mắt, xem, nghe, hướng dẫn, thu hoạch, chăm sóc, viếng, cắt băng,
trồng, tuần tra, ôn lại, phân loại, ra quân, góp ý, ghi hình, tuyên truyền, phát quà, lưu niệm,
đồng chủ trì, tập huấn, hát, biểu diễn, được, đang, đóng góp, quét, đọc, gặp mặt, bên, cùng, hỏi,
ký biên bản, đặt vòng hoa, ghi sổ, động thổ, khởi công, vớt, đổ bê tông, dọn, vệ sinh, bàn giao,
diễn ra, tổ chức, gắn biển, trong
"""
DOING = """
thắp nến, thắp hương, dâng hương, dâng hoa, trao quà, trao giải, trao thưởng, trao bằng, trao
giấy, trao tặng, trao cờ, trao huy hiệu, tặng quà, tặng hoa, tặng giấy, tặng cờ, bỏ phiếu, chụp
ảnh, cắt băng, biểu diễn, thu hoạch, trồng cây, gói bánh, bàn giao nhà
"""
SCENES = """
quang cảnh, toàn cảnh, khung cảnh, phối cảnh, hoạt cảnh, hình ảnh, ảnh minh họa, ảnh minh hoạ, ảnh
tư liệu, ảnh trên, ảnh dưới, một góc, cảnh, điểm cầu, các điểm cầu, chùm ảnh, bức ảnh, chân dung,
sơ đồ, biểu đồ
"""
CONTESTS = """
phần thi, hội thi, tiết mục, màn
"""
THINGS = """
niềm vui, vòng xòe, vòng xoè, mô hình, tuyến đường, một buổi, một tiết, một lớp, vườn, cánh đồng,
gian hàng, tang vật, sản phẩm, đường làng, ngôi nhà, căn nhà, đàn, ruộng, rẫy, lồng bè, xưởng, cửa
hàng, chợ, đồi, rừng
"""
# What somebody is seen doing in a picture whose words end like a sentence; and what tells that a
# sentence reports what was said.
SEEN = """
phát biểu, kết luận, tặng hoa, trao, biểu quyết, bỏ phiếu, điều hành, chụp ảnh, tiếp thu, tham
luận, dâng hương, dâng hoa, đặt vòng hoa, thắp hương, ghi sổ, cắt băng, ra mắt, nêu ý kiến
"""
SEVERAL = """
các đại biểu, các đồng chí, các thành viên, các cử tri, đoàn chủ tịch, đông đảo đại biểu
"""
SEVERAL_SEEN = """
dự hội nghị, dự đại hội, dự buổi lễ, dự lễ, dự cuộc họp, dự kỳ họp, dự buổi làm việc, dự phiên
họp, tham dự hội nghị, tham dự đại hội, tham dự buổi lễ, tham dự lễ, chủ trì hội nghị, chủ trì đại
hội, chủ trì cuộc họp, chủ trì kỳ họp, chủ tọa kỳ họp, chủ toạ kỳ họp, chủ trì buổi làm việc, điều
hành đại hội, điều hành hội nghị, điều hành kỳ họp, chụp ảnh lưu niệm
"""
REPORTED = """
đã, sẽ, yêu cầu, đề nghị, nhấn mạnh, cho biết, cho rằng, khẳng định, mong muốn, ghi nhận, đánh
giá, thống nhất, cũng, gồm, có các, nêu rõ, trong đó, tiếp tục, cần, phải, đồng thời, thay mặt
"""
HEADINGS = """
chương, mục, về, công tác, nhiệm vụ, kết quả, phương hướng, mục tiêu, giải pháp, tồn tại, hạn chế,
nguyên nhân, kính gửi, nơi nhận
"""
