"""The checks against the register; each takes a Matter and gives findings."""

from .bodies import body_findings
from .matter import Matter, matter
from .names import name_findings
from .protocol import order_findings
from .title_order import title_order_findings
from .titles import title_findings

__all__ = ["ALL", "Matter", "matter"]

ALL = (title_findings, name_findings, body_findings, order_findings, title_order_findings)
