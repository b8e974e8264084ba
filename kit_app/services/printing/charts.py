"""Charts as blocks for paper and as pictures for the window, from the same values by the same drawing."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import cache

from kit_app.assets import resources_dir
from kit_app.views.charts import Chart, ChartInks, ChartPicture
from printables.layout.boxes import Size
from printables.products.blocks import BarChart, ChartBar
from printables.products.charts import Inks, set_chart
from printables.products.lines import Place, Style
from printables.render.fonts import Faces, read_faces
from printables.render.look import font_files
from printables.render.svg_writer import svg_of
from printables.units import ZERO, Mm, mm, pt

_PX = mm(25.4 / 96)
_LETTERING = pt(13 * 72 / 96)
_FAMILY = "Atkinson Hyperlegible"


def chart_block(chart: Chart) -> BarChart:
    """The chart for a document."""
    bars = tuple(
        ChartBar(
            label=row.label,
            value=row.value,
            words=row.words,
            path=row.path or None,
            dot=row.dot,
            target=row.target,
            low=row.low,
            high=row.high,
            marked=row.is_marked,
        )
        for row in chart.rows
    )
    return BarChart(bars=bars, unit=chart.unit, least=chart.least)


def chart_picture(chart: Chart, inks: ChartInks, width_px: float) -> ChartPicture:
    """The chart as the window shows it, so wide."""
    faces = _window_faces()
    block = replace(chart_block(chart), size=_LETTERING)
    width: Mm = _PX * width_px
    laid = set_chart(block, Place(ZERO, ZERO, width), Style(faces), Inks(**asdict(inks)))
    families = {
        faces.text.regular.name: f'font-family="{_FAMILY}"',
        faces.text.bold.name: f'font-family="{_FAMILY}" font-weight="bold"',
    }
    svg = svg_of(laid.pieces, Size(width, laid.bottom), families)
    return ChartPicture(svg=svg, width=width_px, height=laid.bottom / _PX)


@cache
def _window_faces() -> Faces:
    """The faces of papers, but text in the family of the window."""
    folder = resources_dir() / "fonts"
    own = folder / "atkinson-hyperlegible"
    files = replace(
        font_files(folder),
        text=own / "AtkinsonHyperlegible-Regular.ttf",
        text_bold=own / "AtkinsonHyperlegible-Bold.ttf",
    )
    return read_faces(files)
