"""Whether the computer runs on mains, read as the Linux kernel tells it."""

from pathlib import Path

import pytest

from kit_app.system.power import Power, power, power_from


def supply(folder: Path, name: str, **files: str) -> None:
    (folder / name).mkdir()
    for file, text in files.items():
        (folder / name / file).write_text(text + "\n", encoding="utf-8")


def test_a_plugged_adapter_is_mains_even_while_the_battery_discharges(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="1")
    supply(tmp_path, "BAT0", type="Battery", status="Discharging")

    assert power_from(tmp_path) is Power.MAINS


def test_an_unplugged_adapter_is_battery(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="0")
    supply(tmp_path, "BAT0", type="Battery", status="Discharging")

    assert power_from(tmp_path) is Power.BATTERY


@pytest.mark.parametrize("status", ["Charging", "Full", "Not charging"])
def test_a_battery_that_does_not_empty_means_mains(tmp_path: Path, status: str) -> None:
    supply(tmp_path, "BAT0", type="Battery", status=status)

    assert power_from(tmp_path) is Power.MAINS


def test_a_computer_without_supplies_says_nothing(tmp_path: Path) -> None:
    assert power_from(tmp_path) is Power.UNKNOWN


def test_this_computer_is_asked_without_a_fault() -> None:
    assert power() in Power
