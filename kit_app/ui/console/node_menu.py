"""What can be done with one puzzle, as a menu at its node. Only what the game's commands offer."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from kit_app.game.commands import AddNote, Command, GiveHint, SolvePuzzle
from kit_app.i18n import Catalogue
from kit_app.views.console import PuzzleRow

Ask = Callable[[Command], None]


def node_menu(
    row: PuzzleRow, t: Catalogue, ask: Ask, write_note: Callable[[str], None], parent: QWidget
) -> QMenu:
    """The menu of a puzzle. `write_note` opens the note with a beginning."""
    menu = QMenu(parent)
    menu.setObjectName("node-menu")
    menu.setAccessibleName(f"{row.id} {row.title}")
    is_over = row.state in ("solved", "unsolved")
    accept = menu.addAction(t("Accept {puzzle} by hand", puzzle=row.id))
    accept.setEnabled(not is_over)
    accept.triggered.connect(lambda: ask(SolvePuzzle(puzzle=row.id)))
    broken = menu.addAction(t("Prop damaged: accept {puzzle} and note it", puzzle=row.id))
    broken.setEnabled(not is_over)
    broken.triggered.connect(lambda: _accept_broken(row, t, ask))
    menu.addSeparator()
    for hint in row.hints:
        words = (
            t("Show hint {level} again", level=hint.level)
            if hint.is_given
            else t("Show hint {level}", level=hint.level)
        )
        action = menu.addAction(words)
        action.setEnabled(hint.can_give and not hint.is_shown)
        command = GiveHint(puzzle=row.id, level=hint.level)
        action.triggered.connect(lambda _checked=False, command=command: ask(command))
    menu.addSeparator()
    note = menu.addAction(t("Note about {puzzle}…", puzzle=row.id))
    note.triggered.connect(lambda: write_note(f"{row.id} · "))
    return menu


def _accept_broken(row: PuzzleRow, t: Catalogue, ask: Ask) -> None:
    ask(SolvePuzzle(puzzle=row.id, broken=True))
    ask(AddNote(text=t("{puzzle}: a prop is damaged.", puzzle=row.id)))
