"""File names that every system accepts, Windows above all, and that people still recognise."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
_LONGEST = 100


def safe_filename(text: str, fallback: str = "document") -> str:
    """`text` as one file name, without its extension; accents and spaces are kept.

    At most 100 characters, which leaves room for a folder and an extension on Windows.
    """
    name = unicodedata.normalize("NFC", text)
    name = _SPACES.sub(" ", _FORBIDDEN.sub("-", _SPACES.sub(" ", name)))
    name = "".join(c for c in name if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    name = name.strip(" .-")[:_LONGEST].rstrip(" .-")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return name or fallback
