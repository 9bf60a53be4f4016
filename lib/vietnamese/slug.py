"""Addresses: "Đảng ủy xã Đồng Đăng" -> "dang-uy-xa-dong-dang"."""

import re
import unicodedata

from .fold import fold

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_NOT_ADDRESS = re.compile(r"[^a-z0-9]+")


def slugify(s: str, max_length: int = 80) -> str:
    """ASCII address part of [a-z0-9-], cut at a hyphen; "" only when nothing is left.

    A first word longer than `max_length` characters is cut inside. An apostrophe inside a
    word disappears (Ea H'leo -> "ea-hleo"), every other sign is a hyphen.
    """
    plain = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", fold(s))).lower()
    whole = _NOT_ADDRESS.sub("-", _drop_marks(plain)).strip("-")
    return _cut(whole, max_length)


def _drop_marks(s: str) -> str:
    return "".join(sign for sign in s if not unicodedata.combining(sign))


def _cut(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    head, hyphen, _ = slug[: max_length + 1].rpartition("-")
    return head if hyphen else slug[:max_length]
