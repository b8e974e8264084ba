"""All services of one data folder, as the windows and the command line receive them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kit_app.clock.clock import Clock
from kit_app.errors import KitAppError
from kit_app.services.backups import Backups
from kit_app.services.bulletins import Bulletins
from kit_app.services.corrections import Corrections
from kit_app.services.days import Days
from kit_app.services.debrief_notes import DebriefNotes
from kit_app.services.history import History
from kit_app.services.holdings import Holdings
from kit_app.services.kits import Kits
from kit_app.services.library import Library
from kit_app.services.paper_games import PaperGames
from kit_app.services.preferences import Preferences
from kit_app.services.printers import Printers
from kit_app.services.prints import PrintLog
from kit_app.services.profile import Profile
from kit_app.services.profile_files import ProfileFiles
from kit_app.services.questionnaires import Questionnaires
from kit_app.services.readiness import Readiness
from kit_app.services.region.gathering import Gathering
from kit_app.services.region.overview import RegionDesk
from kit_app.services.region.region_file import RegionFile
from kit_app.services.region.reporting import Reporting
from kit_app.services.region.server import RegionServer
from kit_app.services.region.source import RegionSource
from kit_app.services.region.times import Times
from kit_app.services.results import Results
from kit_app.services.retention import Retention
from kit_app.services.runs import Runs
from kit_app.services.sessions import Sessions
from kit_app.services.shelf import Shelf
from kit_app.services.statistics import StatisticsDesk
from kit_app.services.training import Training
from kit_app.services.travel import Travel
from kit_app.services.workshop.workshop import Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What can be asked for. `notices` are sentences about what was found on opening, to be shown.

    `beside` opens the services of another folder, on a clock of its own, while these stay open; those are
    `is_apart`: they keep no log, make no copies by themselves, and are gone with their folder.
    `only_looks`: another program has the folder open, and every change is refused. `commit_ms`: how long the
    drive took to keep one small thing when the folder was opened.
    """

    folder: Path
    clock: Clock
    library: Library
    kits: Kits
    workshop: Workshop
    sessions: Sessions
    days: Days
    runs: Runs
    results: Results
    history: History
    statistics: StatisticsDesk
    retention: Retention
    travel: Travel
    preferences: Preferences
    profile: Profile
    profile_files: ProfileFiles
    printers: Printers
    prints: PrintLog
    bulletins: Bulletins
    shelf: Shelf
    backups: Backups
    readiness: Readiness
    corrections: Corrections
    debrief_notes: DebriefNotes
    paper_games: PaperGames
    questionnaires: Questionnaires
    holdings: Holdings
    training: Training
    reporting: Reporting
    region_file: RegionFile
    region_source: RegionSource
    gathering: Gathering
    region: RegionDesk
    region_server: RegionServer
    times: Times
    notices: tuple[KitAppError, ...]
    beside: Callable[[Path, Clock], Services]
    is_apart: bool
    only_looks: bool
    commit_ms: int
    closing: Callable[[], None]

    def close(self) -> None:
        """Let go of the folder."""
        self.closing()
