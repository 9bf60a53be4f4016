"""Links of the help pages, for whoever may open what they lead to: `{% load opening %}`."""

from django import template
from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html

register = template.Library()


@register.simple_block_tag(takes_context=True, end_name="endopens")
def opens(context, content, name):
    """`{% opens "admin:people_person_changelist" %}words{% endopens %}`: plain words for others."""
    href = reverse(name)
    if not _may(context, name, href):
        return content
    return format_html('<a href="{}">{}</a>', href, content)


def _may(context, name, href):
    """As the desk itself decides: a list stands in the menu, a form asks its screen."""
    request = context["request"]
    if name == "admin:articles_article_blanking":
        return request.user.is_administrator
    if name.endswith("_changelist"):
        return any(line.href == href for line in context["desk_menu"])
    return any(
        screen.has_add_permission(request)
        for screen in admin.site._registry.values()
        if name == f"admin:{screen.opts.app_label}_{screen.opts.model_name}_add"
    )
