"""How far the time has gone, as a bar. Hidden where no clock runs; no rule here."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.forecast_bar import Forecast, ForecastBar
from kit_app.ui.common.labels import Label
from kit_app.ui.console.wording import MINUTE_MS, spent
from kit_app.views.console import ConsoleView


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

    def show_view(self, view: ConsoleView) -> None:
        """Show the time that has passed; the same second paints nothing."""
        total_s = view.total_ms / 1000
        passed_ms = max(0, view.total_ms - view.remaining_ms)
        text = self._t("{minutes} minutes in all", minutes=round(view.total_ms / MINUTE_MS))
        if view.phase == "guided":
            text = self._t("The last exercise")
        if text != self.heading.text():
            self.heading.setText(text)
        self.bar.show_forecast(
            Forecast(
                elapsed=passed_ms // 1000,
                total=max(1.0, total_s),
                elapsed_text=spent(passed_ms),
                total_text=str(round(view.total_ms / MINUTE_MS)),
            )
        )
