"""The console's sentences about times, states and what was just done. No widget here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Literal

from PySide6.QtCore import QDateTime

from kit_app.domain.codes import shown
from kit_app.i18n import Catalogue, clock_time, duration, joined
from kit_app.services.note_words import note_words
from kit_app.ui.common.nodes import NodeFacts
from kit_app.views.console import ConsoleView, LogRow, PuzzleRow

MINUTE_MS = 60_000
LONGEST_ECHO = 60
Tone = Literal["ok", "warn", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """What the last act brought, for the line below the answer field."""

    tone: Tone
    text: str


def shortened(text: str) -> str:
    """A text that fits one line."""
    return text if len(text) <= LONGEST_ECHO else f"{text[: LONGEST_ECHO - 1].rstrip()}…"


def spent(ms: int) -> str:
    """`7:40`: whole seconds of a time that has passed."""
    return duration(ms // 1000)


def time_of_day(wall_ms: int, language: str) -> str:
    """`18 h 33`, in the time zone of this computer."""
    moment = QDateTime.fromMSecsSinceEpoch(wall_ms).time()
    return clock_time(time(moment.hour(), moment.minute()), language)


def to_the_second(wall_ms: int) -> str:
    """`18:44:20`."""
    return QDateTime.fromMSecsSinceEpoch(wall_ms).toString("HH:mm:ss")


def to_the_minute(wall_ms: int) -> str:
    """`18:44`."""
    return QDateTime.fromMSecsSinceEpoch(wall_ms).toString("HH:mm")


def stretch(ms: int, t: Catalogue) -> str:
    """`40 s`, `3 min`: how long something took, for a sentence."""
    if ms < MINUTE_MS:
        return t("{seconds} s", seconds=max(1, ms // 1000))
    return t("{minutes} min", minutes=round(ms / MINUTE_MS))


def node_facts(row: PuzzleRow, t: Catalogue) -> NodeFacts:
    """A puzzle as its node of the graph shows it."""
    words = {
        "locked": t("closed"),
        "open": t("open"),
        "late": t("over"),
        "stuck": t("stuck"),
        "solved": t("solved"),
        "unsolved": t("not solved"),
    }
    target = spent(row.target_ms)
    if row.state == "locked":
        time_text = t("target {time}", time=target)
    elif row.state in ("solved", "unsolved"):
        time_text = spent(row.elapsed_ms) if row.elapsed_ms else ""
    else:
        time_text = f"{spent(row.elapsed_ms)} / {target}"
    return NodeFacts(
        ident=row.id,
        title=row.short,
        path=row.path or "",
        state=row.state,
        state_text=words[row.state],
        time_text=time_text,
        share=row.elapsed_ms // 1000 * 1000 / max(1, row.target_ms),
    )


def team_line(view: ConsoleView, variant: str, t: Catalogue) -> str:
    """`Team 1 · 5 players · set TXR9 · 45 full`."""
    players = t.plural("{n} player", "{n} players", view.team_size)
    number = t("Team {number}", number=view.team_number)
    parts = [number, players, t("set {set_id}", set_id=view.set_id), variant]
    return " · ".join(part for part in parts if part)


def echo(row: LogRow, t: Catalogue) -> Echo | None:
    """What an event is worth saying after an act; None for what needs no words."""
    answered = _answered(row, t)
    if answered is not None:
        return answered
    said = _on_screen(row, t) or _on_clock(row, t)
    return Echo(tone="info", text=said) if said else None


def no_hint_due(view: ConsoleView, t: Catalogue) -> Echo:
    """That no hint is suggested, and which one comes next, at which time of its puzzle."""
    coming = [
        (hint.due_ms - row.elapsed_ms, hint.due_ms, row.id)
        for row in view.puzzles
        if row.state in ("open", "late", "stuck")
        for hint in row.hints
        if not hint.is_given and hint.due_ms is not None and hint.due_ms > row.elapsed_ms
    ]
    if not coming:
        return Echo(tone="info", text=t("No hint is due."))
    _left_ms, due_ms, puzzle = min(coming)
    words = t("No hint is due; the next at {time} of {puzzle}.", time=spent(due_ms), puzzle=puzzle)
    return Echo(tone="info", text=words)


def settled(row: LogRow, log: Sequence[LogRow], t: Catalogue) -> Echo | None:
    """What became of the time that the program was away; None for another event."""
    if row.kind != "GapSettled":
        return None
    away = next((one for one in reversed(log) if one.kind == "GapNoticed" and one.seq < row.seq), row)
    length = stretch(away.ms, t)
    if row.text == "counts":
        return Echo(tone="info", text=t("{length} counted as played.", length=length))
    return Echo(tone="info", text=t("{length} given back.", length=length))


def _answered(row: LogRow, t: Catalogue) -> Echo | None:
    puzzle = row.puzzle or ""
    match row.kind:
        case "PuzzleSolved":
            return Echo(tone="ok", text=_accepted(row, t))
        case "AnswerRejected":
            return Echo(tone="warn", text=t("Not yet: “{text}”.", text=shortened(row.text)))
        case "FieldFilled":
            return Echo(
                tone="info", text=t("{puzzle}: “{text}” is on the screen.", puzzle=puzzle, text=row.text)
            )
        case "PuzzleLocked":
            return Echo(
                tone="warn", text=t("Not yet. {puzzle} now takes no answer for a moment.", puzzle=puzzle)
            )
        case "CardScanned" if row.read_as:
            return Echo(
                tone="warn", text=t("Read as {code}. Its text stands at the right.", code=shown(row.read_as))
            )
        case "CardScanned":
            return Echo(tone="ok", text=t("Card read. Its text stands at the right."))
        case "PuzzleReopened":
            return Echo(tone="info", text=t("{puzzle} is open again.", puzzle=puzzle))
        case "AnswerForgotten":
            return Echo(tone="info", text=t("“{text}” does not count.", text=shortened(row.text)))
        case "FieldCleared":
            return Echo(tone="info", text=t("The field of {puzzle} is as it was before.", puzzle=puzzle))
        case _:
            return None


def _accepted(row: LogRow, t: Catalogue) -> str:
    puzzle = row.puzzle or ""
    words = (
        t("{puzzle} “{text}” accepted", puzzle=puzzle, text=shortened(row.text))
        if row.text
        else t("{puzzle} accepted by hand", puzzle=puzzle)
    )
    if not row.items:
        return words
    names = joined(row.items, t.language)
    opened = t.plural("open envelope {names}", "open envelopes {names}", len(row.items), names=names)
    return f"{words}, {opened}"


def _on_screen(row: LogRow, t: Catalogue) -> str:
    puzzle, level = row.puzzle or "", row.level or 0
    match row.kind:
        case "HintGiven" | "HintWithdrawn" if not level:
            return _asked(row, t)
        case "HintGiven" if "automatic" in row.marks:
            return t("Hint {level} of {puzzle} came by itself.", level=level, puzzle=puzzle)
        case "HintGiven":
            return t("Hint {level} of {puzzle} is on the screen.", level=level, puzzle=puzzle)
        case "HintWithdrawn":
            return t("Hint {level} of {puzzle} is taken back.", level=level, puzzle=puzzle)
        case "HintHidden":
            return t("The hint has left the screen.")
        case "HintOffered":
            return t("The players read that a hint of {puzzle} is waiting.", puzzle=puzzle)
        case "OfferWithdrawn":
            return t("No hint is offered any more.")
        case "HintPutOff":
            if not puzzle:
                return t("It will be said again in two minutes.")
            return t("Hint {level} of {puzzle} waits.", level=level, puzzle=puzzle)
        case _:
            return _on_page(row, t)


def _asked(row: LogRow, t: Catalogue) -> str:
    if row.kind == "HintWithdrawn":
        return t("The question where to search is taken back.")
    return t("The players are asked where they have searched.")


def _on_page(row: LogRow, t: Catalogue) -> str:
    match row.kind:
        case "MessageShown":
            return t("The message is on the screen. It stays until you take it off.")
        case "MessageCleared":
            return t("The message has left the screen.")
        case "ScreenBlackedOut":
            return t("The players’ screen is black.")
        case "ScreenRestored":
            return t("The players’ screen is back.")
        case _:
            return ""


def _on_clock(row: LogRow, t: Catalogue) -> str:
    minutes = abs(row.ms) // MINUTE_MS
    match row.kind:
        case "TimeAdjusted" if row.ms > 0:
            return t.plural("{n} minute added.", "{n} minutes added.", minutes)
        case "TimeAdjusted":
            return t.plural("{n} minute taken.", "{n} minutes taken.", minutes)
        case "NoteAdded":
            return t("Noted: {text}", text=shortened(note_words(row.text, row.tag, t)))
        case "NoteRemoved":
            return t("The note is taken back.")
        case "PlayerLeft":
            return t("One player fewer.")
        case "PlayerBack":
            return t("The player is back.")
        case _:
            return _on_phase(row, t)


def _on_phase(row: LogRow, t: Catalogue) -> str:
    match row.kind:
        case "RunPaused" if "emergency" in row.marks:
            return t("Emergency: the clock stands.")
        case "RunPaused":
            return t("The clock stands.")
        case "RunResumed" | "RunContinued" | "LastSceneLeft" if "is_paused" in row.marks:
            return t("The clock stands.")
        case "RunResumed" | "RunContinued" | "LastSceneLeft":
            return t("The clock goes on.")
        case "RunStopped" | "TimeRanOut":
            return t("The last exercise is on.")
        case "LastSceneShown":
            return t("The ending is on the screen.")
        case "RunEnded":
            return t("The game is closed.")
        case _:
            return ""


def undo_words(view: ConsoleView, t: Catalogue) -> str:
    """What *Undo* would take back, named; empty when there is nothing."""
    row = view.undo
    if row is None:
        return ""
    return _undo_of_play(row, t) or _undo_of_screen(row, t) or t("Undo")


def _undo_of_play(row: LogRow, t: Catalogue) -> str:
    puzzle, level = row.puzzle or "", row.level or 0
    match row.kind:
        case "PuzzleSolved":
            return t("Undo: {puzzle} accepted", puzzle=puzzle)
        case "AnswerRejected" | "FieldFilled":
            return t("Undo: “{text}”", text=shortened(row.text))
        case "HintGiven" | "HintHidden" if not level:
            return t("Undo: question where to search") if puzzle else t("Undo: hint taken off")
        case "HintGiven":
            return t("Undo: hint {level} of {puzzle}", level=level, puzzle=puzzle)
        case "HintWithdrawn":
            return t("Undo: hint taken back")
        case "HintOffered" | "OfferWithdrawn":
            return t("Undo: offer of a hint")
        case "HintPutOff":
            return t("Undo: “Later”")
        case _:
            return ""


def _undo_of_screen(row: LogRow, t: Catalogue) -> str:
    match row.kind:
        case "MessageShown":
            return t("Undo: message")
        case "MessageCleared":
            return t("Undo: message taken off")
        case "SceneShown":
            return t("Undo: scene")
        case "ScreenBlackedOut" | "ScreenRestored":
            return t("Undo: black screen")
        case "NoteAdded":
            return t("Undo: note")
        case "PlayerLeft" | "PlayerBack":
            return t("Undo: player away")
        case _:
            return _undo_of_time(row, t)


def _undo_of_time(row: LogRow, t: Catalogue) -> str:
    match row.kind:
        case "TimeAdjusted":
            sign = "+" if row.ms > 0 else "\N{MINUS SIGN}"
            return t("Undo: {change} min", change=f"{sign}{abs(row.ms) // MINUTE_MS}")
        case "RunPaused" if "emergency" in row.marks:
            return t("Undo: emergency")
        case "RunPaused":
            return t("Undo: pause")
        case "RunResumed":
            return t("Undo: clock going on")
        case "RunStopped":
            return t("Undo: stop")
        case "LastSceneShown":
            return t("Undo: ending")
        case _:
            return ""
