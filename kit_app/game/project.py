"""Views of a state: all for the console, for players only what they may read. Secrets are left out here."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kit_app.domain.spelling import filled
from kit_app.game.forecast import outlook
from kit_app.game.log import log_row
from kit_app.game.rules.automatic import announced_in_ms, coming
from kit_app.game.rules.hints import LEVELS, SEARCH, due_times
from kit_app.game.rules.lights import light, limit
from kit_app.game.rules.suggestions import line, suggestions
from kit_app.game.rules.timing import FIVE_MINUTES_MS, MINUTE_MS
from kit_app.game.screenplay import player_page
from kit_app.game.setup import CardSetup, PuzzleSetup, SearchSetup
from kit_app.game.state import (
    RunState,
    elapsed_ms,
    guided_left_ms,
    hints_left,
    is_finale_on,
    is_open,
    is_solved,
    play_ms,
    remaining_ms,
    total_ms,
)
from kit_app.game.talk import talk_paths
from kit_app.views.console import (
    ComingHint,
    ConsoleView,
    FieldRow,
    HintRow,
    LogRow,
    Outlook,
    PuzzleRow,
    Reading,
    SearchRow,
)
from kit_app.views.player import Panel, PathBar, PlayerView

FIVE_MINUTES_SHOWN_MS = 60_000
TAKE_BACK_MS = 10_000
Foresee = Callable[[RunState, int], Outlook | None]
PUZZLE_PHASES = ("playing", "paused", "guided")


def project_console(
    state: RunState,
    now: int,
    log: Sequence[LogRow] = (),
    foresee: Foresee = outlook,
    before: Sequence[PuzzleRow] = (),
) -> ConsoleView:
    """What the facilitator sees at `now`. `log` are the rows of the stored events (see `journal.log_row`).

    `foresee` reckons the likely end, perhaps with a memory of its own. `before` are the puzzles as they were
    shown earlier of this very state: of those that nobody can solve now no row changes as time passes.
    """
    setup = state.setup
    known = {row.id: row for row in before if not is_open(state, row.id)}
    puzzles = tuple(known.get(puzzle.id) or _puzzle_row(state, puzzle, now) for puzzle in setup.puzzles)
    wanted = suggestions(state, now)
    is_finale = is_finale_on(state)
    return ConsoleView(
        phase=state.phase,
        session_name=setup.session_name,
        team=setup.team_label,
        team_number=setup.team_number,
        team_size=setup.team_size,
        set_id=setup.set_id,
        variant=setup.variant,
        remaining_ms=_shown_ms(state, now),
        played_ms=play_ms(state, now),
        total_ms=_shown_total_ms(state),
        is_running=state.phase in ("playing", "guided"),
        is_unsaved=state.is_unsaved,
        outcome=state.outcome,
        puzzles=puzzles,
        suggestion=next(iter(wanted), None),
        others=wanted[1:],
        shown_hint=_shown_hint(state),
        message=state.overlay.message,
        scene=state.scene,
        is_blacked_out=state.is_blacked_out,
        has_joker=not state.is_joker_used,
        gap_ms=state.lent_ms or None,
        undo=log_row(0, 0, state.undo[-1].event) if state.undo else None,
        log=tuple(log),
        reading=_reading(state),
        say=line(state, now),
        player=project_player(state, now),
        outlook=foresee(state, now) if state.phase in ("playing", "paused") and not is_finale else None,
        talk_paths=talk_paths(state),
        away=state.away,
        hints_left=hints_left(state),
        coming=_coming(state, now),
        offered=state.overlay.offer,
        take_back_ms=_take_back_ms(state, now),
        is_finale=is_finale,
        is_emergency=state.set_aside is not None,
        given=tuple(_read(card) for card in setup.given),
        finale=setup.finale,
    )


def same_later(view: ConsoleView, state: RunState, now: int) -> ConsoleView:
    """A view of this very state with the milliseconds of `now`, at which no clock reads another second."""
    left = _shown_ms(state, now)
    player = replace(view.player, remaining_ms=left)
    return replace(view, remaining_ms=left, played_ms=play_ms(state, now), player=player)


def project_player(state: RunState, now: int) -> PlayerView:
    """What players see at `now`. It holds no answer of a puzzle that is not solved, except as players typed
    it, inside a hint that was given or a message that was written.
    """
    setup, words = state.setup, state.setup.words
    envelope, envelope_path = _envelope_line(state)
    scene, said = player_page(state, now, envelope)
    return PlayerView(
        phase=state.phase,
        game_title=words.game_title,
        masthead=words.masthead,
        team=setup.team_label,
        team_number=setup.team_number,
        idle_title=words.ready,
        idle_lines=words.idle_lines,
        clock_style=setup.clock_style,
        clock_label=words.guided_label if is_finale_on(state) else words.clock_label,
        has_clock=state.phase in PUZZLE_PHASES and state.set_aside is None,
        remaining_ms=_shown_ms(state, now),
        total_ms=_shown_total_ms(state),
        bars=_bars(state),
        envelope=envelope,
        envelope_path=envelope_path,
        notice=_notice(state, now, said),
        panel=_panel(state),
        scene=scene,
        is_blacked_out=state.is_blacked_out,
    )


def _shown_ms(state: RunState, now: int) -> int:
    return guided_left_ms(state, now) if is_finale_on(state) else remaining_ms(state, now)


def _shown_total_ms(state: RunState) -> int:
    return state.setup.guided_ms if is_finale_on(state) else total_ms(state)


def _shown_hint(state: RunState) -> tuple[str, int] | None:
    return None if state.overlay.message else state.overlay.hint


# The console.


def _puzzle_row(state: RunState, puzzle: PuzzleSetup, now: int) -> PuzzleRow:
    progress = state.puzzles[puzzle.id]
    values = dict(progress.fields)
    opened = {envelope for batch in state.envelopes for envelope in batch}
    return PuzzleRow(
        id=puzzle.id,
        title=puzzle.title,
        short=puzzle.short,
        path=puzzle.path,
        column=puzzle.column,
        row=puzzle.row,
        needs=puzzle.needs,
        state=light(state, puzzle, now),
        elapsed_ms=elapsed_ms(state, puzzle.id, now),
        target_ms=puzzle.target_ms,
        limit_ms=limit(state, puzzle).ms,
        limit_games=limit(state, puzzle).games,
        is_limit_regional=limit(state, puzzle).is_regional,
        answer=puzzle.answer,
        was_forced=progress.was_forced,
        wrong_tries=progress.wrong,
        locked_for_ms=max(0, progress.locked_until - now) if progress.is_open else 0,
        envelopes=tuple(
            envelope.id
            for envelope in state.setup.envelopes
            if envelope.id in opened and puzzle.id in envelope.after
        ),
        hints=tuple(_hint_row(state, puzzle, level, now) for level in LEVELS),
        fields=tuple(
            FieldRow(key=field.key, label=field.label, value=values.get(field.key, ""))
            for field in puzzle.fields
        ),
        stall_see=puzzle.stall_see,
        stall_say=puzzle.stall_say,
        searches=tuple(_search_row(state, puzzle, search) for search in puzzle.searches),
        was_broken=progress.is_broken,
    )


def _hint_row(state: RunState, puzzle: PuzzleSetup, level: int, now: int) -> HintRow:
    progress = state.puzzles[puzzle.id]
    due = due_times(state, puzzle)
    due_ms = due[level - 1] if level <= len(due) else None
    can_solve = state.phase in PUZZLE_PHASES
    hint = puzzle.hints[level - 1]
    given = next((one for one in progress.hints if one.level == level), None)
    return HintRow(
        level=level,
        text=hint.text,
        due_ms=due_ms,
        is_due=is_open(state, puzzle.id)
        and due_ms is not None
        and elapsed_ms(state, puzzle.id, now) >= due_ms,
        is_given=given is not None,
        is_shown=_shown_hint(state) == (puzzle.id, level),
        can_give=can_solve and (is_open(state, puzzle.id) or (given is not None and not is_finale_on(state))),
        counts=hint.counts if given is None else given.counts,
        picture=hint.picture,
        has_sound=bool(hint.sound),
    )


def _search_row(state: RunState, puzzle: PuzzleSetup, search: SearchSetup) -> SearchRow:
    progress = state.puzzles[puzzle.id]
    is_shown = _shown_hint(state) == (puzzle.id, SEARCH) and state.overlay.search == search.id
    return SearchRow(
        id=search.id,
        name=search.name,
        place=search.place,
        envelope=search.envelope,
        text=search.say,
        cards=len(search.cards),
        scanned=len(state.scanned.intersection(search.cards)),
        is_given=search.id in {given.search for given in progress.asked},
        is_shown=is_shown,
        can_give=state.phase in PUZZLE_PHASES and is_open(state, puzzle.id),
    )


def _coming(state: RunState, now: int) -> ComingHint | None:
    """The announced hint; None while something keeps it back."""
    due = coming(state, now) if state.announced is not None else None
    if due is None or state.announced is None or state.announced[:2] != (due.puzzle.id, due.level):
        return None
    return ComingHint(puzzle=due.puzzle.id, level=due.level, in_ms=announced_in_ms(state, now))


def _take_back_ms(state: RunState, now: int) -> int:
    """How long the hint on the screen still counts as just given; 0 when it was given before."""
    is_fresh = _shown_hint(state) is not None and state.overlay.is_fresh
    return max(0, state.overlay.since + TAKE_BACK_MS - now) if is_fresh else 0


def _reading(state: RunState) -> Reading | None:
    for card in state.setup.cards:
        if card.id == state.card:
            return _read(card)
    return None


def _read(card: CardSetup) -> Reading:
    return Reading(card=card.id, title=card.title, puzzle=card.puzzle, text=card.reading)


# The player screen.


def _envelope_line(state: RunState) -> tuple[str, str | None]:
    """What may be opened since the last solution, a sentence a line, and its path if there is only one."""
    if not state.envelopes:
        return "", None
    last = [envelope for envelope in state.setup.envelopes if envelope.id in state.envelopes[-1]]
    plain = [envelope.id for envelope in last if envelope.kind == "envelope"]
    several = state.setup.words.envelopes if len(plain) > 1 else ""
    lines = [envelope.say for envelope in last if not several or envelope.id not in plain]
    if several:
        lines.append(filled(several, {"envelopes": ", ".join(plain)}))
    paths = {envelope.path for envelope in last}
    return "\n".join(lines), paths.pop() if len(paths) == 1 else None


def _bars(state: RunState) -> tuple[PathBar, ...]:
    """The bars of all paths but the finale's; that one joins when the others are full, or at the end."""
    bars = [
        PathBar(
            letter=path.letter,
            name=path.name,
            solved=sum(is_solved(state, puzzle) for puzzle in path.puzzles),
            total=len(path.puzzles),
        )
        for path in state.setup.paths
    ]
    last = {path.letter for path in state.setup.paths if state.setup.finale in path.puzzles}
    first = [bar for bar in bars if bar.letter not in last]
    is_last_on = (
        is_finale_on(state)
        or state.phase in ("closing", "ended")
        or all(bar.solved == bar.total for bar in first)
    )
    return tuple(first) + (tuple(bar for bar in bars if bar.letter in last) if is_last_on else ())


def _notice(state: RunState, now: int, said: str) -> str:
    words = state.setup.words
    if state.set_aside is not None:
        return ""
    if state.phase == "paused":
        return words.pause
    if said:
        return said
    if state.phase == "playing" and (of_time := _time_notice(state, now)):
        return of_time
    is_offered = state.overlay.offer is not None and state.overlay.hint is None
    return words.hint_waiting if is_offered and state.phase in PUZZLE_PHASES else ""


def _time_notice(state: RunState, now: int) -> str:
    """Five minutes left, for a minute; one minute left, until the end."""
    words, left = state.setup.words, remaining_ms(state, now)
    if state.is_minute_said and left <= MINUTE_MS:
        return words.one_minute
    is_fresh = FIVE_MINUTES_MS - FIVE_MINUTES_SHOWN_MS < left <= FIVE_MINUTES_MS
    return words.five_minutes if state.is_five_said and is_fresh else ""


def _panel(state: RunState) -> Panel | None:
    words = state.setup.words
    if state.overlay.message:
        return Panel(
            kind="message",
            heading=state.overlay.heading or words.message_heading,
            path=None,
            text=state.overlay.message,
        )
    if state.overlay.hint is None:
        return None
    puzzle_id, level = state.overlay.hint
    puzzle = state.setup.puzzle(puzzle_id)
    places = {"level": str(level), "title": puzzle.title}
    if level == SEARCH:
        say = next((one.say for one in puzzle.searches if one.id == state.overlay.search), "")
        heading = filled(words.search_heading, places) or puzzle.title
        return Panel(kind="hint", heading=heading, path=puzzle.path, text=say)
    hint = puzzle.hints[level - 1]
    heading = filled(words.hint_heading, places)
    return Panel(
        kind="hint",
        heading=heading,
        path=puzzle.path,
        text=hint.text,
        picture=hint.picture,
        listen=words.listen if hint.sound else "",
    )
