"""Text of old portals: told by what it is, read into Unicode."""

import shutil
import subprocess

import pytest

from lib.vietnamese.encodings import (
    BinaryData,
    UnknownEncoding,
    decode,
    detect,
    mojibake_to_unicode,
    tcvn3_to_unicode,
    to_unicode,
    vni_to_unicode,
)
from lib.vietnamese.legacy_tables import TCVN3

from .legacy import to_cp1258, to_tcvn3, to_vni

NEWS = (
    "Sáng ngày 7/10, Thị ủy Sông Vân tổ chức hội nghị giao ban quý III với các ban xây dựng Đảng, "
    "Mặt trận và đoàn thể. Đồng chí Bí thư chủ trì, kết luận nhiều nội dung quan trọng về phòng, "
    "chống dịch, phát triển kinh tế - xã hội, giữ vững quốc phòng - an ninh trên địa bàn."
)

TCVN3_TEXT = [
    ("Uû ban nh©n d©n", "Uỷ ban nhân dân"),
    ("céng hßa x· héi chñ nghÜa ViÖt Nam", "cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("§¶ng bé thÞ x·", "Đảng bộ thị xã"),
    ("ph\xad¬ng h\xadíng nhiÖm vô", "phương hướng nhiệm vụ"),
    ("héi nghÞ", "hội nghị"),
    ("nh©n", "nhân"),
    ("tØnh", "tỉnh"),
    ("chÝ", "chí"),
]

VNI_TEXT = [
    ("Ñaûng uûy xaõ", "Đảng ủy xã"),
    ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
    ("ñöôïc trieån khai toát", "được triển khai tốt"),
    ("Huyønh Vaên Luõy, kyø hoïp", "Huỳnh Văn Lũy, kỳ họp"),
    ("baèng nhöõng vieäc laøm cuï theå", "bằng những việc làm cụ thể"),
]

LEFT_ALONE = [
    "",
    "Plain ASCII, 27-CT/TW",
    "café ®",
    "5 µm",
    "© 2021 · «Le Monde»",
    "Été déjà vécu",
    "où est le maïs",
    "année, élève, forêt, noël, garçon",
    "año niño señor mañana",
    "Straße für Häuser über",
    "Ångström på øl",
    "20°C, ½ m², 3³",
    "Coca-Cola® naïve",
    "à la carte",
    "®",
    "É",
    "Hội nghị Thành uỷ hoà toàn khoá",
    "hoà hoà toàn hoàn loá",
    "Sông Vân® – 50m²",
    "会议",
    NEWS,
]


@pytest.mark.parametrize(("old", "expected"), TCVN3_TEXT)
def test_tcvn3_is_told_and_read(old, expected):
    assert (detect(old), tcvn3_to_unicode(old)) == ("tcvn3", expected)


@pytest.mark.parametrize(("old", "expected"), VNI_TEXT)
def test_vni_is_told_and_read(old, expected):
    assert (detect(old), vni_to_unicode(old)) == ("vni", expected)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_good_text_is_never_converted(text):
    assert to_unicode(text) == (text, "unicode")


@pytest.mark.parametrize("reader", ["latin-1", "cp1252"])
@pytest.mark.parametrize("text", ["Đồng chí Bí thư Thị ủy", "“Dân vận khéo” – 2021…", NEWS])
def test_misread_utf8_is_put_right(text, reader):
    misread = "".join(_seen(byte, reader) for byte in text.encode())
    assert to_unicode(misread) == (text, "mojibake")
    twice = "".join(_seen(byte, reader) for byte in misread.encode())
    assert mojibake_to_unicode(twice) == text


def _seen(byte, reader):
    try:
        return bytes([byte]).decode(reader)
    except UnicodeDecodeError:
        return chr(byte)


def test_misread_text_with_cleaned_spaces_is_put_right():
    assert mojibake_to_unicode("vÃ  tá»‰nh, lÃ m viá»‡c") == "và tỉnh, làm việc"
    assert mojibake_to_unicode("Äáº£ng bá»™") == "Đảng bộ"


def test_coincidences_in_good_text_stay():
    assert mojibake_to_unicode("bên lề”…") == "bên lề”…"


@pytest.mark.skipif(not shutil.which("iconv"), reason="no iconv program on this machine")
def test_tcvn3_table_agrees_with_iconv():
    every = bytes(byte for byte in range(0xA1, 0x100) if not 0xB0 <= byte <= 0xB4)
    command = ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"]
    done = subprocess.run(command, input=every, capture_output=True, check=False)
    if done.returncode:
        pytest.skip("this iconv does not know TCVN5712-1")
    assert tcvn3_to_unicode(every.decode("latin-1")) == done.stdout.decode()
    assert len(TCVN3) == len(every)


def test_late_tcvn3_tones_join_their_vowel():
    assert tcvn3_to_unicode("¡\xb3n, 20\xb0") == "Ắn, 20°"


FILES = [
    (b"", None, "", "utf-8"),
    (b"plain", None, "plain", "utf-8"),
    (NEWS.encode(), None, NEWS, "utf-8"),
    (NEWS.encode(), "windows-1258", NEWS, "utf-8"),
    (b"\xef\xbb\xbf" + NEWS.encode(), None, NEWS, "utf-8"),
    (NEWS.encode("utf-16"), None, NEWS, "utf-16"),
    (b"\xfe\xff" + NEWS.encode("utf-16-be"), None, NEWS, "utf-16"),
    (NEWS.encode("utf-16-le"), "utf-16le", NEWS, "utf-16-le"),
    (NEWS.encode("utf-32"), None, NEWS, "utf-32"),
    (to_cp1258(NEWS), None, NEWS, "cp1258"),
    (to_cp1258(NEWS), "windows-1258", NEWS, "cp1258"),
    (to_cp1258(NEWS), "windows-1252", NEWS, "cp1258"),
    (to_tcvn3(NEWS.lower()).encode("latin-1"), None, NEWS.lower(), "tcvn3"),
    (to_tcvn3(NEWS.lower()).encode("latin-1"), "iso-8859-1", NEWS.lower(), "tcvn3"),
    (to_tcvn3(NEWS.lower()).encode("latin-1"), "windows-1258", NEWS.lower(), "tcvn3"),
    (to_tcvn3(NEWS.lower()).encode("utf-8"), "utf-8", NEWS.lower(), "tcvn3"),
    (to_vni(NEWS).encode("latin-1"), None, NEWS, "vni"),
    (to_vni(NEWS).encode("utf-8"), None, NEWS, "vni"),
    (NEWS.encode().decode("latin-1").encode(), None, NEWS, "mojibake"),
    ("café “deux” €".encode("cp1252"), None, "café “deux” €", "cp1252"),
    ("café".encode("latin-1"), "no-such-charset", "café", "cp1252"),
    ("Привет, Вьетнам".encode("cp1251"), "windows-1251", "Привет, Вьетнам", "cp1251"),
    ("会议".encode("gb18030"), "gb18030", "会议", "gb18030"),
    (NEWS.encode() * 5 + b"\xe1\xbb", None, NEWS * 5 + "\ufffd", "utf-8"),
    ("e\u0302\u0301".encode(), None, "ế", "utf-8"),
    (b"x" * 500 + b"\0", None, "x" * 500, "utf-8"),
]


@pytest.mark.parametrize(("data", "declared", "text", "name"), FILES)
def test_a_file_is_read_whatever_it_declares(data, declared, text, name):
    assert decode(data, declared) == (text, name)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.4 text",
        b"PK\x03\x04word",
        b"\x89PNG\r\n",
        b"\xff\xd8\xff\xe0",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        bytes(range(32)) * 4,
        NEWS.encode("utf-16-le"),
        b"\xff\xfea\0" + b"\0\0" * 50,
    ],
    ids=repr,
)
def test_pictures_and_archives_are_refused(data):
    with pytest.raises(BinaryData, match="not text"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        "Привет, товарищи, пишем письмо".encode("cp1251"),
        b"\xff\xfea",
        b"caf\x81\x8d\x9d",
        "会议通知".encode("gbk"),
    ],
    ids=repr,
)
def test_unknown_text_is_refused_plainly(data):
    with pytest.raises(UnknownEncoding):
        decode(data)


@pytest.mark.parametrize("declared", ["hex", "rot13", "punycode", "a\0b", "", "idna", "undefined"])
def test_strange_declarations_are_passed_over(declared):
    assert decode("Thị ủy".encode(), declared) == ("Thị ủy", "utf-8")
    assert decode("café".encode("latin-1"), declared)[0] == "café"
