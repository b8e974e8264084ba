"""Whether this computer gathers the results of a region."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.i18n import Catalogue
from kit_app.ui.common.controls import CheckBox
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel


class RegionPanel(Panel):
    """`edited` after every change."""

    edited = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Region"), parent)
        words = t("This computer gathers the results of a region")
        self.gathers = CheckBox(words, self)
        self.gathers.setObjectName("settings-region")
        self.gathers.clicked.connect(lambda _on: self.edited.emit())
        self.add(self.gathers)
        help_text = t(
            "For whoever coordinates several facilities: a page “Region” at the left takes in the files that"
            " they send, and adds them up. A facility needs nothing of this to send its own results."
        )
        self.gathers.setAccessibleDescription(help_text)
        self.add(Label(help_text, "help", self))
