"""`python -m bundle [PLACE]`: the folder, what lies beside it, and on Debian a package; PLACE is `dist`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from bundle.archive import pack
from bundle.debian import build_package
from bundle.facts import facts_of
from bundle.folder import NAME, ROOT, build_folder, size_of, version
from bundle.papers import LICENCES, PARTS, SUMS, write_licences, write_parts, write_sums
from bundle.sheet import write_sheets
from bundle.system_libraries import system_libraries


def main(arguments: list[str]) -> int:
    """Exit code 0 once all is made."""
    out = Path(arguments[0] if arguments else ROOT / "dist").absolute()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bundle-") as work:
        folder = build_folder(out, Path(work))
    libraries = system_libraries(folder)
    write_licences(folder / LICENCES, libraries)
    write_parts(folder / PARTS, version(), libraries)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE.txt")
    write_sums(folder / SUMS, folder, (path for path in folder.rglob("*") if path.name != SUMS))
    archive = pack(folder, out / f"{NAME}-{version()}-{sys.platform}.zip")
    made = [archive, *build_package(folder, out), *write_sheets(out, facts_of(folder, archive))]
    shutil.copy(folder / PARTS, out / PARTS)
    write_sums(out / SUMS, out, [*made, out / PARTS])
    print(f"{folder}: {size_of(folder) / 1e6:.0f} MB")
    for path in made:
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
