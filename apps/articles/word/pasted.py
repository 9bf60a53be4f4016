"""Reading what Word and other pages put on the clipboard: what was meant, before `clean_body`.

`static/articles/paste.js` does the same in the editor; a text that comes another way (another
browser, a script that did not load, an import) gets it here. Word writes lists as paragraphs with
a typed bullet, bold as a style, deletions and comments as hidden words.
"""

import re
from html import escape
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser

FOREIGN = re.compile(r"mso-|MsoListParagraph|font-(?:weight|style)\s*:|<del[\s>]", re.I)
LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d)", re.I)
NUMBERED = re.compile(r"^\(?(?:(\d{1,3})|[a-zđ]|[ivx]{1,5})[.)]", re.I)
# The property itself: Word writes mso-bidi-font-weight beside it, for other scripts than ours.
BOLD = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
ITALIC = re.compile(r"(?:^|;)\s*font-style\s*:\s*italic", re.I)
LIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-4]00)", re.I)
# Words that nobody meant to paste: deletions, remarks, what Word hides.
GONE = {"del", "script", "style", "title", "xml"}
HIDDEN = re.compile(
    r"mso-element:\s*comment|mso-hide:\s*all|mso-special-character:\s*comment|display:\s*none", re.I
)
IGNORED = "mso-list:Ignore"
VOID = {"br", "img", "hr", "col", "wbr", "input", "meta", "link"}
KEPT = {"href", "src", "alt", "data-file", "rowspan", "colspan", "start"}
DEEPEST = 150
TRACKERS = re.compile(r"utm_\w+|fbclid|gclid|zarsrc|mc_[ce]id|igshid|_ga|yclid|msclkid")
DETOURS = {"l.facebook.com": "u", "lm.facebook.com": "u", "www.google.com": "q"}


def read_pasted(html: str) -> str:
    """Lists, bold and italic as tags, nothing deleted or remarked; other HTML comes back as is."""
    if not FOREIGN.search(html):
        return html
    tree = LexborHTMLParser(html, is_fragment=True)
    return _meant(tree.root, DEEPEST) if tree.root is not None else html


def untracked(href: str) -> str:
    """The address without what only tells its owner who sent whom; unreadable ones stay."""
    try:
        parts = urlsplit(href)
        if parts.scheme not in ("http", "https"):
            return href
        meant = DETOURS.get(parts.hostname or "")
        if meant and parts.path in ("/l.php", "/url"):
            goal = parse_qs(parts.query).get(meant, [""])[0]
            return untracked(goal) if goal.startswith(("http://", "https://")) else href
        pairs = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return href
    kept = [pair for pair in pairs if not TRACKERS.fullmatch(pair[0])]
    return href if kept == pairs else urlunsplit(parts._replace(query=urlencode(kept)))


def foreign_pictures(html: str) -> int:
    """How many pictures in what was sent are not of the library; dots that count readers aside."""
    if "<img" not in html:
        return 0
    images = LexborHTMLParser(html, is_fragment=True).css("img:not([data-file])")
    return sum(image.attributes.get("width") not in ("0", "1") for image in images)


def _meant(parent, deep):
    """HTML of a node's children; runs of Word's list paragraphs become real lists."""
    parts, run = [], []
    for node in parent.iter(include_text=True):
        level = LEVEL.search(_attribute(node, "style")) if node.tag == "p" else None
        if level:
            run.append(_line(node, int(level[1]), deep))
        elif not (run and _says_nothing(node)):
            parts += [list_html(run), _tagged(node, deep)]
            run = []
    return "".join([*parts, list_html(run)])


def _says_nothing(node):
    return node.tag == "-comment" or node.tag == "-text" and not node.text().strip()


def _tagged(node, deep):
    if node.tag.startswith("-"):
        return node.html or "" if node.tag == "-text" else ""
    if deep == 0:
        return node.html or ""
    style = _attribute(node, "style")
    if node.tag in GONE or HIDDEN.search(style) or "CommentReference" in _attribute(node, "class"):
        return ""
    named = "".join(
        f' {name}="{escape(node.attributes[name] or "")}"' for name in KEPT & node.attributes.keys()
    )
    if node.tag in VOID:
        return f"<{node.tag}{named}>"
    inside = _meant(node, deep - 1)
    if node.tag in ("b", "strong") and LIGHT.search(style):
        return inside
    if node.tag in ("span", "font", "a"):
        inside = _by_tags(inside, style)
    return f"<{node.tag}{named}>{inside}</{node.tag}>"


def _by_tags(inside, style):
    for sign, tag in ((BOLD, "strong"), (ITALIC, "em")):
        if sign.search(style) and inside.strip():
            inside = f"<{tag}>{inside}</{tag}>"
    return inside


def _line(node, level, deep):
    """(level, number or None for a bullet, HTML of the words); the typed bullet is read off."""
    mark, words = "", []
    for child in node.iter(include_text=True):
        if IGNORED in (child.html or ""):
            mark += child.text().strip()
        else:
            words.append(_tagged(child, deep - 1) if deep else child.html or "")
    number = NUMBERED.match(mark)
    return level, int(number[1] or 1) if number else None, "".join(words).strip()


def _attribute(node, name):
    return node.attributes.get(name) or ""


def list_html(lines: list[tuple]) -> str:
    """Nested lists of (level, number or None, HTML)."""
    html, opened = [], []
    for level, number, words in lines:
        tag = "ul" if number is None else "ol"
        while opened and opened[-1][0] > level:
            html.append(f"</li></{opened.pop()[1]}>")
        if opened and opened[-1] == (level, tag):
            html.append("</li>")
        else:
            if opened and opened[-1][0] == level:
                html.append(f"</li></{opened.pop()[1]}>")
            start = f' start="{number}"' if number and number > 1 else ""
            html.append(f"<{tag}{start}>")
            opened.append((level, tag))
        html.append(f"<li>{words}")
    html += [f"</li></{tag}>" for _level, tag in reversed(opened)]
    return "".join(html)
