"""Private pictures in desk templates."""

from django import template

from apps.media import addresses, cells

register = template.Library()


@register.simple_tag
def draft_address(picture):
    """The address the editor's HTML gets for this picture."""
    return addresses.draft_picture(picture.pk)


@register.simple_tag
def draft_image(picture, width):
    """`<img>` of the rendition next to that width."""
    return cells.image(picture, width)
