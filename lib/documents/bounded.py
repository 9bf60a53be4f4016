"""The reader's own process: what it may use, and how it says what it read."""

import json
import resource
import sys

from .reading import Fault, Unreadable

MEMORY = 900 * 1024 * 1024
SECONDS = 10
# No file is written, whatever a hostile document makes of its reader.
LIMITS = {resource.RLIMIT_AS: MEMORY, resource.RLIMIT_CPU: SECONDS, resource.RLIMIT_FSIZE: 0}


def read_input(read):
    """Call `read` with the document on standard input; the last line said is {"fault": …}."""
    for limit, most in LIMITS.items():
        resource.setrlimit(limit, (most, most))
    try:
        read(sys.stdin.buffer.read())
        say({"fault": Fault.NONE})
    except Unreadable as stopped:
        say({"fault": stopped.fault})
    except Exception:  # whatever a hostile file makes of its reader
        say({"fault": Fault.BROKEN})


def say(line: dict):
    """Every page at once: what was read before the time was up still counts."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()
