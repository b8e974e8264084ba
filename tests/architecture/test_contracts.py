"""The import contracts hold, and each of them bites when a wrong import is planted."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import copy_code, run_tool

LAYERS = "Layers point down only"
QT = "Qt lives in ui and above"
PLAIN = "Rules and models are plain Python"
SQL = "SQL lives in storage"
SERVICES = "ui and cli ask services, never storage or content"
ISLAND = "printables is a closed island"
DOOR = "One door to printables"
PAPER_LAYERS = "printables layers"
ANSWERS = "The player screen cannot reach the answers"
SCREENS = "Screens do not know each other"
NETWORK = "Nothing opens a network connection"
CYCLES = "No cycles between siblings"

PLANTED = [
    ("kit_app.game.planted_up", "kit_app.services", LAYERS),
    ("kit_app.views.planted_aside", "kit_app.domain", LAYERS),
    ("kit_app.system.planted_aside", "kit_app.storage", LAYERS),
    ("kit_app.services.planted_qt", "PySide6.QtCore", QT),
    ("kit_app.cli.planted_qt", "PySide6.QtWidgets", QT),
    ("kit_app.game.rules.planted_time", "time", PLAIN),
    ("kit_app.mechanisms.planted_chance", "random", PLAIN),
    ("kit_app.domain.planted_model", "pydantic", PLAIN),
    ("kit_app.services.planted_sql", "sqlite3", SQL),
    ("kit_app.ui.home.planted_store", "kit_app.storage", SERVICES),
    ("printables.render.planted_kit", "kit_app.domain", ISLAND),
    ("kit_app.ui.printing.planted_paper", "printables.units", DOOR),
    ("printables.layout.planted_canvas", "printables.render", PAPER_LAYERS),
    ("kit_app.ui.player.planted_answer", "kit_app.domain", ANSWERS),
    ("kit_app.ui.player.planted_detour", "kit_app.ui.common.planted_helper", ANSWERS),
    ("kit_app.ui.console.planted_neighbour", "kit_app.ui.home", SCREENS),
    ("kit_app.services.planted_net", "socket", NETWORK),
    ("kit_app.storage.region.planted_net", "pg8000", NETWORK),
    ("kit_app.services.region.planted_tls", "ssl", NETWORK),
    ("kit_app.system.planted_net", "psycopg", NETWORK),
    ("kit_app.content.planted_one", "kit_app.content.planted_two", CYCLES),
]
ALSO_NEEDED = {
    "kit_app.ui.common.planted_helper": "kit_app.game",
    "kit_app.content.planted_two": "kit_app.content.planted_one",
}


def plant(root: Path, module: str, imported: str) -> None:
    path = root.joinpath(*module.split(".")).with_suffix(".py")
    path.write_text(f'"""Planted."""\n\nimport {imported}\n', encoding="utf-8")


def broken(root: Path) -> dict[str, str]:
    """The explanation of each broken contract, by its name."""
    result = run_tool("lint-imports", "--no-logo", "--no-cache", cwd=root)
    assert result.returncode, result.stdout
    headings = re.split(r"\n(.+)\n-+\n\n", result.stdout.replace("\r", "").split("Broken contracts\n")[-1])
    return dict(zip(headings[1::2], headings[2::2], strict=True))


def test_the_contracts_hold() -> None:
    result = run_tool("lint-imports", "--no-logo", "--no-cache")

    assert result.returncode == 0, result.stdout
    assert "12 kept, 0 broken" in result.stdout


def test_every_contract_bites(tmp_path: Path) -> None:
    root = copy_code(tmp_path)
    for module, imported, _ in PLANTED:
        plant(root, module, imported)
    for module, imported in ALSO_NEEDED.items():
        plant(root, module, imported)

    explained = broken(root)

    assert set(explained) == {contract for _, _, contract in PLANTED}
    missed = [
        module for module, _, contract in PLANTED if module.rpartition(".")[2] not in explained[contract]
    ]
    assert missed == []


@pytest.mark.long
@pytest.mark.parametrize(("module", "imported", "contract"), PLANTED)
def test_one_wrong_import_is_enough(module: str, imported: str, contract: str, tmp_path: Path) -> None:
    root = copy_code(tmp_path)
    plant(root, module, imported)
    for helper, needed in ALSO_NEEDED.items():
        if helper == imported:
            plant(root, helper, needed)

    assert contract in broken(root)


@pytest.mark.parametrize("place", ["kit_app/utils.py", "printables/utils.py"])
def test_a_room_without_a_name_is_refused(place: str, tmp_path: Path) -> None:
    root = copy_code(tmp_path)
    (root / place).write_text('"""Planted."""\n', encoding="utf-8")

    result = run_tool("lint-imports", "--no-logo", "--no-cache", cwd=root)

    assert result.returncode
    assert "utils" in result.stdout + result.stderr
