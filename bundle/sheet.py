"""Writes the sheet for the IT department in each language, by the program's own printing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kit_app.assets import resources_dir
from kit_app.content.files import read_folder
from kit_app.i18n import LANGUAGES, load
from kit_app.services.library import BUNDLED, read_kit
from kit_app.services.printing.it_sheet import BuildFacts, it_sheet_name, it_sheet_pdf


def write_sheets(out: Path, facts: BuildFacts) -> Iterator[Path]:
    """Write one PDF a language; yields their paths."""
    kit = read_kit(read_folder(resources_dir() / "kits" / BUNDLED))
    for language in LANGUAGES:
        t = load(resources_dir() / "i18n", language)
        target = out / it_sheet_name(t)
        target.write_bytes(it_sheet_pdf(facts, kit, t).pdf)
        yield target
