"""Slides as pictures, each drawn once for each size that it is shown at."""

from PySide6.QtGui import QImage

from kit_app.ui.debrief.slide_view import image_of
from kit_app.views.slides import Debrief, Slide

_MOST = 24


class SlidePictures:
    """The pictures of one talk."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, int, int], tuple[QImage, str]] = {}

    def forget(self) -> None:
        """Another talk, or the same one at another pace."""
        self._known = {}

    def of(self, debrief: Debrief, place: int, width: int, height: int) -> tuple[QImage, str]:
        """A slide (from 0) for so many pixels, with the words on it. Raises PrintError."""
        if width < 1 or height < 1:
            return QImage(), ""
        key = (place, width, height)
        if key not in self._known:
            from kit_app.services.printing.debrief_slides import slide_picture  # loads what draws

            slide = debrief.steps[place].slide
            drawn = image_of(slide_picture(slide, debrief, width, height)), words_of(slide)
            self._known = dict([*self._known.items(), (key, drawn)][-_MOST:])
        return self._known[key]


def words_of(slide: Slide) -> str:
    """All words of a slide, for those who hear it."""
    pairs = (f"{title} {text}".strip() for title, text in slide.points)
    rows = (row.label for row in slide.rows)
    parts = (
        slide.title, slide.quiet, slide.question, *pairs, *rows, slide.own,
    )  # fmt: skip
    return "\n".join(part for part in parts if part)
