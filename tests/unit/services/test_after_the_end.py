"""What is stored once a game is over: the note after the debrief, figures of a puzzle put right."""

from dataclasses import replace

import pytest

from kit_app.assets import resources_dir
from kit_app.errors import CommandRefused, StorageError
from kit_app.game import commands as c
from kit_app.i18n import load
from kit_app.services.aftermath import aftermath_of
from kit_app.services.debrief_notes import LONGEST_NOTE
from kit_app.services.export import results_csv, results_json
from kit_app.services.printing.run_report import report_pdf
from kit_app.services.printing.session_report import session_report_pdf
from kit_app.services.result_words import correction_lines
from kit_app.views.facts import EVERYTHING
from kit_app.views.results import DebriefNote
from tests.unit.services.bundled import draft, opened, teams
from tests.unit.services.printing.papers import compact, text_of
from tests.unit.services.test_history import finished

NOTE = DebriefNote(text="  Plus de temps pour la roue.\nOn a ri. ", in_report=True)


@pytest.fixture
def t():
    return load(resources_dir() / "i18n", "fr")


@pytest.fixture
def plan(services, clock):
    return finished(services, clock)


def with_two_teams(services):
    plan = services.sessions.save(draft(services, teams=teams("Les Indiscrets", "Les Vigies"))).plan
    for team in (1, 2):
        room = services.runs.open(plan.id, team)
        room.handle(c.StartRun())
        room.handle(c.EndRun(at_once=True))
        room.close()
    return plan


def test_a_note_belongs_to_the_session_and_is_kept_with_each_result(services):
    plan = with_two_teams(services)
    services.debrief_notes.keep(plan.id, NOTE)
    kept = DebriefNote(text="Plus de temps pour la roue.\nOn a ri.", in_report=True)
    assert services.debrief_notes.of_session(plan.id) == kept
    assert [one.debrief for one in services.results.of_session(plan.id)] == [kept, kept]
    services.results.rebuild()
    assert services.debrief_notes.of_session(plan.id) == kept
    assert b"On a ri." in results_json(services.results.of_session(plan.id))


def test_a_note_is_taken_away_by_an_empty_one_and_the_same_again_stores_nothing(services, plan):
    services.debrief_notes.keep(plan.id, NOTE)
    events = len(services.runs.journal(plan.id, 1))
    services.debrief_notes.keep(plan.id, NOTE)
    assert len(services.runs.journal(plan.id, 1)) == events
    services.debrief_notes.keep(plan.id, DebriefNote(text=" ", in_report=True))
    assert services.debrief_notes.of_session(plan.id) == DebriefNote()


def test_a_note_needs_a_game_and_has_an_end(services, plan):
    with pytest.raises(CommandRefused, match="At most"):
        services.debrief_notes.keep(plan.id, DebriefNote(text="x" * (LONGEST_NOTE + 1)))
    with pytest.raises(CommandRefused, match="finished"):
        services.debrief_notes.keep(services.sessions.save(draft(services)).plan.id, NOTE)
    with pytest.raises(StorageError, match="not finished"):
        services.runs.add_after_end(services.sessions.save(draft(services)).plan.id, (1,), None)


def test_the_management_reads_a_note_only_where_it_may(services, plan, t):
    shown, hidden = compact("Plus de temps pour la roue."), compact("Après le débriefing")
    services.debrief_notes.keep(plan.id, replace(NOTE, in_report=False))
    text = compact(text_of(session_report_pdf(aftermath_of(services, plan.id), t).pdf))
    assert shown not in text and hidden not in text
    services.debrief_notes.keep(plan.id, NOTE)
    made = session_report_pdf(aftermath_of(services, plan.id), t)
    assert shown in compact(text_of(made.pdf)) and made.pages == 1


def test_the_longest_note_is_whole_in_the_report(services, plan, t):
    words = "Une phrase assez longue pour remplir la page. "
    text = (words * LONGEST_NOTE)[: LONGEST_NOTE - 4] + "FIN."
    services.debrief_notes.keep(plan.id, DebriefNote(text=text, in_report=True))
    made = session_report_pdf(aftermath_of(services, plan.id), t)
    assert compact("FIN.") in compact(text_of(made.pdf))
    assert made.pages == made.needs.sheets <= 2


def test_a_note_and_corrections_travel_with_the_session(services, plan, tmp_path, clock):
    services.debrief_notes.keep(plan.id, NOTE)
    services.corrections.correct(plan.id, 1, "hints", "12", "De vive voix.", "P1")
    services.travel.export_session(plan.id, tmp_path / "out.sante")
    office = opened(tmp_path / "office", clock)
    office.travel.import_session(tmp_path / "out.sante")
    assert office.results.of_session(plan.id) == services.results.of_session(plan.id)
    office.close()


def test_a_figure_of_a_puzzle_put_right_is_told_everywhere(services, plan, t):
    before = services.statistics.puzzles(EVERYTHING, t)
    services.corrections.correct(plan.id, 1, "spent_ms", "300000", "À la montre.", "P1")
    services.corrections.correct(plan.id, 1, "solved", "no", "Saisie par erreur.", "P1")
    result = services.results.of_run(plan.id, 1)
    lines = correction_lines(result, t)
    assert lines[0].startswith("Équipe 1\u00a0: P1 · Temps passé\u00a0: 5:00 au lieu de 6:00. À la montre.")
    assert "P1 · Résolu" in lines[1] and "non au lieu de oui" in lines[1]
    report = compact(text_of(report_pdf(result, t)))
    assert compact("À la montre.") in report
    rows = results_csv((result,), t).decode("utf-8-sig").splitlines()
    cells = dict(zip(*(row.split(";") for row in rows), strict=True))
    assert (cells["P1\u00a0: minutes"], cells["P1\u00a0: résolue"]) == ("5,00", "non")
    assert "À la montre." in cells["corrections"]
    assert services.statistics.look() == 0, "the facts follow at once"
    assert services.statistics.puzzles(EVERYTHING, t) != before
