"""From the JSON of `toasoan-register/1` (CONTRACTS) to records, with every error in words.

Nothing here knows the database: whether a file fits the register is asked in `checking.py`.
"""

import json

from django.utils.translation import gettext as _

from . import values
from .parts import Reader
from .records import RegisterFile
from .values import Wrong

FORMAT = "toasoan-register/1"
LARGEST_FILE = 64 * 1024 * 1024


def read_register(content: bytes, *, source: str) -> RegisterFile:
    """The file as records; `source` stands where the file names none itself.

    Whatever cannot be read is a sentence in `errors`; a file with errors is not to be loaded.
    """
    file = RegisterFile(source=source)
    try:
        data = _json(content)
    except Wrong as wrong:
        file.errors.append(str(wrong))
        return file
    Reader(file).read(data)
    return file


def _json(content):
    if len(content) > LARGEST_FILE:
        raise Wrong(_("The file is larger than %(most)d MB.") % {"most": LARGEST_FILE >> 20})
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise Wrong(_("The file is no readable JSON in UTF-8.")) from error
    if not isinstance(data, dict):
        raise Wrong(_("The file must be one JSON object with bodies and people."))
    if data.get("format", FORMAT) != FORMAT:
        raise Wrong(
            _("The format is “%(format)s”; only %(known)s can be loaded.")
            % {"format": values.shown(data["format"]), "known": FORMAT}
        )
    return data
