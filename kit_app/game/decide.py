"""What follows from a command: events, or a refusal. Pure; the rules live in `rules/`."""

from typing import assert_never

from kit_app.errors import CommandRefused
from kit_app.game import commands as c
from kit_app.game.events import Event
from kit_app.game.rules import answers, cards, flow, hints, screen, timing, undo
from kit_app.game.state import RunState
from kit_app.i18n import N_

_ALLOWED_AFTER_THE_END = (
    c.AddNote,
    c.RemoveNote,
    c.TakeBack,
    c.ShowScene,
    c.NoticeTime,
    c.NoticeTrouble,
    c.NoticeGap,
    c.GoUnsaved,
)


def decide(state: RunState, command: c.Command, now: int) -> tuple[Event, ...]:  # noqa: C901 - a flat dispatcher
    """The events that `command` brings at `now`, perhaps none. Raises CommandRefused and nothing else.

    A closed run takes notes and takes those back, and shows pages for the talk, nothing more.
    """
    if state.phase == "ended" and not isinstance(command, _ALLOWED_AFTER_THE_END):
        raise CommandRefused(N_("The game is closed."))
    match command:
        case c.NoticeTime():
            return timing.notice_time(state, now)
        case c.EnterAnswer():
            return answers.enter(state, command, now)
        case c.ScanCard():
            return cards.scan(state, command)
        case c.SolvePuzzle():
            return answers.solve_by_hand(state, command)
        case c.GiveHint():
            return hints.give(state, command, now)
        case c.WithdrawHint():
            return hints.withdraw(state, command)
        case c.HideHint():
            return hints.hide(state)
        case c.OfferHint():
            return hints.offer(state, command)
        case c.PutOffHint():
            return hints.put_off(state, command, now)
        case c.ShowScene():
            return screen.show_scene(state, command)
        case c.ShowMessage():
            return screen.show_message(state, command)
        case c.ClearMessage():
            return screen.clear_message(state)
        case c.BlackOut():
            return screen.black_out(state, command)
        case c.AddNote():
            return screen.add_note(command)
        case c.RemoveNote():
            return screen.remove_note(state, command)
        case c.CallAway():
            return screen.call_away(state, command)
        case c.NoticeTrouble():
            return screen.notice_trouble(state, command)
        case c.GoUnsaved():
            return screen.go_unsaved(state)
        case c.StartRun():
            return flow.start(state, command)
        case c.PauseRun():
            return flow.pause(state, command)
        case c.ExplainPause():
            return flow.explain_pause(state, command)
        case c.ResumeRun():
            return flow.resume(state)
        case c.EndRun():
            return flow.end(state, command)
        case c.AdjustTime():
            return timing.adjust(state, command, now)
        case c.NoticeGap():
            return timing.notice_gap(state, command, now)
        case c.SettleGap():
            return timing.settle_gap(state, command)
        case c.TakeBack():
            return undo.take_back(state, now)
    assert_never(command)
