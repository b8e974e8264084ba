"""Which key of a United States keyboard was pressed, whatever the layout makes of it."""

import sys
from collections.abc import Mapping

_ROWS = ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
_BY_SCAN_CODE: Mapping[int, str] = {
    first + place: sign for first, signs in _ROWS for place, sign in enumerate(signs)
}
"""Windows and the Linux kernel count the keys alike: in the order of the first PC keyboards."""

_X11_OFFSET = 8
_MAC = "ASDFHGZXCV BQWERYT123465 97 80 OU IP LJ K    NM"
"""macOS names a key by its place on the first ADB keyboards; what is not a letter or digit is blank."""


def sign_of_key(scan_code: int, virtual_key: int, platform: str = sys.platform) -> str:
    """The letter (A-Z) or digit at this place of a United States keyboard; empty when it is neither.

    `scan_code` and `virtual_key` as the system gave them; 0 when it gave none.
    """
    if platform == "darwin":
        return _MAC[virtual_key].strip() if 0 <= virtual_key < len(_MAC) else ""
    return _BY_SCAN_CODE.get(scan_code - (_X11_OFFSET if platform == "linux" else 0), "")
