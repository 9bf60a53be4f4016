"""A Word file as HTML and pictures, read in a process of its own (`apart.open_word_apart`).

mammoth builds the whole tree before it says anything: what it may build is bounded here first, by
what the package says of itself (a part never unpacks to more than it says) and by the memory and
time of the process.
"""

import io
import zipfile
from pathlib import PurePosixPath

import mammoth
from mammoth import documents, images, transforms

from .bounded import read_input, say
from .reading import MOST_UNPACKED, Fault, Unreadable

MOST_PARTS = 4000
MAIN = "word/document.xml"
CENTRED = "toasoan centred"
STYLES = f"""
p[style-name='Title'] => h1:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='{CENTRED}'] => p.centred:fresh
strike => del
"""


def read_word(data: bytes) -> dict:
    """{"html", "pictures"}: `<img src="picture:0">` is the first of the named parts.

    Raises Unreadable; anything else when broken. Pictures that are only linked are "".
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        _check(package)
    names: list[str] = []
    made = mammoth.convert_to_html(
        io.BytesIO(data),
        style_map=STYLES,
        include_embedded_style_map=False,
        transform_document=transforms.paragraph(_mark_centred),
        convert_image=images.img_element(lambda image: _named(image, names)),
    )
    return {"html": made.value, "pictures": names}


def _check(package):
    parts = package.infolist()
    if MAIN not in package.namelist():
        raise Unreadable(Fault.UNKNOWN)
    texts = [part for part in parts if PurePosixPath(part.filename).suffix in (".xml", ".rels")]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in texts) > MOST_UNPACKED:
        raise Unreadable(Fault.TOO_LONG)
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(Fault.LOCKED)
    for part in texts:
        with package.open(part) as stream:
            if b"<!DOCTYPE" in stream.read(2048).replace(b"\0", b""):
                raise Unreadable(Fault.BROKEN)


def _mark_centred(paragraph: documents.Paragraph):
    """How a line stands is lost in HTML; a caption is often known by nothing else."""
    styled = (paragraph.style_name or "").lower().startswith(("heading", "title", "caption"))
    if paragraph.alignment == "center" and not styled and not paragraph.numbering:
        return paragraph.copy(style_id=None, style_name=CENTRED)
    return paragraph


def _named(image, names):
    try:
        with image.open() as opened:
            name = getattr(opened, "name", "")
    except (ValueError, KeyError, OSError):  # on another machine, or not in the package
        name = ""
    names.append(name)
    return {"src": f"picture:{len(names) - 1}"}


if __name__ == "__main__":
    read_input(lambda data: say(read_word(data)))
