"""Of the log and of a traceback only the program's own words are handed on."""

import ast
import logging
from pathlib import Path

import pytest

from kit_app.services.bare_log import bare_report, last_lines
from tests.architecture.tree import ROOT

LEVELS = {"debug", "info", "warning", "error", "exception", "critical"}
HEAD = "2026-11-24 18:30:00,123"


@pytest.fixture
def written(tmp_path):
    def write(*lines: str) -> tuple[str, ...]:
        path = tmp_path / "one.log"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return last_lines(path, 50)

    return write


def test_of_a_message_the_values_are_left_out(written) -> None:
    assert written(f"{HEAD} WARNING kit_app.services.backups: a copy stays as it is: Zéphyrine D:/z") == (
        f"{HEAD} WARNING kit_app.services.backups: a copy stays as it is: …",
    )


def test_of_a_stranger_only_its_place_is_kept(written) -> None:
    assert written(
        f"{HEAD} WARNING qt: QFont::setPointSize: Zéphyrine",
        f"{HEAD} WARNING reportlab: Zéphyrine has no glyph",
        "Zéphyrine: a line that nobody knows",
    ) == (f"{HEAD} WARNING qt: QFont::setPointSize: …", f"{HEAD} WARNING reportlab: …")


def test_of_a_traceback_places_and_kinds_are_kept(written) -> None:
    assert written(
        f"{HEAD} ERROR kit_app.ui.unexpected: a bug",
        "Traceback (most recent call last):",
        r'  File "D:\Zéphyrine\kit_app\ui\live.py", line 12, in tick',
        "    Zéphyrine = 1",
        "    ^^^^^^^^^",
        '  File "/srv/zephyrine/x.py", line 3, in <module>',
        "ValueError: Zéphyrine",
        "Zéphyrine: more of it",
        "",
        "The above exception was the direct cause of the following exception:",
        "",
        "Traceback (most recent call last):",
        "TypeError: unsupported operand type(s)",
    ) == (
        f"{HEAD} ERROR kit_app.ui.unexpected: a bug",
        "Traceback (most recent call last):",
        "  kit_app/ui/live.py:12 tick",
        "  x.py:3 <module>",
        "ValueError: …",
        "The above exception was the direct cause of the following exception:",
        "Traceback (most recent call last):",
        "TypeError: unsupported operand type(s)",
    )


def test_a_report_names_the_place_and_not_the_value() -> None:
    with pytest.raises(KeyError) as caught:
        {}["Zéphyrine"]
    report = bare_report(caught.value)
    assert "test_bare_log.py:" in report and "KeyError: …" in report
    assert "Zéphyrine" not in report


def test_a_log_that_is_not_there_has_no_lines(tmp_path) -> None:
    assert last_lines(tmp_path / "none.log", 5) == ()


def test_every_message_of_the_program_has_its_values_after_a_colon() -> None:
    """Else they would be taken for the program's own words."""
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "kit_app").rglob("*.py")
        for call in _log_calls(path)
        if not _is_told_apart(call)
    ]
    assert wrong == []


def _log_calls(path: Path) -> list[ast.Call]:
    calls = [
        one for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(one, ast.Call)
    ]
    return [
        call
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in LEVELS
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id in ("log", "logger", logging.__name__)
    ]


def _is_told_apart(call: ast.Call) -> bool:
    first = call.args[0]
    return (
        isinstance(first, ast.Constant)
        and isinstance(first.value, str)
        and ":" in f"{first.value.partition('%')[0]}{'' if '%' in first.value else ':'}"
    )
