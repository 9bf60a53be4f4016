"""What stands on a page and belongs to no article (DOMAIN §4): buttons, menus, counters, tails.

All forms are matched against folded text (lower case, no marks) of a whole short line.
"""

import re
from itertools import pairwise

from lib.vietnamese.fold import fold
from lib.vietnamese.timelines import read_timeline

from .sections import is_category
from .values import Line

_BUTTON = re.compile(
    r"(?:email ?print ?(?:a+)?|banner|logo|menu|header|footer|print|email|pdf|share|tweet|like|in"
    r"|in (?:bai(?: (?:viet|nay))?|trang(?: nay)?|noi dung)|ban in|gui (?:bai"
    r"|tin)(?: viet)?(?: nay)?"
    r"|gui email|gui cho ban be|gui binh luan|chia se(?: bai viet)?(?: (?:facebook|zalo|twitter"
    r"|len .*))?:?"
    r"|facebook|zalo|twitter|google ?\+?|linkedin|youtube|tiktok|telegram|messenger|rss|copy link"
    r"|(?:co chu:? ?)?(?:\[?a ?[-+]?\]? ?){1,4}|co chu:?|mau chu:?|tang tuong phan|giam tuong phan"
    r"|(?:doc|nghe) (?:bai|noi dung|tin)(?: viet)?|luu bai(?: viet)?|quay lai|tro (?:ve|lai)"
    r"|(?:ve|len|tro ve) (?:dau trang|trang (?:truoc|chu))"
    r"|dau trang|danh gia(?: bai viet)?:?"
    r"|thich|tai ve|doc sau|luu lai"
    r"|xem (?:thu|co chu|ban in)|theo doi|dang (?:nhap|ky)|tim kiem.{0,20}|nhap tu khoa.*"
    r"|skip to .*|chuyen den noi dung.*|toggle navigation|tiep theo|truoc|sau"
    r"|bai (?:truoc|sau|tiep theo)|ve truoc"
    r"|(?:tags?|tu khoa|the|hashtag)\s?:.*|tat ca|tieng viet|english|viet nam|vi|en|video|audio"
    r"|ten dang nhap|mat khau|quang cao|de in|phong to|thu nho|hinh anh|anh|loading.*|doc giam"
    r"|(?:chuc nang|tien ich).{0,20}|cap nhat|chi tiet( tin)?|noi dung(?: tin)?|xem (?:chi tiet"
    r"|them)"
    r"|share (?:on|this|facebook|twitter|zalo).*|in an|phan hoi|binh luan|nghe doc bai.*"
    r"|google news|pinterest|whatsapp|viber|copy|xem voi co chu.*|font size:?.*"
    r"|(?:nu|nam)(?: mien (?:bac|nam|trung))?|giong (?:nu|nam).{0,20}|binh chon:?"
    r"|leave a (?:comment|reply)|your (?:email|name).{0,60}|post comment"
    r"|su dung mui ten.*|dien dan|[x×]|ok|dong)\.?"
)
_GREETING = re.compile(
    r"(?:nhiet liet )?(?:chao mung|kinh chao|xin chao|welcome|chuc mung).*"
    r"(?:den voi|ghe tham|truy cap|website|trang (?:thong tin|tin|web)|cong (?:thong tin|ttdt)"
    r"|to )"
    r".*|hom nay ?[:,] ?(?:la )?(?:thu|chu nhat|ngay) ?.{0,40}"
    r"|xin chao[ ,].{0,40}"
)
_COUNTER = re.compile(
    r"(?:thong ke(?: truy cap| luot truy cap)?|(?:so nguoi )?(?:dang |khach )?(?:truc tuyen|online)"
    r"|hom (?:nay|qua)|(?:tuan|thang|nam) (?:nay|truoc)|tat ca"
    r"|tong(?: so)?(?: luot)?(?: truy cap)?"
    r"|(?:da |dang |luot |so luot |tong luot |tong so luot )truy cap|may chu tim kiem"
    r"|khach vieng tham"
    r"|thanh vien|tong cong|trong (?:ngay|tuan|thang|nam))\s?:?\s?[\d.,]*(?: nguoi| luot)?"
    r"|(?:tong so diem|xep hang|vote|rating|click de danh gia|danh gia ?:? ?\d"
    r"|binh quan \()\b.{0,60}"
    r"|\d+ ?(?:/ ?\d+)? (?:phieu|danh gia)"
    r"|diem ?: ?\d+ ?/ ?\d+.{0,40}|so luot (?:binh chon|danh gia) ?:? ?\d*"
    r"|\d{1,3}(?:[., ]\d{3}){0,3}|\d+ (?:binh luan|phan hoi|thich)|binh luan ?\(?\d*\)?"
    r"|[★☆*\s]+\d*|\d(?: \d){2,9}|\d{1,2}:\d{2} ?/ ?\d{1,2}:\d{2}(?: .{0,30})?"
    r"|thich \d+(?: chia se)?(?: \d+)?"
)
_MENU_WORD = re.compile(
    r"(?:trang (?:chu|nhat)|home|gioi thieu|lien he|so do (?:site|cong|trang|website)|hoi dap"
    r"|hoi - dap"
    r"|thu vien(?: (?:anh|video|hinh anh))?|dich vu cong|thu dien tu|gop y|tin tuc(?: - su kien)?"
    r"|van ban(?: .{0,20})?|lich (?:cong tac|tiep dan)|thong bao|tai lieu|he thong van ban)"
)
_HOME = re.compile(r"trang (?:chu|nhat)|home")
# Words of tools wherever they stand in a line of nothing else (folded).
_TOOL = re.compile(
    r"(?<!\w)(?:(?:xem |chon |tang |giam |mac dinh |xem voi )*co chu|font chu|mau chu|font size"
    r"|(?:tang |giam )?tuong phan|in (?:ra|trang|tin|bai(?: viet)?)(?: nay)?|gui (?:e-?mail|mail"
    r"|bai|tin)(?: viet| nay)*(?: cho ban be)?|luu (?:tin|bai|trang)|chia se|sao chep lien ket"
    r"|copy link|(?:doc|nghe) (?:bai|tin)(?: viet)?"
    r"|doc sau|luu lai|tai ve|ban (?:de )?in|bao loi|binh chon|danh gia|tweet|facebook|zalo"
    r"|twitter|e-?mail|print|trang (?:truoc|sau)|phong to|thu nho|noi dung bai viet|share|< prev"
    r"|binh luan|tro ve|quay lai)(?!\w)"
)
_WITH_TOOLS = re.compile(
    r"(?<!\w)(?:xem|nho|vua|lon|mac dinh|luu|in|like|thich|next|prev|pdf|a+|gui|link)(?!\w)"
)
_MENU_ENTRY = re.compile(
    r"(?<!\w)(?:trang (?:chu|nhat)|gioi thieu|tin tuc(?: - su kien)?|van ban|lien he|thu tuc hanh"
    r" chinh|so do (?:site|cong|trang|website)|hoi dap|thu vien(?: anh)?|dich vu cong|gop y"
    r"|thong bao|lich cong tac|hotline|rss|dang nhap)(?!\w)"
)
_SPLIT = re.compile(r"\s*[|•·]\s*|\s{2,}")
_WIDE = re.compile(r"\s{3,}|\t+")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
_LONGEST_BAR = 150
_RELATED = re.compile(
    r"(?:[+>»*\-] ?)?(?:(?:cac |nhung |mot so )?(?:tin|bai)(?:,? ?bai| viet)?(?: tuc)?"
    r" (?:lien quan|khac|cung chuyen muc|cung chu de|cung muc|moi(?: hon| nhat| cap nhat)?"
    r"|cu(?: hon)?"
    r"|da dua|da dang|noi bat|tiep theo|truoc do|xem nhieu|doc nhieu|duoc quan tam)(?: .{0,30})?"
    r"|cung chuyen muc|cung chu de|(?:doc|xem) (?:them|tiep|nhieu(?: nhat)?)"
    r"|(?:co the )?ban (?:co the )?quan tam|moi nhat|noi bat"
    r"|y kien (?:ban doc|phan hoi|binh luan|cua ban)|y kien|binh luan"
    r"|(?:(?:cac |nhung )?(?:noi dung|thong bao)|album) khac"
    r"|(?:binh luan|phan hoi|noi dung|ten|ho (?:va )?ten|email|dia chi email) cua ban"
    r"|(?:them|viet) binh luan(?: cua ban)?|ten \(yeu cau\)|e-?mail \(yeu cau.*|tep dinh kem"
    r"|(?:nhap )?ma (?:xac nhan|bao ve|bao mat|captcha)|captcha"
    r"|gui (?:y kien|binh luan|phan hoi)(?: .{0,30})?"
    r"|(?:cac )?(?:lien ket|lien ket web(?:site)?|website lien ket|web lien ket)"
    r"|thu vien (?:anh|video|hinh anh)|van ban (?:moi|chi dao|phap quy|lien quan)(?: .{0,20})?"
    r"|theo doi (?:.{0,60} )?(?:tren|tai) .{0,40}|thong ke truy cap|thong tin can biet|video clip"
    r"|tin anh|lich cong tac|chuyen muc khac|tin doc nhieu"
    r"|hinh anh hoat dong)\s?[:.…>»]*(?: \(\d+\))?"
)
_IMPRINT = re.compile(
    r"(?:ban quyen|copyright|©|\(c\) ?\d|co quan chu quan|co quan thuong truc|chiu trach nhiem"
    r"|truong ban bien tap ?:|tong bien tap ?:|giay phep|ghi ro nguon|vui long ghi|dia chi ?:"
    r"|tru so"
    r"|(?:so )?dien thoai ?:|dt ?:|fax ?:|hotline|duong day nong|thiet ke (?:boi|va)"
    r"|phat trien boi|xay dung va phat trien boi"
    r"|powered by|design(?:ed)? by|developed by"
    r"|don vi (?:quan ly|thiet ke|chu quan)|don vi thuc hien ?:|email ?:|e-mail ?:).*"
    r"|.{0,60}(?:ghi ro nguon|all rights reserved|giu ban quyen).{0,60}"
)
# What a browser prints at the foot of a sheet: the address and the number of the page.
_PRINTED_FOOT = re.compile(r"https?://\S{4,300}(?:\W+\d{1,3}\s?/\s?\d{1,3})?")
_INLINE_LINK = re.compile(
    r"(?:>>|»|\[?xem them|\[?doc them|mời xem thêm|tin lien quan|tai file|xem file|tai ve"
    r"|(?:file|tep|tap tin|van ban) dinh kem|tai lieu dinh kem|dinh kem)\s?[:>»].*"
)


def is_furniture(line: Line) -> bool:
    """A button, greeting, counter or menu that may go wherever it stands."""
    folded = line.folded
    if not folded or begins_tail(line):
        return False
    if _is_glued(line.text):
        return True
    if not line.text.strip(" .-–—_*=~|/\\>»<«•#"):
        return True
    if _PRINTED_FOOT.fullmatch(line.text):
        return True
    return bool(
        _BUTTON.fullmatch(folded)
        or _GREETING.fullmatch(folded)
        or _COUNTER.fullmatch(folded)
        or _INLINE_LINK.fullmatch(folded)
        or _all_buttons(line.text, folded)
    )


def _all_buttons(text, folded):
    """ "A- A A+ | Tăng tương phản Giảm tương phản", "Trang chủ | Giới thiệu | Liên hệ"."""
    if _only_tools(folded) or _only_menu(folded):
        return True
    parts = [part for part in _SPLIT.split(folded) if part]
    if len(parts) < 2:
        return False
    menu = sum(bool(_MENU_WORD.fullmatch(part)) for part in parts)
    if menu >= 2 or (menu and len(parts) > 2 and _HOME.fullmatch(parts[0]) and "|" in text):
        return True
    return all(_BUTTON.fullmatch(part) or _all_buttons(part, part) for part in parts)


def _only_tools(folded):
    """Nothing is left when the words of tools are taken out, and one of them is sure; a day is
    when the page was put up, not a tool."""
    if _DAY.search(folded):
        return False
    left = _TOOL.sub(" ", folded)
    sure = left != folded
    left = _WITH_TOOLS.sub(" ", left)
    return sure and not re.sub(r"[\W\d_]", "", left)


def _only_menu(folded):
    """ "Trang chủ Giới thiệu Tin tức Liên hệ": three entries of a menu, and nothing else."""
    left, entries = _MENU_ENTRY.subn(" ", folded)
    return entries >= 3 and not re.sub(r"[\W\d_]", "", left)


def _is_glued(text):
    """Buttons whose words were saved without a gap: "Gửi bài nàyIn bài này"."""
    parts = [fold(part) for part in _glued(text)]
    return len(parts) > 1 and all(
        _BUTTON.fullmatch(part) or _MENU_WORD.fullmatch(part) for part in parts
    )


def _glued(text):
    """The pieces of a line, cut where a capital follows a small letter."""
    if len(text) > _LONGEST_BAR:
        return [text]
    text = text.strip(" []|")
    seams = [at for at in range(1, len(text)) if text[at].isupper() and text[at - 1].islower()]
    return [text[start:end] for start, end in pairwise([0, *seams, len(text)])]


def begins_tail(line: Line) -> bool:
    """The headline of a list of other articles, or the imprint at the foot."""
    if not line.folded:
        return False
    last = fold(_glued(line.text)[-1])  # "In bài nàyTin cùng chuyên mục"
    return bool(_RELATED.fullmatch(last) or _IMPRINT.fullmatch(line.folded))


def menu_words(lines: list[Line]) -> int:
    """How many of the lines are entries that every main menu has."""
    return sum(bool(_MENU_WORD.fullmatch(line.folded.lstrip("*+-> "))) for line in lines)


def without_menus(lines: list[Line]) -> list[Line]:
    """Drop runs of three and more menu words on lines of their own."""
    kept, run = [], []
    for line in [*lines, None]:
        if line is not None and _may_be_menu(line):
            run.append(line)
            continue
        kept += run if len(run) < 3 or menu_words(run) < 2 else _behind_menu(run)
        run = []
        if line is not None:
            kept.append(line)
    return kept


def split_wide(line: str) -> list[str]:
    """The pieces of a menu, a tool bar or a line of time and views whose gaps were drawn with
    spaces; else the line itself.
    """
    pieces = [piece for piece in _WIDE.split(line.strip()) if piece]
    if len(pieces) < 2 or len(line) > _LONGEST_BAR:
        return [line]
    if any(any(map(str.isdigit, piece)) and read_timeline(piece) for piece in pieces):
        return pieces
    if any(len(piece.split()) > 5 for piece in pieces):
        return [line]
    known = sum(bool(_MENU_WORD.fullmatch(fold(p)) or _BUTTON.fullmatch(fold(p))) for p in pieces)
    return pieces if known * 2 >= len(pieces) else [line]


def _behind_menu(run):
    """Short lines below a gap behind the last sure entry: a headline may be one of them."""
    last = max(place for place, line in enumerate(run) if menu_words([line]))
    behind = run[last + 1 :]
    place = next((place for place, line in enumerate(behind) if line.gap), len(behind))
    return _end_of_way(run) + behind[place:]


def _end_of_way(run):
    """The section of a way saved as a list ("Trang nhất", "Tin tức", "Kiểm tra - Giám sát"), or
    said once more below the menu it is in.
    """
    if run[-1].folded in {line.folded for line in run[:-1]} and is_category(run[-1]):
        return run[-1:]
    homes = [place for place, line in enumerate(run) if _HOME.fullmatch(line.folded)]
    steps = run[homes[-1] + 1 :] if homes else []
    if not 2 <= len(steps) <= 3 or any(step.gap for step in steps) or menu_words(steps[-1:]):
        return []
    return steps[-1:] if all(map(is_category, steps)) else []


def _may_be_menu(line):
    words = line.folded.split()
    return 0 < len(words) <= 6 and not line.text.endswith((".", ":", ";")) and line.role != "title"
