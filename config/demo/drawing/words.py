"""Banners and mastheads: the only pictures with words, set in a font that has Vietnamese."""

import functools
import random
import unicodedata
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from config.demo.drawing import brushes
from config.demo.drawing.canvas import HEIGHT, WIDTH, Canvas
from config.demo.drawing.palettes import GOLD, PALETTES, PAPER, RED_DEEP, Colour, mix

INK: Colour = (0x2A, 0x24, 0x22)
FOLDERS = (
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/noto",
    "/usr/share/fonts/google-noto",
    "/usr/share/fonts/truetype/dejavu",
    "/usr/share/fonts/dejavu",
    "/Library/Fonts",
    "C:/Windows/Fonts",
)
FAMILIES = {
    False: ("NotoSerif-Regular.ttf", "DejaVuSerif.ttf", "DejaVuSans.ttf", "times.ttf"),
    True: ("NotoSerif-Bold.ttf", "DejaVuSerif-Bold.ttf", "DejaVuSans-Bold.ttf", "timesbd.ttf"),
}
NEEDED = "ờữặệỗƯĐ"

Font = ImageFont.FreeTypeFont


@functools.lru_cache(maxsize=64)
def font(height: int, bold: bool) -> Font | None:
    """A serif of this pixel height with Vietnamese letters; None where the machine has none."""
    paths = (Path(folder) / name for name in FAMILIES[bold] for folder in FOLDERS)
    found = next((ImageFont.truetype(str(path), height) for path in paths if path.is_file()), None)
    face = found or ImageFont.load_default(height)
    return face if has_vietnamese(face) else None


def has_vietnamese(face: Font) -> bool:
    """Whether every needed letter is drawn, not shown as the box for missing ones."""
    box = bytes(face.getmask("\uffff"))
    return all(bytes(face.getmask(letter)) != box for letter in NEEDED)


def fitted(text: str, width: int, height: int, bold: bool) -> Font | None:
    """The largest font up to `height` in which the text is at most `width` pixels wide."""
    while height > 12:
        face = font(height, bold)
        if face is None or face.getlength(text) <= width:
            return face
        height -= 2
    return font(height, bold)


def write_lines(
    picture: Image.Image, lines: list[tuple[str, int, bool, Colour]], left: int, width: int
) -> None:
    """Set (text, height, bold, colour) lines under each other, centred on the picture's height."""
    faces = [
        fitted(unicodedata.normalize("NFC", text), width, height, bold)
        for text, height, bold, _ in lines
    ]
    if None in faces:
        return
    # Stacked marks such as in "ỗ" need a full line and a half.
    steps = [face.size * 1.5 for face in faces]
    y, pen = (picture.height - sum(steps)) / 2, ImageDraw.Draw(picture)
    for (text, _, _, colour), face, step in zip(lines, faces, steps, strict=True):
        pen.text((left, y + step / 2), unicodedata.normalize("NFC", text), colour, face, "lm")
        y += step


def banner(picture: Image.Image, lines: list[str]) -> Image.Image:
    """The picture at the right, words on paper at the left, a red and a gold edge below.

    On one for phones the words have more of the paper: they are seen at a third of its size.
    """
    w, h = picture.size
    paper = 0.62 if w < 3 * h else 0.56
    mask = Image.linear_gradient("L").rotate(90).point(lambda v: 255 - v)
    soft = Image.new("L", (w, h), 0)
    soft.paste(255, (0, 0, round(w * paper), h))
    soft.paste(mask.resize((round(w * 0.2), h)), (round(w * paper), 0))
    picture.paste(PAPER, (0, 0, w, h), soft)
    _edges(picture)
    _say(picture, lines, round(w * 0.045), round(w * (paper - 0.04)))
    return picture


def _say(picture: Image.Image, lines: list[str], left: int, width: int) -> None:
    """All lines at one height: the largest at which they fit."""
    for height in range(round(picture.height * 0.18), 12, -2):
        if None in (font(height, False), font(height, True)):
            return
        parts = [
            (part, height, line is lines[-1])
            for line in lines
            for part in _broken(line, font(height, line is lines[-1]), width)
        ]
        fits = all(font(height, bold).getlength(part) <= width for part, _, bold in parts)
        if fits and len(parts) * height * 1.5 <= picture.height * 0.88:
            break
    coloured = [(part, height, bold, RED_DEEP if bold else INK) for part, height, bold in parts]
    write_lines(picture, coloured, left, width)


def _broken(line: str, face: Font, width: int) -> list[str]:
    """The line in as few parts as fit, of much the same length."""
    phrases = [phrase.replace(" ", "\u00a0") for phrase in line.split(" – ")]
    if len(phrases) > 2:  # "Dân chủ – Kỷ cương – Đổi mới" between its phrases only
        words = "\u00a0– ".join(phrases).split(" ")
    else:
        words = line.replace(" – ", "\u00a0–\u00a0").split(" ")
    for count in range(1, len(words) + 1):
        parts, limit = [], face.getlength(line) / count
        for word in words:
            longer = f"{parts[-1]} {word}" if parts else word
            if parts and (len(parts) == count or face.getlength(longer) - limit < limit / 4):
                parts[-1] = longer
            else:
                parts.append(word)
        if all(face.getlength(part) <= width for part in parts):
            return parts
    return words


def _edges(picture: Image.Image) -> None:
    w, h = picture.size
    pen, thick = ImageDraw.Draw(picture), max(2, round(h * 0.026))
    pen.rectangle((0, h - thick, w, h), RED_DEEP)
    pen.rectangle(
        (0, h - thick * 2 + thick // 3, w, h - thick * 2 + thick // 3 + max(1, thick // 3)), GOLD
    )


def masthead(name: str, size: tuple[int, int]) -> Image.Image:
    """The portal's name on warm paper, with pale hills and the river at the right."""
    c = Canvas(size, random.Random(f"masthead/{name}"))
    _riverland(c)
    picture = c.finished(0.62)
    w, h = size
    soft = Image.new("L", size, 0)
    soft.paste(255, (0, 0, round(w * 0.4), h))
    veil = Image.linear_gradient("L").rotate(90).point(lambda v: 255 - v)
    soft.paste(veil.resize((round(w * 0.4), h)), (round(w * 0.4), 0))
    picture.paste(PAPER, (0, 0, w, h), soft)
    _edges(picture)
    write_lines(picture, _name_lines(name, h), round(w * 0.04), round(w * 0.62))
    return picture


def _name_lines(name: str, h: int) -> list[tuple[str, int, bool, Colour]]:
    # "Cổng thông tin điện tử" is the kind of page; what follows is whose it is.
    kind, mark, owner = name.partition("điện tử ")
    if not mark:
        return [(name, round(h * 0.22), True, RED_DEEP)]
    owner = owner[:1].upper() + owner[1:]
    return [
        (kind + mark.strip(), round(h * 0.125), False, INK),
        (owner, round(h * 0.225), True, RED_DEEP),
    ]


def _riverland(c: Canvas) -> None:
    p = PALETTES[0]
    c.fade(0, 0, WIDTH, HEIGHT, (PAPER, PAPER))
    c.glow(1120, 540, 130, 130, mix(GOLD, PAPER, 0.3), 150)
    for k in range(4):
        tone = mix(mix(p.far, p.mid, k / 3), PAPER, 0.62 - 0.1 * k)
        brushes.ridge(c, 560 + k * 24, 60 - 8 * k, (tone, mix(tone, PAPER, 0.5)), 1.4, 700)
    c.fade(0, 650, WIDTH, 310, (mix(p.water, PAPER, 0.4), mix(p.water, PAPER, 0.05)))
    for k in range(5):
        c.poly(
            [(640 + k * 40, 652 + k * 11), (1460, 650 + k * 8), (1460, 655 + k * 10)],
            mix(p.water, p.far, 0.5),
            90,
        )
    c.line([(700, 676), (980, 664), (1200, 668), (1460, 656)], GOLD, 2, 190)
