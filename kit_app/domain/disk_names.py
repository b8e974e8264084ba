"""Which file names every system can keep, Windows above all."""

import re
import unicodedata

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
"""Names that Windows takes for devices, with any extension."""
UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn"))
"""Categories of characters that nobody sees."""
LONGEST = 100


def is_plain_name(name: str) -> bool:
    """Whether one part of a path is the same file on every system, and no hidden one.

    No part of a path that climbs out of its folder is plain, and no name of a device.
    """
    return (
        0 < len(name) <= LONGEST
        and not name.startswith(".")
        and name == name.strip(" ").rstrip(".")
        and FORBIDDEN.search(name) is None
        and RESERVED.fullmatch(name) is None
        and not any(unicodedata.category(sign) in UNSEEN for sign in name)
    )


def twin_key(path: str) -> str:
    """The same for two paths that some system takes for one: by capitals, or by how accents are written."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())
