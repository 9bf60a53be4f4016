"""One canonical way from values to a digest, so that two people sign the same bytes."""

import hashlib
import json


def canonical(values) -> bytes:
    """JSON with sorted keys and no spaces, UTF-8. Dates must already be ISO strings."""
    return json.dumps(
        values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(values) -> str:
    """SHA-256 of the canonical form, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(values)).hexdigest()
