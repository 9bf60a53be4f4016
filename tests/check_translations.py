"""The Vietnamese catalogue says everything the code says, and its compiled file says the same.

`python -m tests.check_translations` checks; `--write` collects the texts anew and compiles.
How the catalogue is put together: locale/README.md.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DOMAINS = ("django", "djangojs")
CATALOGUES = Path("locale", "vi", "LC_MESSAGES")
OVERRIDES = Path("locale", "vi", "overrides")
NOT_COLLECTED = (".*", "var", "tests", "docs", "__pycache__", "node_modules")
CLOCK = re.compile(r'^"POT-Creation-Date: .*\n', re.MULTILINE)
MESSAGE = re.compile(r'^msgid "(?:.|\n")+?(?=\nmsg)', re.MULTILINE)


def main():
    if not shutil.which("msgfmt"):
        sys.exit("gettext is missing. On Debian: apt-get install gettext")
    if "--write" in sys.argv:
        collect(ROOT)
        for domain in DOMAINS:
            source = ROOT / CATALOGUES / f"{domain}.po"
            compile_to(source, source.with_suffix(".mo"))
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_COLLECTED))
        collect(copy)
        faults = [fault for domain in DOMAINS for fault in faults_of(domain, copy)]
    if faults:
        sys.exit("\n".join(faults))


def faults_of(domain, collected):
    """Sentences about one catalogue; `collected` is a copy of the tree with fresh catalogues."""
    source = ROOT / CATALOGUES / f"{domain}.po"
    compiled = source.with_suffix(".mo")
    if not compiled.exists():
        return [f"{compiled.name} is missing; run make messages"]
    fresh = collected / CATALOGUES / compiled.name
    said = compile_to(source, fresh)
    faults = [f"{source.name}: {said}"] if re.search(r"untranslated|fuzzy", said) else []
    if fresh.read_bytes() != compiled.read_bytes():
        faults.append(f"{compiled.name} is stale; run make messages")
    return faults + differences(source, collected / CATALOGUES / source.name)


def differences(kept, collected):
    """What one catalogue has and the other has not; at least one sentence if they differ at all."""
    old, new = kept.read_text("utf-8"), collected.read_text("utf-8")
    before, after = set(MESSAGE.findall(old)), set(MESSAGE.findall(new))
    faults = [f"{kept.name} lacks {text}" for text in sorted(after - before)]
    faults += [f"no code uses {text} of {kept.name}" for text in sorted(before - after)]
    return faults or ([] if old == new else [f"{kept.name} is stale; run make messages"])


def compile_to(source, target):
    """Compile strictly; what msgfmt says of the numbers."""
    return run(["msgfmt", "--check", "--statistics", "-o", str(target), str(source)]).stderr.strip()


def collect(root):
    """Bring the catalogues of the tree at `root` up to date with its code and the overrides."""
    for domain in DOMAINS:
        ignored = [part for name in NOT_COLLECTED for part in ("-i", name)]
        run([sys.executable, "manage.py", "makemessages", "-l", "vi", "-d", domain, "-v", "0",
             "--no-location", "--no-wrap", "--no-obsolete", *ignored], cwd=root)  # fmt: skip
        source = root / CATALOGUES / f"{domain}.po"
        overrides = root / OVERRIDES / f"{domain}.po"
        if overrides.exists():
            both = [str(source), str(overrides)]
            run(["msgcat", "--use-first", "--no-wrap", "-o", str(source), *both])
        source.write_text(CLOCK.sub("", source.read_text("utf-8")), "utf-8")


def run(command, cwd=None):
    """Run in English with the test settings; a failure says what the program said."""
    environment = {**os.environ, "LC_ALL": "C", "DJANGO_SETTINGS_MODULE": "config.settings.test"}
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stderr.strip()}")
    return done


if __name__ == "__main__":
    main()
