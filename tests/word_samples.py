"""Word files made in memory, as Word writes them: only the parts that mean something."""

import io
import zipfile
from html import escape

HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    '<Default Extension="emf" ContentType="image/x-emf"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def line(words, *, bold=False, italic=False, middle=False):
    look = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}"
    stands = '<w:pPr><w:jc w:val="center"/></w:pPr>' if middle else ""
    text = f'<w:t xml:space="preserve">{escape(words)}</w:t>'
    return f"<w:p>{stands}<w:r><w:rPr>{look}</w:rPr>{text}</w:r></w:p>"


def picture(number, linked=False):
    """A paragraph with the numbered picture (from 1)."""
    where = f'r:{"link" if linked else "embed"}="rId{number}"'
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" '
        'descr="A group of people"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:blipFill><a:blip {where}/></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def table(*rows):
    """A cell is a paragraph, or the words of one."""
    made = [
        "".join(f"<w:tc>{each if '<' in each else line(each)}</w:tc>" for each in row)
        for row in rows
    ]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def docx(*parts, pictures=(), suffix="jpeg", **extra):
    """The bytes of a .docx; `extra` are further parts, `word__x_xml` for `word/x.xml`."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("_rels/.rels", related([("officeDocument", "word/document.xml")]))
        made.writestr("word/document.xml", f"{HEAD}{''.join(parts)}</w:body></w:document>")
        names = [f"media/image{number}.{suffix}" for number in range(1, len(pictures) + 1)]
        made.writestr("word/_rels/document.xml.rels", related([("image", each) for each in names]))
        for name, content in zip(names, pictures, strict=True):
            made.writestr(f"word/{name}", content)
        for name, content in extra.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return target.getvalue()


def related(targets):
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{lines}</Relationships>'
