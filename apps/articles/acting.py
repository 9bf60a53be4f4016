"""From a button to a verb: what each act asks for, and the one line that says it was done."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editions.models import Showing
from apps.newsroom.days import MomentField

from . import publishing, workflow
from .due import set_due
from .models import Article
from .release import placing
from .release.consequences import standing_plan


class ActForm(forms.Form):
    """Only the questions of one act; those about readers' time stand in `release/desk.py`."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"), widget=forms.Textarea(attrs={"rows": 4}), max_length=2000
    )
    ordered_by = forms.CharField(label=gettext_lazy("Ordered by"), max_length=200)
    due_at = MomentField(
        label=gettext_lazy("To be done before"),
        help_text=gettext_lazy("Shown in the lists; leave empty for no such time."),
        required=False,
    )
    QUESTIONS = {
        "take_over": ["reason"],
        "set_due": ["due_at"],
        "send_back": ["reason"],
        "hide": ["reason"],
        "take_down": ["reason", "ordered_by"],
        "redact": ["reason"],
    }

    def __init__(self, *args, act, **options):
        super().__init__(*args, **options)
        for name in set(self.fields) - set(self.QUESTIONS[act]):
            del self.fields[name]
        if act == "hide":  # two taps: the reason may come later
            reason = self.fields["reason"]
            reason.required, reason.label = False, _("Reason, if you have the time")
            reason.widget.attrs["rows"] = 2


def perform(act, article, *, by, at, digest, **answers) -> str:
    """Call the verb; the sentence to show. Raises what the verb raises."""
    verb, sentence = ACTS[act]
    if act in workflow.MOVES:
        answers["digest"] = digest
    done = verb(article, by=by, at=at, **answers)
    if act == "approve" and done.state != Article.State.APPROVED:
        return _("You have signed. One more person must sign before it can be published.")
    if act == "agree" and done.state == Article.State.APPROVED:
        return _("You have agreed to the edited text. It is approved and waits to be published.")
    if act == "schedule":
        shown = list(Showing.objects.of(done.portal.key, done.key))
        return f"{standing_plan(shown, at)}."
    return str(sentence)


ACTS = {
    "submit": (workflow.submit, gettext_lazy("Handed in for review.")),
    "withdraw": (workflow.withdraw, gettext_lazy("Withdrawn; you can go on writing.")),
    "claim": (workflow.claim, gettext_lazy("You are reviewing this article; others see it.")),
    "take_over": (
        workflow.take_over,
        gettext_lazy("You are reviewing this article now; others see it."),
    ),
    "hand_back": (workflow.hand_back, gettext_lazy("Back in the queue; anybody may claim it.")),
    "set_due": (set_due, gettext_lazy("Kept.")),
    "send_back": (workflow.send_back, gettext_lazy("Sent back to the author.")),
    "agree": (workflow.agree, gettext_lazy("You have agreed to the edited text.")),
    "approve": (workflow.approve, gettext_lazy("Approved.")),
    "publish": (workflow.publish, gettext_lazy("Published. Readers see it now.")),
    "schedule": (workflow.schedule, gettext_lazy("Scheduled.")),
    "unschedule": (publishing.unschedule, gettext_lazy("The schedule is given up.")),
    "hide": (publishing.hide, gettext_lazy("Hidden. Readers no longer see it; the board is told.")),
    "show_again": (publishing.show_again, gettext_lazy("Readers see it again.")),
    "take_down": (publishing.take_down, gettext_lazy("Taken down.")),
    "expire": (publishing.expire, gettext_lazy("The end is set.")),
    "pin": (placing.pin, gettext_lazy("Pinned to the front page.")),
    "unpin": (placing.unpin, gettext_lazy("No longer pinned.")),
    "list_in": (placing.list_in, gettext_lazy("The further sections are saved.")),
}
