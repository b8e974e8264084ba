"""Read one puzzle of the bundled kit as its mechanism takes it, with values for the places in its texts."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import TypeAdapter

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import filled
from kit_app.mechanisms.made import Made

KIT = Path(__file__).parents[3] / "resources" / "kits" / "sant-escape"


def table(*parts: str) -> dict[str, Any]:
    """A TOML file of the bundled kit, e.g. table("words", "fr", "P12")."""
    path = KIT.joinpath(*parts).with_suffix(".toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def checked(model: type, data: Any) -> Any:
    """`data` as `model`, refusing wrong types."""
    return TypeAdapter(model).validate_json(json.dumps(data), strict=True)


def in_full(data: Any, values: Mapping[str, str]) -> Any:
    """`data` with the known places of all its texts filled."""
    if isinstance(data, str):
        return filled(data, values)
    if isinstance(data, list):
        return [in_full(item, values) for item in data]
    if isinstance(data, dict):
        return {key: in_full(item, values) for key, item in data.items()}
    return data


def made(
    mechanism: ModuleType,
    puzzle: str,
    language: str,
    dice: Dice,
    values: Mapping[str, str] | None = None,
) -> Made[Any]:
    """What `mechanism` makes of the bundled puzzle."""
    known = values or {}
    parameters = in_full(table("puzzles", puzzle)["parameters"], known)
    words = in_full(table("words", language, puzzle)["clues"], known)
    return mechanism.make(
        checked(mechanism.Parameters, parameters), checked(mechanism.Words, words), dice.child(puzzle)
    )
