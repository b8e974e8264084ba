"""The console's keys, once: what binds them, what the buttons show and what the sheet lists is this table."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from kit_app.i18n import MINUS, N_, Catalogue
from kit_app.ui.common.buttons import portable_keys, shown_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What one key does. Rows of the table with the same words are one line of the sheet.

    `letter` acts alone while no field has the focus, and with Alt at any time; `sequence` is portable
    ("Ctrl+E"). A key with `name` is handled where it is pressed, and only listed here.
    """

    act: str
    words: str
    letter: str = ""
    sequence: str = ""
    name: str = ""

    def shown(self, t: Catalogue) -> str:
        """How the key is written for people."""
        if self.name:
            return t(self.name)
        if self.sequence.endswith("Return"):
            return self.sequence.replace("Return", t("Enter"))
        if self.sequence:
            return shown_key(self.sequence)
        if self.letter.isupper():
            return shown_key(f"Shift+{self.letter}")
        return MINUS if self.letter == "-" else self.letter.upper()

    @property
    def anywhere(self) -> str:
        """How the key is written that acts also while something is typed, by Alt with its letter."""
        return shown_key(next(iter(_sequences(self)), ""))


SHORTCUT = "key-"
"""Begins the object name of each shortcut that was bound from the table."""
_MINUTE = N_("one minute more, less")
_FIVE = N_("five minutes more, less")
_OWN = N_("your own two steps of time")
_NOTES = N_("quick notes")
_AWAY = N_("a player is away, is back")
_WHY = N_("in a pause: called away, broken prop, technical, other")
_TEAMS = N_("with several teams: a team’s page; Esc goes back to all")
_ANSWERS = N_("with several teams: whose answer is typed")
_PLACES = N_("the part of the console: now, puzzles, what to say")

KEYS: tuple[Key, ...] = (
    Key(act="pause", letter="p", words=N_("pause, resume")),
    Key(act="more-1", letter="+", words=_MINUTE),
    Key(act="less-1", letter="-", words=_MINUTE),
    Key(act="more-5", sequence="Ctrl++", words=_FIVE),
    Key(act="less-5", sequence="Ctrl+-", words=_FIVE),
    Key(act="own-1", letter="k", words=_OWN),
    Key(act="own-2", letter="l", words=_OWN),
    Key(act="hint", letter="i", words=N_("show the suggested hint")),
    Key(act="withdraw", letter="I", words=N_("take the last hint back")),
    Key(act="answer", letter="a", words=N_("show or hide the answer")),
    Key(act="speak", sequence="Alt+S", words=N_("speak the card or the hint aloud, stop")),
    Key(act="note-1", letter="1", words=_NOTES),
    Key(act="note-2", letter="2", words=_NOTES),
    Key(act="note-3", letter="3", words=_NOTES),
    Key(act="note-4", letter="4", words=_NOTES),
    Key(act="note", sequence="Ctrl+N", words=N_("write a note")),
    Key(act="message", letter="m", words=N_("message to the players")),
    Key(act="enlarge", sequence="Ctrl+L", words=N_("the card read last in large letters")),
    Key(act="black", letter="n", words=N_("players’ screen black, and back")),
    Key(act="away", letter="j", words=_AWAY),
    Key(act="back", letter="J", words=_AWAY),
    Key(act="why-called-away", letter="c", words=_WHY),
    Key(act="why-broken-prop", letter="b", words=_WHY),
    Key(act="why-technical", letter="t", words=_WHY),
    Key(act="why-other", letter="o", words=_WHY),
    Key(act="emergency", letter="u", words=N_("emergency in the ward")),
    Key(act="arrows", name=N_("arrows"), words=N_("move among the puzzles")),
    Key(act="menu", name=N_("Enter"), words=N_("menu of the puzzle")),
    Key(act="field", sequence="Ctrl+E", words=N_("answer field")),
    Key(act="camera", sequence="Alt+V", words=N_("camera that reads cards")),
    Key(act="undo", sequence="Ctrl+Z", words=N_("undo")),
    Key(act="next", sequence="Ctrl+Return", words=N_("start; close the game, then the debrief")),
    Key(act="part-1", sequence="Ctrl+1", words=_PLACES),
    Key(act="part-2", sequence="Ctrl+2", words=_PLACES),
    Key(act="part-3", sequence="Ctrl+3", words=_PLACES),
    Key(act="sound", sequence="F8", words=N_("sounds off, on")),
    *(Key(act=f"team-{number}", sequence=f"F{number + 1}", words=_TEAMS) for number in range(1, 7)),
    *(Key(act=f"answers-{number}", sequence=f"Alt+{number}", words=_ANSWERS) for number in range(1, 7)),
    Key(act="lock", sequence="F9", words=N_("lock the console, unlock it")),
    Key(act="look", sequence="F10", words=N_("light, dark or high contrast")),
    Key(act="keys", sequence="F1", words=N_("this sheet")),
    Key(act="stop", sequence="Shift+Esc", words=N_("stop the game")),
    Key(
        act="toast",
        name=N_("Ctrl+T"),
        words=N_("the action of a message that goes by itself, such as Undo"),
    ),
    Key(act="back-out", name=N_("Esc"), words=N_("close what is on top, leave the field")),
)

_BY_ACT: Mapping[str, Key] = {key.act: key for key in KEYS}


def key_of(act: str) -> Key:
    """The key of an act. Raises KeyError when there is none."""
    return _BY_ACT[act]


def key_rows(t: Catalogue) -> list[tuple[str, str]]:
    """Every key of the console with what it does; keys that do one thing stand in one line."""
    rows: dict[str, list[str]] = {}
    for key in KEYS:
        rows.setdefault(key.words, []).append(key.shown(t))
    return [("  ".join(shown), t(words)) for words, shown in rows.items()]


def bind(place: QWidget, acts: Mapping[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
    """Bind keys of the table in a window or a page; the acts of the letters, which act alone, by letter.

    The keys act while `place` is visible. Raises KeyError for an act that is not in the table.
    """
    letters: dict[str, Callable[[], object]] = {}
    for name, act in acts.items():
        key = key_of(name)
        if key.letter:
            letters[key.letter] = act
        for sequence in _sequences(key):
            shortcut = QShortcut(place)
            shortcut.setKeys(portable_keys(sequence))
            shortcut.setObjectName(f"{SHORTCUT}{name}")
            shortcut.activated.connect(act)
    return letters


def _sequences(key: Key) -> Iterable[str]:
    """The sequences that reach an act: its own, or Alt with its letter."""
    if key.sequence:
        return (key.sequence,)
    if not key.letter.isalnum():
        return ()
    return (f"Alt+Shift+{key.letter}",) if key.letter.isupper() else (f"Alt+{key.letter.upper()}",)
