"""Cases with the expected words between ⟦ and ⟧."""

import re

_MARK = re.compile("⟦(.*?)⟧", re.DOTALL)


def marked(case: str) -> tuple[str, list[str]]:
    """The text without the brackets, and what stood between them."""
    return _MARK.sub(r"\1", case), _MARK.findall(case)
