"""The resources are found in every form of installation."""

from pathlib import Path

import pytest

from kit_app.assets import SENTINEL, resources_dir
from kit_app.errors import KitAppError


def installed(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / SENTINEL).write_text("format = 1\n", encoding="utf-8")
    return folder


def test_the_checkout_has_its_resources() -> None:
    assert (resources_dir() / "fonts").is_dir()


def test_resources_inside_the_package_come_first(tmp_path: Path) -> None:
    installed(tmp_path / "resources")
    inside = installed(tmp_path / "kit_app" / "resources")

    assert resources_dir(tmp_path / "kit_app") == inside


def test_resources_beside_the_package_are_found(tmp_path: Path) -> None:
    beside = installed(tmp_path / "resources")

    assert resources_dir(tmp_path / "kit_app") == beside


def test_a_folder_without_the_sentinel_is_somebody_elses(tmp_path: Path) -> None:
    (tmp_path / "kit_app" / "resources").mkdir(parents=True)

    with pytest.raises(KitAppError, match="Install it again"):
        resources_dir(tmp_path / "kit_app")
