"""The sentences of the page of several teams. No widget here."""

from dataclasses import dataclass

from kit_app.game.commands import Command, EndRun, GiveHint, ResumeRun, StartRun
from kit_app.i18n import Catalogue, time_left
from kit_app.ui.common.tags import TagKind
from kit_app.ui.console.advice import advice
from kit_app.ui.console.wording import MINUTE_MS, echo, spent
from kit_app.views.console import ConsoleView, LogRow, PuzzleRow, SearchRow, Suggestion
from kit_app.views.room import RoomView, TeamCard, TeamStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """What a card says. `act` is what its first button does, `short` that button's words on a narrow card."""

    status: str
    kind: TagKind
    icon: str | None
    headline: str
    facts: str
    say: str
    is_suggestion: bool
    act: Command | None = None
    button: str = ""
    short: str = ""


def named(number: int, label: str) -> str:
    """`2 Les Fouineurs`: a team in few words."""
    return f"{number} {label}"


def card_words(card: TeamCard, room: RoomView, t: Catalogue) -> CardWords:
    """A team's card at one moment."""
    view = card.view
    status, kind, icon = _status(card, t)
    act, button, short = _act(card, room, t)
    advised = advice(view.suggestion, t) if view.suggestion is not None else None
    question = next_question(card.puzzle) if advised is None and _wants_question(card) else None
    say = advised.say if advised is not None else _line(view, room, t)
    if question is not None and card.puzzle is not None:
        say = t("“{text}”", text=question.text)
        act, button, short = ask_question(card.puzzle.id, question), t("Ask the question"), t("Ask")
    return CardWords(
        status=status,
        kind=kind,
        icon=icon,
        headline=_headline(card, t),
        facts=_facts(card, t),
        say=say or _quiet(card.status, t),
        is_suggestion=advised is not None or question is not None,
        act=act,
        button=button,
        short=short,
    )


def next_question(row: PuzzleRow | None) -> SearchRow | None:
    """The first question where to search that is still worth asking; none while one is on the screen."""
    rows = row.searches if row is not None else ()
    if any(one.is_shown for one in rows):
        return None
    open_ones = (one for one in rows if one.can_give and not one.is_given)
    return next((one for one in open_ones if not one.cards or one.scanned < one.cards), None)


def ask_question(puzzle: str, question: SearchRow) -> GiveHint:
    """The command that asks a question."""
    return GiveHint(puzzle=puzzle, level=0, search=question.id)


def _wants_question(card: TeamCard) -> bool:
    """Questions come before any hint, once a team is late."""
    row = card.puzzle
    is_late = card.status in ("late", "stuck") and card.view.phase == "playing"
    return is_late and row is not None and not any(hint.is_given for hint in row.hints)


def _line(view: ConsoleView, room: RoomView, t: Catalogue) -> str:
    """The script's line; the welcome is too long for a card. After the end, what comes next."""
    if view.is_emergency:
        return t("The players read that the ward comes first.")
    if view.phase == "ended" and room.is_over:
        return t("All is kept and ready for the debrief.")
    if view.phase == "ended":
        return t("Nothing more to do for this team. The debrief follows once all teams have ended.")
    return t("Its page has the words of welcome.") if view.phase == "idle" else view.say


def _status(card: TeamCard, t: Catalogue) -> tuple[str, TagKind, str | None]:
    words: dict[TeamStatus, tuple[str, TagKind, str | None]] = {
        "idle": (t("not started"), "plain", None),
        "stuck": (t("stuck"), "danger", None),
        "late": (_late(card, t), "warn", None),
        "on-time": (t("on time"), "ok", None),
        "ahead": (t("ahead"), "ok", None),
        "away": (t.plural("{n} away", "{n} away", card.view.away), "info", "users"),
        "paused": (t("paused"), "warn", "pause"),
        "guided": (t("guided end"), "info", None),
        "closing": (t("ending"), "info", None),
        "ended": (t("ended"), "plain", None),
    }
    return words[card.status]


def _late(card: TeamCard, t: Catalogue) -> str:
    """Which of the two: a puzzle takes longer than its target, or the end is likely after the time."""
    is_over = card.puzzle is not None and card.puzzle.state == "late"
    return t("over target") if is_over else t("likely late")


def _headline(card: TeamCard, t: Catalogue) -> str:
    row = card.puzzle
    if card.status in ("closing", "ended"):
        outcomes = {"won": t("Won"), "lost": t("The time ran out before the end")}
        return outcomes.get(card.view.outcome or "", t("Stopped before the end"))
    if row is None:
        return t.plural("{n} minute", "{n} minutes", round(card.view.total_ms / MINUTE_MS))
    return t(
        "{puzzle} {title}: {elapsed} / {target}",
        puzzle=row.id,
        title=row.short,
        elapsed=spent(row.elapsed_ms),
        target=spent(row.target_ms),
    )


def _facts(card: TeamCard, t: Catalogue) -> str:
    view = card.view
    parts = []
    if card.status in ("closing", "ended"):
        played, left = spent(view.played_ms), time_left(view.remaining_ms)
        return t("Played {played} · {left} left at the end", played=played, left=left)
    is_open = sum(row.state in ("open", "late", "stuck") for row in view.puzzles)
    if card.status in ("stuck", "late") and is_open > 1:
        parts.append(t.plural("{n} puzzle open", "{n} puzzles open", is_open))
    if view.suggestion is not None:
        parts.append(_wanted(view.suggestion, t))
    parts.extend(_given(card.puzzle, t))
    if not parts and view.outlook is not None:
        return t(
            "Likely end at {expected} min ({low} to {high})",
            expected=_minutes(view.outlook.expected_ms),
            low=_minutes(view.outlook.low_ms),
            high=_minutes(view.outlook.high_ms),
        )
    return " · ".join(parts)


def _wanted(one: Suggestion, t: Catalogue) -> str:
    """What a suggestion is about, for the line of facts."""
    if one.kind == "hint":
        return t("hint {level} due for {time}", level=one.level, time=spent(one.overdue_ms))
    return advice(one, t).title


def _given(row: PuzzleRow | None, t: Catalogue) -> list[str]:
    levels = [str(hint.level) for hint in row.hints if hint.is_given] if row is not None else []
    if not levels:
        return []
    return [t.plural("hint {levels} given", "hints {levels} given", len(levels), levels=", ".join(levels))]


def _act(card: TeamCard, room: RoomView, t: Catalogue) -> tuple[Command | None, str, str]:
    if card.view.suggestion is not None:
        found = advice(card.view.suggestion, t)
        if found.act is not None:
            return found.act, found.button, found.short
    match card.status:
        case "idle" if not room.starts_together:
            return StartRun(), t("Start"), t("Start")
        case "paused":
            return ResumeRun(), t("Resume"), t("Resume")
        case "guided":
            return EndRun(), t("Show the ending"), t("Ending")
        case "closing":
            return EndRun(), t("Close the game"), t("Close")
        case _:
            return None, "", ""


def _quiet(status: TeamStatus, t: Catalogue) -> str:
    if status in ("stuck", "late", "on-time", "ahead", "away"):
        return t("Nothing to say. Let them search.")
    return ""


def _minutes(ms: int) -> int:
    return round(ms / MINUTE_MS)


def clock_facts(room: RoomView, t: Catalogue) -> str:
    """What the large clock stands for, and for how long it has run."""
    if all(card.status == "idle" for card in room.cards):
        return t("Not started yet")
    if room.is_over:
        return t("All games are closed.")
    played = max(card.view.played_ms for card in room.cards)
    if room.has_same_clock:
        return t("same clock for all · played {time}", time=spent(played))
    return t("clocks differ · longest played {time}", time=spent(played))


def news(row: LogRow, view: ConsoleView, t: Catalogue) -> str:
    """What an event of a team is worth saying where several are led; empty for what needs no words."""
    team = named(view.team_number, view.team)
    if row.kind == "CardScanned" and view.reading is not None:
        return t(
            "{team}: card “{title}” read. Open the team for its text.", team=team, title=view.reading.title
        )
    said = echo(row, t)
    return t("{team}: {news}", team=team, news=said.text) if said is not None else ""
