"""The way in from a checkout: makes the environment ready, then runs the program in it."""

import sys

if sys.version_info < (3, 11):
    sys.exit("Python 3.11 or newer is needed. / Il faut Python 3.11 ou plus.")

from pathlib import Path

from kit_app.environment import PARTS, is_running_in, run_in, setup_here, show_line
from kit_app.system.packages import QT_PACKAGES


def main(arguments: list[str]) -> int:
    """Exit code of the program, which runs in the environment, or 1 when that cannot be made ready.

    The word of an optional part (`media`, `server`) adds that instead.
    """
    setup = setup_here(show_line)
    python = setup.prepare(QT_PACKAGES)
    for part in PARTS:
        if arguments == [part.word]:
            setup.add(part)
            return 0
    if not is_running_in(python):
        return run_in(python, [str(Path(__file__).resolve()), *arguments])
    from kit_app.__main__ import main as run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
