"""A few invented lines in a house style, so that one sees what one chooses."""

from datetime import datetime

from lib.vietnamese.datelines import format_dateline
from lib.vietnamese.days import HO_CHI_MINH

MOMENT = datetime(2021, 10, 11, 7, 28, tzinfo=HO_CHI_MINH)
PREFIXES = {"brackets": "(TTV) ", "dash": "TTV - ", "none": ""}
NAMES = ("An Thu", "Lê Thắng")
OFFICE = "Trung tâm Truyền thông"
HEADLINE = "Thị ủy giao ban quý III"
ENDING = "… giao các đơn vị tổ chức thực hiện"
# What the page needs to show the same lines while somebody chooses.
WORDS = {"names": "|".join(NAMES), "office": OFFICE, "headline": HEADLINE, "ending": ENDING}


def example(style) -> dict:
    """{"headline", "dateline", "ending", "byline", "office"} as readers would see them."""
    byline = " ".join(filter(None, [style.byline_label, style.byline_joiner.join(NAMES)]))
    if style.byline_office == "same_line":
        byline = f"{byline} ({OFFICE})"
    views = f"{style.views} 1984" if style.views else ""
    return {
        "headline": f"{PREFIXES[style.source_prefix]}{HEADLINE}",
        "dateline": " | ".join(filter(None, [format_dateline(style.dateline, MOMENT), views])),
        "ending": f"{ENDING}{style.end_mark or '.'}",
        "byline": byline,
        "office": OFFICE if style.byline_office == "under" else "",
    }
