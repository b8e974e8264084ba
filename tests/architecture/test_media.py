"""The optional part of Qt is loaded in three modules only, and only when it is needed."""

import ast
from pathlib import Path

import pytest

from tests.architecture.tree import modules, named

ALLOWED = {
    "kit_app/ui/sound_output.py": {"QtMultimedia"},
    "kit_app/ui/camera_source.py": {"QtMultimedia"},
    "kit_app/ui/speech.py": {"QtTextToSpeech"},
}
ESSENTIALS = {
    *("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtPrintSupport", "QtTest"),
}


def qt_parts(tree: ast.AST) -> set[str]:
    """The parts of PySide6 that are imported anywhere below this node."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "PySide6":
            found |= {one.name for one in node.names if one.name.startswith("Qt")}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {one.name.split(".")[1] for one in node.names if one.name.startswith("PySide6.")}
    return found


@pytest.mark.parametrize("path", modules("kit_app", "benchmarks"), ids=named)
def test_only_three_modules_load_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))

    assert qt_parts(tree) - ESSENTIALS == ALLOWED.get(named(path), set())


@pytest.mark.parametrize("name", ALLOWED)
def test_they_load_it_when_it_is_first_needed(name: str) -> None:
    tree = ast.parse(Path(name).read_text(encoding="utf-8"))
    at_once = ast.Module([node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)], [])

    assert qt_parts(at_once) <= ESSENTIALS
