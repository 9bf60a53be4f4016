"""`manage.py tick`: what is due now. Run it every minute or five; nothing breaks without."""

from django.core.management.base import BaseCommand
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.newsroom import letters, posting
from apps.newsroom.notice_models import Letter


class Command(BaseCommand):
    help = "Sends the e-mails that are due. May run twice at once; each is sent by one of them."

    def handle(self, *args, **options):
        if not letters.configured():
            self.stdout.write(_("E-mail is not set up (EMAIL_URL): nothing to send."))
            return
        done = posting.send_due(timezone.now)
        waiting = Letter.objects.filter(state=Letter.State.WAITING).count()
        self.stdout.write(
            _("E-mails sent: %(sent)d, not yet: %(failed)d, no longer needed: %(dropped)d, "
              "waiting: %(waiting)d.")
            % {"sent": done.sent, "failed": done.failed, "dropped": done.dropped,
               "waiting": waiting}
        )  # fmt: skip
        if not done.reachable:
            self.stderr.write(_("The mail server could not be reached; the next run tries again."))
