"""What is true of one operating system only stays in its room; what Windows is built by fits the checkout."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, modules, named

OF_ONE_SYSTEM = {
    *("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog", "crypt", "spwd"),
    *("msvcrt", "winreg", "_winapi", "winsound", "nt", "posix"),
}
CALLS_OF_ONE_SYSTEM = {
    "fork",
    "getuid",
    "geteuid",
    "getpgid",
    "killpg",
    "mkfifo",
    "chown",
    "uname",
    "startfile",
}
ROOMS = ("kit_app/system/",)


@pytest.mark.parametrize("path", modules("kit_app", "printables", "main.py"), ids=named)
def test_a_module_of_one_system_is_imported_in_its_room_only(path: Path) -> None:
    if named(path).startswith(ROOMS):
        return
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names} & OF_ONE_SYSTEM
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module.partition(".")[0]} & OF_ONE_SYSTEM
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "os":
            found |= {node.attr} & CALLS_OF_ONE_SYSTEM
    assert found == set()


def test_what_builds_the_folder_on_windows_names_files_that_are_there() -> None:
    script = (ROOT / "bundle" / "windows.ps1").read_text(encoding="utf-8")
    lists = re.findall(r"-r (\S+)", script)
    assert lists == ["requirements.lock", "requirements-media.lock", "requirements-bundle.lock"]
    assert all((ROOT / name).is_file() for name in lists)
    for name in ("requirements.lock", "requirements-media.lock"):
        assert "win_amd64" not in (ROOT / name).read_text(encoding="utf-8")  # hashes of every system
    assert script.count("{") == script.count("}") and script.count("(") == script.count(")")
    assert "-console.exe" in script and "-m bundle" in script
