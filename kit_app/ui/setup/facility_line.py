"""Where a session takes place: a line that proposes the profiles' names, and says which profile is taken."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kit_app.domain.facility import Facility, KnownFacility, host, host_id
from kit_app.i18n import Catalogue
from kit_app.ui.setup.proposals import propose


class FacilityLine(QLineEdit):
    """`picked()`: a name was taken from those proposed. With several profiles a click or ↓ shows them all."""

    picked = Signal()

    def __init__(self, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._t = t
        self._known: tuple[KnownFacility, ...] = ()
        self._chosen = ""
        self._before = ("", "")
        self._names = QStringListModel(self)
        later = Qt.ConnectionType.QueuedConnection  # the line takes the name after this, not before
        propose(self, self._names).activated.connect(self.picked, later)

    def know(self, known: Sequence[KnownFacility], chosen: str) -> None:
        """The profiles that there are, and the id of the chosen one."""
        self._known, self._chosen = tuple(known), chosen
        self._names.setStringList([one.facility.name for one in known if one.facility.name])

    def show_place(self, name: str, ident: str) -> None:
        """Show the facility of a session and its profile's id."""
        self._before = name, ident
        self.setText(name)

    @property
    def name(self) -> str:
        """The name typed."""
        return self.text().strip()

    @property
    def profile_id(self) -> str:
        """The id of the profile that a typed name leads to, empty for none; as it was while nobody typed."""
        if self.name == self._before[0]:
            return self._before[1]
        return host_id(self._known, self.name, self._before)

    @property
    def facility(self) -> Facility:
        """The facility whose profile papers and screens take."""
        return host(self._known, self._chosen, (self.name, self.profile_id))

    def told(self) -> str:
        """Which profile papers and screens take. Empty where that is plain, with only one."""
        t, facility = self._t, self.facility
        if facility in [one.facility for one in self._known]:
            if len(self._known) < 2:
                return ""
            return t("Papers and screens take the profile of “{name}”.", name=facility.name)
        return t("No profile has this name: papers stay without logo, numbers and own rules.")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._propose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._propose()
        else:
            super().keyPressEvent(event)

    def _propose(self) -> None:
        completer = self.completer()
        if len(self._known) > 1 and completer is not None:
            completer.setCompletionPrefix("")
            completer.complete()
