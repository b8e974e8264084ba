"""Whatever arrives in the place of a kit is taken in whole or refused in a sentence, and soon."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from kit_app.content import draft, solving
from tests.property.kit_fuzz import Found, tried

ROOT = Path(__file__).parents[2]
QUICK, LONG = 200, 10_000
LONGEST_S, MOST_MB = 5.0, 200


def judge(found: Found, count: int) -> None:
    assert found.outside == []
    assert found.slowest_s < LONGEST_S
    assert found.taken + sum(found.refused.values()) == 2 * count
    assert found.taken > count / 20, "the damage is so great that nothing behind the first look was tried"
    assert len(found.refused) > 8, "too few of the reasons to refuse a kit were met"


def test_hostile_and_damaged_kits_end_in_sentences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "SEEDS", solving.SEEDS[:2])  # a kit is dealt less often, to be quick
    monkeypatch.setattr(draft, "read_source", cache(draft.read_source))  # most files are whole ones
    judge(tried(tmp_path, QUICK), QUICK)


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell a process its largest size so")
def test_ten_thousand_of_each_take_little_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.property.kit_fuzz", str(LONG)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    peak_mb = told.pop("peak_mb")
    judge(Found(**told), LONG)
    assert peak_mb < MOST_MB
