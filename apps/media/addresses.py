"""Desk addresses of private pictures: what the editor's HTML contains."""


def draft_picture(picture_id: int, width: int = 960) -> str:
    return f"/toa-soan/anh/{picture_id}/{width}/"


NO_PICTURE = "/static/newsroom/no-picture.svg"
