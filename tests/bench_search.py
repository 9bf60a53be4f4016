"""What a search takes by the clock, beside its bounds: the question alone, and the whole page.

"first" is a word nobody has asked for before on this server, "again" the same words at once once
more. Medians; the page has just been published to, so that nothing of it is kept.
"""

import statistics
import time

from django.utils import timezone
from django.utils.http import urlencode

from apps.editions import search

# Two words of every piece, or of every fifth: each pair another place of the index.
COMMON = ["thi uy", "hoi nghi", "bao cao", "don vi", "co so", "ket qua", "nhiem vu", "nhan dan",
          "dai bieu", "dong chi", "tap trung", "cong tac", "thoi han", "tai ban"]  # fmt: skip
PHRASES = ['"an sinh xã hội"', '"chuyển đổi số"', '"nông thôn mới"', '"cải cách hành chính"',
           '"bảo vệ môi trường"', '"công tác dân vận"', '"phân công rõ người"',
           '"thoát nghèo bền vững"']  # fmt: skip
# name: (words, closest first, bound in milliseconds at 100,000 articles)
KINDS = {
    "rare word": (None, True, 10),
    "two common words, newest first": (COMMON, False, 20),
    "two common words, closest first": (COMMON, True, 100),
    "phrase, newest first": (PHRASES, False, 20),
    "phrase, closest first": (PHRASES, True, 100),
    "nothing found": ([f"khôngcógì{n}" for n in range(12)], True, 10),
}
RARE = 24
SEARCH = "/tim-kiem/"


def waits(site) -> dict[str, list[float]]:
    """{kind: milliseconds of the question first and again, of the page}."""
    found = {}
    for kind, (words, best, _bound) in KINDS.items():
        words = words or [str(number) for number in site.random.sample(range(site.size), RARE)]
        first, again = [], []
        for each in words:
            asked = search.Asked(site.office.portal.key, search.ask(each), best=best, limit=21)
            first.append(_milliseconds(lambda asked=asked: search.find(timezone.now(), asked)))
            again.append(_milliseconds(lambda asked=asked: search.find(timezone.now(), asked)))
        site.publish()
        paths = [f"{SEARCH}?{urlencode(_asked(each, best))}" for each in words]
        page = [_milliseconds(lambda path=path: site.ask(path)) for path in paths]
        found[kind] = [statistics.median(taken) for taken in (first, again, page)]
    return found


def _asked(words, best):
    return {"q": words} if best else {"q": words, "xep": "moi"}


def _milliseconds(call):
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def table(sizes: list[int], waited: list[dict]) -> str:
    """`waited` has `waits` for each size."""
    lines = [f"\n{'Search, ms by the clock':34}" + "".join(
        f"{f'{size:,}: first, again, page':>28}" for size in sizes
    ) + f"{'bound':>8}\n"]  # fmt: skip
    for kind, (_words, _best, bound) in KINDS.items():
        each = "".join(f"{'':4}{''.join(f'{ms:8.1f}' for ms in at[kind])}" for at in waited)
        lines.append(f"{kind:34}{each}{bound:>8}\n")
    return "".join(lines)
