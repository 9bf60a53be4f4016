"""Small advice about the writing itself: every module here with a `look` is one lint.

To add one, add a file (docs/proofreading.md). All that lints say is a hint (`Manuscript.hint`).
"""

from importlib import import_module
from pkgutil import iter_modules

from apps.proofing.findings import Finding
from apps.proofing.manuscript import Manuscript

_MODULES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
LINTS = [module.look for module in _MODULES if hasattr(module, "look")]


def hints(manuscript: Manuscript) -> list[Finding]:
    """What all lints say of the manuscript, in the order of the text."""
    found = [finding for look in LINTS for finding in look(manuscript)]
    found.sort(key=lambda finding: (finding.start, finding.end))
    return found
