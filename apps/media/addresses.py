"""Desk addresses of private pictures and files: what the editor's HTML contains."""


def draft_picture(picture_id: int, width: int = 960) -> str:
    return f"/toa-soan/anh/{picture_id}/{width}/"


def original_picture(picture_id: int) -> str:
    return f"/toa-soan/anh/{picture_id}/goc/"


def private_attachment(attachment_id: int) -> str:
    return f"/toa-soan/tep/{attachment_id}/"


def picker(portal: str) -> str:
    """The page the rich-text editor opens to choose a picture; it adds CKEditorFuncNum itself."""
    return f"/toa-soan/anh/chon/?portal={portal}"


NO_PICTURE = "/static/newsroom/no-picture.svg"
