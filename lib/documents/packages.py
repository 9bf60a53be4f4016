"""The words of Word, OpenDocument and Excel files: zip packages of XML, read as a stream.

Only the standard library: the packages for Word build the whole tree first (a zip bomb is one),
and leave out text boxes, headers and notes, where marks of secrecy stand.
"""

import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from .reading import MOST_SIGNS, MOST_UNPACKED, Fault, Unreadable

_PARTS = re.compile(
    r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"
    r"|word/_rels/document\.xml\.rels|content\.xml|styles\.xml"
    r"|xl/sharedStrings\.xml|xl/worksheets/sheet\d+\.xml|xl/comments\d*\.xml"
)
_WORDS = frozenset("t delText instrText v text:p text:h text:span text:a".split())  # noqa: SIM905
_ENDS = frozenset("p tr tc br si row c text:p text:h comment".split())  # noqa: SIM905
# The same words a second time, for old programs.
_TWICE = "Fallback"
_CHUNK = 64 * 1024


def read_package(file) -> Iterator[dict]:
    """{"text"} of each part, the main part first. Raises Unreadable, or anything when broken."""
    with zipfile.ZipFile(file) as package:
        parts = [part for part in package.infolist() if _PARTS.fullmatch(part.filename)]
        if not parts:
            raise Unreadable(Fault.UNKNOWN)
        left = MOST_UNPACKED
        for part in sorted(parts, key=lambda part: "document" not in part.filename):
            if part.flag_bits & 1:
                raise Unreadable(Fault.LOCKED)
            reader = _Part()
            with package.open(part) as stream:
                left = reader.feed_all(stream, left)
            yield {"text": "".join(reader.words)}
            if left <= 0:
                raise Unreadable(Fault.TOO_LONG)


class _Part:
    """One XML part, read chunk by chunk."""

    def __init__(self):
        self.words: list[str] = []
        self.signs = 0
        self.open = 0
        self.twice = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.say
        self.parser.StartDoctypeDeclHandler = self.refuse

    def feed_all(self, stream, left: int) -> int:
        """Bytes that may still be unpacked after this part."""
        while left > 0 and self.signs < MOST_SIGNS:
            chunk = stream.read(_CHUNK)
            self.parser.Parse(chunk, not chunk)
            if not chunk:
                return left
            left -= len(chunk)
        return 0

    def start(self, name, attributes):
        local = _local(name)
        self.twice += local == _TWICE
        self.open += local in _WORDS
        if attributes.get("TargetMode") == "External":
            self.words.append(f"{attributes.get('Target', '')}\n")
        if local in ("tab", "text:tab", "text:s"):
            self.words.append(" ")

    def end(self, name):
        local = _local(name)
        self.twice -= local == _TWICE
        self.open -= local in _WORDS
        if local in _ENDS:
            self.words.append("\n")

    def say(self, text):
        if self.open and not self.twice:
            self.words.append(text)
            self.signs += len(text)

    @staticmethod
    def refuse(*_declaration):
        """No office program writes a document type; entities are how bombs are built."""
        raise Unreadable(Fault.BROKEN)


def _local(name: str) -> str:
    """Names of OpenDocument keep their prefix: `text:p` holds words, Word's `w:p` does not."""
    return name if name.startswith("text:") else name.rpartition(":")[2]
