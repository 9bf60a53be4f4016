"""`manage.py` and modules on a site's data, one after the other in one process that stays.

A test asks for a few lines of Python some thirty times; starting Django costs a second and a half.
Reads a line of JSON for each: the words after `python`. Answers with one: [status, output].
"""

import io
import json
import runpy
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout

from django.core.management import execute_from_command_line
from django.db import connections


def main():
    answers = sys.stdout
    for line in sys.stdin:
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            status = done(json.loads(line))
        connections.close_all()
        answers.write(json.dumps([status, said.getvalue()]) + "\n")
        answers.flush()


def done(words):
    """The exit status, as a shell would see it."""
    try:
        if words[0] == "-m":
            sys.argv = words[1:]
            runpy.run_module(words[1], run_name="__main__", alter_sys=True)
        else:
            execute_from_command_line(words)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    except Exception:  # whatever it was, the test is told
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    main()
