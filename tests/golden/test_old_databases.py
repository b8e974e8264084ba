"""Databases of every past version are opened for ever: these files may gain companions, never change."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kit_app.storage import schema
from kit_app.storage.database import FILE_NAME
from kit_app.views.facts import Selection
from tests.fakes import FakeClock
from tests.unit.services.bundled import opened

SAMPLES = sorted((Path(__file__).parent / "databases").glob("version-*.sqlite3"))
SOLVED_S = [385, 618, 906, 1246, 829, 1008, 1299, 803, 1089, 1481, 1866, 2179]
"""When the puzzles of the sample's game were solved, as the release that wrote version 1 read it."""


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_played_session_of_a_past_version_is_whole(tmp_path: Path, sample: Path) -> None:
    shutil.copy(sample, tmp_path / FILE_NAME)
    services = opened(tmp_path, FakeClock())
    try:
        (row,) = services.sessions.list()
        services.results.rebuild()
        result = services.results.of_run(row.id, 1)
    finally:
        services.close()

    assert (row.name, row.played_teams) == ("Session d’exemple", (1,))
    assert (result.outcome, result.played_ms, result.hints) == ("won", 2_179_000, 5)
    assert [(puzzle.solved_ms or 0) // 1000 for puzzle in result.puzzles] == SOLVED_S


def test_there_is_a_sample_of_every_past_version() -> None:
    numbers = {int(path.stem.removeprefix("version-")) for path in SAMPLES}
    assert numbers >= set(range(1, schema.VERSION))


def test_a_past_version_is_copied_before_it_is_changed(tmp_path: Path) -> None:
    shutil.copy(SAMPLES[0], tmp_path / FILE_NAME)
    services = opened(tmp_path, FakeClock())
    reasons = [one.reason for one in services.backups.all()]
    services.close()
    assert reasons == (["upgrade"] if schema.VERSION > 1 else [])


def test_facts_of_a_past_version_are_made_again_from_the_stored_results(tmp_path: Path) -> None:
    shutil.copy(SAMPLES[-1], tmp_path / FILE_NAME)
    services = opened(tmp_path, FakeClock())
    trials = Selection(with_trials=True)
    try:
        kept = services.statistics.runs(trials, 0, 9)
        before = tuple(replace(one, sector="hospital") for one in kept)  # sectors came with version 5
        assert len(before) == services.statistics.look() == 1
        assert services.statistics.refresh() == 0
        assert services.statistics.runs(trials, 0, 9) == before
        services.results.rebuild()
        services.statistics.look()
        assert services.statistics.refresh() == 0
        assert services.statistics.runs(trials, 0, 9) == before
    finally:
        services.close()
