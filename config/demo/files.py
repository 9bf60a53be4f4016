"""The content files of the demo office."""

import json
from pathlib import Path

CONTENT = Path(__file__).parent / "content"


def read(name):
    """The JSON of `content/<name>.json`."""
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))
