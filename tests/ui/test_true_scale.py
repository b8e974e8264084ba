"""Nothing is cut where the system itself shows all at 200 %: the same looks in a process of that scale."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = "tests/ui/test_small_windows.py"
CONSOLE = "tests/ui/console/test_layout.py"
TEAMS = "tests/ui/console/test_team_grid_fits.py"
PLAYERS = "tests/ui/player/test_painted.py"


def doubled(folder: Path, look: str, only: str) -> None:
    """Run looks of ours with two points for one, on displays with twice as many points."""
    displays = json.loads((ROOT / "tests" / "screens.json").read_text(encoding="utf-8"))
    for one in displays["screens"]:
        one |= {key: 2 * one[key] for key in ("x", "y", "width", "height")}
    file = folder / "screens.json"
    file.write_text(json.dumps(displays), encoding="utf-8")
    place = os.path.relpath(file, ROOT).replace("\\", "/")
    environment = os.environ | {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": f"offscreen:configfile={place}"}
    scale = f"{Path(__file__).relative_to(ROOT).as_posix()}::test_this_process_is_true_to_its_scale"
    chosen = [look, scale, "-k", f"{only} or true_to_its_scale"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *chosen],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4_000:] + done.stderr


def test_this_process_is_true_to_its_scale(qapp) -> None:
    assert qapp.primaryScreen().devicePixelRatio() == float(os.environ.get("QT_SCALE_FACTOR", "1"))
    assert qapp.primaryScreen().size().toTuple() == (1366, 768)


@pytest.mark.long
def test_a_console_is_whole_at_a_true_200_percent(tmp_path: Path) -> None:
    doubled(tmp_path, CONSOLE, only="nothing_is_cut_at_any_size and playing")


@pytest.mark.long
@pytest.mark.parametrize("looks", [PAGES, CONSOLE, TEAMS], ids=["pages", "console", "teams"])
def test_every_page_is_whole_at_a_true_200_percent(tmp_path: Path, looks: str) -> None:
    doubled(tmp_path, looks, only="nothing_is_cut")


@pytest.mark.long
def test_the_player_screen_is_whole_at_a_true_200_percent(tmp_path: Path) -> None:
    doubled(tmp_path, PLAYERS, only="whole")
