"""Arguments and exit codes."""

import sys
from importlib.metadata import PackageNotFoundError, version


def main(argv: list[str] | None = None) -> int:
    """Exit code: 0 done, 2 not understood."""
    if (sys.argv[1:] if argv is None else argv) != ["--version"]:
        return 2
    try:
        sys.stdout.write(version("sant-escape-kit") + "\n")
    except PackageNotFoundError:
        sys.stdout.write("checkout\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
