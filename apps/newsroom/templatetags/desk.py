"""How the desk writes times and states: `{% load desk %}`."""

from django import template
from django.template.loader import render_to_string
from django.utils import timezone

from apps.newsroom.marks import mark
from lib.vietnamese.datelines import say_when

register = template.Library()


@register.filter
def when(at, now=None):
    """A moment as people say it, "hôm nay 14:05"; nothing for no moment."""
    return say_when(at, now or timezone.now()) if at else ""


@register.simple_tag
def state(code, words):
    """`{% state article.state article.get_state_display %}`: words with a small coloured mark."""
    return mark(code, words)


@register.simple_tag(takes_context=True)
def in_practice(context) -> bool:
    """Is what this page is about (an article, a portal) only practice?"""
    for name in ("article", "portal", "place"):
        thing = context.get(name)
        portal = getattr(thing, "portal", thing)
        if getattr(portal, "is_practice", False):
            return True
    return False


@register.simple_tag(takes_context=True)
def panel(context, panel):
    """The inside of one panel of the first page, with the panel's own names."""
    return render_to_string(panel["template"], panel["context"], context["request"])
