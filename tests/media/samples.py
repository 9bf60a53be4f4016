"""Small invented pictures and documents, made in memory."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 60), (30, 60, 200), (255, 255, 255)
PHONE = "Dien thoai cua Ba"


def upload(content, name="IMG_0001.jpg"):
    return SimpleUploadedFile(name, content)


def encoded(image, kind="JPEG", **options):
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def plain(size=(60, 40), colour=RED, mode="RGB"):
    return Image.new(mode, size, colour)


def photo(size=(60, 40), colour=RED, kind="JPEG", **options):
    """The file of a picture of one colour."""
    return encoded(plain(size, colour), kind, **options)


def corners(size=(640, 480)):
    """Upright: red top left, green top right, blue bottom left, white bottom right."""
    width, height = size
    image = Image.new("RGB", size, WHITE)
    for colour, place in ((RED, (0, 0)), (GREEN, (width // 2, 0)), (BLUE, (0, height // 2))):
        image.paste(colour, (*place, place[0] + width // 2, place[1] + height // 2))
    return image


def exif(orientation=1):
    """What a phone writes: orientation, maker and the place."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = PHONE
    data.get_ifd(0x8825).update({1: "N", 2: (21.0, 51.0, 3.0), 3: "E", 4: (106.0, 45.0, 9.0)})
    return data


def profile_with_red_and_green_swapped():
    """A working ICC profile that is not sRGB: what is stored as red means green."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    table = data[:2000].replace(b"rXYZ", b"????", 1).replace(b"gXYZ", b"rXYZ", 1)
    return table.replace(b"????", b"gXYZ", 1) + data[2000:]


def package(**parts):
    """A zip file; `word__document_xml` stands for `word/document.xml`."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_", "."), content)
    return target.getvalue()


def docx():
    return package(word__document_xml="<w:document/>", types_xml="<Types/>")


PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
