"""What the rules ask of feeds, sitemaps, calendars and JSON-LD. Each check returns what it read.

RSS 2.0 with the RSS Advisory Board's profile, Media RSS, sitemaps.org 0.9 with Google's news
extension, RFC 5545 and 7986, schema.org, Google's "Structured data" pages for Article, Event,
Breadcrumb, Organization, Profile page.
"""

import json
import re
import xml.etree.ElementTree as ElementTree
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from .schema_org import invented

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MOST_ADDRESSES = 50_000
MOST_BYTES = 52_428_800
NEWS_MOST, NEWS_AGE = 1000, timedelta(days=2)
# RFC 822 as RSS wants it: day and month in English, the year in four digits.
RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} "
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}"
)
# W3C's profile of ISO 8601, to the day or to the second with a zone.
W3C_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}([+-]\d{2}:\d{2}|Z))?")
TAG_URI = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d{2}(-\d{2})?)?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]*")
CHANNEL = {"title", "link", "description", "language", "copyright", "lastBuildDate", "ttl", "item",
           f"{ATOM}link"}  # fmt: skip
ITEM = {"title", "link", "description", "pubDate", "guid", "enclosure", "category",
        f"{MEDIA}content"}  # fmt: skip
NEEDED = {
    "NewsArticle": ["headline", "datePublished", "dateModified", "author", "publisher", "image",
                    "mainEntityOfPage", "description", "articleSection", "isAccessibleForFree"],
    "Event": ["name", "startDate", "location", "eventStatus", "eventAttendanceMode", "organizer",
              "description"],
    "VideoObject": ["name", "description", "thumbnailUrl", "uploadDate", "contentUrl"],
    "BreadcrumbList": ["itemListElement"],
    "AboutPage": ["mainEntity"],
    "PostalAddress": ["streetAddress", "addressCountry"],
    "ProfilePage": ["mainEntity", "dateModified"],
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
    assert {node.tag for node in channel} <= CHANNEL
    absolute(channel.findtext("link"))
    assert int(channel.findtext("ttl")) > 0
    built = _rfc_822(channel.findtext("lastBuildDate"))
    (own,) = channel.findall(f"{ATOM}link")
    assert (own.attrib["rel"], own.attrib["href"]) == ("self", address)
    items = channel.findall("item")
    guids = [item.findtext("guid") for item in items]
    assert all(guids) and len(set(guids)) == len(guids)
    begun = [_item(item) for item in items]
    assert begun == sorted(begun, reverse=True) and all(at <= built for at in begun)
    return items


def _rfc_822(text):
    """Also that the day of the week is that day's."""
    assert RFC_822.fullmatch(text), text
    at = parsedate_to_datetime(text)
    assert at.strftime("%a") == text[:3], text
    return at


def _item(item):
    tags = [node.tag for node in item if node.tag != "category"]
    assert set(tags) <= ITEM and len(tags) == len(set(tags)), tags
    assert item.findtext("title") or item.findtext("description")
    link = absolute(item.findtext("link"))
    guid = item.find("guid")
    if guid.attrib.get("isPermaLink", "true") == "true":
        assert guid.text == link
    else:
        assert TAG_URI.fullmatch(guid.text), guid.text
    for enclosure in item.findall("enclosure"):
        absolute(enclosure.attrib["url"])
        assert enclosure.attrib["length"].isdigit() and "/" in enclosure.attrib["type"]
    for content in item.findall(f"{MEDIA}content"):
        absolute(content.attrib["url"])
        assert int(content.attrib["width"]) and int(content.attrib["height"])
    return _rfc_822(item.findtext("pubDate"))


def sitemap(xml):
    """The addresses of a sitemap or of an index of some."""
    assert xml.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert len(xml.encode()) <= MOST_BYTES
    root = ElementTree.fromstring(xml)
    inner = {f"{MAP}urlset": f"{MAP}url", f"{MAP}sitemapindex": f"{MAP}sitemap"}[root.tag]
    found = [absolute(row.findtext(f"{MAP}loc")) for row in root.findall(inner)]
    assert len(found) == len(root) == len(set(found)) <= MOST_ADDRESSES
    assert len({urlsplit(address)[:2] for address in found}) <= 1
    for row in root:
        assert [node.tag for node in row] in ([f"{MAP}loc"], [f"{MAP}loc", f"{MAP}lastmod"])
        assert W3C_DATE.fullmatch(row.findtext(f"{MAP}lastmod") or "2021-10-11")
    return found


def news(xml, now=None):
    """[(address, title)] of a news sitemap; nothing in it is too old for `now`."""
    found = []
    for row in ElementTree.fromstring(xml):
        (told,) = row.findall(f"{NEWS}news")
        assert told.findtext(f"{NEWS}publication/{NEWS}name")
        assert told.findtext(f"{NEWS}publication/{NEWS}language") == "vi"
        said = told.findtext(f"{NEWS}publication_date")
        assert W3C_DATE.fullmatch(said), said
        assert now is None or now - NEWS_AGE < datetime.fromisoformat(said) <= now, said
        found.append((absolute(row.findtext(f"{MAP}loc")), told.findtext(f"{NEWS}title")))
    assert len(found) <= NEWS_MOST
    return found


def calendar(text):
    """The events of a calendar, each {"SUMMARY": …} with parameters in the name (RFC 5545)."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert max(len(row.encode()) for row in text.split("\r\n")) <= 75
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    rows = text.replace("\r\n ", "").rstrip().split("\r\n")
    assert all(re.match(r"[A-Z-]+(;[A-Z-]+=[^:;]+)*:", row) for row in rows), rows
    assert rows.count("VERSION:2.0") == 1 and sum(row.startswith("PRODID:") for row in rows) == 1
    opened, parts = [], []
    for row in rows:
        name, _colon, value = row.partition(":")
        if name == "BEGIN":
            opened.append(value)
            parts.append((value, {}))
        elif name == "END":
            assert opened.pop() == value
        else:
            assert name not in parts[-1][1], name
            parts[-1][1][name] = value
    assert not opened and parts[0][0] == "VCALENDAR" and len(parts) > 1
    events = [values for kind, values in parts if kind == "VEVENT"]
    for event in events:
        _event(event)
    assert len({event["UID"] for event in events}) == len(events)
    # RFC 5546: who publishes by a method names an organizer; a subscription needs neither.
    assert "METHOD" not in parts[0][1]
    used = {zone for name in _names(parts) for zone in re.findall(";TZID=([^;]+)", name)}
    assert used <= {values["TZID"] for kind, values in parts if kind == "VTIMEZONE"}
    return events


def _names(parts):
    return [name for _kind, values in parts for name in values]


def _event(event):
    for name in ("SUMMARY", "LOCATION", "DESCRIPTION"):
        bare = re.sub(r"\\[\\;,n]", "", event.get(name, ""))
        assert not set(bare) & set(";,\\"), (name, bare)
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
    assert not invented(thing["@type"], thing), thing
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
