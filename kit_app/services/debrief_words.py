"""What a team lived, in words: how a puzzle went, how a game ended, what was noted during it."""

from __future__ import annotations

from collections.abc import Sequence

from kit_app.game.debrief import Met
from kit_app.i18n import Catalogue, duration, time_left
from kit_app.services.note_words import note_words
from kit_app.views.results import Moment, PuzzleResult, RunResult

MOST_NOTES = 12


def outcome_line(result: RunResult, t: Catalogue) -> str:
    """`Won with 6:20 left · 4 hints`."""
    match result.outcome:
        case "won":
            ended = t("Won with {time} left", time=time_left(result.left_ms))
        case "lost":
            ended = t("Guided to the end")
        case "stopped":
            ended = t("Stopped after {time}", time=duration(result.played_ms // 1000))
    return " · ".join((ended, t.plural("{n} hint", "{n} hints", result.hints)))


def lived_line(met: Met, t: Catalogue) -> tuple[str, ...]:
    """A line for each team: `P5 Trop de partages: 9:10 for 5:00 foreseen · 2 hints`."""
    several = len(met.teams) > 1
    return tuple(
        t(
            "{name}: {text}",
            name=f"{puzzle.id} {result.team_label if several else puzzle.title}",
            text=how_it_went(puzzle, t),
        )
        for result, puzzle in met.teams
    )


def how_it_went(puzzle: PuzzleResult, t: Catalogue) -> str:
    """`9:10 for 5:00 foreseen · 2 hints · 1 wrong try`."""
    if puzzle.opened_ms is None:
        return t("never opened")
    if puzzle.was_broken:
        return t("a prop was damaged")
    spent, target = duration(puzzle.spent_ms // 1000), duration(puzzle.target_ms // 1000)
    parts = [t("{spent} for {target} foreseen", spent=spent, target=target)]
    if puzzle.hints:
        parts.append(t.plural("{n} hint", "{n} hints", len(puzzle.hints)))
    if puzzle.wrong_tries:
        parts.append(t.plural("{n} wrong try", "{n} wrong tries", puzzle.wrong_tries))
    if puzzle.was_forced:
        parts.append(t("helped through"))
    elif puzzle.solved_ms is None:
        parts.append(t("not solved"))
    return " · ".join(parts)


def notes_of(results: Sequence[RunResult], t: Catalogue, tags: Sequence[str] = ()) -> tuple[str, ...]:
    """What was noted, each with its minute; with `tags` only what bears one of them."""
    several = len(results) > 1
    found = [
        _note(note, t, result.team_label if several else "")
        for result in results
        for note in result.notes
        if not tags or note.tag in tags
    ]
    left = len(found) - MOST_NOTES
    more = [t.plural("and {n} more note, in the program", "and {n} more notes, in the program", left)]
    return tuple(found[:MOST_NOTES] + (more if left > 0 else []))


def _note(note: Moment, t: Catalogue, team: str) -> str:
    said = note_words(note.text, note.tag, t)
    return "  ".join(part for part in (duration(note.at_ms // 1000), team, said) if part)
