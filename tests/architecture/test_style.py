"""What imports cannot show is refused by the linter; planted mistakes prove it."""

import json
from pathlib import Path

import pytest

from tests.architecture.tree import copy_code, run_tool

PLANTED = [
    ("kit_app/services/planted_1.py", "import time\n\nnow = time.time()\n", "TID251"),
    ("kit_app/game/planted_2.py", "from time import monotonic\n\nnow = monotonic()\n", "TID251"),
    (
        "kit_app/ui/planted_3.py",
        "from datetime import UTC, datetime\n\nnow = datetime.now(tz=UTC)\n",
        "TID251",
    ),
    ("kit_app/ui/planted_4.py", "from PySide6 import QtNetwork\n\nuse = QtNetwork\n", "TID251"),
    ("kit_app/ui/planted_5.py", "import PySide6.QtSql\n", "TID251"),
    ("kit_app/services/planted_6.py", "import urllib.request\n", "TID251"),
    ("kit_app/services/planted_7.py", 'import importlib\n\nuse = importlib.import_module("os")\n', "TID251"),
    ("kit_app/ui/player/planted_8.py", "from typing import TYPE_CHECKING\n\nuse = TYPE_CHECKING\n", "TID251"),
    ("kit_app/domain/planted_9.py", "import random\n", "TID251"),
    ("kit_app/services/planted_10.py", 'print("hello")\n', "T201"),
    ("kit_app/services/planted_11.py", "try:\n    pass\nexcept Exception:\n    pass\n", "BLE001"),
    (
        "kit_app/services/planted_12.py",
        "from datetime import datetime\n\nday = datetime(2026, 1, 1)\n",
        "DTZ001",
    ),
    ("kit_app/services/planted_13.py", "def many(a, b, c, d, e, f, g): ...\n", "PLR0913"),
    (
        "kit_app/services/planted_14.py",
        "def deep(n):\n"
        + "".join(f"    if n == {i}:\n        n += 1\n" for i in range(10))
        + "    return n\n",
        "C901",
    ),
    ("kit_app/services/planted_15.py", "from . import printing\n\nuse = printing\n", "TID252"),
]


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The rules that each planted file breaks."""
    root = copy_code(tmp_path_factory.mktemp("planted"))
    for place, text, _ in PLANTED:
        (root / place).write_text(f'"""Planted."""\n\n{text}', encoding="utf-8")
    (root / "kit_app/services/planted_undocumented.py").write_text("x = 1\n", encoding="utf-8")
    result = run_tool("ruff", "check", "--no-cache", "--output-format", "json", ".", cwd=root)
    codes: dict[str, set[str]] = {}
    for finding in json.loads(result.stdout):
        place = Path(finding["filename"]).resolve().relative_to(root.resolve()).as_posix()
        codes.setdefault(place, set()).add(finding["code"])
    return codes


@pytest.mark.parametrize(("place", "text", "code"), PLANTED)
def test_the_linter_refuses(place: str, text: str, code: str, refused: dict[str, set[str]]) -> None:
    assert code in refused[place], text


def test_the_linter_refuses_a_module_without_a_docstring(refused: dict[str, set[str]]) -> None:
    assert "D100" in refused["kit_app/services/planted_undocumented.py"]
