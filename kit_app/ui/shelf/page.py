"""The page of all that needs no session; its parts that print share one way to save and to print."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kit_app.domain.problems import KitProblem
from kit_app.errors import KitAppError, ProblemsError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.controls import ComboBox
from kit_app.ui.common.empty_state import EmptyState
from kit_app.ui.common.page import Page
from kit_app.ui.common.sending import Sending
from kit_app.ui.shelf.bulletins_view import BulletinsView
from kit_app.ui.shelf.gallery_view import GalleryView
from kit_app.ui.shelf.programmes_view import ProgrammesView
from kit_app.ui.shelf.spots_view import SpotsView
from kit_app.ui.shelf.topics_view import TopicsView
from kit_app.ui.shelf.view import ShelfView

PAPERS, ALERTS, TOPICS, PROGRAMMES, SPOTS = "papers", "alerts", "topics", "programmes", "spots"
_BESIDE_FROM = 980
_MOST_PROBLEMS = 3


class ShelfPage(Page):
    """`told(Told)`: what was done, perhaps with a way back. With several kits one of them is chosen above."""

    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Posters, cards"), "", parent)
        self._t = t
        self._services = services
        self.sending = Sending(t, self)
        self.kit = ComboBox(self)
        self.kit.setObjectName("shelf-kit")
        self.kit.setAccessibleName(t("Kit"))
        self.kit.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToContents)
        self.kit.activated.connect(self._change_kit)
        self.add_action(self.kit)
        self._base = services.shelf.base()
        names = [
            (PAPERS, t("Posters and cards")),
            (ALERTS, t("Alerts")),
            (TOPICS, t("Topics")),
            (PROGRAMMES, t("Programmes")),
            (SPOTS, t("Spots")),
        ]
        self.part = SegmentedChoice(names, self, name=t("Part of the shelf"))
        self.part.changed.connect(self.show_part)
        self.add_action(self.part)
        self.lacking = EmptyState("empty-cards", "", "", self)
        self.lacking.hide()
        self.add(self.lacking, 1)
        self._build_foot()
        self.views: dict[str, ShelfView] = {}
        self._build_views()
        self._choose(PAPERS)

    def _build_views(self) -> None:
        """The parts of the chosen kit."""
        services, t = self._services, self._t
        self._base = services.shelf.base()
        self.views = {
            PAPERS: GalleryView(services, t, self),
            ALERTS: BulletinsView(services, t, self),
            TOPICS: TopicsView(services, t, self),
            PROGRAMMES: ProgrammesView(services, t, self),
            SPOTS: SpotsView(services, t, self.sending, self),
        }
        for view in self.views.values():
            view.hide()
            self.add(view, 1)
            view.ready_changed.connect(self._refresh)
            view.told.connect(self.told)
            view.refused.connect(self._refuse)
            view.fit(self.width() >= _BESIDE_FROM)
            for button in view.foot_acts():
                self.foot.add(button)

    def _drop_views(self) -> None:
        for view in self.views.values():
            view.stop()
            for part in (*view.foot_acts(), view):
                part.hide()
                part.deleteLater()

    def _change_kit(self) -> None:
        """Show the shelf of another kit; what was typed is kept first."""
        shelf = self._services.shelf
        if not self.keep():
            self.kit.set_value(shelf.base().id)
            return
        try:
            shelf.choose(self.kit.value())
        except KitAppError as error:
            self.kit.set_value(shelf.base().id)
            self._refuse(error)
            return
        self._turn_to(self.part.value())

    def _turn_to(self, part: str) -> None:
        """Build the parts anew, and show one of them."""
        self._drop_views()
        self._build_views()
        self.show_part(part)

    def _show_kits(self) -> None:
        """The kits that are here now; one alone is no choice."""
        shelf = self._services.shelf
        rows = shelf.kits()
        self.kit.clear()
        for row in rows:
            self.kit.add_choice(row.id, row.title(self._t.language))
        self.kit.set_value(shelf.base().id)
        self.kit.setVisible(len(rows) > 1)

    def _lacks(self) -> str:
        """Why the part that is chosen is empty; nothing when the kit has something for it."""
        shelf, t = self._services.shelf, self._t
        has = {PAPERS: shelf.has_papers, PROGRAMMES: shelf.has_programmes, SPOTS: shelf.has_spots}
        part = self.part.value()
        if part not in has or has[part]():
            return ""
        sentences = {
            PAPERS: t("This kit has no posters or cards to hand out. Choose another kit above."),
            PROGRAMMES: t("This kit has no programmes. Choose another kit above."),
            SPOTS: t("This kit has no short films. Choose another kit above."),
        }
        return sentences[part]

    def _build_foot(self) -> None:
        t = self._t
        foot = self.show_foot()
        foot.add_left(self.sending.progress)
        self.save = KeyButton(t("Save as PDF…"), self, size="large", icon="folder", key="Ctrl+S")
        self.save.setObjectName("shelf-save")
        self.print = KeyButton(t("Print"), self, kind="primary", icon="print", key="Ctrl+P")
        self.print.setObjectName("shelf-print")
        foot.add(self.save)
        foot.add(self.print)
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.sending.refused.connect(self._refuse)
        self.sending.done.connect(lambda _is_whole: self.banners.remove("shelf"))
        self.sending.told.connect(self.told)
        self.sending.busy_changed.connect(self._refresh)
        self.sending.stopped.connect(self.stop)
        self.banners.chosen.connect(lambda _banner, _action: self.save.click())

    @property
    def view(self) -> ShelfView:
        """The part shown."""
        return self.views[self.part.value()]

    def show_part(self, ident: str) -> None:
        """Show one part, as it is now."""
        self._choose(ident)
        self.reload()

    def _choose(self, ident: str) -> None:
        self.part.set_value(ident)
        lacks = self._lacks()
        self.lacking.label.setText(lacks)
        self.lacking.setVisible(bool(lacks))
        for one in self.views.values():
            is_shown = one is self.view and not lacks
            one.setVisible(is_shown)
            for button in one.foot_acts():
                button.setVisible(is_shown)
        for button in (self.save, self.print):
            button.setVisible(not self.view.foot_acts() and not lacks)
        self.banners.remove("shelf")

    def reload(self) -> None:
        """Show what is there now."""
        self._show_kits()
        if self._services.shelf.base() is not self._base:
            self._turn_to(self.part.value())
            return
        if self.view.isVisibleTo(self):
            self.view.reload()
        self._refresh()

    def first_focus(self) -> None:
        """Where the keyboard starts."""
        if self.view.isVisibleTo(self):
            self.view.first_focus()
        else:
            self.part.setFocus()

    def keep(self) -> bool:
        """Store what was typed in any part; whether all is on the disk."""
        kept = [view.keep() for view in self.views.values()]
        return all(kept)

    def stop(self) -> None:
        """Stop drawing, when nobody will look at it."""
        for view in self.views.values():
            view.stop()

    def _save(self) -> None:
        done = self.view.finished()
        if done is not None:
            self.sending.save(done.made.pdf, done.file_name)

    def _print(self) -> None:
        done = self.view.finished()
        if done is None:
            return
        if not self.sending.printer_names():
            t = self._t
            sentence = t(
                "No printer is installed on this computer. Save the sheets as a PDF, "
                "and print it elsewhere at 100 %."
            )
            self.banners.show_banner("shelf", "warn", sentence, [("save", t("Save as PDF…"))])
            return
        self.sending.print(done.made.pdf, done.title, done.made.pages)

    def _refuse(self, error: KitAppError) -> None:
        sentences = [self._t.of(error)]
        if isinstance(error, ProblemsError):
            found = [one for one in error.problems if isinstance(one, KitProblem)]
            sentences += [self._t(one.message, **one.values) for one in found[:_MOST_PROBLEMS]]
        self.banners.show_banner("shelf", "danger", "\n".join(sentences))
        self._refresh()

    def _refresh(self) -> None:
        """What may be done, why not, and whether all is kept."""
        view = self.view
        if not view.isVisibleTo(self):
            self.foot.set_message("")
            self.foot.saved.show_saved("")
            return
        is_ready = view.finished() is not None and not self.sending.is_busy
        self.save.setEnabled(is_ready)
        self.print.setEnabled(is_ready)
        self.foot.set_message(view.waits_for())
        is_kept, words = view.kept()
        (self.foot.saved.show_saved if is_kept else self.foot.saved.show_unsaved)(words)

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for view in self.views.values():
            view.fit(self.width() >= _BESIDE_FROM)
