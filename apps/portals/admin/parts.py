"""What the screens of a frame's parts share: sections, menu lines, banners, house style."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from apps.newsroom.admin import DeskAdmin
from apps.newsroom.refusals import Refused
from apps.newsroom.seen import SeenForm
from apps.portals import keeping
from apps.portals.roles import Right

from .choosing import ask_which, chosen
from .pictures import PictureField
from .scope import OwnPortals, portals_with


class PartForm(SeenForm):
    """A part of one portal's frame; the portal is given by the screen, never typed."""

    portal = None

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        if not self.instance.pk:
            self.instance.portal = self.portal
        for name, field in self.fields.items():
            if isinstance(field, PictureField):
                field.offer(self.portal, getattr(self.instance, f"{name}_id"))

    def _get_validation_exclusions(self):
        """The portal is no field here, but "once per portal" must still be checked."""
        return super()._get_validation_exclusions() - {"portal"}

    def _post_clean(self):
        super()._post_clean()
        if self.errors:
            return
        try:
            keeping.check_part(self.instance)
        except Refused as refusal:
            self.add_error(None, str(refusal))
        except ValidationError as wrong:
            self.add_error(None, wrong)


class PartAdmin(DeskAdmin):
    """Open to those who may change the frame of the part's portal; for others it is not there."""

    form = PartForm
    desk_order = None
    actions = None
    list_filter = [OwnPortals]
    list_select_related = ["portal"]
    sortable_by = ()
    add_form_template = change_form_template = "portals/part_form.html"
    change_list_template = "portals/part_list.html"

    def get_queryset(self, request):
        return super().get_queryset(request).filter(portal__in=portals_with(request, Right.FRAME))

    def has_module_permission(self, request):
        return bool(portals_with(request, Right.FRAME))

    def has_view_permission(self, request, obj=None):
        portals = portals_with(request, Right.FRAME)
        return obj.portal in portals if obj else bool(portals)

    has_change_permission = has_delete_permission = has_view_permission

    def has_add_permission(self, request):
        return self.has_module_permission(request)

    def add_view(self, request, form_url="", extra_context=None):
        """On several portals the person first says which."""
        portals = portals_with(request, Right.FRAME)
        if not portals:
            raise PermissionDenied
        asked = ask_which(self, request, portals, self.title_of(None))
        return asked or super().add_view(request, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **options):
        form = super().get_form(request, obj, change, **options)
        form.portal = obj.portal if obj else self._portal_to_add_to(request)
        return form

    def _portal_to_add_to(self, request):
        portal = chosen(request, portals_with(request, Right.FRAME))
        if portal is None:
            raise Http404
        return portal

    def save_model(self, request, obj, form, change):
        keeping.keep(obj, by=request.user, at=timezone.now())

    def delete_model(self, request, obj):
        keeping.drop(obj, by=request.user, at=timezone.now())

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["portal"] = obj.portal if obj else self._portal_to_add_to(request)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def changelist_view(self, request, extra_context=None):
        portals = portals_with(request, Right.FRAME)
        return super().changelist_view(request, {"portals": portals} | (extra_context or {}))

    def get_urls(self):
        moves = [
            path(
                f"<int:row_id>/{name}/",
                self.admin_site.admin_view(require_POST(self._mover(step))),
                name=f"portals_{self.opts.model_name}_{name}",
            )
            for name, step in (("up", -1), ("down", 1))
        ]
        return moves + super().get_urls()

    def _mover(self, step):
        def move(request, row_id):
            row = self.get_object(request, str(row_id))
            keeping.move(row, step, by=request.user, at=timezone.now())
            messages.success(request, _("Moved. Readers see it when the frame is published."))
            return HttpResponseRedirect(reverse(f"admin:portals_{self.opts.model_name}_changelist"))

        return move

    def move_buttons(self, row):
        """Up and down, as buttons of the list's own form."""
        name = f"admin:portals_{self.opts.model_name}"
        return format_html(
            '<button class="link" formaction="{}" aria-label="{}">↑</button>'
            '<button class="link" formaction="{}" aria-label="{}">↓</button>',
            reverse(f"{name}_up", args=[row.pk]),
            _("Move up: %s") % row,
            reverse(f"{name}_down", args=[row.pk]),
            _("Move down: %s") % row,
        )
