"""The Vietnamese catalogue is complete and its compiled file is what the source says.

`python -m tests.check_translations` checks; `--write` collects the texts anew and compiles.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOMAINS = ("django", "djangojs")
FOLDER = ROOT / "locale" / "vi" / "LC_MESSAGES"


def main():
    if not shutil.which("msgfmt"):
        sys.exit("gettext is missing. On Debian: apt-get install gettext")
    if "--write" in sys.argv:
        collect(ROOT)
        for domain in DOMAINS:
            compile_to(FOLDER / f"{domain}.po", FOLDER / f"{domain}.mo")
        return
    faults = [fault for domain in DOMAINS for fault in faults_of(domain)]
    if faults:
        sys.exit("\n".join(faults))


def faults_of(domain):
    """Sentences about one catalogue: missing, fuzzy, stale."""
    source = FOLDER / f"{domain}.po"
    compiled = FOLDER / f"{domain}.mo"
    if not compiled.exists():
        return [f"{compiled.name} is missing; run make messages"]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.mo"
        said = compile_to(source, fresh)
        stale = fresh.read_bytes() != compiled.read_bytes()
    faults = [f"{domain}: {said}"] if re.search(r"untranslated|fuzzy", said) else []
    return faults + ([f"{compiled.name} is stale; run make messages"] if stale else [])


def compile_to(source, target):
    done = subprocess.run(
        ["msgfmt", "--check", "--statistics", "-o", str(target), str(source)],
        capture_output=True, text=True, check=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    return done.stderr.strip()


def collect(root):
    for domain in DOMAINS:
        subprocess.run(
            [sys.executable, "manage.py", "makemessages", "-l", "vi", "-d", domain,
             "--no-location", "--no-wrap", "--no-obsolete", "-i", ".venv", "-i", "var",
             "-i", "tests", "-v", "0"],
            cwd=root, check=True, env={"DJANGO_SETTINGS_MODULE": "config.settings.test", "PATH": "/usr/bin:/bin"},
        )  # fmt: skip


if __name__ == "__main__":
    main()
