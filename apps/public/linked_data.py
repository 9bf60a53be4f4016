"""What a page says to search engines in schema.org's words."""

import json

from django.utils.safestring import SafeString, mark_safe

SCRIPT_SIGNS = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def script(parts: dict) -> SafeString:
    """JSON-LD without empty parts; "<" is escaped so that no text can end the script element."""
    stated = {"@context": "https://schema.org"} | {k: part for k, part in parts.items() if part}
    return mark_safe(json.dumps(stated, ensure_ascii=False).translate(SCRIPT_SIGNS))


def person_data(context: dict, values: dict) -> dict:
    portrait = context["portrait"]
    return {
        "@type": "Person",
        "name": values["name"],
        "url": context["canonical"],
        "image": context["base"] + portrait.src if portrait else "",
        "jobTitle": [row["words"] for row in values["titles"]],
        "worksFor": [
            {"@type": "Organization", "name": name}
            for name in dict.fromkeys(row["body"] for row in values["titles"])
        ],
    }


def body_data(context: dict, values: dict) -> dict:
    parent = values["parent"]
    return {
        "@type": "Organization",
        "name": values["name"],
        "alternateName": values["names"][1:],
        "url": context["canonical"],
        "foundingDate": values["from"],
        "dissolutionDate": values["to"],
        "parentOrganization": parent and {"@type": "Organization", "name": parent["name"]},
        "subOrganization": [
            {"@type": "Organization", "name": row["name"]} for row in values["children"]
        ],
    }
