"""A part of a file, as players ask for it (RFC 9110, section 14). One range at a time."""

import re

ASKED = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)
CHUNK = 256 * 1024


def part_asked(header: str, size: int) -> tuple[int, int] | None:
    """(first, last) byte of "bytes=…"; None for what asks for the whole: several ranges, other
    units, nothing. Raises ValueError for a part the file has not.
    """
    found = ASKED.fullmatch(header.strip())
    if not found or found[1] == found[2] == "":
        return None
    if found[1] == "":
        first, last = max(size - int(found[2]), 0), size - 1
        if found[2].strip("0") == "":
            raise ValueError("an empty part")
    else:
        first, last = int(found[1]), min(int(found[2]) if found[2] else size - 1, size - 1)
        if found[2] and int(found[2]) < first:
            return None
    if first >= size:
        raise ValueError("beyond the end")
    return first, last


def piece(file, first: int, last: int):
    """The bytes from first to last, a quarter of a megabyte at a time; closes the file."""
    try:
        file.seek(first)
        left = last - first + 1
        while left > 0:
            read = file.read(min(CHUNK, left))
            if not read:
                return
            left -= len(read)
            yield read
    finally:
        file.close()
