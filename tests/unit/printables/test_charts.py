"""Charts: every word is set, nothing sticks out, paper and window draw the same; the SVG is text."""

from xml.etree import ElementTree

import pytest

from kit_app.services.printing.charts import chart_picture
from kit_app.ui.common import theme
from kit_app.ui.common.chart import _inks
from kit_app.views.charts import Chart, ChartRow
from printables.layout import colours
from printables.layout.pieces import Bar, Rule, Words
from printables.products.blocks import BarChart, ChartBar
from printables.products.charts import set_chart, step_of
from printables.products.lines import Place, Style
from printables.units import ZERO, mm
from tests.unit.printables.samples import sample_look

BARS = (
    ChartBar(label="P1", value=3.9, words="3,9 min", path="A", dot=5.2, target=4.0),
    ChartBar(label="P2 with a very long name that no chart has room for at all", value=None, words="–"),
    ChartBar(label="After", value=8.2, words="8,2", low=7.9, high=8.5, marked=True),
)


@pytest.mark.parametrize(
    ("most", "step"), [(1, 1), (7, 1), (8, 2), (14, 2), (15, 5), (35, 5), (36, 10), (382, 100), (1462, 500)]
)
def test_a_scale_has_at_most_seven_round_steps(most: float, step: int) -> None:
    assert step_of(most) == step


@pytest.mark.parametrize("width", [60, 110, 180])
def test_no_piece_sticks_out_and_every_word_is_there(width: float) -> None:
    laid = set_chart(
        BarChart(bars=BARS, unit="min"), Place(ZERO, ZERO, mm(width)), Style(sample_look().faces)
    )
    words = [piece for piece in laid.pieces if isinstance(piece, Words)]
    assert {bar.words for bar in BARS} <= {piece.text for piece in words}
    for piece in words:
        assert piece.x + piece.face.width(piece.text, piece.size) <= mm(width + 1)
        assert piece.y <= laid.bottom
    for bar in (piece for piece in laid.pieces if isinstance(piece, Bar)):
        assert bar.box.right <= mm(width + 1)


def test_a_long_name_is_shortened_with_dots() -> None:
    laid = set_chart(BarChart(bars=BARS), Place(ZERO, ZERO, mm(100)), Style(sample_look().faces))
    assert any(piece.text.endswith("…") for piece in laid.pieces if isinstance(piece, Words))


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_the_window_draws_the_same_words_in_its_own_colours(name: str) -> None:
    inks = _inks(theme.THEMES[name])
    chart = Chart(title="T", rows=(ChartRow(label="A & B", value=12, words="12"),))
    picture = chart_picture(chart, inks, 500)
    tree = ElementTree.fromstring(picture.svg)
    texts = ["".join(node.itertext()) for node in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert {"A & B", "12"} <= set(texts)
    assert picture.width == 500 and picture.height > 40
    fills = {node.get("fill") for node in tree.iter("{http://www.w3.org/2000/svg}rect")}
    assert inks.bar in fills


def test_an_interval_that_goes_on_below_the_scale_has_no_end_there() -> None:
    def across(low: float) -> int:
        bar = ChartBar(label="A", value=2, words="2", low=low, high=4)
        laid = set_chart(
            BarChart(bars=(bar,), least=10), Place(ZERO, ZERO, mm(100)), Style(sample_look().faces)
        )
        return sum(
            isinstance(one, Rule) and one.x1 == one.x2 and one.colour == colours.MARKER for one in laid.pieces
        )

    assert (across(1), across(0), across(-1)) == (2, 2, 1)
