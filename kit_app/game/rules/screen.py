"""What the facilitator puts on the player screen: scenes before the start, messages, black; and notes."""

from kit_app.errors import CommandRefused
from kit_app.game import events as e
from kit_app.game.commands import (
    AddNote,
    BlackOut,
    CallAway,
    NoticeTrouble,
    RemoveNote,
    ShowMessage,
    ShowScene,
)
from kit_app.game.state import RunState
from kit_app.game.tags import NOTE_TAGS
from kit_app.game.talk import talk_paths
from kit_app.i18n import N_

LONGEST_MESSAGE = 280


def show_scene(state: RunState, command: ShowScene) -> tuple[e.Event, ...]:
    """A scene meant for the time before the start, or none; after the end, a path for the talk, or none."""
    if state.phase == "ended":
        return _show_path(state, command)
    if state.phase != "idle":
        raise CommandRefused(N_("Scenes are chosen by hand only before the start and after the end."))
    if command.scene == state.scene:
        return ()
    choices = [scene.id for scene in state.setup.scenes if scene.moment == "before-start"]
    if command.scene is not None and command.scene not in choices:
        raise CommandRefused(N_("There is no scene “{scene}” to show before the start."), scene=command.scene)
    return (e.SceneShown(scene=command.scene),)


def _show_path(state: RunState, command: ShowScene) -> tuple[e.Event, ...]:
    if command.scene is not None and command.scene not in talk_paths(state):
        raise CommandRefused(N_("There are no reflexes of “{path}” to show."), path=command.scene)
    return () if command.scene == state.scene else (e.SceneShown(scene=command.scene),)


def show_message(state: RunState, command: ShowMessage) -> tuple[e.Event, ...]:
    """A free message, over a hint if there is one."""
    text = command.text.strip()
    if not text:
        raise CommandRefused(N_("The message is empty."))
    if len(text) > LONGEST_MESSAGE:
        raise CommandRefused(N_("A message has at most {count} characters."), count=LONGEST_MESSAGE)
    heading = command.heading.strip()
    if (text, heading) == (state.overlay.message, state.overlay.heading):
        return ()
    return (e.MessageShown(text=text, heading=heading),)


def clear_message(state: RunState) -> tuple[e.Event, ...]:
    """The message leaves the screen; a hint below it is seen again."""
    return (e.MessageCleared(),) if state.overlay.message else ()


def black_out(state: RunState, command: BlackOut) -> tuple[e.Event, ...]:
    """The player screen goes black or comes back."""
    if command.on == state.is_blacked_out:
        return ()
    return (e.ScreenBlackedOut(),) if command.on else (e.ScreenRestored(),)


def add_note(command: AddNote) -> tuple[e.Event, ...]:
    """A note for the debrief, in any phase."""
    text = command.text.strip()
    if command.tag and command.tag not in NOTE_TAGS:
        raise CommandRefused(N_("There is no tag “{tag}” for notes."), tag=command.tag)
    if not text and not command.tag:
        raise CommandRefused(N_("The note is empty."))
    return (e.NoteAdded(text=text, tag=command.tag),)


def remove_note(state: RunState, command: RemoveNote) -> tuple[e.Event, ...]:
    """A note that stands is taken back."""
    if e.NoteAdded(text=command.text, tag=command.tag) not in state.notes:
        raise CommandRefused(N_("This note was taken back already."))
    return (e.NoteRemoved(text=command.text, tag=command.tag),)


def call_away(state: RunState, command: CallAway) -> tuple[e.Event, ...]:
    """A player is called away, or back; never more than the team has."""
    if command.is_back:
        if not state.away:
            raise CommandRefused(N_("Nobody is away."))
        return (e.PlayerBack(),)
    if state.away >= state.setup.team_size:
        raise CommandRefused(N_("All players are away already. Pause the game instead."))
    return (e.PlayerLeft(),)


def notice_trouble(state: RunState, command: NoticeTrouble) -> tuple[e.Event, ...]:
    """What is amiss around the game is stored when it begins and when it is over; after the end no more."""
    if state.phase == "ended" or command.is_over != (command.what in state.troubles):
        return ()
    return (e.TroubleNoticed(what=command.what, is_over=command.is_over),)


def go_unsaved(state: RunState) -> tuple[e.Event, ...]:
    """The result is marked once."""
    return () if state.is_unsaved else (e.WentUnsaved(),)
