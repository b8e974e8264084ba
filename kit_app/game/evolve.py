"""What an event makes of the state. Refuses nothing and decides nothing: a stored event has happened."""

from typing import assert_never

from kit_app.game import events as e
from kit_app.game.effects import answers, hints, screen, times
from kit_app.game.state import RunState


def evolve(state: RunState, event: e.Event, at: int) -> RunState:  # noqa: C901 - a flat dispatcher
    """The state after `event`, which happened at `at` milliseconds of run time."""
    match event:
        case e.NoteAdded():
            return screen.note_added(state, event)
        case e.AnswerRejected():
            return answers.answer_rejected(state, event, at)
        case e.CardScanned():
            return answers.card_scanned(state, event)
        case e.HintGiven():
            return hints.hint_given(state, event, at)
        case e.FieldFilled():
            return answers.field_filled(state, event)
        case e.PuzzleSolved():
            return answers.puzzle_solved(state, event, at)
        case e.MessageShown():
            return screen.message_shown(state, event)
        case e.MessageCleared():
            return screen.message_cleared(state, event)
        case e.HintHidden():
            return hints.hint_hidden(state, event)
        case e.HintWithdrawn():
            return hints.hint_withdrawn(state, event)
        case e.HintOffered():
            return hints.hint_offered(state, event)
        case e.OfferWithdrawn():
            return hints.offer_withdrawn(state, event)
        case e.HintAnnounced():
            return hints.hint_announced(state, event, at)
        case e.HintPutOff():
            return hints.hint_put_off(state, event)
        case e.TimeAdjusted():
            return times.time_adjusted(state, event)
        case e.RunPaused():
            return times.run_paused(state, event, at)
        case e.PauseExplained():
            return state
        case e.RunResumed():
            return times.run_resumed(state, event, at)
        case e.AnswerForgotten():
            return answers.answer_forgotten(state, event)
        case e.FieldCleared():
            return answers.field_cleared(state, event)
        case e.PuzzleReopened():
            return answers.puzzle_reopened(state, event, at)
        case e.PuzzleLocked():
            return answers.puzzle_locked(state, event)
        case e.ScreenBlackedOut():
            return screen.screen_blacked_out(state, event)
        case e.ScreenRestored():
            return screen.screen_restored(state, event)
        case e.NoteRemoved():
            return screen.note_removed(state, event)
        case e.PlayerLeft():
            return screen.player_left(state, event)
        case e.PlayerBack():
            return screen.player_back(state, event)
        case e.TroubleNoticed():
            return screen.trouble_noticed(state, event)
        case e.GapNoticed():
            return state._replace(lent_ms=state.lent_ms + event.gap_ms)
        case e.GapSettled():
            return times.gap_settled(state, event.counts)
        case e.FiveMinutesLeft():
            return state._replace(is_five_said=True)
        case e.OneMinuteLeft():
            return state._replace(is_five_said=True, is_minute_said=True)
        case e.SceneShown():
            return screen.scene_shown(state, event)
        case e.RunStarted():
            return answers.with_openings(times.run_started(state, event, at), at)
        case e.TimeRanOut():
            return answers.with_openings(times.time_ran_out(state, event, at), at)
        case e.RunStopped():
            return answers.with_openings(times.run_stopped(state, event, at), at)
        case e.RunContinued():
            return answers.with_openings(times.run_continued(state, event, at), at)
        case e.LastSceneShown():
            return times.last_scene_shown(state, event, at)
        case e.LastSceneLeft():
            return times.last_scene_left(state, event, at)
        case e.WentUnsaved():
            return state._replace(is_unsaved=True)
        case e.RunEnded():
            return times.run_ended(state, event, at)
        case e.PlayedOnPaper() | e.ResultCorrected() | e.DebriefNoted():
            return state
    assert_never(event)
