"""After an evening with certificates and questionnaires no name is anywhere in the data folder."""

import io
import logging
import zipfile
from pathlib import Path

import pytest

from kit_app.assets import resources_dir
from kit_app.bootstrap import open_backups
from kit_app.domain.paper_game import PaperGame, PaperPuzzle
from kit_app.errors import PrintError
from kit_app.game.events import NoteAdded
from kit_app.i18n import load
from kit_app.services.printing.certificates import certificates_name, certificates_pdf, names_in
from kit_app.services.services import Services
from kit_app.services.simulate import simulate_run
from kit_app.storage.codec import StoredEvent
from kit_app.storage.kits import KitSnapshot
from tests.fakes import WALL_START_MS, FakeClock
from tests.traces import traces
from tests.unit.services.bundled import draft, opened, teams
from tests.unit.services.printing.papers import compact, text_of
from tests.unit.services.sheets import fill
from tests.unit.storage.made import filled_store

DAY_MS = 86_400_000
NAMES = ("Zéphyrine Quatremère", "Ondine Vaudreuil-Kerbrat", "Gwénaëlle Ybercourt")


def certified(services: Services, session_id: str) -> None:
    """Certificates with these names, once well and once refused: what is refused is logged."""
    plan = services.sessions.get(session_id)
    t = load(resources_dir() / "i18n", "fr")
    kit, issuer = services.library.kit_of(plan), services.profile.issuer()
    made = certificates_pdf(kit, plan, names_in("\n".join(NAMES)), t, issuer)
    assert all(compact(name) in compact(text_of(made.pdf)) for name in NAMES)
    assert not any(part in certificates_name(plan, t) for name in NAMES for part in name.split())
    with pytest.raises(PrintError) as told:
        certificates_pdf(kit, plan, [f"{NAMES[0]} \u2603"], t, issuer)
    logging.getLogger("kit_app").warning("%s %s", told.value, told.value.detail)


def typed_in(services: Services, session_id: str) -> None:
    """A game from the host grid: everything solved, one minute after the other."""
    minutes: dict[str, int] = {}
    puzzles = services.runs.setup(session_id, 1).puzzles
    while len(minutes) < len(puzzles):
        for one in puzzles:
            if one.id not in minutes and all(need in minutes for need in one.needs):
                minutes[one.id] = len(minutes) + 1
    rows = tuple(PaperPuzzle(id=one.id, solved_min=minutes[one.id]) for one in puzzles)
    services.paper_games.type_in(
        session_id, 1, PaperGame(people=5, outcome="won", end_min=len(rows), puzzles=rows, began="14:05")
    )


def ended(services: Services, session_id: str) -> None:
    """What follows a game: sheets, certificates, copies, counts, a correction, a file that travels."""
    fill(services, session_id, 6)
    services.backups.make("hand")
    certified(services, session_id)
    services.questionnaires.close(session_id)
    services.corrections.correct(session_id, 1, "team_size", "6", "Une personne de plus.")
    services.travel.export_session(session_id, services.folder / "evening.sante")
    services.statistics.look()
    services.backups.make("hand")


def test_after_a_game_typed_in_no_name_is_left_before_or_after_closing(tmp_path: Path, clock: FakeClock):
    services = opened(tmp_path, clock)
    session_id = services.sessions.save(draft(services, time="14:00")).plan.id
    typed_in(services, session_id)
    ended(services, session_id)
    try:
        assert {".sqlite3", ".sqlite3-wal", ".log", ".zip"} <= {one.suffix for one in tmp_path.rglob("*")}
        assert traces(tmp_path, NAMES) == []
    finally:
        services.close()
    assert traces(tmp_path, NAMES) == []


@pytest.mark.long
def test_after_a_whole_evening_of_two_teams_no_name_is_left(tmp_path: Path, clock: FakeClock):
    services = opened(tmp_path, clock)
    session_id = services.sessions.save(draft(services, teams=teams("Les Indiscrets", "Les Vigies"))).plan.id
    for team in (1, 2):
        simulate_run(services.runs, services.results, session_id, team, "7", WALL_START_MS)
    ended(services, session_id)
    clock.set_wall(clock.wall_ms() + 1300 * DAY_MS)
    services.retention.purge(36)
    assert services.sessions.list() == ()
    assert traces(tmp_path, NAMES) == []
    services.close()
    opened(tmp_path, clock).close()
    assert traces(tmp_path, NAMES) == []


def test_a_name_would_be_found_in_a_log_of_the_database_a_copy_and_a_stored_archive(tmp_path, clock):
    name, secret = NAMES[:1], "Zéphyrine"
    store = filled_store(tmp_path, [StoredEvent(1, 5, 5, NoteAdded(text=secret))])
    assert {one.partition("-")[2] for one in traces(tmp_path, name)} == {"escape.sqlite3-wal"}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("words.toml", secret * 20)
    store.kits.add(KitSnapshot(digest="other", kit_id="kit", version="1", files=packed.getvalue()))
    store.close()
    file = "sant-escape.sqlite3"
    inside = f"{file} / archive 1 / words.toml"
    assert traces(tmp_path, name) == [file, inside]
    assert open_backups(tmp_path).make("hand").name in (copy := traces(tmp_path, name)[0])
    assert copy.endswith(f".zip / {file}")
    (tmp_path / f"{secret}.pdf").touch()
    assert f"{secret}.pdf: in its name" in traces(tmp_path, name)
