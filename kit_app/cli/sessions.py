"""The commands about sessions, journals and results."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict

from kit_app.cli.output import say, say_json, say_json_line
from kit_app.domain.plan import SessionPlan
from kit_app.domain.problems import KitProblem
from kit_app.errors import ProblemsError
from kit_app.i18n import N_, Catalogue, time_left
from kit_app.services import export
from kit_app.services.command_lines import event_line
from kit_app.services.kit_words import problem_sentence
from kit_app.services.problem import Problem
from kit_app.services.result_words import OUTCOMES
from kit_app.services.runs import RunStage
from kit_app.services.services import Services
from kit_app.services.session_file import draft_from
from kit_app.services.sessions import SessionRow

SHORT_ID = 8

_STAGES: dict[RunStage, str] = {
    "none": N_("not played"),
    "idle": N_("ready"),
    "under-way": N_("under way"),
    "ended": N_("played"),
}


def sentences(error: ProblemsError, t: Catalogue) -> list[str]:
    """The sentences of all problems of an error, each after the name of its field."""
    lines = []
    for problem in error.problems:
        if isinstance(problem, Problem):
            lines.append(f"{problem.field}: {t(problem.message, **problem.values)}")
        elif isinstance(problem, KitProblem):
            lines.append(problem_sentence(problem, t))
        else:
            lines.append(str(problem))
    return lines


def new(services: Services, options: Namespace, t: Catalogue) -> None:
    """Plan a session from a file and say its id."""
    saved = services.sessions.save(draft_from(services.sessions, services.kits, options.file, options.seed))
    if options.json:
        say_json(session_data(saved.plan))
    else:
        say(saved.plan.id)


def show_all(services: Services, options: Namespace, t: Catalogue) -> None:
    """The sessions, a line each."""
    rows = [row for archived in (False, True) for row in services.sessions.list(archived=archived)]
    if options.json:
        say_json([_row_data(services, row) for row in rows])
        return
    if not rows:
        say(t(N_("No session yet. The first takes three minutes.")))
    for row in rows:
        when = " ".join(part for part in (row.date, row.time) if part) or t(N_("no date"))
        lacks = "; ".join(t(problem.message, **problem.values) for problem in row.lacks)
        say("  ".join(part for part in (row.id[:SHORT_ID], when, row.name, lacks) if part))


def _row_data(services: Services, row: SessionRow) -> dict[str, object]:
    data = asdict(row)
    del data["lacks"]
    return {
        **data,
        "lacks": [problem.field for problem in row.lacks],
        "runs": [asdict(run) for run in services.runs.rows(row.id)],
    }


def show(services: Services, options: Namespace, t: Catalogue) -> None:
    """One session with its teams, answers and codes."""
    plan = services.sessions.find(options.id)
    if options.json:
        say_json(session_data(plan))
        return
    say(f"{plan.name}  {plan.id}")
    for text in (plan.facility, f"{plan.date} {plan.time}".strip(), plan.room):
        if text:
            say(text)
    languages = "+".join(plan.languages)
    chosen = (plan.kit_id, plan.variant, plan.sector, plan.level, languages, f"{plan.duration_min} min")
    say("  ".join(text for text in chosen if text))
    stages = {row.team: row.stage for row in services.runs.rows(plan.id)}
    for team in plan.teams:
        deal = next(deal for deal in plan.deals if deal.number == team.number)
        stage = t(_STAGES[stages[team.number]])
        say(f"{team.number}  {team.label}  {team.size}  {deal.set_id}  {stage}")
        say("   " + "  ".join(f"{puzzle.id} {puzzle.answer}" for puzzle in deal.puzzles))


def session_data(plan: SessionPlan) -> dict[str, object]:
    """A session for other programs: every choice, every answer, every card's code."""
    return {"schema": 1, **asdict(plan)}


def delete(services: Services, options: Namespace, t: Catalogue) -> None:
    """Delete a session."""
    plan = services.sessions.find(options.id)
    services.sessions.delete(plan.id)
    services.sessions.purge()
    if options.json:
        say_json({"deleted": plan.id})
    else:
        say(t(N_("Session “{name}” deleted."), name=plan.name))


def carry_out(services: Services, options: Namespace, t: Catalogue) -> None:
    """Write a session as one file."""
    plan = services.sessions.find(options.id)
    services.travel.export_session(plan.id, options.out)
    if options.json:
        say_json({"exported": plan.id, "file": str(options.out)})
    else:
        say(t(N_("Written: {path}"), path=options.out))


def take_in(services: Services, options: Namespace, t: Catalogue) -> None:
    """Take in a session from a file and say its id."""
    saved = services.travel.import_session(options.file)
    if options.json:
        say_json(session_data(saved.plan))
    else:
        say(saved.plan.id)


def journal(services: Services, options: Namespace, t: Catalogue) -> None:
    """The events of a run in order."""
    plan = services.sessions.find(options.id)
    for stored in services.runs.journal(plan.id, options.team):
        say_json_line(event_line(stored))


def results(services: Services, options: Namespace, t: Catalogue) -> None:
    """The results of the teams that finished."""
    plan = services.sessions.find(options.id)
    found = services.results.of_session(plan.id)
    if options.csv:
        sys.stdout.flush()
        sys.stdout.buffer.write(export.results_csv(found, t))
        sys.stdout.buffer.flush()
    elif options.json:
        say(export.results_json(found).decode().rstrip())
    elif not found:
        say(t(N_("No team has finished its game yet.")))
    else:
        for result in found:
            say(
                t(
                    N_("Team {number}, {label}: {outcome}, {left} left, {hints} hints"),
                    number=result.team_number,
                    label=result.team_label,
                    outcome=t(OUTCOMES[result.outcome]),
                    left=time_left(result.left_ms),
                    hints=result.hints,
                )
            )
