"""QR symbols (ISO/IEC 18004) of card codes, as drawing operators on an integer grid."""

from __future__ import annotations

import re
from functools import lru_cache

from qrcode.constants import ERROR_CORRECT_Q
from qrcode.main import QRCode
from qrcode.util import MODE_ALPHA_NUM, QRData

VERSION = 1
MODULES = 21
QUIET_MODULES = 4
MASK = 3  # any mask scans as well; looking for the best one costs more than everything else on a card
CODE_PATTERN = re.compile(
    r"[BCDEFGHJKNPRSTVXY]{6}"
)  # same keys on French and English keyboards, no look-alikes


def is_card_code(text: str) -> bool:
    return CODE_PATTERN.fullmatch(text) is not None


def readable(code: str) -> str:
    """The code as people read it: two groups of three letters."""
    return f"{code[:3]}·{code[3:]}"


def modules_of(payload: str) -> list[list[bool]]:
    """Rows of modules, dark ones true; level Q, version 1, alphanumeric mode."""
    symbol = QRCode(version=VERSION, error_correction=ERROR_CORRECT_Q, border=0, mask_pattern=MASK)
    symbol.add_data(QRData(payload, mode=MODE_ALPHA_NUM), optimize=0)
    symbol.makeImpl(False, MASK)
    rows: list[list[bool]] = symbol.modules
    return rows


@lru_cache(maxsize=4096)
def operators(payload: str) -> str:
    """One path of whole-row runs of dark modules, in units of one module, y upwards from the lower edge."""
    parts = []
    for index, row in enumerate(modules_of(payload)):
        y = MODULES - 1 - index
        start = None
        for x, dark in enumerate((*row, False)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                parts.append(f"{start} {y} {x - start} 1 re")
                start = None
    return " ".join(parts)
