"""`manage.py propose_terms [--portal SLUG] [--dry-run] [--format json]`."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.legacy.proposing import gather, propose
from apps.portals.models import Portal

WRONG_USAGE = 2


class Command(BaseCommand):
    help = (
        "Collects the titles that imported pages give people, folds spellings, and proposes terms"
        " with their evidence to the keepers of the register. Running it again changes nothing"
        " that a keeper has accepted or refused. Exit code 0: done; 2: wrong usage."
    )

    def add_arguments(self, parser):
        parser.add_argument("--portal", metavar="SLUG", help="code of one portal; else all")
        parser.add_argument("--dry-run", action="store_true", help="print only, write nothing")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *args, portal, dry_run, **options):
        portals = Portal.objects.filter(key=portal) if portal else Portal.objects.all()
        if not portals:
            raise CommandError(
                _("There is no portal with the code %(key)s.") % {"key": portal or "—"},
                returncode=WRONG_USAGE,
            )
        tell = self.tell_json if options["format"] == "json" else self.tell
        for one in portals:
            if dry_run:
                self.tell_found(one, *gather(one), as_json=options["format"] == "json")
            else:
                tell(one, propose(one, at=timezone.now()))

    def tell(self, portal, counts):
        self.stdout.write(
            _(
                "%(portal)s: %(new)d new proposals, %(changed)d with new evidence, %(same)d"
                " unchanged, %(settled)d settled before, %(gone)d no longer found, %(known)d"
                " titles the register has already."
            )
            % {"portal": portal.name, **counts}
        )

    def tell_json(self, portal, counts):
        self.stdout.write(json.dumps({"portal": portal.key, **counts}, ensure_ascii=False))

    def tell_found(self, portal, found, known, *, as_json):
        for one in found:
            days = [day for day, _key, _words in one.seen]
            values = {
                "portal": portal.key, "name": one.name, "rank": one.rank, "body": one.body_words,
                "times": len(days), "first_seen": min(days).isoformat(),
                "last_seen": max(days).isoformat(),
            }  # fmt: skip
            line = json.dumps(values, ensure_ascii=False)
            self.stdout.write(line if as_json else self.sentence(one, days))
        if not as_json:
            self.tell_known(known)

    def sentence(self, one, days):
        return _("%(name)s, %(rank)s %(body)s: %(times)d times, %(first)s – %(last)s") % {
            "name": one.name, "rank": one.rank, "body": one.body_words, "times": len(days),
            "first": f"{min(days):%d/%m/%Y}", "last": f"{max(days):%d/%m/%Y}",
        }  # fmt: skip

    def tell_known(self, known):
        self.stdout.write(_("%(count)d titles the register has already.") % {"count": known})
