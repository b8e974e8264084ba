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
    """`told(Told)`: what was done, perhaps with a way back."""

    told = Signal(object)

    def __init__(self, services: Services, t: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(t("Posters, cards"), "", parent)
        self._t = t
        self._services = services
        self.sending = Sending(t, self)
        self.views: dict[str, ShelfView] = {
            PAPERS: GalleryView(services, t, self),
            ALERTS: BulletinsView(services, t, self),
            TOPICS: TopicsView(services, t, self),
            PROGRAMMES: ProgrammesView(services, t, self),
            SPOTS: SpotsView(services, t, self.sending, self),
        }
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
        for view in self.views.values():
            view.hide()
            self.add(view, 1)
            view.ready_changed.connect(self._refresh)
            view.told.connect(self.told)
            view.refused.connect(self._refuse)
        self._build_foot()
        self._choose(next(iter(self.views)))

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
        for view in self.views.values():
            for button in view.foot_acts():
                foot.add(button)
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
        for one in self.views.values():
            one.setVisible(one is self.view)
            for button in one.foot_acts():
                button.setVisible(one is self.view)
        for button in (self.save, self.print):
            button.setVisible(not self.view.foot_acts())
        self.banners.remove("shelf")

    def reload(self) -> None:
        """Show what is there now."""
        self.view.reload()
        self._refresh()

    def first_focus(self) -> None:
        """Where the keyboard starts."""
        self.view.first_focus()

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
