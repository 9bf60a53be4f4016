"""What the rules ask of feeds, sitemaps, calendars and JSON-LD. Each check returns what it read.

RSS 2.0 with the RSS Advisory Board's profile, Media RSS, sitemaps.org 0.9 with Google's news
extension, RFC 5545, Google's "Structured data" pages for Article, Event, Breadcrumb, Organization.
"""

import json
import re
import xml.etree.ElementTree as ElementTree
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MOST_ADDRESSES = 50_000
NEEDED = {
    "NewsArticle": ["headline", "datePublished", "dateModified", "author", "publisher", "image",
                    "mainEntityOfPage", "description", "articleSection", "isAccessibleForFree"],
    "Event": ["name", "startDate", "location", "eventStatus", "eventAttendanceMode", "organizer",
              "description"],
    "VideoObject": ["name", "description", "thumbnailUrl", "uploadDate", "contentUrl"],
    "BreadcrumbList": ["itemListElement"],
    "Person": ["name"],
    "Organization": ["name"],
    "GovernmentOrganization": ["name"],
    "ImageObject": ["url"],
    "CorrectionComment": ["text", "datePublished"],
    "ListItem": ["position", "name", "item"],
    "Place": ["name", "address"],
    "VirtualLocation": ["url"],
    "OrganizationRole": ["member", "roleName"],
}  # fmt: skip
ADDRESSES = {"url", "item", "@id", "mainEntityOfPage", "contentUrl", "thumbnailUrl"}
DATES = {
    "datePublished",
    "dateModified",
    "startDate",
    "endDate",
    "foundingDate",
    "dissolutionDate",
    "uploadDate",
}


def absolute(address):
    parts = urlsplit(address)
    assert parts.scheme in ("http", "https") and parts.netloc, address
    assert address.isascii() and " " not in address and len(address) < 2048, address
    return address


def feed(xml, address):
    """The items of the RSS feed that stands at `address`."""
    root = ElementTree.fromstring(xml)
    assert (root.tag, root.attrib["version"]) == ("rss", "2.0")
    (channel,) = root
    for name in ("title", "link", "description", "language", "lastBuildDate"):
        assert channel.findtext(name), name
    absolute(channel.findtext("link"))
    assert parsedate_to_datetime(channel.findtext("lastBuildDate")).tzinfo
    (own,) = channel.findall(f"{ATOM}link")
    assert (own.attrib["rel"], own.attrib["href"]) == ("self", address)
    items = channel.findall("item")
    guids = [item.findtext("guid") for item in items]
    assert all(guids) and len(set(guids)) == len(guids)
    for item in items:
        _item(item)
    return items


def _item(item):
    assert item.findtext("title") or item.findtext("description")
    link = absolute(item.findtext("link"))
    assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
    guid = item.find("guid")
    if guid.attrib.get("isPermaLink", "true") == "true":
        assert guid.text == link
    for enclosure in item.findall("enclosure"):
        absolute(enclosure.attrib["url"])
        assert enclosure.attrib["length"].isdigit() and "/" in enclosure.attrib["type"]
    for content in item.findall(f"{MEDIA}content"):
        absolute(content.attrib["url"])
        assert int(content.attrib["width"]) and int(content.attrib["height"])


def sitemap(xml):
    """The addresses of a sitemap or of an index of some."""
    root = ElementTree.fromstring(xml)
    inner = {f"{MAP}urlset": f"{MAP}url", f"{MAP}sitemapindex": f"{MAP}sitemap"}[root.tag]
    found = [absolute(row.findtext(f"{MAP}loc")) for row in root.findall(inner)]
    assert len(found) == len(root) == len(set(found)) <= MOST_ADDRESSES
    for node in root.iter(f"{MAP}lastmod"):
        assert datetime.fromisoformat(node.text).tzinfo
    return found


def news(xml):
    """[(address, title)] of a news sitemap."""
    found = []
    for row in ElementTree.fromstring(xml):
        (told,) = row.findall(f"{NEWS}news")
        assert told.findtext(f"{NEWS}publication/{NEWS}name")
        assert told.findtext(f"{NEWS}publication/{NEWS}language") == "vi"
        assert datetime.fromisoformat(told.findtext(f"{NEWS}publication_date")).tzinfo
        found.append((absolute(row.findtext(f"{MAP}loc")), told.findtext(f"{NEWS}title")))
    assert len(found) <= 1000
    return found


def calendar(text):
    """The events of a calendar, each {"SUMMARY": …} with parameters in the name (RFC 5545)."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert max(len(row.encode()) for row in text.split("\r\n")) <= 75
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    rows = text.replace("\r\n ", "").rstrip().split("\r\n")
    assert all(re.match(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:", row) for row in rows), rows
    assert {"VERSION:2.0"} <= set(rows) and any(row.startswith("PRODID:") for row in rows)
    opened, parts = [], []
    for row in rows:
        name, _colon, value = row.partition(":")
        if name == "BEGIN":
            opened.append(value)
            parts.append((value, {}))
        elif name == "END":
            assert opened.pop() == value
        else:
            parts[-1][1][name] = value
    assert not opened and parts[0][0] == "VCALENDAR" and len(parts) > 1
    events = [values for kind, values in parts if kind == "VEVENT"]
    for event in events:
        _event(event)
    assert len({event["UID"] for event in events}) == len(events)
    return events


def _event(event):
    assert re.fullmatch(r"[0-9]{8}T[0-9]{6}Z", event["DTSTAMP"])
    kind = ";VALUE=DATE" if "DTSTART;VALUE=DATE" in event else ""
    start, end = event[f"DTSTART{kind}"], event.get(f"DTEND{kind}")
    assert re.fullmatch(r"[0-9]{8}" if kind else r"[0-9]{8}T[0-9]{6}Z", start)
    assert end is None or end > start
    assert event["STATUS"] in ("CONFIRMED", "TENTATIVE", "CANCELLED")
    absolute(event["URL"])


def linked_data(html):
    """{type: what the page says of it} of every block of JSON-LD."""
    scripts = LexborHTMLParser(html).css("script[type='application/ld+json']")
    blocks = [json.loads(script.text()) for script in scripts]
    for block in blocks:
        assert block["@context"] == "https://schema.org"
        _thing(block)
    return {block["@type"]: block for block in blocks}


def _thing(thing):
    lacking = [name for name in NEEDED.get(thing["@type"], []) if thing.get(name) in (None, "", [])]
    assert not lacking, (thing["@type"], lacking)
    for name, part in thing.items():
        for each in part if isinstance(part, list) else [part]:
            if isinstance(each, dict):
                _thing(each)
            else:
                _value(name, each)


def _value(name, value):
    assert value not in (None, ""), name
    if name in ADDRESSES:
        absolute(value)
    if name in DATES:
        day = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        assert len(value) == 10 or day.tzinfo, (name, value)
