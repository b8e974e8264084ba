"""The window is painted before anything heavy is loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = (
    *("pydantic", "reportlab", "qrcode", "pypdfium2", "zxingcpp", "tomllib", "sqlite3", "PIL", "nacl"),
    *("importlib.metadata", "PySide6.QtSvg", "kit_app.services", "kit_app.storage", "kit_app.content"),
    *("kit_app.game", "kit_app.ui.app", "kit_app.ui.common"),
)
MOST_OF_OURS = 12

PROGRAM = """
import json, os, sys
from PySide6.QtCore import QTimer
from kit_app.ui import start

def look():
    sys.stdout.write(json.dumps(sorted(sys.modules)))
    sys.stdout.flush()
    os._exit(0)

begin = start.Start.__init__
def watched(self, frame, fill, told):
    begin(self, frame, fill, told)
    frame.painted.disconnect()
    frame.painted.connect(look)
start.Start.__init__ = watched
from kit_app.__main__ import main
main([])
"""


def modules_at_first_paint(home: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(home),
            "XDG_DATA_HOME": str(home),
            "LOCALAPPDATA": str(home),
        },
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    loaded = modules_at_first_paint(tmp_path)

    assert [name for name in loaded if name.startswith(HEAVY)] == []
    assert len([name for name in loaded if name.startswith("kit_app")]) <= MOST_OF_OURS
    assert list(tmp_path.iterdir()) == [], "the data folder is opened after the first paint"
