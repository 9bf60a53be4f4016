"""`manage.py verify_editions [--format json]`: see apps.editions.verifying."""

import json
from collections import Counter

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.editions.snapshots import snapshot
from apps.editions.verifying import faults


class Command(BaseCommand):
    @property
    def help(self):  # argparse takes no lazy text
        return _(
            "Checks that all readers get is what was signed: every digest, the guards of the "
            "database, times, search rows and files. Exit 0: all is right; 1: each fault on "
            "standard error."
        )

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *, format, **options):
        counts, found = Counter(cuts=0, redacted=0, showings=0, leftovers=0), []
        with snapshot(connection):
            for fault in faults(connection, now=timezone.now(), counts=counts):
                self.stderr.write(f"{fault.where}: {fault.text}")
                found.append(vars(fault))
        if format == "json":
            self.stdout.write(json.dumps({**counts, "faults": found}, ensure_ascii=False))
        else:
            self.stdout.write(_in_words(counts, len(found)))
        if found:
            raise SystemExit(1)


def _in_words(counts, found):
    total = _("Cuts: %(cuts)d, of them redacted: %(redacted)d. Showings: %(showings)d.") % counts
    verdict = _("Faults: %(count)d.") % {"count": found} if found else _("Nothing is wrong.")
    return f"{total} {verdict}"
