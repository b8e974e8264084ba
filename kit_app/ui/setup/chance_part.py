"""How many teams are in time, as a figure and a bar, and from what that was reckoned."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kit_app.i18n import N_, Catalogue
from kit_app.services.advising import Foresight
from kit_app.ui.common.labels import Label, flowing
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.percents import percent

_UNKNOWN = "–"


class ChancePart(QWidget):
    """Holds its room from the start, so that nothing moves when the figures come."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.figure = Label(_UNKNOWN, "figure", self)
        self.figure.setObjectName("chance-figure")
        self.line = Label(t("of teams finish in time"), "quiet", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 100)
        self.bar.setAccessibleName(t("Chance to finish in time"))
        self.source = Label(self._source_text(None), "small", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.figure, self.line, self.bar, self.source):
            column.addWidget(part)
        self.short = Panel("", self, look="warn", padding=10)
        self.short.setObjectName("chance-short")
        self.short_words = flowing(Label("", "body", self.short))
        self.short.add(self.short_words)
        self.short.hide()
        column.addWidget(self.short)

    def show_foresight(self, foresight: Foresight | None, *, helped: bool, alike: bool) -> None:
        """`helped`: hints come by the clock. `alike`: all teams have the same size."""
        self.figure.setText(_UNKNOWN if foresight is None else percent(foresight.chance, self._t))
        self.bar.setValue(0 if foresight is None else round(foresight.chance * 100))
        players = None if foresight is None or alike else foresight.players
        self.line.setText(self._line_text(players, helped=helped))
        self.source.setText(self._source_text(foresight))

    def show_length(self, foresight: Foresight | None, duration_ms: int) -> None:
        """Say where a game is too short: most teams end before half of the clock has run."""
        is_short = foresight is not None and 2 * foresight.expected_ms < duration_ms
        if foresight is not None and is_short:
            end, minutes = round(foresight.expected_ms / 60_000), round(duration_ms / 60_000)
            message = N_(
                "Likely over after {end} of {minutes} min: too short. "
                "Add puzzles, or take time off the clock."
            )
            self.short_words.setText(self._t(message, end=end, minutes=minutes))
        self.short.setVisible(is_short)

    def _line_text(self, players: int | None, *, helped: bool) -> str:
        t = self._t
        if players is not None:
            if helped:
                return t("of teams of {players} finish in time", players=players)
            return t("of teams of {players} finish in time without a hint", players=players)
        return t("of teams finish in time") if helped else t("of teams finish in time without a hint")

    def _source_text(self, foresight: Foresight | None) -> str:
        if foresight is not None and foresight.games:
            games = foresight.games
            return self._t.plural("Reckoned from {n} game of yours.", "Reckoned from your {n} games.", games)
        if foresight is not None and foresight.is_regional:
            return self._t("Reckoned from the times of your region.")
        return self._t("Reckoned from the kit’s times.")
