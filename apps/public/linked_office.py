"""AboutPage: the office itself, with what Google's "Organization" page recommends, as far as the
lines of its frame tell it. Readers get those lines as they were written.
"""

import re

from .contacts import mail_of
from .linked_data import organization, publisher

ADDRESS = re.compile(r"(?:Địa chỉ|Trụ sở)[^:]{0,20}: *(.+)")
OVER_IT = re.compile(r"(?:Cơ quan quản lý|Cơ quan chủ quản): *(.+)")
PHONE = re.compile(r"(?:Điện thoại|ĐT|Đường dây nóng)[^:]{0,20}: *(\+?[0-9][0-9 .()-]{5,20}[0-9])")


def office_data(context: dict) -> dict:
    """What stands in no line is not said."""
    frame = context["frame"]
    lines = "\n".join(frame.contact)
    street = _first(ADDRESS, lines)
    return {
        "@type": "AboutPage",
        "@id": context["canonical"],
        "url": context["canonical"],
        "name": context["title"],
        "inLanguage": "vi",
        "mainEntity": {
            **publisher(context),
            "alternateName": frame.short_name if frame.short_name != frame.name else "",
            "description": context["description"],
            "address": street and postal_address(street),
            "telephone": _first(PHONE, lines),
            "email": mail_of(frame.contact),
            "parentOrganization": organization(_first(OVER_IT, lines)),
        },
    }


def postal_address(where: str) -> dict:
    """What an office writes is where to go: room, house, street. Every one is in this country."""
    return {"@type": "PostalAddress", "streetAddress": where, "addressCountry": "VN"}


def _first(pattern, lines):
    found = pattern.search(lines)
    return found[found.re.groups].strip() if found else ""
