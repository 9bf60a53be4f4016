"""The office's lines of contact as readers can use them: numbers to call, addresses to write to.

The lines are free text that two people signed. Nothing of it is changed: a line that says several
things is broken before each, and a number said to be a telephone's becomes a link.
"""

import re

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

MAIL = re.compile(
    r"(?<![\w.+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{2,63}){1,4}"
)
# A number of this country: 0203 3825 123, (0203) 3825 123, +84 912 345 678, 1900 1234.
NUMBER = re.compile(
    r"(?<![\w.+-])\(?(?:\+84|0|1[89]00)\)?(?:[ .-]?\(?[0-9]\)?){4,10}(?![ .-]?[0-9])(?!\w)"
)
CALLED = re.compile(r"(?:điện thoại|đt|tel|hotline|đường dây nóng|di động|zalo)\b", re.IGNORECASE)
# Where a line begins to say something else: "… – Thư điện tử: …", "…; Fax: …".
NEXT = re.compile(
    r"(?:\s+[–—|·-]|\s*[;,])\s+(?=(?:điện thoại|đt|tel|hotline|đường dây nóng|di động|zalo|fax|"
    r"e-?mail|thư điện tử|hộp thư|website|trang|địa chỉ|trụ sở)\b[^:\n]{0,30}:)",
    re.IGNORECASE,
)


def contact_lines(lines) -> list[SafeString]:
    """HTML of each thing the lines say."""
    return [_linked(part) for line in lines for part in NEXT.split(line)]


def mail_of(lines) -> str:
    """The first address the lines give, or ''."""
    found = MAIL.search("\n".join(lines))
    return found[0] if found else ""


def _linked(part):
    html = MAIL.sub(lambda found: _link(f"mailto:{found[0]}", found[0]), escape(part))
    called = CALLED.search(html)
    if called:
        before, behind = html[: called.end()], html[called.end() :]
        html = before + NUMBER.sub(lambda found: _link(_dialled(found[0]), found[0]), behind)
    return mark_safe(html)


def _dialled(number):
    digits = re.sub(r"[^0-9+]", "", number)
    return "tel:" + (f"+84{digits[1:]}" if digits.startswith("0") else digits)


def _link(href, words):
    return f'<a class="thin" href="{href}">{words}</a>'
