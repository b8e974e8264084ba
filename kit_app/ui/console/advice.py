"""A suggestion in words: what to do or say next, why, and the command that does it. No widget here."""

from dataclasses import dataclass

from kit_app.game.commands import Command, GiveHint, PutOffHint, SolvePuzzle
from kit_app.i18n import Catalogue
from kit_app.ui.console.wording import spent
from kit_app.views.console import ComingHint, PuzzleRow, Suggestion

SECOND_MS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What the panel and a team's card say of a suggestion; without an `act` there is only something to say.

    `later` puts it off; `ask` is what to ask before helping (may be empty).
    """

    title: str
    text: str
    say: str
    later: Command
    button: str = ""
    short: str = ""
    act: Command | None = None
    ask: str = ""


def advice(one: Suggestion, t: Catalogue) -> Advice:
    """The words of a suggestion."""
    match one.kind:
        case "hint":
            return _hint(one, t)
        case "alarm":
            return _alarm(one, t)
        case "say":
            return Advice(title=t("Say now"), text="", say=one.words, later=PutOffHint(alarm=one.alarm))


def _hint(one: Suggestion, t: Catalogue) -> Advice:
    stuck = t("{puzzle} is stuck: offer hint {level}", puzzle=one.puzzle, level=one.level)
    due = t("{puzzle}: hint {level} is due", puzzle=one.puzzle, level=one.level)
    text = t(
        "{elapsed} on this puzzle, target {target}. Hint {level} has been due for {overdue}.",
        elapsed=spent(one.elapsed_ms),
        target=spent(one.target_ms),
        level=one.level,
        overdue=spent(one.overdue_ms),
    )
    if one.limit_games:
        text = f"{text} {limit_words(one, t)}"
    return Advice(
        title=stuck if one.is_stuck else due,
        text=text,
        say=t("“{text}”", text=one.text),
        later=PutOffHint(puzzle=one.puzzle, level=one.level),
        button=t("Show hint {level}", level=one.level),
        short=t("Hint {level}", level=one.level),
        act=GiveHint(puzzle=one.puzzle, level=one.level),
        ask=one.ask,
    )


def _alarm(one: Suggestion, t: Catalogue) -> Advice:
    later = PutOffHint(alarm=one.alarm)
    if one.level:
        return Advice(
            title=t("Help now: hint {level} of {puzzle}", level=one.level, puzzle=one.puzzle),
            text=one.words,
            say=t("“{text}”", text=one.text),
            later=later,
            button=t("Show hint {level}", level=one.level),
            short=t("Hint {level}", level=one.level),
            act=GiveHint(puzzle=one.puzzle, level=one.level),
            ask=one.ask,
        )
    return Advice(
        title=t("Help now: give {puzzle}", puzzle=one.puzzle),
        text=one.words,
        say=t("Answer: {text}", text=one.text),
        later=later,
        button=t("Accept {puzzle}", puzzle=one.puzzle),
        short=one.puzzle,
        act=SolvePuzzle(puzzle=one.puzzle),
    )


def coming_advice(one: ComingHint, t: Catalogue) -> Advice:
    """The words of a hint that will be given by itself."""
    return Advice(
        title=t("{puzzle}: hint {level} comes by itself", puzzle=one.puzzle, level=one.level),
        text=t("In {seconds} s it is on the players’ screen.", seconds=-(-one.in_ms // SECOND_MS)),
        say="",
        later=PutOffHint(puzzle=one.puzzle, level=one.level),
        button=t("Show hint {level}", level=one.level),
        short=t("Hint {level}", level=one.level),
        act=GiveHint(puzzle=one.puzzle, level=one.level),
    )


def limit_words(one: PuzzleRow | Suggestion, t: Catalogue) -> str:
    """From when on a puzzle counts as stuck, and whose times say so."""
    games, limit_ms = one.limit_games, one.limit_ms
    if not games:
        return t("Stuck from {time} on (the kit’s time).", time=spent(limit_ms))
    if one.is_limit_regional:
        return t("Stuck from {time} on (8 in 10 teams of your region were done).", time=spent(limit_ms))
    return t.plural(
        "Stuck from {time} on (8 in 10 of your {n} game were done).",
        "Stuck from {time} on (8 in 10 of your {n} games were done).",
        games,
        time=spent(limit_ms),
    )
