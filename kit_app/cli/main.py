"""Run one command on the services and return its exit code: 0 done, 1 refused, 2 not understood."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from kit_app.cli import backups, days, debriefs, facilities, kits, papers, region, sessions, statistics
from kit_app.cli.learning import learning
from kit_app.cli.output import say, say_json, warn
from kit_app.cli.play import play
from kit_app.domain.problems import KitProblem
from kit_app.domain.references import Fact, doubtful
from kit_app.errors import KitAppError, ProblemsError
from kit_app.i18n import N_, Catalogue
from kit_app.services import checkup
from kit_app.services.backups import Backups
from kit_app.services.checkup import CheckLine
from kit_app.services.diagnosis import diagnosis
from kit_app.services.kit_words import problem_sentence
from kit_app.services.services import Services
from kit_app.services.session_file import EXAMPLE

DONE, REFUSED = 0, 1

Act = Callable[[Services, Namespace, Catalogue], None]

READING: Mapping[tuple[str, str], Act] = {
    ("session", "list"): sessions.show_all,
    ("session", "show"): sessions.show,
    ("session", "export"): sessions.carry_out,
    ("facility", "list"): facilities.show_all,
    ("facility", "export"): facilities.carry_out,
    ("kit", "list"): kits.show_all,
    ("kit", "show"): kits.show,
    ("kit", "export"): kits.carry_out,
    ("session", "calendar"): days.write_session_calendar,
    ("day", "show"): days.show,
    ("day", "print"): days.write_plan,
    ("day", "calendar"): days.write_calendar,
    ("print", ""): papers.write,
    ("papers", ""): papers.write_shelf,
    ("journal", ""): sessions.journal,
    ("results", ""): sessions.results,
    ("debrief", ""): debriefs.write_debrief,
    ("report", ""): papers.write_report,
    ("learning", ""): learning,
    ("statistics", ""): statistics.tell,
}
"""Commands that may run while a window is open on the same folder."""

WRITING: Mapping[tuple[str, str], Act] = {
    ("session", "new"): sessions.new,
    ("session", "delete"): sessions.delete,
    ("session", "import"): sessions.take_in,
    ("facility", "choose"): facilities.choose,
    ("facility", "import"): facilities.take_in,
    ("kit", "import"): kits.take_in,
    ("kit", "remove"): kits.remove,
    ("region", "export"): region.carry_out,
    ("region", "import"): region.take_in,
    ("day", "new"): days.new,
}


class Opener(Protocol):
    """Opens the services of a folder (None: the user's)."""

    def __call__(self, folder: Path | None, *, must_own: bool = True) -> Services: ...


@dataclass(frozen=True, slots=True)
class Ways:
    """What the commands need from above: the services, and what only windows and paper can do.

    `checks` are the self-test's lines about them, `facts` those of a diagnosis; `demo` makes the sample in a
    folder; `open_backups` needs no data that can be opened.
    """

    open_services: Opener
    checks: Callable[[Services], list[CheckLine]]
    demo: Callable[[Path, str, str, Catalogue], None]
    open_backups: Callable[[Path | None], Backups]
    facts: Callable[[], list[CheckLine]]


def run(options: Namespace, ways: Ways, t: Catalogue) -> int:
    """Do what `options` ask; a refusal is told on stderr."""
    try:
        return _run(options, ways, t)
    except ProblemsError as error:
        warn(t.of(error))
        for line in sessions.sentences(error, t):
            warn(f"  {line}")
    except KitAppError as error:
        warn(t.of(error))
    return REFUSED


def _run(options: Namespace, ways: Ways, t: Catalogue) -> int:
    key = (options.command, getattr(options, "act", ""))
    if key == ("session", "example"):
        say(EXAMPLE.rstrip())
        return DONE
    if options.command == "demo":
        ways.demo(options.out, getattr(options, "lang", None) or t.language, options.seed, t)
        return DONE
    if options.command == "restore":
        backups.restore(ways.open_backups(getattr(options, "data", None)), options, t)
        return DONE
    services = ways.open_services(getattr(options, "data", None), must_own=key in WRITING or key == PLAY)
    try:
        for notice in services.notices:
            warn(t.of(notice))
        return _on(services, key, options, ways, t)
    finally:
        services.close()


PLAY = ("play", "")


def _on(services: Services, key: tuple[str, str], options: Namespace, ways: Ways, t: Catalogue) -> int:
    act = READING.get(key) or WRITING.get(key)
    if act is not None:
        act(services, options, t)
        return DONE
    if key == PLAY:
        _play(services, options, t)
        return DONE
    if options.command == "check":
        return _check(services, options, t)
    if options.command == "diagnosis":
        say(diagnosis(services, ways.facts, t).rstrip())
        return DONE
    return _self_test(services, ways, t)


def _play(services: Services, options: Namespace, t: Catalogue) -> None:
    plan = services.sessions.find(options.id)
    asked = () if options.team is None else (options.team,)
    teams = asked or tuple(team.number for team in plan.teams)
    known = {team: len(services.runs.journal(plan.id, team)) for team in teams}
    room = services.runs.open(plan.id, *asked, speed=options.speed)
    play(room, t, known, sys.stdin.buffer)


def _check(services: Services, options: Namespace, t: Catalogue) -> int:
    from kit_app.services.printing.judging import lacking, unfitting  # these load what draws: only here
    from kit_app.services.printing.symbols import codes_in

    folders = (options.path,) if options.path else services.library.bundled()

    check = partial(services.library.check, fits=unfitting, lacking=lacking, symbols=codes_in)
    found = [(folder, problem) for folder in folders for problem in check(folder)]
    if options.json:
        say_json([_problem_data(folder, problem, t) for folder, problem in found])
    else:
        for _, problem in found:
            say(problem_sentence(problem, t))
        for remark in _remarks(services, folders, t) if not found else ():
            say(remark)
        if not found:
            say(t(N_("Nothing to mend: the kit can be printed and played.")))
    return REFUSED if found else DONE


def _remarks(services: Services, folders: Sequence[Path], t: Catalogue) -> list[str]:
    """Facts of sound kits that should be looked up again; they refuse nothing."""
    message = N_("facts.toml: look up “{fact}” again: {reason}.")
    today = services.profile.issuer().today
    kits = [services.library.read(folder) for folder in folders]
    found = [fact for kit in kits for fact in (doubtful(kit.facts, today) if today else ())]
    return [t(message, fact=fact.id, reason=t(_reason(fact))) for fact in found]


def _reason(fact: Fact) -> str:
    if fact.status == "not-found":
        return N_("it could not be found again")
    return N_("it was checked more than a year ago")


def _problem_data(folder: Path, problem: KitProblem, t: Catalogue) -> dict[str, object]:
    return {
        **{"kit": str(folder), "file": problem.file, "line": problem.line, "key": problem.key},
        "sentence": t(problem.message, **problem.values),
    }


def _self_test(services: Services, ways: Ways, t: Catalogue) -> int:
    is_well = True
    for line in (*checkup.lines(services), *ways.checks(services)):
        is_well = is_well and line.ok
        sign = N_("ok") if line.ok else N_("TO DO")
        say(f"{t(sign):6} {checkup.told(line, t)}")
    return DONE if is_well else REFUSED
