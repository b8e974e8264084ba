"""What arrives in the place of results is taken in whole or refused in a sentence, and soon."""

import json
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from kit_app.errors import StorageError
from kit_app.storage.region.bundle import Bundle, packed
from kit_app.storage.region.signed_lines import LARGEST_FILE
from tests.property.result_fuzz import Found, tried
from tests.unit.services.region.rows import reporter, row

ROOT = Path(__file__).parents[2]
QUICK, LONG = 200, 10_000
LONGEST_S, MOST_MB = 5.0, 200


def judge(found: Found, count: int) -> None:
    assert found.outside == []
    assert found.slowest_s < LONGEST_S
    assert found.taken + sum(found.refused.values()) == count
    assert found.taken > count / 20, "the damage is so great that nothing behind the first look was tried"
    assert len(found.refused) >= 4, "too few of the reasons to refuse a file were met"


def test_hostile_and_damaged_results_end_in_sentences(tmp_path: Path) -> None:
    judge(tried(tmp_path, QUICK), QUICK)


def test_more_than_a_file_may_hold_is_not_written(tmp_path: Path) -> None:
    made = row(1, 1, Random(1))
    rows = (made,) * (LARGEST_FILE // 250)
    with pytest.raises(StorageError, match="more sessions than one file may hold"):
        packed(tmp_path, Bundle(reporter=reporter(1), rows=rows))


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell a process its largest size so")
def test_ten_thousand_files_take_little_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.property.result_fuzz", str(LONG)],
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
