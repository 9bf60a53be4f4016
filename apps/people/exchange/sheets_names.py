"""Who or which is meant: a name, a code, or a name with its code in brackets."""

import datetime as dt
import re
from collections import defaultdict

from django.utils.translation import gettext as _

from lib.vietnamese.fold import fold

from .sheets_rows import name_key
from .values import Wrong
from .words import BODIES, CODE, NEW

_WITH_CODE = re.compile(r"(?P<name>.*?)\s*\[(?P<code>[^\[\]]+)\]$")


class Names:
    """The people, or the bodies, of the register and of the sheet being read.

    Keys are ids of rows, or "new:…" for what the sheet brings.
    """

    def __init__(self, sheet: str, rows: dict):
        self.sheet = sheet
        self.codes = {fold(code): row.pk for code, row in rows.items()}
        self.by_name = defaultdict(list)
        self.by_other_name = defaultdict(list)
        self.life = {}
        for row in rows.values():
            self.by_name[name_key(row.name)].append(row.pk)
            if sheet == BODIES:
                self.life[row.pk] = (row.valid_from or dt.date.min, row.valid_to or dt.date.max)
                for other in [*row.short_names, *row.abbreviations]:
                    self.by_other_name[name_key(other)].append(row.pk)

    def add(self, key: str, name: str, code: str) -> None:
        """Something new: from now on its name and its code mean it."""
        self.by_name[name_key(name)].append(key)
        if code:
            if fold(code) in self.codes:
                raise Wrong(_("the code “%(code)s” is used twice") % {"code": code})
            self.codes[fold(code)] = key

    def of_row(self, code: str, name: str):
        """The key of what a line of its own sheet is about; None when it is new."""
        if self._is_ours(code):
            if fold(code) not in self.codes:
                raise Wrong(_("the register has no code “%(code)s”") % {"code": code})
            return self.codes[fold(code)]
        if fold(code).startswith(fold(NEW)):
            return None
        named = self.by_name[name_key(name)]
        same = [key for key in named if isinstance(key, int)] or named
        if len(same) > 1:
            raise Wrong(self._several(name, same))
        return same[0] if same else None

    def find(self, said: str, on: dt.date | None = None):
        """The key of what another sheet names. Raises Wrong when it is nobody, or several.

        Of bodies with one name (a ward before and after July 2025) the one that exists `on` a day.
        """
        found = _WITH_CODE.fullmatch(said)
        code = found["code"] if found else said
        if fold(code) in self.codes:
            return self.codes[fold(code)]
        if found:
            raise Wrong(_("the code “%(code)s” is nowhere") % {"code": code})
        same = self.by_name.get(name_key(said)) or self.by_other_name.get(name_key(said), [])
        if len(same) > 1 and on:
            same = [key for key in same if self._exists(key, on)] or same
        if len(same) != 1:
            raise Wrong(self._several(said, same) if same else self._nobody(said))
        return same[0]

    def _is_ours(self, code):
        return re.fullmatch(rf"{CODE[self.sheet]}\d+", code, re.IGNORECASE) is not None

    def _exists(self, key, day):
        first, last = self.life.get(key, (dt.date.min, dt.date.max))
        return first <= day <= last

    def _several(self, name, keys):
        codes = (code.upper() for code, key in self.codes.items() if key in keys)
        code = next(codes, f"{CODE[self.sheet]}12")
        said = {"name": name, "count": len(keys), "code": code}
        if self.sheet == BODIES:
            return (
                _(
                    "%(count)d bodies are called “%(name)s”; write the code of the one behind the "
                    "name, for example “%(name)s [%(code)s]”"
                )
                % said
            )
        return (
            _(
                "%(count)d people are called “%(name)s”; write the code of the one behind the "
                "name, for example “%(name)s [%(code)s]”"
            )
            % said
        )

    def _nobody(self, name):
        if self.sheet == BODIES:
            return _("there is no body called “%(name)s”") % {"name": name}
        return _("there is nobody called “%(name)s”") % {"name": name}
