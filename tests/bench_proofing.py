"""The proofreader's part of `make bench`: a large register in memory, texts of many lengths, and
how well it does on the drafts of `tests/proofing/corpus`.
"""

import time
import tracemalloc

from django.db import transaction
from django.utils import timezone

from apps.people.held import Held
from apps.people.models import Term
from apps.people.titles import title_form
from apps.people.versions import moved
from apps.proofing import snapshots
from apps.proofing.checking import check
from apps.proofing.manuscript import Manuscript
from tests.proofing.scoring import score
from tests.proofing.test_corpus import PARTS

CHARACTERS = 3_500
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)


def readings(timed):
    """[(name, value in words)] against the register that the bench has made."""
    day, text = timezone.localdate(), news()
    first = once(snapshots.read_register)
    tracemalloc.start()
    kept = snapshots.read_register()
    megabytes = tracemalloc.get_traced_memory()[0] / 1024 / 1024
    tracemalloc.stop()
    sizes = f"{len(kept.people):,} people, {len(kept.bodies):,} bodies"
    found = [(f"read {sizes}", f"{first:.2f} s, {megabytes:.0f} MB")]
    manuscript = Manuscript(text[:CHARACTERS], day)
    check(manuscript)
    milliseconds = timed(lambda: check(manuscript), runs=40)
    found.append((f"check {CHARACTERS:,} characters", f"{milliseconds:.2f} ms"))
    with transaction.atomic():
        moved()
    found.append(("first check after a change", f"{once(lambda: check(manuscript)):.2f} s"))
    for length in LENGTHS:
        long = Manuscript((text * (length // len(text) + 1))[:length], day)
        seconds = once(lambda long=long: check(long))
        found.append(
            (f"check {length:,}", f"{seconds:.3f} s, {seconds / length * 1e6:.1f} µs each")
        )
    return found


def news():
    """Paragraphs that name people of the register with their titles, and ordinary words."""
    terms = Term.objects.filter(ends_on=None).select_related("person", "position__body__parent")
    said = [
        f"Đồng chí {term.person.name}, {title_form(Held(term))} dự và phát biểu chỉ đạo hội nghị. "
        "Báo cáo nêu rõ kết quả thực hiện nhiệm vụ chín tháng đầu năm, những hạn chế cần khắc phục "
        "và sáu nhóm giải pháp trọng tâm trong thời gian tới.\n\n"
        for term in terms.order_by("pk")[:5000:97]
    ]
    return "".join(said)


def scores():
    """The table of each part of the corpus; each folder has a register of its own, as an office."""
    for part, folders in PARTS.items():
        totals = [_alone(folder) for folder in folders]
        yield part, sum(totals[1:], totals[0]).table()


def _alone(folder):
    with transaction.atomic():
        total = score(folder)
        transaction.set_rollback(True)
    snapshots.forget()
    return total


def once(call):
    began = time.perf_counter()
    call()
    return time.perf_counter() - began
