"""Read one puzzle of the bundled kit as its mechanism takes it, with values for the places in its texts."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import TypeAdapter

from kit_app.domain.dice import Dice
from kit_app.domain.spelling import filled
from kit_app.mechanisms.made import Made

MONTHS = {"fr": "mars", "en": "March"}
EXAMPLE = {
    "P7/order": (0, 1, 2, 3, 4),
    "P7/signs": (0, 1, 2, 3, 4),
    "P7/portal": 3,
    "P8/pcs": (0, 2, 6, 4),
    "P9/suffix": "NORD",
}
"""The draws that make these puzzles as the kit's specification prints them."""

OTHERS = {
    "star_birth_name": "MARVALIN",
    "star_first_name": "Aline",
    "star_birth_day": "3",
    "star_birth_month": "7",
    "star_birth_year": "1986",
    "star_birth_place": "Saint-Orfée",
    "town_short": "Orsenne",
    "facility_place": "Val d'Orsenne",
    "facility_domain": "ch-valdorsenne.example",
    "supplier": "Zéphilog",
    "supplier_domain": "zephilog.example",
    "supplier_lookalike": "zephi1og.example",
    "supplier_file": "acces_zephilog.txt",
    "director_login": "d.ferrandlys",
    "employee": "Maëlle Tardieu",
    "employee_short": "M. Tardieu",
    "employee_login": "m.tardieu",
    "employee_capitals": "M TARDIEU",
    "technician_short": "T. Garrel",
    "technician_login": "t.garrel",
    "P1.shift": "0",
    "P5.pet_upper": "PISTACHE",
    "P5.year": "2017",
    "P7.portal": "3",
    "P9.answer": "ZEPHINORD",
}
"""The kit's names, and what other puzzles give in the example."""

LABELS = (
    ("804117", "F", "1952"),
    ("804236", "M", "1947"),
    ("804263", "F", "1986"),
    ("804326", "F", "1986"),
    ("804362", "M", "1986"),
    ("804623", "F", "1961"),
    ("804632", "F", "1979"),
    ("804177", "M", "1990"),
)

KIT = Path(__file__).parents[3] / "resources" / "kits" / "sant-escape"


def values(language: str, **others: str) -> dict[str, str]:
    """Everything that texts may name, in the example; `others` gives some another value (P1_shift)."""
    labels = {}
    for number, (patient, sex, year) in enumerate(LABELS, start=1):
        labels |= {f"P4.number{number}": patient, f"P4.sex{number}": sex, f"P4.year{number}": year}
    changed = {name.replace("_", ".", 1) if name[0] == "P" else name: text for name, text in others.items()}
    return {**OTHERS, **labels, "month": MONTHS[language], "story_day": f"12 {MONTHS[language]}", **changed}


def table(*parts: str) -> dict[str, Any]:
    """A TOML file of the bundled kit, e.g. table("words", "fr", "P12")."""
    return _read(KIT.joinpath(*parts).with_suffix(".toml"))


def checked(model: type, data: Any) -> Any:
    """`data` as `model`, refusing unknown keys and wrong types."""
    return _adapter(model).validate_json(json.dumps(data), strict=True, extra="forbid")


@cache
def _adapter(model: type) -> TypeAdapter[Any]:
    return TypeAdapter(model)


@cache
def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def in_full(data: Any, known: Mapping[str, str]) -> Any:
    """`data` with the known places of all its texts filled."""
    if isinstance(data, str):
        return filled(data, known)
    if isinstance(data, list):
        return [in_full(item, known) for item in data]
    if isinstance(data, dict):
        return {key: in_full(item, known) for key, item in data.items()}
    return data


def made(
    mechanism: ModuleType,
    puzzle: str,
    language: str,
    dice: Dice,
    known: Mapping[str, str] | None = None,
) -> Made[Any]:
    """What `mechanism` makes of the bundled puzzle."""
    known = values(language) if known is None else known
    parameters = in_full(table("puzzles", puzzle)["parameters"], known)
    words = in_full(table("words", language, puzzle)["clues"], known)
    return mechanism.make(
        checked(mechanism.Parameters, parameters), checked(mechanism.Words, words), dice.child(puzzle)
    )
