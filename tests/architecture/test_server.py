"""The one way out to a network: a single module, loaded only when it is needed; so is the keyring."""

import ast
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, modules, named

DOOR = "kit_app.storage.region.postgres_tables"
ONLY_IN = {
    "pg8000": "kit_app/storage/region/postgres_tables.py",
    "keyring": "kit_app/system/password_safe.py",
}
"""Packages of the optional part, each with the one module that imports it."""


def imported(tree: ast.AST) -> set[str]:
    """The full names of the modules that are imported anywhere below this node."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def at_once(tree: ast.Module) -> set[str]:
    """What a module imports when it is loaded."""
    return imported(
        ast.Module([node for node in tree.body if not isinstance(node, ast.FunctionDef | ast.ClassDef)], [])
    )


def test_one_module_alone_may_open_a_connection() -> None:
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    network = next(one for one in linter["contracts"] if one["name"] == "Nothing opens a network connection")
    allowed = [line.split(" -> ") for line in network["ignore_imports"]]

    assert {importer for importer, _module in allowed} == {DOOR}
    assert {module for _importer, module in allowed} <= set(network["forbidden_modules"])
    assert [one["name"] for one in linter["contracts"] if "ignore_imports" in one] == [network["name"]]


@pytest.mark.parametrize("path", modules("kit_app", "printables", "main.py"), ids=named)
def test_what_goes_out_is_loaded_when_it_is_needed_and_not_before(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    packages = {name.partition(".")[0] for name in imported(tree)}

    assert [name for name, home in ONLY_IN.items() if name in packages and named(path) != home] == []
    assert DOOR not in at_once(tree)
    assert "keyring" not in {name.partition(".")[0] for name in at_once(tree)}


def test_one_place_alone_loads_the_module_that_may_connect() -> None:
    places = [
        named(path)
        for path in modules("kit_app", "printables", "main.py")
        if DOOR in imported(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert places == ["kit_app/services/region/server.py"]
