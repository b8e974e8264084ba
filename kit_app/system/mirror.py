"""Whether one picture is shown on two displays in a way that Qt cannot see: it counts them as one."""

from __future__ import annotations

import logging
import sys

log = logging.getLogger(__name__)

PATH_BYTES, MODE_BYTES = 72, 64
"""Sizes of DISPLAYCONFIG_PATH_INFO and DISPLAYCONFIG_MODE_INFO."""


def shares_a_picture(paths: bytes) -> bool:
    """Whether two of Windows' paths (from a picture to a display) begin at the same picture.

    Each path begins with the graphics adapter (8 bytes) and the number of its picture (4 bytes).
    """
    starts = [paths[at : at + 12] for at in range(0, len(paths) - PATH_BYTES + 1, PATH_BYTES)]
    return len(set(starts)) < len(starts)


if sys.platform == "win32":
    import ctypes

    _ONLY_ACTIVE = 2

    def is_mirroring() -> bool:
        """Whether two displays show the same picture: “Duplicate” in Windows' menu. False when unknown."""
        user32 = ctypes.windll.user32
        paths, modes = ctypes.c_uint32(), ctypes.c_uint32()
        if user32.GetDisplayConfigBufferSizes(_ONLY_ACTIVE, ctypes.byref(paths), ctypes.byref(modes)):
            return False
        held = ctypes.create_string_buffer(PATH_BYTES * paths.value)
        others = ctypes.create_string_buffer(MODE_BYTES * modes.value)
        refused = user32.QueryDisplayConfig(
            _ONLY_ACTIVE, ctypes.byref(paths), held, ctypes.byref(modes), others, None
        )
        if refused:
            log.info("the displays cannot be asked: %s", refused)
            return False
        return shares_a_picture(held.raw[: PATH_BYTES * paths.value])

elif sys.platform == "darwin":
    import ctypes

    _GRAPHICS = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"

    def is_mirroring() -> bool:
        """Whether the main display belongs to a set that shows one picture. False when unknown."""
        try:
            graphics = ctypes.CDLL(_GRAPHICS)
        except OSError as error:
            log.info("the displays cannot be asked: %s", error)
            return False
        return bool(graphics.CGDisplayIsInMirrorSet(graphics.CGMainDisplayID()))

else:

    def is_mirroring() -> bool:
        """False: X11 and Wayland tell Qt of both displays, so that their places show it."""
        return False
