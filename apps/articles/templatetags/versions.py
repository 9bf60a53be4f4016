"""How two versions are shown: `{% load versions %}`."""

from itertools import groupby

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from lib.vietnamese.worddiff import GONE, SAME

register = template.Library()
SAID = '<span class="visually-hidden">[{} </span>{}<span class="visually-hidden">]</span>'
ONLY = f"<mark>{SAID}</mark>"
WENT, CAME = f"<del>{SAID}</del>", f"<ins>{SAID}</ins>"


@register.simple_tag
def marked(pieces):
    """Words with `<del>` and `<ins>`; what a colour says is said in words to who listens."""
    return format_html_join(
        "", "{}{}", ((_gap(words), _piece(what, words)) for what, words in pieces)
    )


@register.simple_tag
def beside(pieces):
    """One of two texts side by side: what the other has not stands out, for the ear as well."""
    return format_html_join(
        "", "{}{}", ((_gap(words), _standing_out(what, words)) for what, words in pieces)
    )


def _standing_out(what, words):
    runs = format_html_join("", "{}{}", _runs(words))
    return runs if what == SAME else format_html(ONLY, _("only here:"), runs)


def _gap(words):
    return " " if words[0].spaced else ""


def _piece(what, words):
    runs = format_html_join("", "{}{}", _runs(words))
    if what == SAME:
        return runs
    says, whole = (_("removed:"), WENT) if what == GONE else (_("added:"), CAME)
    return format_html(whole, says, runs)


def _runs(words):
    for number, (look, run) in enumerate(groupby(words, key=lambda word: word.look)):
        run = list(run)
        text = "".join((" " if word.spaced else "") + word.word for word in run).strip()
        gap = _gap(run) if number else ""
        looks = " ".join(f"look-{name}" for name in look.split())
        yield gap, format_html('<span class="{}">{}</span>', looks, text) if looks else text


@register.filter
def of_key(found, key):
    """A dictionary's value for a key the template holds; nothing when it is not there."""
    return found.get(key)


KINDS = {
    "p": lambda: _("Paragraph"), "h2": lambda: _("Heading"), "h3": lambda: _("Small heading"),
    "bullet": lambda: _("List item"), "number": lambda: _("Numbered item"),
    "quote": lambda: _("Quotation"), "row": lambda: _("Table row"),
    "picture": lambda: _("Picture"),
}  # fmt: skip


@register.filter
def kind_word(kind):
    """What a block is, for people; nothing for what its heading says already."""
    return KINDS[kind]() if kind in KINDS else ""
