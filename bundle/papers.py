"""What is laid beside the program: all licences in one text, the list of parts (SBOM), the sums of files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression
from cyclonedx.output.json import JsonV1Dot5
from packageurl import PackageURL

from bundle.folder import NAME, ROOT, committed_at
from bundle.system_libraries import SystemLibrary
from kit_app.services.third_parties import Work, full_text, works

LICENCES, PARTS, SUMS = "THIRD-PARTY.txt", "sbom.cdx.json", "SHA256SUMS"
_PIECE = 1 << 20
_SPDX = {
    *("MIT", "MIT-CMU", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PSF-2.0", "OFL-1.1", "LGPL-3.0-only"),
}


def write_licences(target: Path, libraries: Iterable[SystemLibrary]) -> None:
    """Write every licence: of the program, of its parts, of the system's libraries that came along."""
    parts = [full_text((ROOT / "LICENSE").read_text(encoding="utf-8"))]
    for one in libraries:
        head = f"{one.package} {one.version} (Debian)"
        parts.append(f"{head}\n{'=' * len(head)}\n\n{one.text}\n")
    target.write_text("\n\n".join(parts), encoding="utf-8", newline="\n")


def write_parts(target: Path, version: str, libraries: Iterable[SystemLibrary]) -> None:
    """Write the list of parts as CycloneDX; the same parts give the same file."""
    bom = Bom(components=[*map(_of_work, works()), *map(_of_library, libraries)])
    bom.metadata.component = Component(
        name=NAME,
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref=NAME,
        licenses=[DisjunctiveLicense(id="MIT")],
    )
    bom.metadata.timestamp = datetime.fromtimestamp(committed_at(), tz=UTC)
    bom.register_dependency(bom.metadata.component, bom.components)
    names = sorted(f"{one.name} {one.version}" for one in bom.components)
    bom.serial_number = uuid5(NAMESPACE_URL, f"{NAME} {version} {names}")
    data = json.loads(JsonV1Dot5(bom).output_as_string())
    text = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    target.write_text(text, encoding="utf-8", newline="\n")


def _of_work(work: Work) -> Component:
    is_package = bool(work.version) and work.name != "Python"
    address = (
        [ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(work.home))] if work.home else []
    )
    return Component(
        name=work.name,
        version=work.version or None,
        type=ComponentType.LIBRARY if work.version else ComponentType.DATA,
        bom_ref=f"{work.name}@{work.version}",
        purl=PackageURL("pypi", None, work.name.lower(), work.version) if is_package else None,
        licenses=[_licence(work.licence)] if work.licence else [],
        external_references=address,
    )


def _licence(words: str) -> DisjunctiveLicense | LicenseExpression:
    return DisjunctiveLicense(id=words) if words in _SPDX else DisjunctiveLicense(name=words)


def _of_library(one: SystemLibrary) -> Component:
    return Component(
        name=one.package,
        version=one.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"debian:{one.package}@{one.version}",
        purl=PackageURL("deb", "debian", one.package, one.version),
    )


def write_sums(target: Path, top: Path, paths: Iterable[Path]) -> None:
    """Write the sum of each file, as `sha256sum --check` reads it; names from `top` on."""
    found = {path.relative_to(top).as_posix(): sum_of(path) for path in paths if path.is_file()}
    lines = [f"{found[name]}  {name}\n" for name in sorted(found)]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")


def sum_of(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
