"""What `import_pages` says about a page: the JSON of the contract and lines for people."""

import json

from .reading import ReadPage


def page_values(page: ReadPage) -> dict:
    """The parts of a page as JSON values; null where the page does not say."""
    return {
        "title": page.title,
        "published_at": page.published_at.isoformat() if page.published_at else None,
        "event_date": page.event_date.isoformat() if page.event_date else None,
        "section": page.section,
        "source_prefix": page.source_prefix,
        "sapo": page.sapo,
        "body": list(page.body),
        "captions": list(page.captions),
        "bylines": list(page.bylines),
        "byline_office": page.byline_office,
        "view_count": page.view_count,
        "meeting": {
            "is_meeting": page.meeting.kind is not None,
            "kind": page.meeting.kind,
            "period": page.meeting.period,
            "online": page.meeting.online,
            "chairs": list(page.meeting.chairs),
        },
        "officials": [
            {"name": official.name, "titles": list(official.titles)} for official in page.officials
        ],
    }


def json_line(values: dict) -> str:
    return json.dumps(values, ensure_ascii=False)
