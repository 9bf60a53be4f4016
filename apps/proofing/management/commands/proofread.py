"""`manage.py proofread FILE… --date YYYY-MM-DD [--portal SLUG] [--format json]` (CONTRACTS)."""

import datetime as dt
import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from apps.portals.models import Portal
from apps.proofing.checking import check
from apps.proofing.files import Unreadable, read_file
from apps.proofing.output import file_values, in_words

WRONG_USAGE = 2


class Command(BaseCommand):
    help = (
        "Checks texts against the register as of a day: names, titles, bodies, order, marks of"
        " secrecy, personal data. FILE is a .txt, or a .json with “text” and “event_date”, which"
        " wins over --date. Exit code 0: all were read, with findings or without; 1: some files"
        " were refused (named on standard error), the rest done; 2: wrong usage."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="day of the event")
        parser.add_argument("--portal", metavar="SLUG", help="whose “Thị ủy” is meant")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *, files, date, portal, format, **options):
        for stream in (self.stdout, self.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8")  # whatever the terminal's own is
        if portal and not Portal.objects.filter(key=portal).exists():
            raise CommandError(
                _("There is no portal with the code %(key)s.") % {"key": portal},
                returncode=WRONG_USAGE,
            )
        refused = 0
        for name in files:
            try:
                manuscript = read_file(Path(name), day=date, portal_key=portal)
            except Unreadable as reason:
                refused += 1
                self.stderr.write(
                    _("%(file)s: refused. %(reason)s") % {"file": name, "reason": reason}
                )
                continue
            self.tell(name, check(manuscript), as_json=format == "json")
        if refused:
            raise CommandError(_("Files refused: %(count)d.") % {"count": refused})

    def tell(self, name, findings, *, as_json):
        if as_json:
            self.stdout.write(json.dumps(file_values(name, findings), ensure_ascii=False))
        else:
            self.stdout.write(in_words(name, findings))


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = _("“%(day)s” is no day: write it as 2021-10-11.") % {"day": text}
        raise CommandError(message, returncode=WRONG_USAGE) from None
