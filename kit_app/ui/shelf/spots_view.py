"""Spots: short films to choose by their pictures, look through, play full screen and save as files."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kit_app.domain.films import Film, Moment
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue, duration
from kit_app.services.services import Services
from kit_app.services.spot_files import HEIGHT, WIDTH, write_film
from kit_app.services.spots import VIDEO_SUFFIX, film_name, films
from kit_app.ui.background import Progress
from kit_app.ui.common.buttons import KeyButton
from kit_app.ui.common.choices import SegmentedChoice
from kit_app.ui.common.file_dialogs import with_ending
from kit_app.ui.common.labels import Label
from kit_app.ui.common.panel import Panel
from kit_app.ui.common.sending import Sending
from kit_app.ui.shelf.spot_painter import SpotPainter, still
from kit_app.ui.shelf.spot_preview import SpotPreview
from kit_app.ui.shelf.spot_tiles import PICTURE, SpotTile, SpotTiles
from kit_app.ui.shelf.spot_window import SpotWindow, screen_for
from kit_app.ui.shelf.view import ShelfView, languages_of, spoken

_TOLD_BY = 1
"""The scene whose drawing stands for the film: the one with the joke."""


class SpotsView(ShelfView):
    """Its words are of the language chosen here, its end card is of the facility's profile."""

    def __init__(
        self, services: Services, t: Catalogue, sending: Sending, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._t = t
        self._sending = sending
        self._films: dict[str, Film] = {}
        self.window_played: SpotWindow | None = None
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        self.preview = SpotPreview(t, self)
        self._row.addWidget(self._build_tiles(), 9)
        self._row.addWidget(self.preview, 11)
        self.save = KeyButton(t("Save as a film…"), self, size="large", icon="folder", key="Ctrl+S")
        self.save.setObjectName("spots-save")
        self.save.clicked.connect(self._save)
        self.play = KeyButton(t("Play full screen"), self, kind="primary", icon="play", key="F5")
        self.play.setObjectName("spots-play")
        self.play.clicked.connect(self._play)
        sending.busy_changed.connect(self._refresh)
        self._refresh()

    def _build_tiles(self) -> QWidget:
        t = self._t
        panel = Panel(t("Short films"), self)
        self.language = SegmentedChoice(
            languages_of(self._services.shelf), self, name=t("Language"), height=32
        )
        self.language.set_value(spoken(self._services))
        self.language.changed.connect(lambda _language: self.reload())
        panel.add_to_head(self.language)
        self.tiles = SpotTiles(t("Short films"), self)
        self.tiles.changed.connect(lambda _ident: self._show())
        panel.add(self.tiles)
        self.keys = Label(
            t("While it plays: Space pauses, the arrows go from scene to scene, Esc closes."), "quiet", self
        )
        panel.add(self.keys)
        panel.body.addStretch(1)
        return panel

    def foot_acts(self) -> tuple[KeyButton, ...]:
        return self.save, self.play

    def reload(self) -> None:
        services = self._services
        try:
            kit = services.shelf.base()
            made = films(kit, services.profile.facility, self.language.value())
        except KitAppError as error:
            self.refused.emit(error)
            return
        if made != tuple(self._films.values()):
            self._films = {film.id: film for film in made}
            self.tiles.show_tiles([_tile(film) for film in made])
        self._show()

    def first_focus(self) -> None:
        self.tiles.setFocus()

    def _film(self) -> Film | None:
        return self._films.get(self.tiles.value())

    def _show(self) -> None:
        film = self._film()
        if film is not None:
            self.preview.show_film(film)
        self._refresh()

    def _refresh(self) -> None:
        is_there = self._film() is not None
        self.play.setEnabled(is_there)
        self.save.setEnabled(is_there and not self._sending.is_busy)

    # Played

    def _play(self) -> None:
        film = self._film()
        if film is None:
            return
        self.stop()
        services = self._services
        window = SpotWindow(film, services.clock.steady_ms)
        window.closed.connect(self._over)
        self.window_played = window
        window.play_on(screen_for(self.window(), services.preferences.settings.projector))

    def _over(self) -> None:
        self.window_played = None
        self.window().activateWindow()

    def stop(self) -> None:
        if self.window_played is not None:
            self.window_played.close()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the page leaves the film."""
        if not event.spontaneous():
            self.stop()
        super().hideEvent(event)

    # Saved

    def _save(self) -> None:
        t, film = self._t, self._film()
        if film is None:
            return
        name = film_name(film)
        chosen = self._sending.ask_save(self.window(), t("Save as a film"), name, t("WebM films (*.webm)"))
        if chosen is None:
            return
        target, may_replace = with_ending(chosen, VIDEO_SUFFIX)

        def work(progress: Progress) -> str:
            painter = SpotPainter(film, QSize(WIDTH, HEIGHT))

            def draw(moment: Moment) -> bytes:
                image = painter.image(moment)  # kept while its pixels are copied
                return bytes(image.constBits())

            captions = write_film(film, draw, target, progress.step, overwrite=may_replace)
            return t(
                "Saved: {name}, with its captions in {captions}", name=target.name, captions=captions.name
            )

        self._sending.save_by(
            work, t("Saving the film, seconds done"), target.parent, t("Interrupted. Nothing was saved.")
        )

    def fit(self, is_wide: bool) -> None:
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        self.preview.setMinimumHeight(0 if is_wide else 560)


def _tile(film: Film) -> SpotTile:
    picture = still(film.scenes[_TOLD_BY], PICTURE)
    return SpotTile(film.id, film.title, duration(round(film.seconds)), picture)
