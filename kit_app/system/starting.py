"""How somebody starts a command of this program in a terminal of this system."""

import sys
from pathlib import Path

from kit_app.system.program import carried_folder

MEDIA = "media"


def media_line(root: Path | None = None, platform: str = sys.platform) -> str:
    """The line that adds the optional part for sounds, speech and the camera. `root`: where main.py lies.

    Empty in a folder that is carried about: that part is in it, and nothing can be added there.
    """
    if carried_folder() is not None:
        return ""
    folder = root or Path(__file__).resolve().parents[2]
    if not (folder / "main.py").is_file():
        return "pip install sant-escape-kit[media]"
    return f"py -3.11 main.py {MEDIA}" if platform == "win32" else f"python3 main.py {MEDIA}"
