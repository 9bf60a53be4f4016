"""The section a page stood in: a category line, a breadcrumb, a labelled line."""

import re

from .breadcrumbs import is_certain, split_steps
from .values import Line

_LABEL = re.compile(
    r"^(?:chuyên mục|danh mục|thể loại|chủ đề|mục|chuyên trang|nhóm tin"
    r"|loại tin)\s?:\s?(?P<it>.{2,80})$",
    re.IGNORECASE,
)
_CATEGORY = re.compile(
    r"(?P<head>(?:ban )?(?:tin tuc|tin (?:trong|hoat dong|thoi su|noi bat|chinh|dia phuong|tinh"
    r"|huyen|thi xa|thanh pho"
    r"|xa|phuong|co so|moi|tong hop|cac|to chuc|xay dung|kinh te|van hoa|noi bo|dang)|thoi su"
    r"|su kien|xay dung dang|xay dung chinh quyen"
    r"|hoat dong|chinh tri|chinh quyen|kinh te|van hoa|xa hoi|quoc phong|an ninh|quan su"
    r"|tuyen truyen|tuyen giao"
    r"|hoc tap va lam theo|hoc va lam theo|lam theo|dan van|cong tac|kiem tra|noi chinh|mttq"
    r"|mat tran|doan the"
    r"|guong|nguoi tot|thong bao|thong tin|lich (?:cong tac|su)|bao ve|chuyen doi so|khoa giao"
    r"|ly luan"
    r"|dai hoi|bau cu|cai cach|nong thon moi|nghien cuu|dat va nguoi|van ban|chi dao"
    r"|phong,? chong|y te"
    r"|giao duc|the thao|du lich|phap luat|nong nghiep|moi truong|khoa hoc|doi song|ban doc"
    r"|phong su"
    r"|goc nhin|to chuc|nghi quyet|dua nghi quyet|cuoc song|diem bao|media|emagazine|infographic"
    r"|mua xuan|tin -|trang nhat|dang bo|dang trong|quoc hoi|hdnd|nhip song|suc khoe|chuyen"
    r"|huong toi|nhan su"
    r"|thanh nien|phu nu|cuu chien binh|cong doan|nong dan|luc luong|ky niem|dan toc|ton giao"
    r"|bien gioi|bien dao"
    r"|trao doi|sinh hoat|so tay|tu lieu|phong trao|thi dua|hoi nhap|doi ngoai|an sinh|lao dong"
    r"|giai tri|bao cao vien|tiep cong dan|tin buon|cao pho|chia buon|tin vui)(?!\w)).{0,50}"
)
# What a headline does and a section's name does not (folded).
ACTS = re.compile(
    r"(?<!\w)(?:to chuc|lam viec|giao ban|tong ket|so ket|hoi nghi|ky hop|hop|tham|tang|trao"
    r"|khai mac|be mac"
    r"|trien khai|quan triet|cong bo|bo nhiem|tiep|doi thoai|khao sat|du|phat dong|ra mat|chuc"
    r"|vieng"
    r"|dang huong|dang hoa|gap mat|toa dam|tap huan|boi duong|ban giao|khanh thanh|khoi cong"
    r"|ky ket|chu tri"
    r"|chi dao|ket luan|yeu cau|bieu duong|khen thuong|le|ket nap|thuc hien|tang cuong|day manh"
    r"|nang cao"
    r"|don|nhan|cho y kien|thong qua|phoi hop|chu dong|quyet tam|danh gia|ra quan|phat bieu|nghe"
    r"|dat|hoan thanh"
    r"|giam sat|kiem tra|hoc tap|ho tro|nhin lai|duoc|da|se|phai|khong|vi|nhung|dai hoi|mung"
    r"|tuyen duong|ban|trong)(?!\w)"
)
_LETTERHEAD = re.compile(
    r"(?:(?:cong|trang)(?: thong)? tin|trang tin|website|trang web"
    r"|bao(?: dien tu)?(?! (?:ve|hiem|cao|ton)(?!\w))|dai (?:phat"
    r"|truyen)|dang bo|dang cong san"
    r"|ban chap hanh"
    r"|hoi dong nhan dan|(?:tinh|thanh|thi|huyen|quan|dang) uy|uy ban|ubnd|ubmttq|hdnd|mttq"
    r"|mat tran(?! voi| va| -| to quoc$)"
    r"|ban (?:tuyen giao|to chuc|dan van|noi chinh|xay dung)|van phong|cong hoa xa hoi|doc lap"
    r"|co quan"
    r"|(?:tinh|huyen|thanh pho|thi xa|quan|xa(?! hoi(?!\w))|phuong) (?!uy)|so )(?!\w?\w?:).{0,80}"
)
_SLOGAN = re.compile(
    r"(?:nhiet liet )?chao mung .*|thi dua lap thanh tich .*|.* (?:muon nam|bat diet)!?"
)
_LABELS_IN_NAMES = re.compile(
    r"tham (?:nhung|muu)|don thu|uy ban kiem tra|ban to chuc|to chuc dang|to chuc co so"
    r"|(?:hoi dong|uy ban) nhan dan"
    r"|mat tran to quoc|cong bo|tuyen giao|nen tang tu tuong|to chuc xay dung"
)


def labelled_section(line: Line) -> str | None:
    """ "Chuyên mục: Xây dựng Đảng" -> "Xây dựng Đảng"."""
    found = _LABEL.match(line.text)
    if not found:
        return None
    steps = split_steps(found["it"])
    return steps[-1] if steps else found["it"].strip(" .|-")


def breadcrumb(line: Line) -> list[str]:
    """The steps of "Trang chủ » Tin tức » Xây dựng Đảng" without home; [] when it is none.

    A way without home or arrows ("Chính trị / Quốc hội và cử tri") begins with a section's name.
    """
    steps = split_steps(line.text)
    if is_certain(line.text):
        return steps
    short = 2 <= len(steps) <= 4 and all(len(step.split()) <= 9 for step in steps)
    return steps if short and is_category(Line(steps[0])) else []


def is_category(line: Line) -> bool:
    """Reads like a section's name."""
    folded = line.folded
    if not folded or len(folded.split()) > 10 or line.text.endswith((".", "!", "?", "…")):
        return False
    if ":" in line.text:
        return False
    found = _CATEGORY.fullmatch(folded)
    if not found:
        return False
    words = [word for word in folded.split() if word.isalnum()]
    return len(words) <= 4 or not acts(folded[found.end("head") :])


def acts(folded: str) -> bool:
    """Whether something happens in the words: a headline rather than a name."""
    return bool(ACTS.search(_LABELS_IN_NAMES.sub(" ", folded)))


def is_letterhead(line: Line) -> bool:
    """The name of the office or its site, or a slogan, standing alone."""
    folded = line.folded
    if not folded or len(folded.split()) > 14:
        return False
    if _SLOGAN.fullmatch(folded):
        return not re.search(r"[.:?\d]", line.text)
    if re.search(r"[.:?!\d]", line.text):
        return False
    if " - " in line.text and is_category(line):  # "Mặt trận - Đoàn thể"
        return False
    return bool(_LETTERHEAD.fullmatch(folded)) and not acts(folded)


def may_name_section(line: Line) -> bool:
    """A few words on a line of their own in front of the headline."""
    words = line.folded.split()
    if not 0 < len(words) <= 6 or line.text.startswith(("*", "-", "+")):
        return False
    return not any(sign in line.text for sign in '.!?:"“…()')
