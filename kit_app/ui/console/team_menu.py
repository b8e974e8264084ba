"""What can be done with one team among several, as a menu at its card. Only what the commands offer."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from kit_app.game.commands import BlackOut, Command, GiveHint, PauseRun, ResumeRun, TakeBack
from kit_app.i18n import Catalogue
from kit_app.ui.console.room_words import ask_question, named, next_question
from kit_app.views.room import RoomView, TeamCard

Ask = Callable[[Command, tuple[int, ...]], None]


def team_menu(
    card: TeamCard, room: RoomView, t: Catalogue, ask: Ask, end: Callable[[int], None], parent: QWidget
) -> QMenu:
    """The menu of a team; `ask(command, teams)` does something for it or for others too, `end` its game."""
    menu = QMenu(parent)
    menu.setObjectName("team-menu")
    menu.setAccessibleName(named(card.number, card.view.team))
    view, only = card.view, (card.number,)

    def add(words: str, command: Command, teams: tuple[int, ...], *, can: bool) -> None:
        action = menu.addAction(words)
        action.setEnabled(can)
        action.triggered.connect(lambda: ask(command, teams))

    if view.phase == "paused":
        add(t("Resume this team"), ResumeRun(), only, can=True)
    else:
        add(t("Pause this team"), PauseRun(), only, can=view.phase in ("playing", "guided"))
    is_black = view.is_blacked_out
    words = t("Show its screen again") if is_black else t("Make its screen black")
    add(words, BlackOut(on=not is_black), only, can=view.phase != "ended")
    add(t("Undo its last act"), TakeBack(), only, can=view.can_undo is not None)
    menu.addSeparator()
    question = next_question(card.puzzle)
    if card.puzzle is not None and question is not None:
        add(t("Ask: “{text}”", text=question.text), ask_question(card.puzzle.id, question), only, can=True)
    for level, teams in _shared_hints(card, room):
        row = card.puzzle
        if row is not None:
            words = t.plural(
                "Hint {level} of {puzzle} to the {n} team that has it open",
                "Hint {level} of {puzzle} to all {n} teams that have it open",
                len(teams),
                level=level,
                puzzle=row.id,
            )
            add(words, GiveHint(puzzle=row.id, level=level), teams, can=True)
    menu.addSeparator()
    ending = menu.addAction(t("End the game of this team…"))
    ending.setEnabled(view.phase not in ("idle", "ended"))
    ending.triggered.connect(lambda: end(card.number))
    return menu


def _shared_hints(card: TeamCard, room: RoomView) -> list[tuple[int, tuple[int, ...]]]:
    """The hints of the neediest puzzle that can be given, each with the teams that have that puzzle open."""
    puzzle = card.puzzle
    if puzzle is None:
        return []
    teams = tuple(
        other.number
        for other in room.cards
        for row in other.view.puzzles
        if row.id == puzzle.id and row.state in ("open", "late", "stuck") and row.hints[0].can_give
    )
    return [(hint.level, teams) for hint in puzzle.hints if not hint.is_given and teams]
