"""Values of a kit's files as they are typed into fields, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kit_app.services.workshop.forms import FieldKind
from kit_app.services.workshop.kit_draft import GONE

_SPLIT = " = "


def shown(kind: FieldKind, value: Any, language: str) -> str:
    """A value as the text of a field; numbers as they are written in a language."""
    if value is None:
        return ""
    makers: Mapping[FieldKind, Callable[[], str]] = {
        "lines": lambda: "\n".join(map(str, value)),
        "pairs": lambda: "\n".join(f"{one.get('answer', '')}{_SPLIT}{one.get('say', '')}" for one in value),
        "minutes": lambda: _decimal(value / 60, language),
        "decimal": lambda: _decimal(value, language),
        "grid": lambda: _grid(value, language),
    }
    return makers[kind]() if kind in makers else str(value)


def read(kind: FieldKind, text: str, *, is_optional: bool) -> Any:
    """The value of what was typed. Raises ValueError where it is none.

    What is empty and may be left out is `GONE`.
    """
    if is_optional and not text.strip():
        return GONE
    makers: Mapping[FieldKind, Callable[[], Any]] = {
        "lines": lambda: _lines(text, is_optional=is_optional),
        "pairs": lambda: [_pair(line) for line in text.split("\n") if line.strip()],
        "minutes": lambda: round(_number(text) * 60),
        "decimal": lambda: _number(text),
        "number": lambda: int(text),
        "grid": lambda: _rows(text),
    }
    return makers[kind]() if kind in makers else text


def _lines(text: str, *, is_optional: bool) -> list[str]:
    """A text a line. Cells of a table may be empty; what may be left out has no empty lines."""
    if not text:
        return []
    return [line for line in text.split("\n") if line.strip() or not is_optional]


def _pair(line: str) -> Mapping[str, str]:
    answer, _, say = line.partition("=")
    return {"answer": answer.strip(), "say": say.strip()}


def _decimal(value: float, language: str) -> str:
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "fr" else text


def _number(text: str) -> float:
    value = float(text.strip().replace(",", "."))
    if not abs(value) < 1e9:
        raise ValueError(text)
    return value


def _grid(value: Any, language: str) -> str:
    """Numbers with semicolons between them; lists of numbers a line each."""
    if any(isinstance(one, list) for one in value):
        return "\n".join(_grid(one if isinstance(one, list) else [one], language) for one in value)
    return "; ".join(_decimal(one, language) if isinstance(one, float) else str(one) for one in value)


def _rows(text: str) -> list[Any]:
    lines = [line for line in text.split("\n") if line.strip()]
    rows = [[_plain(part) for part in line.split(";") if part.strip()] for line in lines]
    return rows[0] if len(rows) == 1 else rows


def _plain(text: str) -> int | float:
    """A number, whole where it is written as one."""
    part = text.strip()
    return int(part) if part.lstrip("-").isdecimal() else _number(part)
