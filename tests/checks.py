"""`python -m tests.checks`: style, types for three systems, import contracts; says what failed."""

import subprocess
import sys

from kit_app.environment import setup_here, show_line
from tests.__main__ import ROOT

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy", "--platform", "linux"),
    ("mypy", "--platform", "win32"),
    ("mypy", "--platform", "darwin"),
    ("lint-imports",),
)


def main() -> int:
    """0 when every check passes; all of them run."""
    scripts = setup_here(show_line).prepare(()).parent
    failed = []
    for name, *arguments in CHECKS:
        line = " ".join((name, *arguments))
        print(f"== {line}", flush=True)
        if subprocess.run([str(scripts / name), *arguments], cwd=ROOT, check=False).returncode:
            failed.append(line)
    if failed:
        print("Failed:", *failed, sep="\n  ", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
