"""Widgets of every form as Django's own templates give them, written without a template.

A form of the desk has eighty widgets and its lists of choices hundreds of lines, each of them two
templates: a fifth of the time of a page. What is not known here, Django renders.
"""

from django.forms.renderers import DjangoTemplates
from django.utils.formats import localize
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

WIDGETS = "django/forms/widgets/"
LIKE_TEXT = (
    "input", "text", "number", "email", "url", "hidden", "password", "date", "time", "datetime",
    "color", "search", "tel", "checkbox",
)  # fmt: skip
OPTION = f"{WIDGETS}select_option.html"


class Renderer(DjangoTemplates):
    def render(self, template_name, context, request=None):
        """The HTML of the widget, equal to that of the template sign for sign."""
        write = _WRITTEN.get(template_name)
        written = write and write(context["widget"])
        return written or super().render(template_name, context, request)


def _input(widget):
    value = widget["value"]
    value = "" if value is None else f' value="{_text(value)}"'
    name, kind = conditional_escape(widget["name"]), conditional_escape(widget["type"])
    return f'<input type="{kind}" name="{name}"{value}{_attrs(widget)}>'


def _textarea(widget):
    value, name = conditional_escape(widget["value"] or ""), conditional_escape(widget["name"])
    return f'<textarea name="{name}"{_attrs(widget)}>\n{value}</textarea>'


def _select(widget):
    lines = [f'<select name="{conditional_escape(widget["name"])}"{_attrs(widget)}>']
    for name, choices, _index in widget["optgroups"]:
        if any(choice["template_name"] != OPTION for choice in choices):
            return None
        if name:
            lines.append(f'\n  <optgroup label="{conditional_escape(name)}">')
        lines += map(_option, choices)
        if name:
            lines.append("\n  </optgroup>")
    return "".join([*lines, "\n</select>"])


def _option(choice):
    value, label = _text(choice["value"]), conditional_escape(localize(choice["label"]))
    return f'\n  <option value="{value}"{_attrs(choice)}>{label}</option>\n'


def _attrs(widget) -> str:
    return "".join(
        f" {conditional_escape(name)}" + ("" if value is True else f'="{_text(value)}"')
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _text(value):
    """As the filter `stringformat` gives it."""
    return conditional_escape(value if isinstance(value, SafeString) else str(value))


_WRITTEN = {
    **{f"{WIDGETS}{kind}.html": _input for kind in LIKE_TEXT},
    f"{WIDGETS}textarea.html": _textarea,
    f"{WIDGETS}select.html": _select,
}
