"""The bundled kit's small drawings are one family: boards, strokes, grounds; none tells an answer."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from kit_app.content.overlays import read_whole
from kit_app.content.paper_check import paper_problems
from kit_app.content.pictures import picture_problems
from kit_app.mechanisms.table import MECHANISMS
from tests.unit.content.bundled import bundled_files

BOARDS = {"face": 28 / 32, "post": 5 / 3, "object": 1.0, "story": 16 / 9}
MOST_WIDTHS = 3


def drawings(*kinds: str) -> Iterator[tuple[str, str]]:
    for name, content in bundled_files().items():
        if name.startswith(tuple(f"images/{kind}-" for kind in kinds)):
            yield name, content.decode()


@pytest.mark.parametrize("kind", BOARDS)
def test_drawings_of_a_kind_have_the_board_of_their_place(kind: str) -> None:
    found = dict(drawings(kind))
    assert len(found) >= 8
    for name, text in found.items():
        width, height = re.findall(r'viewBox="0 0 (\d+) (\d+)"', text)[0]
        assert int(width) / int(height) == pytest.approx(BOARDS[kind], rel=0.001), name


def test_a_small_drawing_has_three_widths_of_stroke_at_most() -> None:
    for name, text in drawings(*BOARDS):
        assert len(set(re.findall(r'stroke-width="([^"]+)"', text))) <= MOST_WIDTHS, name


def test_things_to_judge_stand_on_one_ground_and_wear_no_red_or_green() -> None:
    things = dict(drawings("object"))
    grounds = {re.findall(r"<circle[^>]*/>", text)[0] for text in things.values()}
    assert len(things) == 9
    assert len(grounds) == 1
    assert not [name for name, text in things.items() if re.search("#C8352C|#7E1510|#17633D", text)]


def test_every_picture_that_goes_missing_is_told() -> None:
    whole = read_whole(bundled_files(), MECHANISMS)
    for lost in (name for name in whole.files if name.startswith("images/")):
        draft = replace(whole, files={name: text for name, text in whole.files.items() if name != lost})
        problems = [*picture_problems(draft), *paper_problems(draft)]
        assert {problem.values["picture"] for problem in problems} == {lost}
        assert all(problem.line > 1 for problem in problems), lost
