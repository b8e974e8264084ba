"""How far the time has gone and when the team will likely be done, as a bar. No rule here."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.forecast_bar import Forecast, ForecastBar
from kit_app.ui.common.labels import Label
from kit_app.ui.console.wording import MINUTE_MS, spent
from kit_app.views.console import ConsoleView, Outlook as LikelyEnd


class Outlook(QWidget):
    """The team's time: how much of it has passed, of how much."""

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self.heading = Label("", "body", self)
        self.bar = ForecastBar(self, name=t("Time passed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self.bar)
        self.chance = Label("", "small", self)
        self.chance.setObjectName("chance")
        column.addWidget(self.chance)

    def show_view(self, view: ConsoleView) -> None:
        """Show the time that has passed; the same second paints nothing."""
        total_s = view.total_ms / 1000
        passed_ms = max(0, view.total_ms - view.remaining_ms)
        text = self._words(view)
        if text != self.heading.text():
            self.heading.setText(text)
        self._show_chance(view)
        plain = Forecast(
            elapsed=passed_ms // 1000,
            total=max(1.0, total_s),
            elapsed_text=spent(passed_ms),
            total_text=str(round(view.total_ms / MINUTE_MS)),
        )
        self.bar.show_forecast(plain if view.outlook is None else _with_end(plain, view.outlook))

    def _show_chance(self, view: ConsoleView) -> None:
        """The chance in steps of 5 %, since it is a guess."""
        end = view.outlook
        percent = 0 if end is None else min(95, max(5, round(20 * end.chance) * 5))
        text = self._t("{percent} % chance to finish in time", percent=percent) if percent else ""
        if text != self.chance.text():
            self.chance.setText(text)
        self.chance.setVisible(bool(text))

    def _words(self, view: ConsoleView) -> str:
        t = self._t
        if view.is_finale:
            return t("The last exercise")
        if view.outlook is None:
            return t("{minutes} minutes in all", minutes=round(view.total_ms / MINUTE_MS))
        return t(
            "Likely end at {expected} min ({low} to {high})",
            expected=_minutes(view.outlook.expected_ms),
            low=_minutes(view.outlook.low_ms),
            high=_minutes(view.outlook.high_ms),
        )


def _with_end(bar: Forecast, outlook: LikelyEnd) -> Forecast:
    minutes = _minutes(outlook.expected_ms)
    return replace(
        bar,
        low=_minutes(outlook.low_ms) * 60,
        high=_minutes(outlook.high_ms) * 60,
        expected=minutes * 60,
        expected_text=str(minutes),
    )


def _minutes(ms: int) -> int:
    return round(ms / MINUTE_MS)
