"""A whole night of ticks in the real windows: no abort, references and memory flat."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOAK = """
import json, sys
from benchmarks.soak import soaked
samples = soaked(int(sys.argv[1]))
none, true = samples.change(samples.of_none), samples.change(samples.of_true)
print(json.dumps({"ticks": samples.ticks, "none": none, "true": true, "growth": samples.growth()}))
"""


@pytest.mark.long
def test_a_hundred_thousand_ticks_lose_no_reference_and_no_memory():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen:configfile=tests/screens.json"}
    done = subprocess.run(
        [sys.executable, "-c", SOAK, "100000"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["ticks"] == 100_000
    assert found["none"] > -100
    assert found["true"] > -100
    assert found["growth"] < 5
