"""The slides of a talk as pages: all of them in one PDF, or one as the picture of a screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO

from kit_app.assets import resources_dir
from kit_app.i18n import Catalogue, load
from kit_app.services.printing.door import not_printable
from kit_app.services.printing.faces import look_for
from kit_app.services.printing.preview import PagePicture, page_picture
from kit_app.system.filenames import safe_filename
from kit_app.views.slides import Debrief, Row, Slide
from printables.layout import colours
from printables.layout.boxes import Size, box_of
from printables.layout.text import NARROW_SPACE, Face
from printables.problems import CannotPrintError
from printables.products.face import Shown
from printables.products.item import Item
from printables.products.slide_thread import Strand
from printables.products.slides import HEIGHT, WIDE, BlankFront, Page, Part
from printables.render.canvas import Canvas
from printables.render.look import Look
from printables.units import mm

_INCHES = HEIGHT / mm(25.4)
_MINUTE_MS = 60_000
_ENDLESS = re.compile(r"(\S{22})(?=\S)")
NARROWEST, BROADEST = 1.25, 2.4
"""Width by height: a screen beyond these shows a slide with margins."""


def slides_pdf(debrief: Debrief) -> bytes:
    """Every slide as a page, 16:9. Raises PrintError."""
    return _pdf([step.slide for step in debrief.steps], debrief, WIDE)


def slides_name(debrief: Debrief, t: Catalogue) -> str:
    """A file name for the slides, safe on every system."""
    return safe_filename(f"{debrief.session} - {t('debrief')}") + ".pdf"


def slide_picture(slide: Slide, debrief: Debrief, width: int, height: int) -> PagePicture:
    """A slide drawn to fill a screen of so many pixels. Raises PrintError."""
    shape = min(max(width / height, NARROWEST), BROADEST)
    high = min(height, round(width / shape))
    pdf = _pdf([slide], debrief, Size(HEIGHT * shape, HEIGHT))
    return page_picture(pdf, 0, high / _INCHES)


def slide_items(debrief: Debrief, size: Size = WIDE) -> list[Item]:
    """The slides as things that can be drawn; for those who look at their layout."""
    look = look_of(debrief)
    return [_item(step.slide, size, look) for step in debrief.steps]


def look_of(debrief: Debrief) -> Look:
    """Fonts and language of the slides."""
    words = load(resources_dir() / "i18n", debrief.language)
    return look_for(words, debrief.kit_line, language=debrief.language)


def _pdf(slides: Sequence[Slide], debrief: Debrief, size: Size) -> bytes:
    look = look_of(debrief)
    items = [_item(slide, size, look) for slide in slides]
    problems = [problem for item in items for problem in item.problems(look)]
    if problems:
        raise not_printable(CannotPrintError(tuple(problems)))
    target = BytesIO()
    canvas = Canvas(target, look, debrief.session, debrief.kit_line)
    for item in items:
        canvas.begin_page(size)
        item.draw(canvas, box_of(size))
        canvas.end_page()
    canvas.save()
    return target.getvalue()


class _Words:
    """Words as they can be drawn: without characters that the font lacks, endless words cut."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def __call__(self, text: str) -> str:
        lacking = set(self._face.lacks(text)) - {"\n", NARROW_SPACE}
        kept = "".join(character for character in text if character not in lacking)
        return _ENDLESS.sub(r"\1 ", kept.replace("**", ""))


def typed(look: Look) -> _Words:
    """Makes typed words such that the paper's font can show them."""
    return _Words(look.faces.text.regular)


def _item(slide: Slide, size: Size, look: Look) -> Item:
    words = _Words(look.faces.screen.regular)
    number = f"{slide.number} / {slide.total}" if slide.total else ""
    foot = words(slide.foot)
    if slide.look == "front":
        return BlankFront(
            title=words(slide.title), masthead=slide.masthead, date_line=words(slide.quiet),
            text=words(slide.question), size=size, foot=foot, number=number,
        )  # fmt: skip
    pairs = tuple((words(title), words(text)) for title, text in slide.points)
    return Page(
        title=words(slide.title),
        size=size,
        path=slide.path,
        parts=() if slide.look == "cases" else _parts(slide, words),
        pairs=pairs if slide.look == "cases" else (),
        picture=Shown(slide.picture_name, slide.picture) if slide.picture else None,
        strands=tuple(_strand(row, words) for row in slide.rows),
        minutes=slide.played_ms / _MINUTE_MS,
        foot=foot,
        number=number,
    )


def _parts(slide: Slide, words: _Words) -> tuple[Part, ...]:
    if slide.look == "choice":
        return tuple(
            Part(text=words(text), size=0.07, bold=number == 0, gap=0.045)
            for number, (_, text) in enumerate(slide.points)
        )
    if slide.look == "question":
        return (
            Part(text=words(slide.question), size=0.092, least=0.055, bold=True),
            Part(text=words(slide.quiet), size=0.068, least=0.045, colour=colours.INK2, gap=0.045),
        )
    return (
        Part(text=words(slide.quiet), size=0.06, colour=colours.INK2),
        Part(text=words(slide.question), size=0.088, least=0.045, bold=True),
        Part(text=words(slide.own), size=0.058, boxed=True, gap=0.045),
    )


def _strand(row: Row, words: _Words) -> Strand:
    return Strand(
        label=words(row.label),
        path=row.path,
        start=None if row.opened_ms is None else row.opened_ms / _MINUTE_MS,
        end=None if row.solved_ms is None else row.solved_ms / _MINUTE_MS,
        hints=tuple(at / _MINUTE_MS for at, _ in row.hints),
        words=words(row.words),
    )
