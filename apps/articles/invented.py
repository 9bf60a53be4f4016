"""Invented newsroom texts by number, for measuring: the same number gives the same text."""

import random
from functools import lru_cache

BODIES = ["Thị ủy", "Đảng ủy phường", "HĐND thị xã", "UBND thị xã", "Ủy ban MTTQ Việt Nam thị xã",
          "Hội Nông dân thị xã", "Thị Đoàn", "Hội Cựu chiến binh thị xã"]  # fmt: skip
VERBS = ["giao ban", "sơ kết", "triển khai", "kiểm tra", "bàn giải pháp", "phát động", "tổng kết",
         "làm việc về", "giám sát", "đối thoại về"]  # fmt: skip
SUBJECTS = ["công tác xây dựng Đảng", "chuyển đổi số", "nông thôn mới", "phòng, chống bão lũ",
            "cải cách hành chính", "an sinh xã hội", "công tác dân vận", "bảo vệ môi trường",
            "quốc phòng - an ninh", "giải quyết đơn thư"]  # fmt: skip
PLACES = ["Hồ Sen", "Bến Đò", "Phiêng Mận", "Thác Vàng", "Đồi Chè", "Nà Khoang", "Sông Vân"]
SENTENCES = [
    "Hội nghị đã nghe báo cáo kết quả thực hiện nhiệm vụ và thảo luận những khó khăn ở cơ sở.",
    "Các đại biểu đề nghị tập trung nguồn lực, phân công rõ người, rõ việc, rõ thời hạn.",
    "Kết quả chín tháng đạt {n}% kế hoạch, cao hơn cùng kỳ {m} điểm phần trăm.",
    "Đồng chí chủ trì yêu cầu các đơn vị bám sát cơ sở, lắng nghe ý kiến của Nhân dân.",
    "Toàn địa bàn có {n} mô hình được nhân rộng, giúp {m} hộ thoát nghèo bền vững.",
    "Công tác tuyên truyền được đổi mới, gắn với việc học tập và làm theo Bác.",
]


SAME_BODY = 20  # so many numbers in a row have the same paragraphs: they are rendered once


def story(number: int) -> dict:
    """headline, sapo, body (HTML), days_ago: a text of 250 to 400 words that says its number."""
    chance = random.Random(number)
    body, verb, subject, place = (
        chance.choice(words) for words in (BODIES, VERBS, SUBJECTS, PLACES)
    )
    headline = f"{body} {verb} {subject} tại {place}, kỳ {number}"
    sapo = f"Tại {place}, {body} {verb} {subject}. Đây là bản tin số {number} của chuyên mục."
    return {
        "headline": headline,
        "sapo": sapo,
        "body": _body(number // SAME_BODY),
        "days_ago": number % 3650,
    }


@lru_cache(maxsize=1)
def _body(number):
    chance = random.Random(f"body {number}")
    return "".join(f"<p>{_paragraph(chance)}</p>" for _i in range(chance.randint(4, 6)))


def _paragraph(chance):
    lines = [chance.choice(SENTENCES) for _i in range(4)]
    return " ".join(
        line.format(n=chance.randint(60, 99), m=chance.randint(2, 40)) for line in lines
    )
