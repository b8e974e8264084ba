"""Small made-up values that tests share: a run with four puzzles, and a driver that plays it by hand."""

from dataclasses import dataclass, replace
from typing import Any

from kit_app.domain.codes import completed
from kit_app.domain.spelling import normalised
from kit_app.errors import CommandRefused
from kit_app.game.commands import Command, StartRun
from kit_app.game.decide import decide
from kit_app.game.events import Event
from kit_app.game.evolve import evolve
from kit_app.game.log import log_row
from kit_app.game.project import project_console, project_player
from kit_app.game.setup import (
    AlarmSetup,
    CardSetup,
    EnvelopeSetup,
    FieldSetup,
    HintSetup,
    MissSetup,
    OtherSet,
    PathSetup,
    PuzzleSetup,
    RunSetup,
    RunWords,
    SceneSetup,
    SearchSetup,
)
from kit_app.game.state import RunState, initial
from kit_app.views.console import ConsoleView
from kit_app.views.player import PlayerView

MINUTE = 60_000
CODE_P1, CODE_P2, CODE_P4 = completed("BCDFG"), completed("HJKNP"), completed("RSTVX")
CODE_FOREIGN = completed("XXYYB")
CODE_UNKNOWN = completed("TTTTB")


def make_puzzle(puzzle_id: str, answer: str, **changes: Any) -> PuzzleSetup:
    """A puzzle with a target of four minutes and hints due at 1.3, 1.6 and 2 times that."""
    target_ms = 4 * MINUTE
    puzzle = PuzzleSetup(
        id=puzzle_id,
        title=f"Title {puzzle_id}",
        short=f"Short {puzzle_id}",
        path=None,
        needs=(),
        target_ms=target_ms,
        column=0,
        row=0,
        answer=answer,
        accepted=(normalised(answer),),
        hints=(
            HintSetup(text=f"{puzzle_id} hint one"),
            HintSetup(text=f"{puzzle_id} hint two"),
            HintSetup(text=f"{puzzle_id} hint three"),
        ),
        due=(target_ms * 13 // 10, target_ms * 16 // 10, target_ms * 2),
        lesson=f"Lesson {puzzle_id}",
        reflex=f"Reflex {puzzle_id}",
        stall_see=f"See {puzzle_id}",
        stall_say=f"Say {puzzle_id}",
    )
    return replace(puzzle, **changes)


def make_fields(*pairs: tuple[str, str]) -> tuple[FieldSetup, ...]:
    """Fields of an answer, by key and answer."""
    return tuple(
        FieldSetup(key=key, label=f"Label {key}", answer=answer, accepted=(normalised(answer),))
        for key, answer in pairs
    )


def make_puzzles() -> tuple[PuzzleSetup, ...]:
    """P1 → P2 (path A) and P3 (path B, a portal with three fields and a lock) → P4 (the finale, path D)."""
    return (
        make_puzzle("P1", "417"),
        make_puzzle(
            "P2",
            "K7Q4-Z",
            path="A",
            needs=("P1",),
            column=1,
            searches=(
                SearchSetup(
                    id="P02-C1",
                    name="Strips",
                    place="the bin",
                    say="Have you searched the bin?",
                    cards=("P02-C1",),
                ),
                SearchSetup(id="mask", name="Mask", place="envelope A1", say="Is A1 empty?"),
            ),
            misses=(MissSetup(typed="4QK7Z", say="The foot word goes at the bottom."),),
        ),
        make_puzzle(
            "P3",
            "3 · MAINTENANCE · CAT 2017",
            path="B",
            needs=("P1",),
            column=1,
            row=1,
            accepted=(),
            fields=make_fields(("portal", "3"), ("account", "MAINTENANCE"), ("password", "CAT 2017")),
            solved_text="Signed in. This access is logged.",
            locked_text="Account locked: a good defence.",
            lock_after=3,
            lock_ms=30_000,
        ),
        make_puzzle("P4", "SIGNAL", path="D", needs=("P2", "P3"), column=2),
    )


def make_scenes() -> tuple[SceneSetup, ...]:
    """One scene of each look."""
    return (
        SceneSetup(
            id="pitch", look="pitch", moment="before-start", title="Pitch", lines=("Once upon a time.",)
        ),
        SceneSetup(id="portal", look="portal", moment="puzzle", puzzle="P3", title="Portal", band="Made up"),
        SceneSetup(
            id="red",
            look="alert",
            moment="puzzle",
            puzzle="P4",
            title="Files encrypted.",
            turn="Change side.",
        ),
        SceneSetup(id="late", look="time-over", moment="time-over", title="Time is over."),
        SceneSetup(id="front", look="front-page", moment="end", title="The front page stays blank."),
    )


def make_alarms() -> tuple[AlarmSetup, ...]:
    """One alarm of each kind, at the minutes of the bundled kit."""
    return (
        AlarmSetup(id="first", at=0, until=22 / 45, text="Split up.", unless_solved=("P2", "P3")),
        AlarmSetup(id="one-path", at=0, text="Three tables.", one_path_moves=True),
        AlarmSetup(id="start", at=7 / 45, text="The first.", unless_solved=("P1",), hint=2, puzzle="P1"),
        AlarmSetup(id="paths", at=22 / 45, text="Meet at one table.", unless_finished=("A", "B")),
        AlarmSetup(id="portal", at=31 / 45, text="The portal.", unless_open=("P4",), hint=3),
        AlarmSetup(id="push", at=39 / 45, text="A push.", unless_open=("P4",), give="P3"),
    )


TALK = SceneSetup(
    id="talk", look="debrief", moment="debrief", title="Let us talk.", lines=("Nobody is judged.",)
)
"""The page for the talk, which a kit may have or not."""


def make_words(**changes: Any) -> RunWords:
    """Player-screen sentences."""
    words = RunWords(
        game_title="Deadline 45",
        masthead="The Gazette",
        ready="Ready?",
        idle_lines=("A made-up game.",),
        clock_label="Deadline in",
        not_yet="Not yet.",
        hint_heading="Hint {level} · {title}",
        message_heading="Message",
        pause="Pause: the clock stops.",
        five_minutes="Five minutes left.",
        one_minute="One minute left.",
        listen="Listen.",
        guided_label="Last exercise",
        hint_waiting="A hint is waiting.",
        search_heading="{title}: have you searched?",
    )
    return replace(words, **changes)


def make_other(**changes: Any) -> OtherSet:
    """The set of another session's only team."""
    values = {"set_id": "HM7K", "session_id": "other", "session_name": "Day shift", "team_number": 1}
    return OtherSet(**{**values, "team_label": "Owls", **changes})


def make_setup(**changes: Any) -> RunSetup:
    """A run of 45 minutes with four puzzles; any field may be given another value."""
    setup = RunSetup(
        session_id="session-1",
        session_name="A Tuesday",
        team_number=1,
        team_label="The Owls",
        team_size=5,
        set_id="TXR9",
        kit_digest="d" * 64,
        variant="45-full",
        level="standard",
        language="en",
        duration_ms=45 * MINUTE,
        guided_ms=4 * MINUTE,
        finale="P4",
        clock_style="clock",
        hint_cost_ms=0,
        hint_policy="suggested",
        puzzles=make_puzzles(),
        paths=(
            PathSetup(letter="A", name="Places", puzzles=("P2",)),
            PathSetup(letter="B", name="People", puzzles=("P3",)),
            PathSetup(letter="D", name="Finale", puzzles=("P4",)),
        ),
        envelopes=(
            EnvelopeSetup(id="A1", path="A", after=("P1",), say="Envelope A1: you may open it."),
            EnvelopeSetup(id="B1", path="B", after=("P1",), say="Envelope B1: you may open it."),
            EnvelopeSetup(id="D1", path="D", after=("P2", "P3"), say="Envelope D1: you may open it."),
        ),
        cards=(
            CardSetup(code=CODE_P1, id="P01-C1", title="Register", puzzle="P1", reading="A register page."),
            CardSetup(code=CODE_P2, id="P02-C1", title="Strips", puzzle="P2", reading="Twelve strips."),
            CardSetup(code=CODE_P4, id="P04-C1", title="Six steps", puzzle="P4", reading="Ten cards."),
        ),
        scenes=make_scenes(),
        words=make_words(),
        script={
            "briefing": "Welcome.",
            "regroup": "Split up.",
            "push": "Give them a push.",
            "closing": "Well.",
        },
        foreign={CODE_FOREIGN: make_other()},
    )
    return replace(setup, **changes)


@dataclass(frozen=True)
class Stored:
    """An event as a journal keeps it."""

    seq: int
    at_ms: int
    event: Event


class Play:
    """Plays a run without a clock: `now` moves only when a test says so."""

    def __init__(self, setup: RunSetup | None = None, *, started: bool = True) -> None:
        self.setup = setup or make_setup()
        self.state: RunState = initial(self.setup)
        self.journal: list[Stored] = []
        self.now = 0
        if started:
            self.do(StartRun())

    def do(self, *commands: Command, after_s: float = 0) -> tuple[Event, ...]:
        """Let `after_s` pass, then give the commands; returns the events of the last one."""
        self.now += round(after_s * 1000)
        new: tuple[Event, ...] = ()
        for command in commands:
            new = decide(self.state, command, self.now)
            for event in new:
                self.state = evolve(self.state, event, self.now)
                self.journal.append(Stored(len(self.journal) + 1, self.now, event))
        return new

    def refusal(self, command: Command) -> str:
        """The sentence that `command` is refused with."""
        try:
            decide(self.state, command, self.now)
        except CommandRefused as refused:
            return str(refused)
        raise AssertionError(f"{command} was not refused")

    def console(self) -> ConsoleView:
        """What the console shows now."""
        rows = [log_row(stored.seq, stored.at_ms, stored.event) for stored in self.journal]
        return project_console(self.state, self.now, rows)

    def player(self) -> PlayerView:
        """What the player screen shows now."""
        return project_player(self.state, self.now)

    def replayed(self) -> RunState:
        """The state made of the journal alone."""
        state = initial(self.setup)
        for stored in self.journal:
            state = evolve(state, stored.event, stored.at_ms)
        return state
