"""`manage.py import_pages PATH… [--portal SLUG] [--dry-run] [--format json] [--as USER]`."""

from collections import Counter

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.legacy.files import pages_under, shown_name
from apps.legacy.importing import KEPT, MADE, UNCHANGED, UPDATED, import_page
from apps.legacy.known import Known
from apps.legacy.lots import read_lots
from apps.legacy.output import json_line, page_values
from apps.newsroom.importer import importer
from apps.newsroom.refusals import Refused
from apps.portals.models import Portal

WRONG_USAGE = 2


class Command(BaseCommand):
    help = (
        "Turns saved pages of an old portal (.txt, .html; files or folders) into drafts. Running it"
        " again makes nothing twice and never overwrites an edited draft. Exit code 0: done; 1:"
        " some files were refused (named on standard error), the rest done; 2: wrong usage."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="file or folder")
        parser.add_argument("--portal", metavar="SLUG", help="code of the portal")
        parser.add_argument("--dry-run", action="store_true", help="read only, write nothing")
        parser.add_argument("--format", choices=["text", "json"], default="text")
        parser.add_argument("--as", dest="user", metavar="USER", help="account of the drafts")

    def handle(self, *args, paths, portal, dry_run, user, **options):
        self.as_json = options["format"] == "json"
        self.outcomes = Counter()
        if hasattr(self.stdout, "reconfigure"):
            self.stdout.reconfigure(encoding="utf-8")  # whatever the terminal's own is
        files = self.files(paths)
        if dry_run:
            self.portal = portal and self.chosen_portal(portal)
            self.over(files, self.look)
        else:
            self.portal, self.by = self.chosen_portal(portal), self.account(user)
            self.known = Known(self.portal)
            self.over(files, self.bring)
        self.summary(dry_run)

    def files(self, paths):
        try:
            files = pages_under(paths)
        except FileNotFoundError as error:
            raise CommandError(
                _("There is no such file or folder: %(name)s") % {"name": error},
                returncode=WRONG_USAGE,
            ) from error
        if not files:
            raise CommandError(_("No .txt or .html file was found."), returncode=WRONG_USAGE)
        return files

    def chosen_portal(self, key):
        offices = Portal.objects.filter(practice_of=None)
        portals = list(offices.filter(key=key) if key else offices[:2])
        if len(portals) == 1:
            return portals[0]
        if key:
            message = _("There is no portal with the code %(key)s.") % {"key": key}
        elif portals:
            message = _("There is more than one portal: name one with --portal.")
        else:
            message = _("There is no portal yet.")
        raise CommandError(message, returncode=WRONG_USAGE)

    def account(self, username):
        if not username:
            return importer()
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(
                _("There is no account named %(name)s.") % {"name": username},
                returncode=WRONG_USAGE,
            )
        return user

    def over(self, files, act):
        """Read a lot of files, then act on them; a refused file leaves the others alone."""
        for lot in read_lots(files):
            for file, page, refusal in act(lot):
                if refusal:
                    self.refuse(file, refusal)
                else:
                    self.tell(file, *page)

    def look(self, lot):
        return [(file, page and (page, None, ""), refusal) for file, page, refusal in lot]

    def bring(self, lot):
        with transaction.atomic():
            return [
                (file, None, refusal) if refusal else (file, *self.imported(file, page))
                for file, page, refusal in lot
            ]

    def imported(self, file, page):
        try:
            article, outcome = import_page(
                page,
                portal=self.portal,
                by=self.by,
                at=timezone.now(),
                source_file=shown_name(file),
                known=self.known,
            )
        except ValidationError as error:
            return None, " ".join(error.messages)
        except Refused as error:
            return None, str(error)
        return (page, article, outcome), ""

    def refuse(self, file, reason):
        name = shown_name(file)
        self.outcomes["refused"] += 1
        self.stderr.write(_("%(file)s: refused. %(reason)s") % {"file": name, "reason": reason})
        if self.as_json:
            self.stdout.write(json_line({"file": name, "refused": reason}))

    def tell(self, file, page, article, outcome):
        self.outcomes[outcome or "read"] += 1
        name = shown_name(file)
        if self.as_json:
            values = {"file": name, **page_values(page), "outcome": outcome or None}
            values["article"] = article.key if article else None
            self.stdout.write(json_line(values))
        elif outcome:
            self.stdout.write(f"{name}: {said(outcome)}: {page.title}")
        else:
            self.stdout.write(f"{name}: {page.title}")

    def summary(self, dry_run):
        counts = self.outcomes
        if not self.as_json:
            self.stdout.write(summary_line(counts, dry_run))
        if refused := counts["refused"]:
            raise CommandError(_("%(number)d files were refused.") % {"number": refused})


def said(outcome: str) -> str:
    """An outcome in words."""
    return {
        MADE: _("new draft"),
        UNCHANGED: _("unchanged"),
        UPDATED: _("draft renewed"),
        KEPT: _("edited since, left as it is"),
    }[outcome]


def summary_line(counts, dry_run: bool) -> str:
    if dry_run:
        return _("%(read)d pages read, %(refused)d refused; nothing was written.") % {
            "read": counts["read"],
            "refused": counts["refused"],
        }
    return _(
        "%(made)d new drafts, %(updated)d renewed, %(unchanged)d unchanged, %(kept)d left because"
        " edited, %(refused)d refused."
    ) % {name: counts[name] for name in (MADE, UPDATED, UNCHANGED, KEPT, "refused")}
