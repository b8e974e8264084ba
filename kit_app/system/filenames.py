"""File names that every system accepts, Windows above all, and that people still recognise."""

from __future__ import annotations

import re
import unicodedata

from kit_app.domain.disk_names import FORBIDDEN, LONGEST, RESERVED, UNSEEN

_SPACES = re.compile(r"\s+")


def safe_filename(text: str, fallback: str = "document") -> str:
    """`text` as one file name, without its extension; accents and spaces are kept.

    At most 100 characters, which leaves room for a folder and an extension on Windows.
    """
    kept = (c for c in _SPACES.sub(" ", text) if unicodedata.category(c) not in UNSEEN)
    name = unicodedata.normalize("NFC", "".join(kept))
    name = _SPACES.sub(" ", FORBIDDEN.sub("-", name)).strip(" .-")
    if RESERVED.fullmatch(name):
        name = f"_{name}"
    return name[:LONGEST].rstrip(" .-") or fallback
