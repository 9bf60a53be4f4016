"""The picture a shared link shows in Zalo and Facebook, drawn with Pillow and fonts of our own."""

from .drawing import PHOTO, SIZE, draw

__all__ = ["PHOTO", "SIZE", "draw"]
