"""Files for other programs: results as CSV and JSON, written whole or not at all."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from kit_app.errors import ExportError
from kit_app.game.masking import size_text
from kit_app.i18n import N_, Catalogue
from kit_app.services.result_words import OUTCOMES, correction_line
from kit_app.views.results import RunResult

JSON_SCHEMA = 2

_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_CONTROL_STARTS = ("\t", "\r", "\n")
_MINUTE_MS = 60_000

_COLUMNS = (
    *(N_("date"), N_("facility"), N_("session"), N_("team number"), N_("team"), N_("players"), N_("set")),
    *(N_("kit"), N_("kit version"), N_("variant"), N_("level"), N_("language"), N_("outcome")),
    *(N_("planned minutes"), N_("minutes played"), N_("minutes left"), N_("hints"), N_("jokers")),
    *(N_("wrong answers"), N_("stored completely"), N_("corrections")),
)
_PUZZLE_COLUMNS = (
    N_("{puzzle}: minutes"),
    N_("{puzzle}: target minutes"),
    N_("{puzzle}: hints"),
    N_("{puzzle}: wrong answers"),
    N_("{puzzle}: solved"),
)


def results_csv(results: Sequence[RunResult], t: Catalogue) -> bytes:
    """A table, one row a run, that spreadsheets open by a double click: UTF-8 with its mark, semicolons.

    Numbers have the decimal mark of the language; no cell can be taken for a formula.
    """
    puzzles = tuple(dict.fromkeys(puzzle.id for result in results for puzzle in result.puzzles))
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    heads = [t(column) for column in _COLUMNS]
    heads += [t(column, puzzle=puzzle) for puzzle in puzzles for column in _PUZZLE_COLUMNS]
    writer.writerow([safe(head) for head in heads])
    for result in results:
        writer.writerow([safe(cell) for cell in (*_cells(result, t), *_puzzle_cells(result, puzzles, t))])
    return text.getvalue().encode("utf-8-sig")


def _cells(result: RunResult, t: Catalogue) -> tuple[str, ...]:
    return (
        *(result.date, result.facility, result.session_name, str(result.team_number), result.team_label),
        *(size_text(result.team_size), result.set_id, result.kit_id, result.kit_version, result.variant),
        *(result.level, result.language, t(OUTCOMES[result.outcome])),
        *(_minutes(result.duration_ms, t), _minutes(result.played_ms, t), _minutes(result.left_ms, t)),
        *(str(result.hints), str(result.jokers), str(result.wrong_tries)),
        t(N_("no")) if result.went_unsaved else t(N_("yes")),
        " ".join(correction_line(one, t) for one in result.corrections),
    )


def _puzzle_cells(result: RunResult, puzzles: Sequence[str], t: Catalogue) -> list[str]:
    found = {puzzle.id: puzzle for puzzle in result.puzzles}
    cells: list[str] = []
    for puzzle_id in puzzles:
        puzzle = found.get(puzzle_id)
        if puzzle is None or puzzle.opened_ms is None and puzzle.solved_ms is None:
            cells += [""] * len(_PUZZLE_COLUMNS)
            continue
        cells += [
            _minutes(puzzle.spent_ms, t),
            _minutes(puzzle.target_ms, t),
            str(len(puzzle.hints)),
            str(puzzle.wrong_tries),
            t(N_("no")) if puzzle.solved_ms is None else t(N_("by hand") if puzzle.was_forced else N_("yes")),
        ]
    return cells


def _minutes(ms: int, t: Catalogue) -> str:
    text = f"{ms / _MINUTE_MS:.2f}"
    return text.replace(".", ",") if t.language == "fr" else text


def safe(cell: str) -> str:
    """`cell` with an apostrophe before it if a spreadsheet could take it for a formula."""
    is_number = cell[:1] == "-" and cell[1:].replace(",", "").replace(".", "").isdecimal()
    is_formula = cell.startswith(_CONTROL_STARTS) or cell.lstrip().startswith(_FORMULA_STARTS)
    return f"'{cell}" if is_formula and not is_number else cell


def results_json(results: Sequence[RunResult]) -> bytes:
    """The same for programs: times in milliseconds, with the number of this form.

    Since form 2 a team's size is told by its side of five, as in the table.
    """
    data = {"schema": JSON_SCHEMA, "results": [_handed_on(result) for result in results]}
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _handed_on(result: RunResult) -> dict[str, object]:
    found = asdict(result)
    for correction in found["corrections"]:
        if correction["field"] == "team_size":
            correction.update({when: size_text(int(correction[when])) for when in ("old", "new")})
    return {**found, "team_size": size_text(result.team_size)}


def write(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write a file whole or not at all. Raises ExportError, also when it is there and may not be replaced."""
    with writing_whole(path, overwrite=overwrite) as part:
        part.write_bytes(content)


@contextmanager
def writing_whole(path: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """A file beside `path` to write into, which takes its place when the block is left without an exception.

    Else nothing stays of it. Raises ExportError, also when `path` is there and may not be replaced.
    """
    if path.exists() and not overwrite:
        raise ExportError(N_("“{name}” is there already. Choose another name."), name=path.name)
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise ExportError(_why(error), str(error), name=path.name) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files, each under its path, as a new folder, whole or not at all. Raises ExportError."""
    if folder.exists():
        raise ExportError(N_("“{name}” is there already. Choose another name."), name=folder.name)
    part = folder.with_name(f".{folder.name}.part")
    try:
        for name, content in files.items():
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        part.rename(folder)
    except OSError as error:
        raise ExportError(_why(error), str(error), name=folder.name) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _why(error: OSError) -> str:
    """What a person can do about it."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return N_("The disk is full: “{name}” was not written. Make room on it, or choose another folder.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return N_(
            "Nothing may be written in this folder, or “{name}” is open elsewhere. Choose another folder."
        )
    return N_("“{name}” could not be written. Choose another folder.")
