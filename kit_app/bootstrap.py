"""Builds the object graph of one data folder; the only module that knows all concrete classes."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

from kit_app.assets import resources_dir
from kit_app.clock.clock import Clock, SystemClock
from kit_app.domain.facility import Facility
from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import Catalogue, load
from kit_app.services.backups import Backups
from kit_app.services.bare_log import LOG_NAME
from kit_app.services.bulletins import Bulletins
from kit_app.services.checkup import CheckLine
from kit_app.services.corrections import Corrections
from kit_app.services.data_place import commit_ms, data_place, slowness
from kit_app.services.days import Days
from kit_app.services.debrief_notes import DebriefNotes
from kit_app.services.facts import Facts
from kit_app.services.history import History
from kit_app.services.holdings import Holdings
from kit_app.services.kits import Kits
from kit_app.services.library import Library, ReadKit, read_kit
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
from kit_app.services.services import Services
from kit_app.services.sessions import Sessions
from kit_app.services.shelf import Shelf
from kit_app.services.statistics import StatisticsDesk
from kit_app.services.training import Training
from kit_app.services.travel import Travel
from kit_app.services.workshop.workshop import Workshop
from kit_app.storage import looking
from kit_app.storage.bulletins_file import read_bulletins
from kit_app.storage.database import MAIN, Keeping, another
from kit_app.storage.facility_files import ReadFacilities, read_facilities, take_over
from kit_app.storage.printers_file import read_printers
from kit_app.storage.prints_file import read_prints
from kit_app.storage.readiness_file import read_rooms
from kit_app.storage.region.pushed import PushedStore
from kit_app.storage.region.server_file import read_server
from kit_app.storage.region.signers_file import read_signers
from kit_app.storage.region.times_file import read_times
from kit_app.storage.settings_file import ReadSettings, read_settings, write_settings
from kit_app.storage.shelf_file import read_shelf
from kit_app.storage.store import Store, again_store, open_store
from kit_app.storage.training_file import read_progress
from kit_app.system.lock import FolderInUseError, FolderLock

_LOG_BYTES = 1_000_000
_LOG_FILES = 3

log = logging.getLogger(__name__)


def open_services(
    folder: Path | None = None,
    *,
    must_own: bool = True,
    only_looks: bool = False,
    clock: Clock | None = None,
    read: ReadKit = read_kit,
    is_apart: bool = False,
) -> Services:
    """The services of `folder` (the user's, when None). Raises StorageError.

    One program owns a folder at a time; who only reads may do without (`must_own` False). `only_looks`: the
    window on a folder that another program owns; nothing can be changed. `is_apart`: a folder that is open
    beside another one of this program, which goes on keeping the log.
    """
    place = data_place(folder)
    where = place.folder
    now = clock or SystemClock()
    lock = FolderLock(where)
    owns = not only_looks and _acquired(lock, must_own)
    if only_looks:
        looking.begin(where)
    try:
        store = open_store(where, now.wall_ms(), exclusive=owns, keeping=place.keeping)
        speed = commit_ms(store.database, now) if owns and not is_apart else 0
    except StorageError:
        lock.release()
        looking.end(where)
        raise
    if owns and not is_apart:
        _log_to(where)
    known = read_settings(where, now.wall_ms())
    printed = read_prints(where, now.wall_ms())
    hosts = read_facilities(where, now.wall_ms(), known.facility)
    set_up = read_printers(where, now.wall_ms())
    bulletins = read_bulletins(where, now.wall_ms())
    shelf = read_shelf(where, now.wall_ms())
    rooms = read_rooms(where, now.wall_ms())
    learnt = read_progress(where, now.wall_ms())
    trusted = read_signers(where, now.wall_ms())
    server = read_server(where, now.wall_ms())
    sent = read_times(where, now.wall_ms())
    library = Library(store.kits, read)
    sessions = Sessions(store, library, now)
    preferences = Preferences(where, known.settings)
    facts = Facts(store, sessions)
    results = Results(store, library, sessions, facts)
    backups = Backups(where, now)
    region_file = RegionFile(where, now, owns=owns, keeping=place.keeping)
    region_server = RegionServer(
        where,
        server.kept,
        lambda: _reporting_apart(where, place.keeping, read, profile, now),
        lambda: closing(PushedStore(another(store.database.path, place.keeping, MAIN))),
        now,
    )
    source = RegionSource(region_file, region_server)
    times = Times(where, sent.times, source.results, now)
    history = History(store.attempts, facts, results, lambda kit_id: times.kept.of_kit(kit_id))
    runs = Runs(store, library, sessions, history, now)
    questionnaires = Questionnaires(store.answers, library, sessions, backups, now)
    counted: tuple[KitAppError, ...] = ()
    if owns:
        sessions.purge()
        counted = questionnaires.close_old()
        hosts = _taken_over(where, hosts, known)
    profile = Profile(where, hosts, now)
    prints = PrintLog(where, printed.prints)
    kits = Kits(where, library, profile, backups)
    written = Bulletins(where, bulletins.bulletins, now)
    return Services(
        folder=where,
        clock=now,
        library=library,
        kits=kits,
        workshop=Workshop(where, kits, profile),
        sessions=sessions,
        days=Days(store, library, sessions, preferences, now),
        runs=runs,
        results=results,
        history=history,
        statistics=StatisticsDesk(store, facts, results, questionnaires, kits.names),
        retention=Retention(store, facts, questionnaires, now),
        travel=Travel(store, library, sessions, questionnaires, now, backups),
        preferences=preferences,
        profile=profile,
        profile_files=ProfileFiles(profile, backups),
        printers=Printers(where, set_up.known, now),
        prints=prints,
        bulletins=written,
        shelf=Shelf(where, shelf.own, kits),
        backups=backups,
        readiness=Readiness(where, rooms.rooms),
        corrections=Corrections(runs, results),
        debrief_notes=DebriefNotes(runs, results),
        paper_games=PaperGames(store, sessions, runs, now),
        questionnaires=questionnaires,
        holdings=Holdings(store, profile, written, backups, preferences),
        training=Training(where, learnt.progress, library, prints),
        reporting=Reporting(store, facts, results, questionnaires, profile, now),
        region_file=region_file,
        times=times,
        region_source=source,
        gathering=Gathering(where, trusted.signers, source.results),
        region=RegionDesk(source.sums, kits.names),
        region_server=region_server,
        notices=(
            *place.notices,
            *slowness(speed),
            *store.notices,
            *known.notices,
            *hosts.notices,
            *set_up.notices,
            *printed.notices,
            *bulletins.notices,
            *shelf.notices,
            *rooms.notices,
            *learnt.notices,
            *trusted.notices,
            *server.notices,
            *sent.notices,
            *counted,
        ),
        beside=lambda other, time: open_services(other, clock=time, read=read, is_apart=True),
        is_apart=is_apart,
        only_looks=only_looks,
        commit_ms=speed,
        closing=lambda: _close(store, lock, ends_log=not is_apart),
    )


@contextmanager
def _reporting_apart(
    folder: Path, keeping: Keeping, read: ReadKit, profile: Profile, clock: Clock
) -> Iterator[Reporting]:
    """What tells the results, over a connection of its own: for a thread of its own. Raises StorageError."""
    store = again_store(folder, keeping)
    try:
        library = Library(store.kits, read)
        sessions = Sessions(store, library, clock)
        facts = Facts(store, sessions)
        results = Results(store, library, sessions, facts)
        questionnaires = Questionnaires(store.answers, library, sessions, Backups(folder, clock), clock)
        yield Reporting(store, facts, results, questionnaires, profile, clock)
    finally:
        store.close()


def _taken_over(folder: Path, read: ReadFacilities, known: ReadSettings) -> ReadFacilities:
    """Give the profile of an older release a file of its own; it still holds when the disk refuses."""
    try:
        taken = take_over(folder, read)
        if known.facility != Facility():
            write_settings(folder, known.settings)
    except StorageError as error:
        log.warning("profile not moved: %s", error)
        return read
    return taken


def _close(store: Store, lock: FolderLock, *, ends_log: bool) -> None:
    if ends_log:
        _end_log()
    store.close()
    lock.release()
    looking.end(store.database.path.parent)


def _acquired(lock: FolderLock, must_own: bool) -> bool:
    try:
        lock.acquire()
    except FolderInUseError:
        if must_own:
            raise
        return False
    return True


def _log_to(folder: Path) -> None:
    """Write the log into the data folder; a log that cannot be written keeps nobody from working."""
    _end_log()
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    try:
        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
        )
    except OSError as error:
        log.warning("no log file: %s", error)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    log.info("started: Python %s on %s, process %s", sys.version.split()[0], sys.platform, os.getpid())


def _end_log() -> None:
    root = logging.getLogger()
    for old in [one for one in root.handlers if isinstance(one, RotatingFileHandler)]:
        root.removeHandler(old)
        old.close()


def open_backups(folder: Path | None = None) -> Backups:
    """The copies of `folder` (the user's, when None), without opening what is kept there."""
    return Backups(data_place(folder).folder, SystemClock())


def checks_of_windows(services: Services) -> list[CheckLine]:
    """The self-test's lines that only the windows can tell."""
    from kit_app.ui.checkup import lines  # loads Qt: only here

    return lines()


def facts_of_windows() -> list[CheckLine]:
    """The diagnosis' lines that only the windows can tell."""
    from kit_app.ui.checkup import facts  # loads Qt: only here

    return facts()


def demo(out: Path, language: str, seed: str, t: Catalogue) -> None:
    """Make the sample in `out`; its data folder is its own, so that nobody's sessions are touched."""
    from kit_app.services.sample import make_sample  # loads what draws: only here
    from kit_app.ui.demo import About, grab_pictures

    words = load(resources_dir() / "i18n", language)
    with tempfile.TemporaryDirectory(prefix="sant-escape-kit-") as place:
        services = open_services(Path(place))
        try:
            sample = make_sample(services, out, seed, words)
            kit = services.library.kit_of(sample.plan)
        finally:
            services.close()
    variant = kit.words[language].variants.get(sample.plan.variant, sample.plan.variant)
    about = About(variant, services.clock.wall_ms())
    pictures = grab_pictures(
        out, words, about, middle=sample.middle, hint=sample.hint.player, end=sample.end.player
    )
    for path in (*sample.files, *pictures):
        sys.stdout.write(f"{path}\n")
