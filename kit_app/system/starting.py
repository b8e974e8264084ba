"""How somebody starts a command of this program in a terminal of this system."""

import sys
from pathlib import Path

from kit_app.system.program import carried_folder

MEDIA, SERVER = "media", "server"
"""The words that add the optional parts: sounds, speech and the camera; the server of a region."""


def adding_line(part: str, root: Path | None = None, platform: str = sys.platform) -> str:
    """The line that adds an optional part, by its word. `root`: where main.py lies.

    Empty in a folder that is carried about: nothing can be added there.
    """
    if carried_folder() is not None:
        return ""
    folder = root or Path(__file__).resolve().parents[2]
    if not (folder / "main.py").is_file():
        return f"pip install sant-escape-kit[{part}]"
    return f"py -3.11 main.py {part}" if platform == "win32" else f"python3 main.py {part}"
