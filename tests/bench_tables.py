"""The readers' part of `make bench` as a table: shares of A, multiples of B, growth, queries.

Growth is that of multiples of A, which does the same whatever there is: a machine that was slower
when the larger site was asked would be counted as growth otherwise.
"""


def table(sizes: list[int], taken: list[dict]) -> str:
    """`taken` has, for each size, {page: Cost} with A and B among them."""
    bare = {name: [each[name] for each in taken] for name in ("A", "B")}
    lines = [_heading(sizes)]
    for name, costs in bare.items():
        cpu, rate = (_row(costs, field) for field in ("kept", "rate"))
        lines.append(f"{name}: {_each(cpu, '{:.3f} ms')}, {_each(rate, '{:,.0f} requests/s')}\n")
    for name in taken[0]:
        if name not in bare:
            lines.append(_line(name, [each[name] for each in taken]))
    return "".join(lines)


def _heading(sizes):
    at = " ".join(f"{size:>8,}" for size in sizes)
    return (
        f"\n{'':26}{'requests/s of A':^20}{'kept, CPU ms':^20}{'not kept, of B':^20}"
        f"{'growth':>8}{'queries':>9}\n{'':26}{at:^20}{at:^20}{at:^20}\n"
    )


def _line(name, costs):
    shares = _row(costs, "share")
    growth = costs[-1].of_a / costs[0].of_a
    parts = (shares, _row(costs, "kept"), _row(costs, "of_b"))
    columns = "".join(f"{' '.join(_cell(value) for value in part):^20}" for part in parts)
    asked = f"{costs[-1].queries_kept}/{costs[-1].queries}"
    return f"{name:26}{columns}{growth:8.2f}{asked:>9}\n"


def _row(costs, field):
    return [getattr(cost, field) for cost in costs]


def _each(values, form):
    return " and ".join("–" if value is None else form.format(value) for value in values)


def _cell(value):
    return f"{'–' if value is None else format(value, '.2f'):>8}"
