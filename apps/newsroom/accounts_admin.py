"""The administrator's screens for accounts. Everybody else gets "not yours" or nothing."""

from axes.models import AccessAttempt
from axes.utils import reset
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from lib.vietnamese.datelines import say_when
from lib.vietnamese.fold import fold

from . import first_links, history, leaving, slots, staffing
from .accounts_forms import AccountForm
from .leaving_screens import LeavingActs
from .marks import mark
from .screens import AdministratorsOnly, DeskAdmin


class AccountAdmin(LeavingActs, AdministratorsOnly, DeskAdmin):
    form = AccountForm
    fieldsets = [
        (None, {"fields": ["display_name", "username", "phone", "email", "seen"]}),
        (
            gettext_lazy("Roles for the whole installation"),
            {"fields": ["is_administrator", "keeps_register"]},
        ),
    ]
    list_display = ["display_name", "username", "phone", "duties", "standing", "signed_in"]
    list_filter = ["is_active", "is_administrator", "keeps_register"]
    search_fields = ["display_name", "username", "phone"]
    ordering = ["-is_active", "display_name"]
    change_form_template = "accounts/account.html"
    desk_order = 80
    desk_says = gettext_lazy("Who may sign in: new colleagues, forgotten passwords, leavers.")
    add_says = gettext_lazy("Make an account")

    @admin.display(description=gettext_lazy("roles"))
    def duties(self, user):
        fields = [self.opts.get_field(name) for name in staffing.FLAGS if getattr(user, name)]
        return ", ".join(str(field.verbose_name) for field in fields)

    @admin.display(description=gettext_lazy("state"), ordering="is_active")
    def standing(self, user):
        if not user.is_active:
            return mark("off", _("closed"))
        if not user.has_usable_password():
            return mark("on", _("never signs in: is asked by a link"))
        if user.password_is_temporary:
            return mark("waiting", _("has not chosen a password yet"))
        return mark("on", _("may sign in"))

    @admin.display(description=gettext_lazy("last signed in"), ordering="last_login")
    def signed_in(self, user):
        return say_when(user.last_login, timezone.now()) if user.last_login else _("never")

    def get_search_results(self, request, queryset, search_term):
        """An office has tens of accounts: fold them here instead of keeping a column."""
        words = fold(search_term.replace("\x00", " ")).split()
        found = [
            user.pk
            for user in queryset
            if all(w in fold(f"{user.display_name} {user.username} {user.phone}") for w in words)
        ]
        return queryset.filter(pk__in=found), False

    def save_model(self, request, obj, form, change):
        fields = {name: form.cleaned_data[name] for name in staffing.FIELDS}
        now = timezone.now()
        if change:
            staffing.change_account(obj, fields, by=request.user, at=now)
        else:
            made, request.first_password = staffing.create_account(fields, by=request.user, at=now)
            obj.pk = made.pk

    def save_related(self, request, form, formsets, change):
        """Groups follow the flags, in the verb."""

    def response_add(self, request, obj, post_url_continue=None):
        return self._show_password(request, obj, request.first_password)

    def get_urls(self):
        acts = {
            "close": self.close,
            "open": self.open_again,
            "password": self.new_password,
            "link": self.new_link,
            "unlock": self.unlock,
        }
        return [
            path(
                f"<int:account_id>/{name}/",
                self.admin_site.admin_view(require_POST(view)),
                name=f"accounts_user_{name}",
            )
            for name, view in acts.items()
        ] + super().get_urls()

    def close(self, request, account_id):
        account = self._account(request, account_id)
        reason = request.POST.get("reason", "").strip()
        staffing.deactivate(account, by=request.user, at=timezone.now(), reason=reason)
        messages.success(request, _("%s can no longer sign in.") % account)
        return self._back(account)

    def open_again(self, request, account_id):
        account = self._account(request, account_id)
        password = staffing.reactivate(account, by=request.user, at=timezone.now())
        return self._show_password(request, account, password)

    def new_password(self, request, account_id):
        account = self._account(request, account_id)
        password = staffing.reset_password(account, by=request.user, at=timezone.now())
        return self._show_password(request, account, password)

    def new_link(self, request, account_id):
        """By which the person chooses the first password himself."""
        account = self._account(request, account_id)
        link = first_links.first_link(account, by=request.user, at=timezone.now())
        title = _("Link for the first password of %s") % account
        return self._shown_once(request, account, title, link=request.build_absolute_uri(link))

    def unlock(self, request, account_id):
        """Forget the wrong passwords typed for this account."""
        account = self._account(request, account_id)
        reset(username=account.username)
        history.record(f"user:{account.pk}", "unlock", by=request.user, at=timezone.now())
        messages.success(request, _("%s may try to sign in again.") % account)
        return self._back(account)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context["panels"] = slots.account_panels(request, obj)
            context["locked"] = _is_locked(obj)
            context["awaits_link"] = first_links.awaits_first_link(obj)
            context["handed_over"] = leaving.last_hand_over(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _account(self, request, account_id):
        if not self.has_change_permission(request):
            raise PermissionDenied
        return self.get_object(request, str(account_id))

    def _back(self, account):
        return HttpResponseRedirect(reverse("admin:accounts_user_change", args=[account.pk]))

    def _show_password(self, request, account, password):
        title = _("First password of %s") % account
        return self._shown_once(request, account, title, password=password)

    def _shown_once(self, request, account, title, **secret):
        """In this answer only; nobody can look it up afterwards."""
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "account": account,
            **secret,
        }
        return render(request, "accounts/first_password.html", context)


def _is_locked(account):
    """Too many wrong passwords from anywhere."""
    return AccessAttempt.objects.filter(
        username=account.username, failures_since_start__gte=settings.AXES_FAILURE_LIMIT
    ).exists()
