"""The words of a PDF, page by page."""

import ctypes
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from .reading import MOST_PAGES, Fault, Unreadable

_LONGEST_REMARK = 4000
_FORMS_DEEP = 3


def read_pdf(data: bytes) -> Iterator[dict]:
    """One value per page, {"text", "blind"}; the first says how many "pages_in_all".

    A page is blind when it has no letter but a picture: a scan.
    Raises Unreadable for a password, anything for a broken file.
    """
    document = _opened(data)
    yield {"pages_in_all": len(document)}
    for number in range(len(document)):
        if number >= MOST_PAGES:
            raise Unreadable(Fault.TOO_LONG)
        yield _page(document, document[number])


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD
        raise Unreadable(Fault.LOCKED if locked else Fault.BROKEN) from error


def _page(document, page) -> dict:
    words = page.get_textpage().get_text_bounded().replace("\r\n", "\n")
    text = "\n".join([words, *_remarks(document, page)])
    blind = not any(map(str.isalpha, text)) and _has_picture(page)
    page.close()
    return {"text": text, "blind": blind}


def _has_picture(page) -> bool:
    pictures = page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=_FORMS_DEEP)
    return next(iter(pictures), None) is not None


def _remarks(document, page) -> Iterator[str]:
    """Stamps and notes laid over the page, and where its links lead."""
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        remark = raw.FPDFPage_GetAnnot(page, number)
        yield _contents(remark)
        action = raw.FPDFLink_GetAction(raw.FPDFAnnot_GetLink(remark))
        if action:
            yield _address(document, action)
        raw.FPDFPage_CloseAnnot(remark)


def _contents(remark) -> str:
    """What PDFium gives is UTF-16; lengths count bytes with the closing zero."""
    size = min(raw.FPDFAnnot_GetStringValue(remark, b"Contents", None, 0), _LONGEST_REMARK)
    buffer = ctypes.create_string_buffer(size)
    target = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFAnnot_GetStringValue(remark, b"Contents", target, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _address(document, action) -> str:
    size = min(raw.FPDFAction_GetURIPath(document, action, None, 0), _LONGEST_REMARK)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.raw.decode("utf-8", "replace").rstrip("\0")
