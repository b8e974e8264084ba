"""After a long evening with names typed wherever one can type, a region is told none of them."""

from pathlib import Path

import pytest

from benchmarks.postgres import LocalServer
from kit_app.domain.facility import Contact, Facility
from kit_app.domain.plan import TeamPlan
from kit_app.game import commands as c
from kit_app.services.services import Services
from kit_app.views.results import DebriefNote
from tests.fakes import FakeClock
from tests.traces import traces
from tests.unit.services.bundled import draft, opened
from tests.unit.services.sheets import fill

HOUSE = "Hôpital de Brévalon"
NAMES = (
    *("Zéphyrine Quatremère", "Ondine Vaudreuil-Kerbrat", "Gwénaëlle Ybercourt", "Hyacinthe Oberlé"),
    *("Théodule Marchandeau", "Bérengère Castelnoubel", "Philibert Aurignolle", "Sidonie Trépagny"),
    *("Anicet Roubichou", "Eulalie Vergnassade"),
)


def long_evening(services: Services, clock: FakeClock) -> str:
    """Two teams, every field and every act that takes words; returns the session's id."""
    names = iter(NAMES)
    services.profile.save(
        Facility(
            name=HOUSE, short_name="CHB", rooms=(next(names),), contacts={"dpo": Contact(name=next(names))}
        )
    )
    plan = services.sessions.save(
        draft(
            services,
            **{"name": next(names), "facility": HOUSE, "room": services.profile.facility.rooms[0]},
            **{"service": next(names), "audience": "care", "sector": "hospital", "date": "2026-11-24"},
            teams=(
                TeamPlan(number=1, label=next(names), size=4),
                TeamPlan(number=2, label=next(names), size=5),
            ),
        )
    ).plan
    room = services.runs.open(plan.id, 1, 2)
    room.handle(c.StartRun())
    for team in (1, 2):
        clock.advance(60_000)
        room.handle(c.EnterAnswer(text=NAMES[6]), team)
        room.handle(c.AddNote(text=NAMES[7], tag="good-sentence"), team)
        room.handle(c.ShowMessage(text=NAMES[8]), team)
        answer = room.conductors[team - 1].setup.puzzle("P1").answer
        room.handle(c.EnterAnswer(text=answer), team)
    room.handle(c.EndRun(at_once=True))
    room.close()
    fill(services, plan.id, 7)
    services.debrief_notes.keep(plan.id, DebriefNote(text=NAMES[9]))
    services.corrections.correct(plan.id, 1, "team_size", "5", NAMES[0])
    return plan.id


def test_neither_the_file_nor_what_a_coordinator_keeps_has_a_name(tmp_path: Path, clock: FakeClock) -> None:
    services = opened(tmp_path / "house", clock)
    long_evening(services, clock)
    assert len(traces(tmp_path / "house", NAMES)) > 0
    path = tmp_path / "told" / "house.sante-results"
    path.parent.mkdir()
    house = services.profile.chosen
    assert services.reporting.write(services.reporting.bundle(house), path) == 1
    services.close()
    region = opened(tmp_path / "region", clock)
    arrivals = region.gathering.look([path])
    taken = region.gathering.take_in(arrivals, {arrivals[0].fingerprint})
    assert taken.new == 2  # the session, and what was learnt in that year
    for place in ("told", "region"):
        assert traces(tmp_path / place, NAMES) == []
    assert traces(tmp_path / "region", [HOUSE.split()[-1]]) != []
    region.close()


@pytest.mark.long
def test_neither_have_the_tables_of_a_server_nor_what_its_coordinator_reads(
    tmp_path: Path, clock: FakeClock, region_server: LocalServer
) -> None:
    services = opened(tmp_path / "house", clock)
    long_evening(services, clock)
    database = region_server.new_database()
    address, password = region_server.new_login(database)
    services.region_server.keep(address, sends_itself=False)
    services.region_server.keep_password(password)
    assert services.region_server.send() == 2
    assert services.region_server.waiting() == 0
    services.close()
    region = opened(tmp_path / "region", clock)
    address, password = region_server.new_login(database, "coordinator")
    region.region_server.keep(address, sends_itself=False)
    region.region_server.keep_password(password)
    region.region_source.choose(is_server=True)
    with region.region_source.results() as results:
        tables = ("facilities", "result_rows", "result_puzzles")
        told = {one: str(results.tables.rows(f"SELECT * FROM {one}")) for one in tables}
    with region.region_source.sums() as sums:
        assert (sums.count().sessions, sums.count().facilities) == (1, 1)
    region.close()
    assert HOUSE in told["facilities"]
    parts = {part for name in NAMES for part in name.replace("-", " ").split()}
    assert [part for part in parts for text in told.values() if part in text] == []
    assert traces(tmp_path / "region", NAMES) == []
