"""How large a picture is, as its head says; nothing of it is unfolded."""

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MOST_SEGMENTS = 1_000
"""A JPEG file with more of them before its size is nobody's photograph."""
_JPEG_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def width_px(content: bytes) -> int | None:
    """The width of a PNG or JPEG picture; None when it is neither."""
    size = size_px(content)
    return None if size is None else size[0]


def size_px(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG picture as its head says; None when it is neither."""
    if content.startswith(_PNG) and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    if not content.startswith(_JPEG):
        return None
    place = len(_JPEG)
    for _ in range(_MOST_SEGMENTS):
        if place + 9 > len(content) or content[place] != 0xFF:
            return None
        if content[place + 1] in _JPEG_SIZES:
            height, width = struct.unpack(">HH", content[place + 5 : place + 9])
            return int(width), int(height)
        place += 2 + int(struct.unpack(">H", content[place + 2 : place + 4])[0])
    return None
