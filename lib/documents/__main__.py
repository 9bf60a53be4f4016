"""Reads the document on standard input and says its text, a line of JSON per page or part.

Started by `apart`; the last line is {"fault": …}. Without it the process did not come to its end.
"""

import io
import json
import resource
import sys

from .packages import read_package
from .pdf import read_pdf
from .reading import MOST_SIGNS, Fault, Unreadable

MEMORY = 900 * 1024 * 1024
SECONDS = 10
# No file is written, whatever a hostile document makes of its reader.
LIMITS = {resource.RLIMIT_AS: MEMORY, resource.RLIMIT_CPU: SECONDS, resource.RLIMIT_FSIZE: 0}


def main():
    for limit, most in LIMITS.items():
        resource.setrlimit(limit, (most, most))
    try:
        read(sys.stdin.buffer.read())
        say({"fault": Fault.NONE})
    except Unreadable as stopped:
        say({"fault": stopped.fault})
    except Exception:  # whatever a hostile file makes of its reader
        say({"fault": Fault.BROKEN})


def read(data: bytes):
    signs = 0
    pages = read_pdf(data) if is_pdf(data) else read_package(io.BytesIO(data))
    for page in pages:
        say(page)
        signs += len(page.get("text", ""))
        if signs > MOST_SIGNS:
            raise Unreadable(Fault.TOO_LONG)


def is_pdf(data: bytes) -> bool:
    return data[:1024].lstrip().startswith(b"%PDF-")


def say(line: dict):
    """Every page at once: what was read before the time was up still counts."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
