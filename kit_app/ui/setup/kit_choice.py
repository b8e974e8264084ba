"""Which kit a session plays: there to be chosen when there are several, until something was played."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kit_app.domain.kit import Kit
from kit_app.i18n import Catalogue
from kit_app.services.kits import Kits
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.fields import Field
from kit_app.ui.setup.kit_words import words_of


class KitChoice(Field):
    """`chosen(str)`: the id of another kit, or of another version of the same one."""

    chosen = Signal(str)

    def __init__(self, kits: Kits, t: Catalogue, parent: QWidget | None = None) -> None:
        self.box = ComboBox()
        self.box.setObjectName("plan-kit")
        super().__init__(t("Kit"), self.box, "", parent)
        self._kits = kits
        self._t = t
        self._ids: dict[str, str] = {}
        self._shown = ""
        self.box.activated.connect(self._choose)
        self.hide()

    def show_kit(self, kit: Kit, *, may_change: bool) -> None:
        """The kits that are here, and `kit` chosen, which may be one that is here no more."""
        t = self._t
        rows = {row.digest: row for row in self._kits.all()} if may_change else {}
        self._ids = {digest: row.id for digest, row in rows.items()}
        self._shown = kit.digest
        self.box.clear()
        for digest, row in rows.items():
            words = t("{title}, version {version}", title=row.title(t.language), version=row.version)
            self.box.add_choice(digest, words)
        if kit.digest not in rows:
            title = words_of(kit, t.language).title
            words = t("{title}, version {version}, as planned", title=title, version=kit.version)
            self.box.add_choice(kit.digest, words)
        self.box.set_value(kit.digest)
        self.setVisible(len(rows) > 1)

    def _choose(self) -> None:
        digest = self.box.value()
        if digest != self._shown and digest in self._ids:
            self.chosen.emit(self._ids[digest])
