"""What the command line understands."""

from __future__ import annotations

import argparse
from datetime import date, time
from pathlib import Path
from typing import TypeAlias, get_args

from kit_app.domain.slides import PACES
from kit_app.i18n import N_, Catalogue
from kit_app.views.paper import Edition, PaperSides, PaperSize

_COMMON = argparse.SUPPRESS


def parser(t: Catalogue) -> argparse.ArgumentParser:
    """The parser, its help in the language of `t`; it ends the process with 2 when it does not understand."""
    common = argparse.ArgumentParser(add_help=False, argument_default=_COMMON)
    common.add_argument("--data", type=Path, metavar="DIR", help=t(N_("the folder of the data")))
    common.add_argument("--lang", choices=("fr", "en"), help=t(N_("the language of sentences")))
    root = argparse.ArgumentParser(
        prog="sant-escape-kit",
        parents=[common],
        description=t(N_("Prepare, print, run and debrief an escape game on digital security.")),
    )
    root.add_argument("--version", action="store_true", help=t(N_("the version of the program")))
    commands = root.add_subparsers(dest="command", metavar="COMMAND")
    _add_checks(commands, common, t)
    _add_session(commands, common, t)
    _add_facility(commands, common, t)
    _add_kit(commands, common, t)
    _add_region(commands, common, t)
    _add_day(commands, common, t)
    _add_play(commands, common, t)
    return root


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_checks(commands: Commands, common: argparse.ArgumentParser, t: Catalogue) -> None:
    check = commands.add_parser("check", parents=[common], help=t(N_("say all that is wrong with a kit")))
    check.add_argument("path", nargs="?", type=Path, metavar="PATH", help=t(N_("the folder of the kit")))
    _json(check, t)
    commands.add_parser("self-test", parents=[common], help=t(N_("try what a session will need")))
    commands.add_parser("diagnosis", parents=[common], help=t(N_("the program’s state, without names")))
    restore = commands.add_parser("restore", parents=[common], help=t(N_("list the copies, or put one back")))
    restore.add_argument("name", nargs="?", metavar="NAME", help=t(N_("the file name of a copy")))
    _json(restore, t)
    demo = commands.add_parser("demo", parents=[common], help=t(N_("make a sample of everything")))
    demo.add_argument("--out", type=Path, required=True, metavar="DIR")
    demo.add_argument("--seed", metavar="N", default="45")


def _add_session(commands: Commands, common: argparse.ArgumentParser, t: Catalogue) -> None:
    session = commands.add_parser("session", parents=[common], help=t(N_("planned sessions")))
    acts = session.add_subparsers(dest="act", required=True, metavar="ACT")
    acts.add_parser("example", parents=[common], help=t(N_("write a SESSION.toml with remarks")))
    new = acts.add_parser("new", parents=[common], help=t(N_("plan a session")))
    new.add_argument("--file", type=Path, required=True, metavar="SESSION.toml")
    new.add_argument("--seed", metavar="N", help=t(N_("the same seed deals the same cards")))
    _json(new, t)
    _json(acts.add_parser("list", parents=[common], help=t(N_("all sessions"))), t)
    show = acts.add_parser("show", parents=[common], help=t(N_("one session, answers included")))
    delete = acts.add_parser("delete", parents=[common], help=t(N_("delete a session with its runs")))
    export = acts.add_parser("export", parents=[common], help=t(N_("write a session as one file")))
    calendar = acts.add_parser("calendar", parents=[common], help=t(N_("write a session for a calendar")))
    for act in (show, delete, export, calendar):
        act.add_argument("id", metavar="ID")
        _json(act, t)
    for act in (export, calendar):
        act.add_argument("--out", type=Path, required=True, metavar="FILE")
    take_in = acts.add_parser("import", parents=[common], help=t(N_("take in a session from a file")))
    take_in.add_argument("file", type=Path, metavar="FILE")
    _json(take_in, t)


def _add_facility(commands: Commands, common: argparse.ArgumentParser, t: Catalogue) -> None:
    facility = commands.add_parser("facility", parents=[common], help=t(N_("profiles of facilities")))
    acts = facility.add_subparsers(dest="act", required=True, metavar="ACT")
    listed = acts.add_parser("list", parents=[common], help=t(N_("all facilities, the chosen one marked")))
    choose = acts.add_parser("choose", parents=[common], help=t(N_("play for this facility from now on")))
    export = acts.add_parser("export", parents=[common], help=t(N_("write a profile as one file")))
    for act in (choose, export):
        act.add_argument("facility", metavar="FACILITY", help=t(N_("its id, or its name")))
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    take_in = acts.add_parser("import", parents=[common], help=t(N_("take in a profile from a file")))
    take_in.add_argument("file", type=Path, metavar="FILE")
    known = take_in.add_mutually_exclusive_group()
    known.add_argument("--replace", action="store_true", help=t(N_("in the place of the one that is here")))
    known.add_argument("--keep-both", action="store_true", help=t(N_("beside the one that is here")))
    for act in (listed, choose, export, take_in):
        _json(act, t)


def _add_kit(commands: Commands, common: argparse.ArgumentParser, t: Catalogue) -> None:
    kit = commands.add_parser("kit", parents=[common], help=t(N_("kits: list, hand on, take in")))
    acts = kit.add_subparsers(dest="act", required=True, metavar="ACT")
    listed = acts.add_parser("list", parents=[common], help=t(N_("all kits that are here")))
    show = acts.add_parser("show", parents=[common], help=t(N_("version, licence, sources, who signed it")))
    export = acts.add_parser("export", parents=[common], help=t(N_("write a kit as one file")))
    remove = acts.add_parser("remove", parents=[common], help=t(N_("take a kit away")))
    for act in (show, export, remove):
        act.add_argument("kit", metavar="KIT", help=t(N_("its id")))
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    form = export.add_mutually_exclusive_group()
    form.add_argument("--sign", action="store_true", help=t(N_("signed in the name of your facility")))
    form.add_argument("--folder", action="store_true", help=t(N_("as a folder, to change it by hand")))
    take_in = acts.add_parser("import", parents=[common], help=t(N_("take in a kit from a file or a folder")))
    take_in.add_argument("path", type=Path, metavar="FILE")
    known = take_in.add_mutually_exclusive_group()
    known.add_argument("--update", action="store_true", help=t(N_("also when it is here; your changes stay")))
    known.add_argument(
        "--drop-changes", action="store_true", help=t(N_("also when it is here; your changes go"))
    )
    for act in (listed, show, export, remove, take_in):
        _json(act, t)


def _add_region(commands: Commands, common: argparse.ArgumentParser, t: Catalogue) -> None:
    region = commands.add_parser("region", parents=[common], help=t(N_("results for a region")))
    acts = region.add_subparsers(dest="act", required=True, metavar="ACT")
    export = acts.add_parser(
        "export", parents=[common], help=t(N_("write a facility’s results, without names, as one file"))
    )
    export.add_argument("facility", metavar="FACILITY", help=t(N_("its id, or its name")))
    export.add_argument("--out", type=Path, required=True, metavar="FILE")
    take_in = acts.add_parser("import", parents=[common], help=t(N_("take in the results of facilities")))
    take_in.add_argument("files", type=Path, nargs="+", metavar="FILE")
    take_in.add_argument(
        "--trust-new", action="store_true", default=False, help=t(N_("also the first file of a facility"))
    )
    take_in.add_argument(
        "--trust", action="append", default=[], metavar="FINGERPRINT", help=t(N_("also what this key signed"))
    )
    for act in (export, take_in):
        _json(act, t)


def _add_day(commands: Commands, common: argparse.ArgumentParser, t: Catalogue) -> None:
    day = commands.add_parser("day", parents=[common], help=t(N_("the sessions of one date")))
    acts = day.add_subparsers(dest="act", required=True, metavar="ACT")
    new = acts.add_parser("new", parents=[common], help=t(N_("plan several sessions like one")))
    show = acts.add_parser("show", parents=[common], help=t(N_("its times, and what does not go together")))
    paper = acts.add_parser("print", parents=[common], help=t(N_("write the plan of the day as PDF")))
    calendar = acts.add_parser("calendar", parents=[common], help=t(N_("write the day for a calendar")))
    for act in (new, show, paper, calendar):
        act.add_argument("date", type=_day, metavar="YYYY-MM-DD")
        _json(act, t)
    for act in (paper, calendar):
        act.add_argument("--out", type=Path, required=True, metavar="FILE")
    new.add_argument("--like", required=True, metavar="ID", help=t(N_("the session that they are like")))
    new.add_argument("--first", type=_time, metavar="HH:MM", help=t(N_("when the first one begins")))
    new.add_argument("--sessions", type=int, metavar="N", help=t(N_("how many")))
    new.add_argument("--room", metavar="ROOM")
    new.add_argument("--reset", type=int, metavar="MIN", help=t(N_("minutes between two sessions")))
    new.add_argument("--lunch", type=int, metavar="MIN", help=t(N_("minutes around noon, 0 for none")))


def _add_play(commands: Commands, common: argparse.ArgumentParser, t: Catalogue) -> None:
    paper = commands.add_parser("print", parents=[common], help=t(N_("write the papers of a session as PDF")))
    paper.add_argument("id", metavar="ID")
    paper.add_argument("--out", type=Path, required=True, metavar="DIR")
    paper.add_argument("--team", type=int, metavar="N")
    paper.add_argument("--only", metavar="KIND")
    _paper(paper, t)
    paper.add_argument(
        "--no-control-sheet",
        action="store_true",
        default=False,
        help=t(N_("without the sheet to measure that opens each PDF")),
    )
    shelf = commands.add_parser(
        "papers", parents=[common], help=t(N_("write the papers to hang up and hand out as PDF"))
    )
    shelf.add_argument("--out", type=Path, required=True, metavar="DIR")
    _paper(shelf, t)
    play = commands.add_parser("play", parents=[common], help=t(N_("lead a run by lines of JSON")))
    play.add_argument("id", metavar="ID")
    who = play.add_mutually_exclusive_group(required=True)
    who.add_argument("--team", type=int, metavar="N")
    who.add_argument(
        "--all", action="store_true", help=t(N_("all teams that have not finished, side by side"))
    )
    play.add_argument("--stdio", action="store_true", required=True)
    play.add_argument("--speed", type=_speed, default=1.0, metavar="K")
    journal = commands.add_parser("journal", parents=[common], help=t(N_("the events of a run in order")))
    journal.add_argument("id", metavar="ID")
    journal.add_argument("--team", type=int, required=True, metavar="N")
    _json(journal, t)
    report = commands.add_parser(
        "report", parents=[common], help=t(N_("write the report of a session for the management as PDF"))
    )
    report.add_argument("id", metavar="ID")
    report.add_argument("--out", type=Path, required=True, metavar="FILE")
    results = commands.add_parser("results", parents=[common], help=t(N_("the results of a session")))
    results.add_argument("id", metavar="ID")
    learning = commands.add_parser(
        "learning", parents=[common], help=t(N_("what the players of a session learnt"))
    )
    learning.add_argument("id", metavar="ID")
    _json(learning, t)
    how = results.add_mutually_exclusive_group()
    how.add_argument("--csv", action="store_true", help=t(N_("as a table for spreadsheets")))
    how.add_argument("--json", action="store_true", help=t(N_("for other programs")))
    statistics = commands.add_parser("statistics", parents=[common], help=t(N_("sums over all games")))
    statistics.add_argument("--year", type=int, metavar="YEAR", help=t(N_("of that year only")))
    statistics.add_argument(
        "--trials", action="store_true", default=False, help=t(N_("count games that the program played too"))
    )
    statistics.add_argument(
        "--out", type=Path, metavar="FILE", help=t(N_("write games and sums: .xlsx, .csv, .json or .pdf"))
    )
    _json(statistics, t)
    _add_debrief(commands, common, t)


def _add_debrief(commands: Commands, common: argparse.ArgumentParser, t: Catalogue) -> None:
    debrief = commands.add_parser(
        "debrief", parents=[common], help=t(N_("write the slides of the talk as PDF"))
    )
    debrief.add_argument("id", metavar="ID")
    debrief.add_argument("--out", type=Path, required=True, metavar="FILE")
    debrief.add_argument("--team", type=int, metavar="N", help=t(N_("one team only; else all together")))
    debrief.add_argument("--minutes", type=int, choices=PACES, help=t(N_("how long the talk may take")))
    debrief.add_argument(
        "--hand-out", action="store_true", default=False,
        help=t(N_("the sheet of reflexes instead, a page for each participant")),
    )  # fmt: skip


def _paper(command: argparse.ArgumentParser, t: Catalogue) -> None:
    """How the sheets are wanted."""
    command.add_argument(
        "--edition", choices=get_args(Edition), default="colour", help=t(N_("for whom the sheets are drawn"))
    )
    command.add_argument("--ink-saving", action="store_true", help=t(N_("lines instead of grounds")))
    command.add_argument("--film", action="store_true", help=t(N_("masks for transparencies")))
    command.add_argument("--paper", choices=get_args(PaperSize), default="A4")
    command.add_argument(
        "--sides", choices=get_args(PaperSides), default="one", help=t(N_("one, or both about that edge"))
    )


def _json(command: argparse.ArgumentParser, t: Catalogue) -> None:
    command.add_argument("--json", action="store_true", default=False, help=t(N_("for other programs")))


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError("YYYY-MM-DD") from error


def _time(text: str) -> str:
    try:
        return time.fromisoformat(text.zfill(len("09:00"))).isoformat("minutes")
    except ValueError as error:
        raise argparse.ArgumentTypeError("HH:MM") from error


def _speed(text: str) -> float:
    factor = float(text)
    if not 0.01 <= factor <= 100_000:
        raise argparse.ArgumentTypeError("0.01 … 100000")
    return factor
