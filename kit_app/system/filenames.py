"""File names that every system accepts, Windows above all, and that people still recognise."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_SPACES = re.compile(r"\s+")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
_LONGEST = 100


def safe_filename(text: str, fallback: str = "document") -> str:
    """`text` as one file name, without its extension; accents and spaces are kept.

    At most 100 characters, which leaves room for a folder and an extension on Windows.
    """
    kept = (c for c in _SPACES.sub(" ", text) if unicodedata.category(c) not in _UNSEEN)
    name = unicodedata.normalize("NFC", "".join(kept))
    name = _SPACES.sub(" ", _FORBIDDEN.sub("-", name)).strip(" .-")
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    return name[:_LONGEST].rstrip(" .-") or fallback
