"""What is being written, as it will look: its sheets, and the page that players see."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kit_app.i18n import LANGUAGES, Catalogue
from kit_app.services.workshop.forms import SectionName, Thing
from kit_app.services.workshop.preview import Look, Shown, look_at
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.flow import FlowRow
from kit_app.ui.common.labels import Label
from kit_app.ui.common.latest import Latest
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.preview_panel import PreviewPanel
from kit_app.views.player import PlayerView

_SOON_MS = 60
_SHEETS, _PLAYERS = "sheets", "players"
_HIGH = 380


class PlayerPicture(NamedTuple):
    """A players’ window that is drawn inside another one, and what has it show a view."""

    widget: QWidget
    show: Callable[[PlayerView], None]


class PreviewView(Panel):
    """`picture` draws players’ pages."""

    def __init__(self, picture: PlayerPicture, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Preview"), parent)
        self._t = t
        self._picture = picture
        self._files: Mapping[str, bytes] = {}
        self._wish: Look | None = None
        self._latest = Latest(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON_MS)
        self._timer.timeout.connect(self._draw)
        choices = [(_SHEETS, t("On paper")), (_PLAYERS, t("On the screen"))]
        self.way = SegmentedChoice(choices, self, name=t("What to look at"))
        self.way.set_value(_SHEETS)
        self.way.changed.connect(lambda _way: self._arrange())
        self._row = FlowRow(spacing=8)
        self._row.add(self.way)
        self.add(self._row)
        self.language = SegmentedChoice((), self)
        self.show_languages((t.language,))
        levels = [
            (str(level), t("Hint {level}", level=level) if level else t("No hint")) for level in range(4)
        ]
        self.hint = SegmentedChoice(levels, self, name=t("Which hint is shown"))
        self.hint.set_value("0")
        self.hint.changed.connect(lambda _level: self.draw())
        self.add(self.hint)
        self.sheets = PreviewPanel(t, self)
        self.sheets.setMinimumHeight(_HIGH)
        self.sheets.show_narrow(True)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.sheets)
        self.stack.addWidget(self._hold(picture.widget))
        self.nothing = Label(t("There is nothing to look at here."), "quiet", self)
        self.stack.addWidget(self.nothing)
        self.add(self.stack)
        self.why = Label("", "error", self)
        self.why.setObjectName("preview-why")
        self.add(self.why)

    def _hold(self, picture: QWidget) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        picture.setParent(holder)
        picture.setAccessibleName(self._t("What the players see"))
        picture.unsetCursor()
        column.addWidget(picture)
        column.addStretch(1)
        return holder

    def show_languages(self, languages: Sequence[str]) -> None:
        """Have another kit’s languages to choose from."""
        self._row.removeWidget(self.language)
        self.language.hide()
        self.language.deleteLater()
        names = [(one, LANGUAGES.get(one, one)) for one in languages]
        self.language = SegmentedChoice(names, self, name=self._t("Language"))
        self.language.set_value(self._t.language if self._t.language in languages else languages[0])
        self.language.changed.connect(lambda _language: self.draw())
        self._row.add(self.language)

    def show_thing(self, section: SectionName, thing: Thing, overlay: tuple[str, str]) -> None:
        """Look at another thing; `overlay` is the variant and the sector that it is said in."""
        is_help = section == "hints"
        self._wish = Look(
            language=self.language.value(),
            puzzle=thing.puzzle,
            kind=thing.kind,
            scene=thing.scene,
            variant=overlay[0],
            sector=overlay[1],
        )
        self.hint.setVisible(bool(thing.puzzle))
        self.hint.set_value((self.hint.value() if self.hint.value() != "0" else "1") if is_help else "0")
        has_sheets, has_page = bool(thing.puzzle or thing.kind), bool(thing.puzzle or thing.scene)
        self.way.button(_SHEETS).setEnabled(has_sheets)
        self.way.button(_PLAYERS).setEnabled(has_page)
        if is_help and has_page or has_page and not has_sheets:
            self.way.set_value(_PLAYERS)
        elif has_sheets and (not has_page or section in ("cards", "puzzles")):
            self.way.set_value(_SHEETS)
        self.sheets.show_pdf(None)
        self._arrange()
        self.draw()

    def show_files(self, files: Mapping[str, bytes]) -> None:
        """The kit was changed: look again when the person pauses."""
        self._files = files
        self._timer.start()

    def show_language(self, language: str) -> None:
        """Look at another language, where the person writes now."""
        if language and language != self.language.value():
            self.language.set_value(language)
            self.draw()

    def draw(self) -> None:
        """Look again at once."""
        self._timer.start(0)

    def stop(self) -> None:
        """Nobody looks any more."""
        self._timer.stop()
        self._latest.stop()

    @property
    def is_settled(self) -> bool:
        """Whether what is shown is how it looks now."""
        return not self._timer.isActive() and not self._latest.is_busy

    def _draw(self) -> None:
        self._timer.setInterval(_SOON_MS)
        if self._wish is None:
            return
        level = int(self.hint.value()) if self._wish.puzzle else 0
        files, look = self._files, replace(self._wish, language=self.language.value(), hint=level)
        self._latest.ask(lambda _progress: look_at(files, look), self._show)

    def _show(self, found: Shown) -> None:
        if found.sheets is not None:
            self.sheets.show_pdf(found.sheets, min(self.sheets.page, found.sheets.pages - 1))
        elif not found.problems:
            self.sheets.show_pdf(None)
        if found.player is not None:
            self._picture.show(found.player)
        first = next(iter(found.problems), None)
        self.why.setText("" if first is None else self._t(first.message, **first.values))
        self.why.setVisible(first is not None)
        self._arrange()

    def _arrange(self) -> None:
        look = self._wish
        has_sheets = look is not None and bool(look.puzzle or look.kind)
        has_page = look is not None and bool(look.puzzle or look.scene)
        is_page = self.way.value() == _PLAYERS
        if look is None or not (has_page if is_page else has_sheets):
            self.stack.setCurrentIndex(2)
        else:
            self.stack.setCurrentIndex(1 if is_page else 0)
        self.hint.setVisible(has_page and is_page and bool(look and look.puzzle))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = max(160, self.width() - 40)
        self._picture.widget.setFixedSize(QSize(wide, round(wide * 9 / 16)))
