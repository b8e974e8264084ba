"""Services on a new folder, with the bundled kit."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from kit_app.assets import resources_dir
from kit_app.bootstrap import open_services
from kit_app.content.files import KitFiles, digest, read_folder
from kit_app.content.kit_reader import read_kit
from kit_app.domain.kit import Kit
from kit_app.domain.plan import SessionPlan, TeamPlan
from kit_app.services.services import Services
from tests.fakes import FakeClock

SEED = "0123456789abcdef0123456789abcdef"


_READ: dict[str, Kit] = {}


def _read_once(files: Mapping[str, bytes]) -> Kit:
    """The kit of `files`, read by the first test that needs it."""
    name = digest(files)
    if name not in _READ:
        _READ[name] = read_kit(files)
    return _READ[name]


@cache
def _folders() -> Mapping[str, KitFiles]:
    """The files of the program's kits, read from the disk by the first test that needs them."""
    return {path.parent.name: read_folder(path.parent) for path in resources_dir().glob("kits/*/kit.toml")}


def opened(folder: Path, clock: FakeClock) -> Services:
    services = open_services(folder, clock=clock, read=_read_once)
    services.library._folders.update(_folders())
    return services


def draft(services: Services, **changes) -> SessionPlan:
    """A draft that can be saved."""
    values = {"name": "Unités B et C", "date": "2026-11-24", "facility": "Hôpital de Brévalon", "seed": SEED}
    return replace(services.sessions.draft(), **{**values, **changes})


def teams(*labels: str) -> tuple[TeamPlan, ...]:
    return tuple(TeamPlan(number=n, label=label, size=5) for n, label in enumerate(labels, start=1))
