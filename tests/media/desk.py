"""What the tests of the library's pages share: its addresses, a picture in it, files sent to it."""

from apps.media import uploads
from tests.make import NOON

from . import samples

LIBRARY = "/toa-soan/media/picture/"
PICKER = "/toa-soan/anh/chon/?portal=song-van&CKEditorFuncNum=-3"
PLACED = samples.photo((1000, 600), exif=samples.exif(1))
WORDS = {"caption": "Bế mạc", "credit": "PV", "alt": "Hội trường", "portal": "song-van"}


def add_picture(portal, by, content=PLACED, **texts):
    file = samples.upload(content)
    return uploads.add_picture(portal=portal.key, file=file, by=by, at=NOON, **texts)


def sent(desk, *contents, address=LIBRARY + "add/", accept=None, **words):
    files = [samples.upload(each, f"IMG_{number}.jpg") for number, each in enumerate(contents, 1)]
    headers = {"accept": accept} if accept else {}
    return desk.post(address, {**WORDS, **words, "files": files}, headers=headers)
