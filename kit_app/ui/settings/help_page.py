"""Help by F1: the guide with its search, the way through an evening, the keys, what stands behind it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.services.checkup import lines
from kit_app.services.diagnosis import diagnosis, own_version
from kit_app.services.guide_book import read_guide
from kit_app.services.services import Services
from kit_app.system.starting import MEDIA, adding_line
from kit_app.ui.checkup import facts
from kit_app.ui.common.buttons import KeyButton, shown_key
from kit_app.ui.common.dialogs import QuestionDialog, Verb
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.page import NARROW, Page
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.told import Told
from kit_app.ui.settings.guide_view import AT_HAND, GuideView
from kit_app.ui.settings.licences_dialog import LicencesDialog
from kit_app.ui.start import NAME

_KEY_WIDTH = 130
_BESIDE = 420
"""So much room the list of chapters takes beside two columns (px)."""
_ABOUT_WIDTH = 680
_DIAGNOSIS_SIZE = (680, 480)


class HelpPage(Page):
    """Everything on one page; the About box opens from its header.

    `rehearsal_asked()`: try it all out. `training_asked()`: learn to facilitate.
    `told(Told)`: something was done.
    """

    rehearsal_asked = Signal()
    training_asked = Signal()
    told = Signal(object)

    def __init__(
        self,
        services: Services,
        t: Catalogue,
        console_keys: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`console_keys`: each key of the console with what it does."""
        super().__init__(t("Help"), t("The guide, with a search, and every key"), parent)
        self._services = services
        self._t = t
        self.about = KeyButton(t("About this program"), self, icon="info")
        self.about.setObjectName("help-about")
        self.about.clicked.connect(self._open_about)
        self.rehearse = KeyButton(t("Rehearse…"), self, icon="play")
        self.rehearse.setObjectName("help-rehearse")
        self.rehearse.clicked.connect(self.rehearsal_asked)
        self.learn = KeyButton(t("Learn to facilitate"), self, icon="users")
        self.learn.setObjectName("help-learn")
        self.learn.clicked.connect(self.training_asked)
        self.add_action(self.learn)
        self.add_action(self.rehearse)
        self.add_action(self.about)
        self.guide = GuideView(read_guide(t.language), self._at_hand(console_keys), t, self)
        self.add(self.guide, 1)

    def _at_hand(self, console_keys: Sequence[tuple[str, str]]) -> QWidget:
        t, body = self._t, QWidget(self)
        columns = self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(16)
            columns.addLayout(column, 1)
        left.addWidget(self._steps())
        left.addWidget(self._keys(t("Everywhere"), self._everywhere()))
        left.addWidget(self._workshop())
        left.addWidget(self._optional())
        right.addWidget(self._keys(t("Keys of the console"), console_keys))
        left.addStretch(1)
        right.addStretch(1)
        return body

    def show_chapter(self, ident: str) -> None:
        """Show a chapter of the guide; an empty `ident`: what is at hand."""
        self.guide.show_chapter(ident or AT_HAND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= NARROW + _BESIDE
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(way)

    def first_focus(self) -> None:
        """Where the keyboard starts."""
        self.guide.search.setFocus()

    def _steps(self) -> QWidget:
        t = self._t
        panel = Panel(t("An evening in five steps"), self)
        for words in (
            t("Prepare: name, date, room, teams. Every choice is kept as you type."),
            t("Print: one deck a team, one for you. Cut, fold, put into the envelopes."),
            t("Play: open the console, show the players their screen, read the opening, start the clock."),
            t("Debrief: the lessons come in the order in which this team found them hard."),
            t("Results: the time line, and a report to hand on."),
        ):
            panel.add(Label(words, "body", panel))
        return panel

    def _workshop(self) -> QWidget:
        """How one writes a kit of one’s own."""
        t = self._t
        panel = Panel(t("A kit of your own"), self)
        for words in (
            t(
                "Settings, Kits: make a copy and edit it, or start an empty kit. "
                "Every change is kept at once."
            ),
            t(
                "What is to mend stands at the bottom of the page. F4 leads to its field, "
                "Ctrl+Z takes a step back."
            ),
            t("Once nothing is left to mend, publish the kit: “Prepare” offers it."),
        ):
            panel.add(Label(words, "body", panel))
        return panel

    def _optional(self) -> QWidget:
        """What the program may lack, and how it is added; in a folder that is carried about it is there."""
        t = self._t
        panel = Panel(t("Sounds, voice and camera"), self)
        command = adding_line(MEDIA)
        how = (
            t("To add it, once, with the internet, you or your IT service type: {command}", command=command)
            if command
            else t("It is in this folder of the program: there is nothing to add.")
        )
        for words in (
            t("They are an optional part. Without it the game is whole: each sound also stands in words."),
            how,
        ):
            panel.add(Label(words, "body", panel))
        return panel

    def _keys(self, title: str, keys: Sequence[tuple[str, str]]) -> QWidget:
        panel = Panel(title, self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for number, (key, words) in enumerate(keys):
            name = Label(key, "bold", panel)
            name.setMinimumWidth(_KEY_WIDTH)
            grid.addWidget(name, number, 0)
            grid.addWidget(Label(words, "body", panel), number, 1)
        panel.add(grid)
        return panel

    def _everywhere(self) -> list[tuple[str, str]]:
        t = self._t
        enter = t("Enter")
        return [
            ("Alt+1, 2, 5, 6", t("home, sessions, posters and cards, results")),
            ("Ctrl+1…5", t("the five steps of a session")),
            (shown_key("Alt+Left"), t("the page before")),
            (f"Ctrl+{enter}", t("the main action of a step")),
            (shown_key("Ctrl+N"), t("a new session")),
            (shown_key("Ctrl+T"), t("the action of a message that goes by itself, such as Undo")),
            (shown_key("F5"), t("check again before the game; play a spot full screen")),
            (shown_key("Ctrl+,"), t("the settings")),
            (shown_key("F1"), t("help on the page at hand; in the console, its keys")),
            (shown_key("Esc"), t("closes what is on top, never a page")),
        ]

    def _open_about(self) -> None:
        chosen = self.about_box().ask()
        if chosen == "licences":
            LicencesDialog(self._t, self).exec()
        elif chosen == "diagnosis":
            self._offer_diagnosis()

    def _offer_diagnosis(self) -> None:
        """Show what would be copied, and copy it."""
        t = self._t
        text = diagnosis(self._services, facts, t)
        body = QPlainTextEdit(text)
        body.setReadOnly(True)
        body.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        body.setProperty("mono", "true")
        body.setAccessibleName(t("Diagnosis"))
        box = QuestionDialog(
            t("Diagnosis"),
            t(
                "For whoever helps you: versions, screens, sizes, the end of the log. No name of a facility,"
                " a person, a room or a session is in it."
            ),
            [Verb("copy", t("Copy"), "primary", is_default=True), Verb("close", t("Close"))],
            self,
            body=body,
        )
        box.resize(*_DIAGNOSIS_SIZE)
        if box.ask() == "copy":
            QGuiApplication.clipboard().setText(text)
            self.told.emit(Told(t("The diagnosis is copied. Paste it into a message.")))

    def about_box(self) -> QuestionDialog:
        """What this is, from whom the idea comes, under which licences, which versions."""
        t = self._t
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for title, words in self._about():
            column.addWidget(flowing(Label(title, "h3", body)))
            column.addWidget(flowing(Label(words, "body", body)))
        number = own_version()
        title = f"{NAME} {number}".strip()
        box = QuestionDialog(
            title,
            t("Prepare, print, run and debrief an escape game on digital security in a healthcare facility."),
            [
                Verb("licences", t("Works of others, with licences…")),
                Verb("diagnosis", t("Copy the diagnosis…")),
                Verb("close", t("Close"), is_default=True),
            ],
            self,
            body=body,
        )
        for label in (box.title, box.text):
            flowing(label)
        box.resize(_ABOUT_WIDTH, box.column.totalHeightForWidth(_ABOUT_WIDTH))
        return box

    def _about(self) -> list[tuple[str, str]]:
        t = self._t
        versions = next(iter(lines(self._services)))
        return [
            (
                t("Where the idea comes from"),
                t(
                    "The original Sant’Escape is the work of GCS e-santé Pays de la Loire with Orange "
                    "Cyberdefense. This kit was written afresh after its published description, uses none of "
                    "its material, and is not endorsed by them."
                ),
            ),
            (
                t("Licences"),
                t(
                    "Program: MIT. Game and papers: CC BY 4.0. Fonts: SIL Open Font License 1.1. "
                    "What others wrote of it keeps their licences, which can be read here."
                ),
            ),
            (t("Versions"), t(versions.message, **versions.values)),
        ]
