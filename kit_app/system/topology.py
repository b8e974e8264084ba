"""Whether two displays show one picture; on Windows and macOS Qt sees a single display then."""

from __future__ import annotations

import sys
from collections.abc import Iterable

Source = tuple[int, int, int]
"""Low and high part of the adapter's number, and the number of the picture that the adapter makes."""


def shows_twice(sources: Iterable[Source]) -> bool:
    """Whether two active displays are fed with the same picture."""
    every = list(sources)
    return len(set(every)) < len(every)


def is_duplicated() -> bool | None:
    """Whether two displays show the same picture; None when the system does not say. Never raises."""
    try:
        return _is_duplicated()
    except (OSError, AttributeError):
        return None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _ONLY_ACTIVE = 2
    _DONE = 0
    _GREW = 122
    _MODE_BYTES = 64

    class _Luid(ctypes.Structure):
        _fields_ = (("low", wintypes.DWORD), ("high", wintypes.LONG))

    class _SourceInfo(ctypes.Structure):
        _fields_ = (
            ("adapter", _Luid),
            ("id", ctypes.c_uint32),
            ("mode", ctypes.c_uint32),
            ("status", ctypes.c_uint32),
        )

    class _Rational(ctypes.Structure):
        _fields_ = (("numerator", ctypes.c_uint32), ("denominator", ctypes.c_uint32))

    class _TargetInfo(ctypes.Structure):
        _fields_ = (
            ("adapter", _Luid),
            ("id", ctypes.c_uint32),
            ("mode", ctypes.c_uint32),
            ("technology", ctypes.c_uint32),
            ("rotation", ctypes.c_uint32),
            ("scaling", ctypes.c_uint32),
            ("refresh", _Rational),
            ("ordering", ctypes.c_uint32),
            ("is_available", wintypes.BOOL),
            ("status", ctypes.c_uint32),
        )

    class _PathInfo(ctypes.Structure):
        _fields_ = (("source", _SourceInfo), ("target", _TargetInfo), ("flags", ctypes.c_uint32))

    def _is_duplicated() -> bool | None:
        user = ctypes.windll.user32
        paths, modes = ctypes.c_uint32(), ctypes.c_uint32()
        for _again in range(3):  # a display may come between the two questions
            if user.GetDisplayConfigBufferSizes(_ONLY_ACTIVE, ctypes.byref(paths), ctypes.byref(modes)):
                return None
            found = (_PathInfo * paths.value)()
            unread = (ctypes.c_byte * (_MODE_BYTES * max(1, modes.value)))()
            told = user.QueryDisplayConfig(
                *(_ONLY_ACTIVE, ctypes.byref(paths), found, ctypes.byref(modes), unread, None)
            )
            if told == _DONE:
                active = (one.source for one in found[: paths.value])
                return shows_twice((one.adapter.low, one.adapter.high, one.id) for one in active)
            if told != _GREW:
                return None
        return None

elif sys.platform == "darwin":
    import ctypes
    import ctypes.util

    _MOST = 16

    def _is_duplicated() -> bool | None:
        graphics = ctypes.cdll.LoadLibrary(ctypes.util.find_library("CoreGraphics") or "")
        displays, count = (ctypes.c_uint32 * _MOST)(), ctypes.c_uint32()
        if graphics.CGGetOnlineDisplayList(_MOST, displays, ctypes.byref(count)):
            return None
        return any(bool(graphics.CGDisplayIsInMirrorSet(one)) for one in displays[: count.value])

else:

    def _is_duplicated() -> bool | None:
        return None  # X11 and Wayland list both displays, one lying over the other
