"""Choosing a picture of one portal's library inside a form: small pictures, newest first."""

from django import forms
from django.db.models import Case, Q, When
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from apps.media.addresses import draft_picture
from apps.media.models import Picture

OFFERED = 24


class PictureTiles(forms.RadioSelect):
    option_template_name = "portals/picture_tile.html"
    template_name = "portals/picture_tiles.html"

    def _render(self, template_name, context, renderer=None):
        """With the project's templates: the form renderer knows only Django's own."""
        return render_to_string(template_name, context)

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        option["picture"] = draft_picture(int(str(value)), 480) if value else ""
        return option


class PictureField(forms.ModelChoiceField):
    """The newest pictures of a library, and the one already chosen however old it is."""

    widget = PictureTiles

    def __init__(self, **options):
        options.setdefault("empty_label", _("no picture"))
        options.setdefault("blank", not options.get("required", True))
        super().__init__(Picture.objects.none(), **options)

    def offer(self, portal, chosen_id) -> None:
        """Offer the library of `portal` (or nothing for none), with `chosen_id` among it."""
        mine = Picture.objects.filter(portal=portal.key) if portal else Picture.objects.none()
        newest = list(mine.values_list("pk", flat=True)[:OFFERED])
        first = Case(When(pk=chosen_id or 0, then=0), default=1)
        self.queryset = mine.filter(Q(pk__in=newest) | Q(pk=chosen_id)).order_by(first, "-pk")
