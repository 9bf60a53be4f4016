"""“Thư chờ gửi”: the administrator sees what goes out and to whom, never what is in it."""

from django.contrib import admin, messages
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lib.vietnamese.datelines import say_when

from . import history
from .marks import mark
from .notice_models import Letter
from .refusals import Refused
from .screens import AdministratorsOnly, DeskAdmin
from .telling import name_verbs

State = Letter.State
VERB = "resend_letter"
MARKS = {State.WAITING: "waiting", State.SENT: "on", State.GIVEN_UP: "attention",
         State.NOT_NEEDED: "off"}  # fmt: skip
name_verbs({VERB: gettext_lazy("had an e-mail sent again")})


@transaction.atomic
def resend(letter, *, by, at) -> None:
    """The administrator's “Gửi lại”: due now, with all its tries, to the person's address of today.

    Raises Refused for what was sent, is just being sent, or has nobody to go to.
    """
    if not (by.is_active and by.is_administrator):
        raise Refused(_("Only the technical administrator sends an e-mail again."))
    letter = Letter.objects.select_for_update().select_related("user").get(pk=letter.pk)
    if letter.state == State.SENT:
        raise Refused(_("This e-mail was sent already; it is not sent twice."))
    if letter.claimed_until and letter.claimed_until > at:
        raise Refused(_("This e-mail is being sent just now."))
    if not letter.user.email:
        raise Refused(_("%s has no e-mail address.") % letter.user)
    letter.state, letter.tries, letter.last_error = State.WAITING, 0, ""
    letter.not_before, letter.claimed_until, letter.address = at, None, letter.user.email
    letter.save()
    history.record(f"letter:{letter.pk}", VERB, by=by, at=at)


class LetterAdmin(AdministratorsOnly, DeskAdmin):
    """Read only. Subject and text name articles: they are their reader's alone."""

    fields = ["user", "address", "standing", "made", "trouble"]
    list_display = ["reader", "standing", "made", "trouble"]
    list_display_links = None
    list_filter = ["state"]
    list_select_related = ["user"]
    actions = ["send_again"]
    desk_order = 88
    desk_says = gettext_lazy("E-mails that tell people what happened: sent, waiting, failed.")
    empty_says = gettext_lazy("No e-mail has been written yet.")

    class Media:
        css = {"all": ["newsroom/notices.css"]}

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.display(description=gettext_lazy("to"), ordering="user__display_name")
    def reader(self, letter):
        return format_html('{}<br><span class="letter-to">{}</span>', letter.user, letter.address)

    @admin.display(description=gettext_lazy("state"), ordering="state")
    def standing(self, letter):
        shown = mark(MARKS[letter.state], letter.get_state_display())
        when = {State.SENT: letter.sent_at, State.WAITING: letter.not_before}.get(letter.state)
        return format_html("{} {}", shown, say_when(when, timezone.now())) if when else shown

    @admin.display(description=gettext_lazy("made"), ordering="made_at")
    def made(self, letter):
        return say_when(letter.made_at, timezone.now())

    @admin.display(description=gettext_lazy("last error"), empty_value="—")
    def trouble(self, letter):
        if not letter.last_error:
            return None
        tried = ngettext("tried %(n)d time", "tried %(n)d times", letter.tries)
        words = tried % {"n": letter.tries}
        return format_html('<span class="letter-error">{}: {}</span>', words, letter.last_error)

    @admin.action(description=gettext_lazy("Send again"), permissions=["view"])
    def send_again(self, request, queryset):
        """Due now; goes out with the next `tick` or the next act. A sentence for each refused."""
        again = 0
        for letter in queryset:
            try:
                resend(letter, by=request.user, at=timezone.now())
            except Refused as refusal:
                messages.error(request, f"{letter}: {refusal}")
            else:
                again += 1
        if again:
            words = ngettext("%(n)d e-mail will be sent again.",
                             "%(n)d e-mails will be sent again.", again)  # fmt: skip
            messages.success(request, words % {"n": again})
