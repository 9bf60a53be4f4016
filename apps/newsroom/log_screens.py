"""The screen of the log, and the file it can be taken away as."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from . import slots
from .days import DayField
from .log import KINDS, Scope, Wanted, acts_for, lines_of, page_of, verbs_to_choose
from .log_export import exported
from .models import Act
from .screens import DeskAdmin

ALL = [("", gettext_lazy("all"))]


class LogForm(forms.Form):
    """What to look for; every box may stay empty."""

    q = forms.CharField(label=gettext_lazy("Words"), required=False, max_length=200)
    nguoi = forms.TypedChoiceField(
        label=gettext_lazy("Who"), required=False, coerce=int, empty_value=None
    )
    loai = forms.ChoiceField(label=gettext_lazy("About"), required=False)
    viec = forms.ChoiceField(label=gettext_lazy("Act"), required=False)
    tu = DayField(label=gettext_lazy("From day"), required=False)
    den = DayField(label=gettext_lazy("Until day"), required=False)
    trang = forms.ChoiceField(label=gettext_lazy("Portal"), required=False)
    ve = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)

    def __init__(self, data, *, scope: Scope):
        super().__init__(data)
        self.fields["nguoi"].choices = [*ALL, *scope.people]
        self.fields["loai"].choices = [*ALL, *KINDS.items()]
        self.fields["viec"].choices = [*ALL, *verbs_to_choose()]
        self.fields["trang"].choices = [*ALL, *scope.portals.items()]
        if len(scope.portals) < 2:
            del self.fields["trang"]

    def wanted(self) -> Wanted:
        """Boxes that cannot be read are left out; their sentence stands beside them."""
        self.is_valid()
        said = self.cleaned_data
        return Wanted(
            words=said.get("q", ""), person=said.get("nguoi"), verb=said.get("viec", ""),
            kind=said.get("loai", ""), key=said.get("ve", ""), portal=said.get("trang", ""),
            since=said.get("tu"), until=said.get("den"),
        )  # fmt: skip


class LogAdmin(DeskAdmin):
    """Acts are read here and nowhere written."""

    desk_order = 90
    desk_says = gettext_lazy("Who did what, when and why; to look up and to take away as a file.")

    def get_urls(self):
        wrap = self.admin_site.admin_view
        name = "newsroom_act"
        return [
            path("", wrap(require_safe(self.log_page)), name=f"{name}_changelist"),
            path("export/", wrap(require_POST(self.export)), name=f"{name}_export"),
        ]

    def has_module_permission(self, request):
        return bool(slots.log_scope(request))

    has_view_permission = has_module_permission

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def log_page(self, request):
        """One page of the list; `truoc` in the address is the act after which it goes on."""
        scope = _scope(request)
        form = LogForm(request.GET, scope=scope)
        acts = acts_for(scope, form.wanted())
        after = _after(request, acts)
        found, more = page_of(acts, after)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Log of acts"),
            "opts": self.opts,
            "form": form,
            "lines": lines_of(found, scope),
            "sought": any(request.GET.get(name) for name in form.fields),
            "one_thing": request.GET.get("ve", ""),
            "next": _address(request, truoc=found[-1].pk) if more else "",
            "first": _address(request) if after else "",
        }
        return TemplateResponse(request, "newsroom/log.html", context)

    def export(self, request):
        """The same list as a file; that somebody took it is an act as well."""
        scope = _scope(request)
        form = LogForm(request.POST, scope=scope)
        wanted = form.wanted()
        if form.errors:
            messages.error(request, _("The days cannot be read; nothing was exported."))
            return HttpResponseRedirect("../")
        return exported(scope, wanted, by=request.user, at=timezone.now())


def _scope(request) -> Scope:
    scope = slots.log_scope(request)
    if not scope:
        raise Http404
    return scope


def _after(request, acts) -> Act | None:
    typed = request.GET.get("truoc", "")
    if not (typed.isascii() and typed.isdigit()):
        return None
    return acts.filter(pk=int(typed[:15])).first()


def _address(request, **more):
    asked = request.GET.copy()
    asked.pop("truoc", None)
    for name in [name for name in asked if not asked[name]]:
        del asked[name]
    asked.update({name: str(value) for name, value in more.items()})
    return f"?{asked.urlencode()}"
