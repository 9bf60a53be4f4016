"""Reads the document on standard input and says its text, a line of JSON per page or part.

Started by `apart`; the last line is {"fault": …}. Without it the process did not come to its end.
"""

import io

from .bounded import read_input, say
from .packages import read_package
from .pdf import read_pdf
from .reading import MOST_SIGNS, Fault, Unreadable


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


if __name__ == "__main__":
    read_input(read)
