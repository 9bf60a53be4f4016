"""`manage.py load_register FILE [--source WORD] [--dry-run] [--as USER] [--format json]`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from apps.accounts.models import User
from apps.people.exchange.loading import load
from apps.people.exchange.reporting import in_words, values_of

WRONG_USAGE = 2
MOST_TOLD = 1000


class Command(BaseCommand):
    help = (
        "Loads bodies and people with dated titles from a register file (JSON, toasoan-register/1)."
        " Safe to run twice. A file with contradictions is refused whole, each named on standard"
        " error; what two people decided on the desk is left as it is. The desk has it at once,"
        " public pages when two people have signed. Exit code 0: done; 1: the file was refused;"
        " 2: wrong usage."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="check only, write nothing")
        parser.add_argument(
            "--source", metavar="WORD", default="", help="instead of the one the file names"
        )
        parser.add_argument("--as", dest="user", metavar="USER", help="account that enters it")
        parser.add_argument("--format", choices=["text", "json"], default="text")

    def handle(self, *, file, dry_run, source, user, format, **options):
        for stream in (self.stdout, self.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8")  # whatever the terminal's own is
        outcome = self.loaded(Path(file), source, self.account(user), dry_run)
        for sentence in [*outcome.warnings[:MOST_TOLD], *outcome.errors[:MOST_TOLD]]:
            self.stderr.write(sentence)
        if format == "json":
            values = values_of(outcome, file=file, dry=dry_run)
            self.stdout.write(json.dumps(values, ensure_ascii=False))
        elif not outcome.errors:
            self.stdout.write(in_words(outcome, dry=dry_run))
        if outcome.errors:
            count = {"count": len(outcome.errors)}
            raise CommandError(_("Refused, nothing was loaded. Reasons: %(count)d.") % count)

    def loaded(self, path, source, by, dry):
        try:
            return load(
                self.content(path),
                name=path.name,
                source=source,
                by=by,
                at=timezone.now(),
                dry=dry,
            )
        except IntegrityError as error:
            raise CommandError(
                _("The register changed at the same moment; nothing was loaded. Run it again.")
            ) from error

    def content(self, path):
        try:
            return path.read_bytes()
        except OSError as error:
            raise CommandError(
                _("The file %(name)s cannot be read.") % {"name": path}, returncode=WRONG_USAGE
            ) from error

    def account(self, username):
        if not username:
            return None
        found = User.objects.filter(username=username).first()
        if found is None:
            raise CommandError(
                _("There is no account named %(name)s.") % {"name": username},
                returncode=WRONG_USAGE,
            )
        return found
