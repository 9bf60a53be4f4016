"""Reading many pages: lot by lot, on another processor while the last lot is being written.

Reading is half the work of an import and touches no database; a folder of few pages is read here,
where starting another process would cost more.
"""

import os
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

import django

from .files import read_file
from .reading import PageRefused, ReadPage

LOT = 40  # pages written in one transaction, each within a savepoint of its own
FEW = 3 * LOT
AHEAD = 3  # lots read before they are asked for: an archive does not fit into memory

Read = tuple[Path, ReadPage | None, str]


def read_lots(files: list[Path]) -> Iterator[list[Read]]:
    """Lots of (file, page, ""), or (file, None, why it cannot be read), in order."""
    waiting = iter(files)
    lots = iter(lambda: list(islice(waiting, LOT)), [])
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if len(files) <= FEW or processors < 2:
        yield from map(read_lot, lots)
    else:
        yield from _read_elsewhere(lots, processors - 1)


def _read_elsewhere(lots, processes):
    """The same by other processes; they are begun anew, for a fork would share connections."""
    with ProcessPoolExecutor(
        min(processes, AHEAD), mp_context=get_context("spawn"), initializer=django.setup
    ) as pool:
        under_way = deque(pool.submit(read_lot, lot) for lot in islice(lots, AHEAD))
        while under_way:
            done = under_way.popleft().result()
            under_way.extend(pool.submit(read_lot, lot) for lot in islice(lots, 1))
            yield done


def read_lot(files: list[Path]) -> list[Read]:
    """One lot, here."""
    return [(file, *_read(file)) for file in files]


def _read(file):
    try:
        return read_file(file), ""
    except PageRefused as refusal:
        return None, str(refusal)
