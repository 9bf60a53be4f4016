from django import template
from django.template.loader import render_to_string

from ..looks import chosen_at

register = template.Library()
register.simple_tag(chosen_at)


@register.simple_tag
def of_frame(frame, name):
    """A template that needs nothing but the frame: rendered once for each frame, not for each
    page.
    """
    if name not in frame.pieces:
        frame.pieces[name] = render_to_string(name, {"frame": frame})
    return frame.pieces[name]
