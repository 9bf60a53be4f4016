"""Where on an HTML page the article stands: junk out, headline, container of the text."""

import re

from lib.vietnamese.fold import fold
from lib.vietnamese.text import clean

from . import engines

_JUNK = re.compile(
    r"(?:^|[\s_-])(?:menu\w*|nav|navbar|navigation|sidebar|footer|related\w*|lienquan|lien-quan"
    r"|tinlienquan|tin-lien-quan|tin-khac|tinkhac|others?-?news|news-?others?"
    r"|comments?|binhluan|binh-luan|share|sharing|social|rating|vote|print|toolbar|tags?"
    r"|keywords?|banner|advert\w*|quangcao|quang-cao|slider|slick|carousel|popup|modal|login"
    r"|search\w*"
    r"|paging|pagination|copyright|counter|thongke|thong-ke|weblink|fontsize|font-size|most-?read"
    r"|xem-nhieu|tin-moi|same-?category|more-?news|cungchuyenmuc|cung-chuyen-muc|widget|box-other"
    r"|skip-link|topbar|cookie|masthead|site-(?:header|branding|title|description|nav\w*))(?:[\s_-]|$)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent"
    r"|margin-left)\s*:\s*-\d{3,}|font-size\s*:\s*[01](?:px|pt|em)?\s*(?:;|$)|(?<![\w-])(?:height"
    r"|width)\s*:\s*[01](?:px)?\s*;[^\"]{0,60}overflow\s*:\s*hidden",
    re.IGNORECASE,
)
_PROSE = 40
_DEEPEST = 60
_SHARE = 0.7


def drop_junk(tree) -> int:
    """Remove what is never an article; returns how many links stood in hidden places."""
    for node in tree.css(engines.NEVER_TEXT):
        node.decompose()
    hidden = 0
    for node in tree.css("[style], [hidden]"):
        attributes = node.attributes
        if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
            if (
                len(node.text()) > 2000
                and node.css_first("h1, p") is not None
                and "hidden" not in attributes
            ):
                continue
            hidden += len(node.css("a"))
            node.decompose()
    return hidden


def drop_boxes(body, keep) -> None:
    """Remove boxes that their class calls a menu, related news, sharing; never one with `keep`."""
    whole = len(body.text()) or 1
    kept = _line_of(keep)
    for node in body.css("[class], [id]"):
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if node.tag in ("body", "html", "article", "main") or not _JUNK.search(names):
            continue
        if node.mem_id in kept or (node.css_first("h1") is not None):
            continue
        if len(node.text()) * 10 < whole * 6:
            node.decompose()


def _line_of(node):
    """The node and all above it."""
    found = set()
    while node is not None:
        found.add(node.mem_id)
        node = node.parent
    return found


def find_main(body):
    """The container of the text: a known one, else the deepest that holds most of the prose."""
    for selector in engines.MAIN:
        found = [node for node in body.css(selector) if _prose(node) >= 150]
        if found:
            return max(found, key=_prose) if len(found) > 1 else found[0]
    return _densest(body)


def _prose(node):
    """Letters of the text outside links."""
    return len(node.text()) - sum(len(link.text()) for link in node.css("a"))


def _densest(body):
    weights, nodes, total = {}, {}, 0
    for text in body.traverse(include_text=True):
        if text.tag != "-text":
            continue
        length = len((text.text_content or "").strip())
        if length < _PROSE or _in_link(text):
            continue
        total += length
        node, depth = text.parent, 0
        while node is not None and depth < _DEEPEST:
            weights[node.mem_id] = weights.get(node.mem_id, 0) + length
            nodes[node.mem_id] = (node, depth)
            node, depth = node.parent, depth + 1
    return _deepest(body, weights, nodes, total)


def _deepest(body, weights, nodes, total):
    best, best_weight = body, total
    for key, (node, _depth) in nodes.items():
        if node.tag in (
            "p",
            "span",
            "strong",
            "b",
            "em",
            "i",
            "font",
            "li",
            "h1",
            "h2",
            "h3",
            "a",
            "blockquote",
        ):
            continue
        if weights[key] >= _SHARE * total and (
            weights[key] < best_weight or weights[key] == best_weight and _is_inside(node, best)
        ):
            best, best_weight = node, weights[key]
    return best


def _is_inside(node, outer):
    return outer.mem_id in _line_of(node)


def _in_link(node):
    for _step in range(4):
        node = node.parent
        if node is None:
            return False
        if node.tag == "a":
            return True
    return False


def find_title(body, stated: list[str]):
    """The element that prints the headline; None when only the text's first lines can tell."""
    wanted = [key for key in (fold(title) for title in stated) if len(key) > 8]
    nodes = body.css(engines.TITLE)[:200]
    for node in nodes:
        key = fold(clean(node.text(separator=" "))) if len(node.text()) < 600 else ""
        if len(key) > 8 and any(other.startswith(key) or key == other for other in wanted):
            return node
    inside = [node for node in nodes if node.tag == "h1" and 10 <= len(clean(node.text())) <= 600]
    return inside[0] if inside else _named_title(nodes) or _printed(body, wanted)


def _printed(body, wanted):
    """Any element whose words are the stated headline or begin it: <font>, <td>, <span>."""
    for text in body.traverse(include_text=True) if wanted else ():
        words = (text.text_content or "").strip() if text.tag == "-text" else ""
        if 15 <= len(words) <= 300 and any(key.startswith(fold(words)) for key in wanted):
            return text.parent
    return None


def _named_title(nodes):
    named = [
        node
        for node in nodes
        if node.tag not in ("h2", "h3") and node.attributes.get("class") != "title"
    ]
    return next((node for node in named if 20 <= len(clean(node.text())) <= 300), None)


def common_root(body, first, second):
    """The smallest element that holds both."""
    if first is None:
        return second.parent if second.parent is not None and second.tag != "body" else second
    above = _line_of(first)
    node = second
    while node is not None and node.mem_id not in above:
        node = node.parent
    return node if node is not None and node.tag not in ("html", "-document") else body
