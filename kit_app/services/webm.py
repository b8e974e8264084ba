"""Write a film as WebM: each picture is a whole VP8 frame, coded by the WebP library that Pillow brings.

A still WebP picture is one VP8 frame in a wrapping of its own, so that no library for films is needed. A
picture that does not change stays until the next one.
"""

import struct
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

PROGRAM = "Sant'Escape Kit"
QUALITY, METHOD = 86, 2
"""How well and how thoroughly WebP codes: fine edges of flat drawings, 30 ms a picture."""
CLUSTER_MS = 5_000
"""A cluster's times are 16 bits from its own beginning; players jump to the beginning of one."""
_WHOLE, _HELD = 0x80, 0x00
_TRACK = 1


class CodedPicture(NamedTuple):
    """A VP8 frame, and the millisecond from which it is seen."""

    ms: int
    frame: bytes


def vp8_frame(pixels: bytes, width: int, height: int) -> bytes:
    """A picture of 32 bits a pixel (blue, green, red, nothing) as one VP8 frame."""
    from PIL import Image  # slow to load, and only needed here

    picture = Image.frombuffer("RGB", (width, height), pixels, "raw", "BGRX", 0, 1)
    out = BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=METHOD)
    return _chunk(out.getvalue(), b"VP8 ")


def _chunk(riff: bytes, wanted: bytes) -> bytes:
    """One part of a WebP file."""
    at = 12
    while at + 8 <= len(riff):
        name, size = riff[at : at + 4], int.from_bytes(riff[at + 4 : at + 8], "little")
        if name == wanted:
            return riff[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    raise ValueError(f"this WebP picture has no {wanted!r}")


def webm(pictures: Sequence[CodedPicture], size: tuple[int, int], length_ms: int, title: str) -> bytes:
    """The file. `pictures` begin at 0 and follow one another; the last one is seen until the end."""
    clusters = list(_clusters(pictures, length_ms))
    info = _element(
        0x1549A966,
        _number(0x2AD7B1, 1_000_000),  # times are milliseconds
        _element(0x4489, struct.pack(">d", float(length_ms))),
        _text(0x7BA9, title),
        _text(0x4D80, PROGRAM),
        _text(0x5741, PROGRAM),
    )
    video = _element(0xE0, _number(0xB0, size[0]), _number(0xBA, size[1]))
    entry = _element(
        *(0xAE, _number(0xD7, _TRACK), _number(0x73C5, _TRACK), _number(0x83, 1), _number(0x9C, 0)),
        *(_text(0x22B59C, "und"), _text(0x86, "V_VP8"), video),
    )
    before = info + _element(0x1654AE6B, entry)
    cues = _cues([(ms, 0) for ms, _ in clusters])
    at = len(before) + len(cues)
    places = []
    for ms, cluster in clusters:
        places.append((ms, at))
        at += len(cluster)
    body = before + _cues(places) + b"".join(cluster for _, cluster in clusters)
    return _head() + _element(0x18538067, body)


def _head() -> bytes:
    versions = [(0x4286, 1), (0x42F7, 1), (0x42F2, 4), (0x42F3, 8)]
    doctype = _text(0x4282, "webm") + _number(0x4287, 2) + _number(0x4285, 2)
    return _element(0x1A45DFA3, *(_number(ident, value) for ident, value in versions), doctype)


def _clusters(pictures: Sequence[CodedPicture], length_ms: int) -> Iterator[tuple[int, bytes]]:
    """Each cluster with the millisecond at which it begins."""
    for _, group in groupby(pictures, key=lambda picture: picture.ms // CLUSTER_MS):
        held = list(group)
        start = held[0].ms
        parts = [_number(0xE7, start)]
        for picture in held:
            place = _size(_TRACK) + struct.pack(">h", picture.ms - start)
            if picture is pictures[-1]:  # the only one whose end no other tells
                block = _element(0xA1, place + bytes([_HELD]) + picture.frame)
                parts.append(_element(0xA0, block, _number(0x9B, length_ms - picture.ms)))
            else:
                parts.append(_element(0xA3, place + bytes([_WHOLE]) + picture.frame))
        yield start, _element(0x1F43B675, *parts)


def _cues(places: Sequence[tuple[int, int]]) -> bytes:
    """Where each cluster begins in the segment, in numbers of one length."""
    points = []
    for ms, at in places:
        where = _element(0xB7, _number(0xF7, _TRACK), _element(0xF1, at.to_bytes(8, "big")))
        points.append(_element(0xBB, _number(0xB3, ms), where))
    return _element(0x1C53BB6B, *points)


def _element(ident: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return _bytes(ident) + _size(len(body)) + body


def _number(ident: int, value: int) -> bytes:
    return _element(ident, _bytes(value))


def _text(ident: int, words: str) -> bytes:
    return _element(ident, words.encode())


def _bytes(value: int) -> bytes:
    return value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big")


def _size(value: int) -> bytes:
    """A length whose own length its first bits tell."""
    width = 1
    while value >= (1 << (7 * width)) - 1:
        width += 1
    return (value | 1 << (7 * width)).to_bytes(width, "big")
