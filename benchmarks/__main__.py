"""`python -m benchmarks [NAME …] [--short] [--json FILE]`: a table of what was measured, and JSON."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.alone import MEASURES
from benchmarks.processes import ROOT, answer_of
from benchmarks.rows import Row, table

RESULTS = ROOT / "benchmarks" / "results"
BUSY = 0.5
"""With a load of this part of the cores before the start, others share the machine."""


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    made.add_argument("names", nargs="*", metavar="NAME", help=f"what to measure: {', '.join(MEASURES)}")
    made.add_argument("--short", action="store_true", help="fewer repetitions, for trying out")
    made.add_argument("--json", type=Path, metavar="FILE", help="where to write the figures")
    return made


def main(arguments: list[str]) -> int:
    """Exit code 0 whatever the figures: they are told, not asserted."""
    options = parser().parse_args(arguments)
    unknown = [name for name in options.names if name not in MEASURES]
    if unknown:
        parser().error(f"no such measure: {', '.join(unknown)}")
    before = load()
    if before is not None and before > BUSY * (os.cpu_count() or 1):
        sys.stderr.write(f"The machine is busy (load {before:.1f}): figures may be worse than they are.\n")
    rows = []
    for name in options.names or list(MEASURES):
        sys.stderr.write(f"{name} …\n")
        rows += [Row(**row) for row in answer_of("benchmarks.alone", name, *(["--short"] * options.short))]
    sys.stdout.write(table(rows) + "\n")
    now = datetime.now().astimezone()
    target = options.json or RESULTS / f"{now:%Y%m%d-%H%M%S}.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    report = {
        "made": now.isoformat(timespec="seconds"),
        "is_short": options.short,
        "machine": machine(before),
        "rows": [row.as_json() for row in rows],
    }
    target.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(f"\n{target}\n")
    return 0


def machine(before: float | None) -> dict[str, object]:
    """What the figures were taken on."""
    return {
        "system": platform.platform(),
        "python": platform.python_version(),
        "pyside": version("PySide6-Essentials"),
        "cores": os.cpu_count(),
        "load_before": before,
        "load_after": load(),
    }


def load() -> float | None:
    """Processes that wanted to run in the last minute; None where the system does not say."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
