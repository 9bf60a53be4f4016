"""How a reader wants to see pages: a choice in the address, so that pages stay the same for all who
chose the same, without a cookie and without a script.
"""

import functools
import re
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

SIZE, CONTRAST = "co-chu", "tuong-phan"
SIZES = ("lon", "rat-lon")
CONTRASTS = ("cao", "toi")
# Links of ours that lead to pages. Files, feeds and calendars have no looks; the links that choose
# say their own.
PAGE_LINK = re.compile(
    r'(<a (?![^>]*data-look)[^>]*?href=")(?!/(?:anh|tep|rss|static|toa-soan)/)((?:/(?!/)|\?)[^"#]*)'
)
HERE = "@here@"
FILE = re.compile(r"\.[a-z]{2,4}\Z")
FORM = re.compile(r"<form [^>]*>")


@dataclass(frozen=True)
class Looks:
    """`size` is one of SIZES, `contrast` of CONTRASTS; '' is the usual one."""

    size: str = ""
    contrast: str = ""

    @property
    def classes(self) -> str:
        """For the html element."""
        named = (("size", self.size), ("contrast", self.contrast))
        return " ".join(f"{name}-{value}" for name, value in named if value)

    def parameters(self) -> dict[str, str]:
        chosen = {SIZE: self.size, CONTRAST: self.contrast}
        return {name: value for name, value in chosen.items() if value}

    def at(self, address: str) -> str:
        """The address of a page in these looks."""
        query = urlencode(self.parameters())
        if not query:
            return address or "?"
        return f"{address}{'&' if '?' in address else '?'}{query}"


@dataclass(frozen=True)
class Choice:
    """A link that changes one thing; `look` and `value` are what a script remembers.

    `word` is enough where the thing is named beside it, `label` anywhere.
    """

    look: str
    value: str
    word: str
    label: str
    href: str
    current: bool


def choices(looks: Looks, here: str) -> dict[str, list[Choice]]:
    """{"sizes", "contrasts"}: what the reader can choose on the page at `here`."""
    sizes = (
        ("", pgettext("text size", "Normal"), _("Normal text")),
        ("lon", pgettext("text size", "Large"), _("Large text")),
        ("rat-lon", pgettext("text size", "Very large"), _("Very large text")),
    )
    contrasts = (
        ("", pgettext("contrast", "Normal"), _("Usual contrast")),
        ("cao", pgettext("contrast", "High"), _("High contrast")),
        ("toi", pgettext("contrast", "Dark ground"), _("Light on a dark ground")),
    )
    return {
        "sizes": [
            Choice(SIZE, *row, replace(looks, size=row[0]).at(here), row[0] == looks.size)
            for row in sizes
        ],
        "contrasts": [
            Choice(
                CONTRAST, *row, replace(looks, contrast=row[0]).at(here), row[0] == looks.contrast
            )
            for row in contrasts
        ],
    }


def chosen_at(template: str, looks: Looks, here: str) -> SafeString:
    """A template of what can be chosen on the page at `here` (`address`, `sizes`, `contrasts`):
    rendered once for all pages, the address put in afterwards.
    """
    if not here:
        return render_to_string(template, {"address": "", **choices(looks, "")})
    return mark_safe(_chosen(template, looks, "?" in here).replace(HERE, escape(here)))


@functools.cache  # a few templates, nine looks
def _chosen(template, looks, asks):
    asking = f"{HERE}?"  # so that the next parameter is joined as it must be
    context = {"address": HERE, **choices(looks, asking if asks else HERE)}
    html = render_to_string(template, context)
    return html.replace(f"{asking}&amp;", f"{HERE}&amp;").replace(f'{asking}"', f'{HERE}"')


def carried(html: str, looks: Looks) -> str:
    """The page whose links and forms lead to pages in the same looks."""
    parameters = looks.parameters()
    if not parameters:
        return html
    query = urlencode(parameters).replace("&", "&amp;")

    def link(found):
        start, address = found.groups()
        path, _mark, rest = address.partition("?")
        if FILE.search(path):
            return found[0]
        return f"{start}{path}?{rest}{'&amp;' if rest else ''}{query}"

    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{value}">' for name, value in parameters.items()
    )
    return FORM.sub(rf"\g<0>{hidden}", PAGE_LINK.sub(link, html))
