"""Finds the folder of resources in every form of installation; reads nothing else."""

from __future__ import annotations

from pathlib import Path

from kit_app.errors import KitAppError

SENTINEL = "RESOURCES.toml"


def resources_dir(package: Path | None = None) -> Path:
    """The folder that holds kits, fonts, catalogues, icons and sounds.

    It lies in the package (wheel and bundle) or beside it (checkout and editable install).
    """
    here = package or Path(__file__).resolve().parent
    for folder in (here / "resources", here.parent / "resources"):
        if (folder / SENTINEL).is_file():
            return folder
    # Not marked for translation: the catalogue is among what is missing.
    raise KitAppError(
        "The program’s own files are missing. Install it again. / "
        "Les fichiers du programme manquent. Installez-le à nouveau.",
        f"no {SENTINEL} in or beside {here}",
    )
