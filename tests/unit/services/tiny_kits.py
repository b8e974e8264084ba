"""The small kit of the tests as somebody hands it on, and the kits of a data folder that can play it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from kit_app.content.check import checked_kit
from kit_app.content.files import KitFiles
from kit_app.content.kit_pack import Signature, manifest_bytes, manifest_of, packed
from kit_app.content.kit_reader import read_kit
from kit_app.content.solving import no_step
from kit_app.domain.kit import Kit
from kit_app.domain.problems import KitProblem
from kit_app.services.kits import Kits
from kit_app.services.services import Services
from tests.unit.content.tiny import TINY_MECHANISMS, tiny_kit


def read_tiny(files: KitFiles) -> Kit:
    return read_kit(files, TINY_MECHANISMS)


def check_tiny(
    files: KitFiles, step: Callable[[], None] = no_step
) -> tuple[tuple[KitProblem, ...], Kit | None]:
    return checked_kit(files, mechanisms=TINY_MECHANISMS, step=step)


def kits_of(services: Services) -> Kits:
    """The kits of a data folder, judged without their paper."""
    return Kits(services.folder, services.library, services.profile, services.backups, check_tiny)


def changed(files: KitFiles, *changes: tuple[str, str, str]) -> dict[str, bytes]:
    """The kit with texts replaced: file, what stood there, what stands there now."""
    result = dict(files)
    for name, was, now in changes:
        assert was.encode() in result[name], f"{name} has no {was}"
        result[name] = result[name].replace(was.encode(), now.encode(), 1)
    return result


VERSION_2 = ("kit.toml", 'version = "1"', 'version = "2"')


def pack_of(files: KitFiles, signature: Signature | None = None) -> bytes:
    return packed(manifest_bytes(manifest_of(files, read_tiny(files))), files, signature)


def file_of(folder: Path, files: KitFiles | None = None) -> Path:
    """A kit as a file in `folder`, each time another one."""
    path = folder / f"{len(list(folder.glob('*.sante-kit')))}.sante-kit"
    path.write_bytes(pack_of(files or tiny_kit()))
    return path


def folder_of(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
