"""`manage.py export_editions FILE [--force] [--files DIR]`: see apps.editions.exporting."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from apps.editions.exporting import export_files, export_rows
from apps.editions.snapshots import snapshot


class Command(BaseCommand):
    @property
    def help(self):  # argparse takes no lazy text
        return _(
            "Writes what readers get into a new SQLite file for a readers' machine: no drafts, no "
            "accounts. Exit 0: done; 1: refused, or a public file was missing."
        )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--force", action="store_true", help=_("replace FILE if it exists"))
        parser.add_argument(
            "--files", type=Path, metavar="DIR", help=_("copy the public files in use to DIR too")
        )

    def handle(self, *, file, force, files, **options):
        if file.is_dir():
            raise CommandError(_("“%(name)s” is a folder; name a file in it.") % {"name": file})
        if not file.parent.is_dir():
            raise CommandError(_("There is no folder “%(name)s”.") % {"name": file.parent})
        if file.exists() and not force:
            raise CommandError(_("“%(name)s” exists already; give --force.") % {"name": file})
        if _is_own_database(file):
            raise CommandError(_("“%(name)s” is the database in use.") % {"name": file})
        try:
            with snapshot(connection):
                missing = list(export_files(files)) if files else []
                rows = export_rows(file)
        except (OSError, DatabaseError) as error:
            raise CommandError(
                _("The copy could not be written: %(error)s.") % {"error": error}
            ) from error
        self.stdout.write(_("Rows written: %(count)d.") % {"count": rows})
        for sha256 in missing:
            self.stderr.write(_("The public file %(name)s is missing.") % {"name": sha256})
        if missing:
            raise SystemExit(1)


def _is_own_database(file):
    name = connection.settings_dict["NAME"]
    return connection.vendor == "sqlite" and file.exists() and file.samefile(name)
