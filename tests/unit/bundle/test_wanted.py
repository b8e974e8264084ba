"""Which gathered files are handed on, by names as PyInstaller gives them on Linux and on Windows."""

import ast
import sys
from pathlib import Path

import pytest

from bundle.wanted import LEFT_OUT_MODULES, is_wanted

ROOT = Path(__file__).parents[3]
QT = "PySide6/Qt"


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6Core.so.6",
        f"{QT}/lib/libQt6Multimedia.so.6",
        f"{QT}/lib/libQt6Quick.so.6",
        f"{QT}/lib/libavcodec.so.61",
        f"{QT}/plugins/platforms/libqxcb.so",
        f"{QT}/plugins/imageformats/libqwebp.so",
        f"{QT}/plugins/multimedia/libffmpegmediaplugin.so",
        *(f"{QT}/plugins/imageformats/libq{kind}.so" for kind in ("gif", "jpeg", "svg", "webp")),
        f"{QT}/translations/qtbase_fr.qm",
        r"PySide6\plugins\platforms\qwindows.dll",
        r"PySide6\plugins\printsupport\windowsprintersupport.dll",
        r"PySide6\Qt6Widgets.dll",
        "libxcb-cursor.so.0",
        "kit_app/resources/kits/sant-escape/kit.toml",
        "pypdfium2_raw/libpdfium.so",
        "python311.dll",
    ],
)
def test_what_the_program_loads_is_handed_on(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        f"{QT}/lib/libQt6WebEngineCore.so.6",
        f"{QT}/lib/libQt6Quick3D.so.6",
        f"{QT}/lib/libQt6Sql.so.6",
        f"{QT}/qml/QtQuick/Controls/Button.qml",
        f"{QT}/plugins/sqldrivers/libqsqlite.so",
        f"{QT}/plugins/platformthemes/libqgtk3.so",
        f"{QT}/plugins/imageformats/libqpdf.so",
        f"{QT}/plugins/tls/libqopensslbackend.so",
        f"{QT}/translations/qtbase_de.qm",
        f"{QT}/translations/qtwebengine_fr.qm",
        r"PySide6\Qt6Charts.dll",
        r"PySide6\plugins\sqldrivers\qsqlodbc.dll",
        "PySide6/QtCore.pyi",
        "libgtk-3.so.0",
        "libstdc++.so.6",
        *("libssl.so.3", "libcrypto.so.3", "libssl-3-x64.dll"),
    ],
)
def test_what_it_never_loads_is_left_out(name: str) -> None:
    assert not is_wanted(name)


def test_no_module_that_the_program_imports_is_left_out() -> None:
    names = set()
    for path in (*(ROOT / "kit_app").rglob("*.py"), *(ROOT / "printables").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    of_the_server = {"pg8000", "keyring", "ssl"}  # an optional part that the folder does not have
    assert names & set(LEFT_OUT_MODULES) <= {"kit_app.environment", *of_the_server}


def test_what_pyinstaller_reads_is_sound_and_has_no_path_of_one_system() -> None:
    text = (ROOT / "bundle" / "sant-escape-kit.spec").read_text(encoding="utf-8")
    compile(text, "spec", "exec")
    assert "/usr" not in text and "C:" not in text
    for name in ("icon/sant-escape-kit.ico", "icon/sant-escape-kit.svg", "start.py"):
        assert (ROOT / "bundle" / name).is_file()


@pytest.mark.skipif(sys.platform == "win32", reason="how the menu of Linux is written")
def test_the_entry_in_the_menu_names_program_and_icon_in_both_languages() -> None:
    lines = (ROOT / "bundle" / "icon" / "sant-escape-kit.desktop").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    entry = dict(line.partition("=")[::2] for line in lines[1:])
    assert (entry["Exec"], entry["Icon"], entry["Terminal"]) == (
        "sant-escape-kit",
        "sant-escape-kit",
        "false",
    )
    assert {"Comment", "Comment[fr]"} <= set(entry)
