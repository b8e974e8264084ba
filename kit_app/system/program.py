"""Where the program itself lies, when it was built as a folder that can be carried about."""

from __future__ import annotations

import sys
from pathlib import Path


def carried_folder() -> Path | None:
    """The folder that holds the program's file; None for a checkout or a wheel, which some Python runs."""
    return Path(sys.executable).resolve().parent if getattr(sys, "frozen", False) else None
