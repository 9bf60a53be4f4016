"""`manage.py export_register [FILE] [--source WORD]`: the counterpart of `load_register`."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from apps.people.exchange.exporting import register_values

WRONG_USAGE = 2


class Command(BaseCommand):
    help = (
        "Writes the register as a file that load_register reads (JSON, toasoan-register/1): one"
        " source under its own ids, or everything. Without FILE it goes to standard output. Exit"
        " code 0: done; 2: wrong usage."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", metavar="FILE")
        parser.add_argument("--source", metavar="WORD", default="", help="only what it brought")

    def handle(self, *, file, source, **options):
        values = register_values(source)
        if source and not values["bodies"] and not values["people"]:
            raise CommandError(
                _("Nothing was ever loaded from “%(source)s”.") % {"source": source},
                returncode=WRONG_USAGE,
            )
        text = json.dumps(values, ensure_ascii=False, indent=1)
        if not file:
            if hasattr(self.stdout, "reconfigure"):
                self.stdout.reconfigure(encoding="utf-8")
            self.stdout.write(text)
            return
        try:
            Path(file).write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            raise CommandError(
                _("The file %(name)s cannot be written.") % {"name": file}, returncode=WRONG_USAGE
            ) from error
