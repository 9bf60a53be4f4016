"""The W3C's HTML checker (Nu), one Java process for any number of pages.

`make test` puts its jar beside the virtual environment (tests/nu/package.json) where there is npm;
VNU_JAR names another.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

INSTALLED = Path(sys.prefix, "nu/node_modules/vnu-jar/build/dist/vnu.jar")
JAR = Path(os.environ.get("VNU_JAR") or INSTALLED)
JAVA = shutil.which("java")
# A third of the time: nothing runs long enough here to be worth the second compiler.
QUICK = ["-Xss2m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]


def missing() -> str:
    """Why it cannot run here, in words; '' where it can."""
    if not JAVA:
        return "Nu HTML checker: Java is missing (apt-get install default-jre-headless)"
    if not JAR.exists():
        return "Nu HTML checker: its jar is missing (npm is needed by `make test`, or set VNU_JAR)"
    return ""


def faults(pages: dict[str, str], folder: Path) -> list[tuple[str, str, str]]:
    """[(name, what Nu says, the place)], errors and warnings, of {name: HTML}.

    `folder` is empty and takes the files.
    """
    names = {}
    for number, (name, html) in enumerate(pages.items()):
        file = folder / f"{number}.html"
        file.write_text(html)
        names[file.name] = name
    command = [JAVA, *QUICK, "-jar", JAR, "--format", "json", "--stdout", "--exit-zero-always"]
    told = subprocess.run([*command, folder], capture_output=True, check=True).stdout
    return [
        (names[row["url"].rpartition("/")[2]], row["message"], row.get("extract", ""))
        for row in json.loads(told)["messages"]
    ]
