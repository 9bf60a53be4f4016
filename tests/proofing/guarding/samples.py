"""Small documents made in memory: PDF with Vietnamese text, Word, and broken ones."""

import io
import zipfile

W = 'xmlns:w="w" xmlns:mc="mc"'
_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font"
    "/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
    "/Supplement 0>>/DW 500>>]/ToUnicode 3 0 R>>"
)


def _stream(body: str, more: str = "") -> str:
    return f"<</Length {len(body)}{more}>>stream\n{body}\nendstream"


def pdf(*pages: str, scanned: bool = False, remark: str = "") -> bytes:
    """A PDF with these pages; `scanned` puts a picture on each instead of its words.

    `remark` is laid over every page, and a link beside it.
    """
    things = {1: "<</Type/Catalog/Pages 2 0 R>>", 3: _stream(_map(pages)), 4: _FONT}
    things[5] = _stream("0", "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
                        "/ColorSpace/DeviceGray")  # fmt: skip
    kids = []
    for number, text in enumerate(pages):
        at = 6 + 2 * number
        kids.append(f"{at} 0 R")
        things[at] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {at + 1} 0 R/Resources<<"
            f"{'/XObject<</I 5 0 R>>' if scanned else '/Font<</F 4 0 R>>'}>>"
            f"{_laid_over(remark) if remark else ''}>>"
        )
        things[at + 1] = _stream("/I Do" if scanned else _shown(text))
    things[2] = f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(kids)}]>>"
    return _put_together(things)


def _put_together(things: dict[int, str]) -> bytes:
    """The file with its table of places."""
    body, places = "%PDF-1.7\n", {}
    for number, thing in sorted(things.items()):
        places[number] = len(body)
        body += f"{number} 0 obj\n{thing}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places.values())
    end = f"xref\n0 {len(things) + 1}\n0000000000 65535 f \n{table}"
    tail = f"trailer\n<</Root 1 0 R/Size {len(things) + 1}>>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + end + tail).encode()


def _map(pages) -> str:
    """Which sign each number of the font is: its own."""
    signs = sorted({f"{ord(sign):04x}" for sign in "".join(pages)} - {"000a"})
    rows = "".join(f"<{sign}> <{sign}>\n" for sign in signs)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange"
        f" <0000> <FFFF> endcodespacerange\n{len(signs)} beginbfchar\n{rows}endbfchar\n"
        "endcmap end end"
    )


def _laid_over(remark: str) -> str:
    said = f"feff{remark.encode('utf-16-be').hex()}"
    return (
        f"/Annots[<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]/Contents<{said}>>>"
        "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]"
        "/A<</S/URI/URI(https://zoom.us/j/8123?pwd=abc)>>>>]"
    )


def _shown(text: str) -> str:
    lines = [f"<{line.encode('utf-16-be').hex()}> Tj 0 -20 Td" for line in text.split("\n")]
    return f"BT /F 12 Tf 50 700 Td {' '.join(lines)} ET"


def locked_pdf() -> bytes:
    """Nobody reads it without its password."""
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'a1' * 32}>/U<{'b2' * 32}>/P -4>>"
    ident = f"/ID[<{'c3' * 16}><{'c3' * 16}>]"
    return pdf("Mật").replace(b"trailer\n<<", f"trailer\n<<{lock}{ident}".encode())


def package(**parts: str) -> bytes:
    """A zip file; `word__document_xml` stands for `word/document.xml`."""
    return zipped({name.replace("__", "/").replace("_", "."): parts[name] for name in parts})


def zipped(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return target.getvalue()


def word(*paragraphs: str, **parts: str) -> bytes:
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return package(
        word__document_xml=f"<w:document {W}><w:body>{inside}</w:body></w:document>", **parts
    )


def header(text: str) -> str:
    return f"<w:hdr {W}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:hdr>"


def text_box(text: str) -> str:
    """As Word writes it: once for new programs, once more for old ones."""
    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return (
        f"<w:document {W}><w:body><w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p></w:body></w:document>"
    )
