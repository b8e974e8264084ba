"""Posters: they fit in both languages, grow with the sheet, and are cut up into sheets that overlap."""

from dataclasses import replace

import pytest

from printables.layout.boxes import A2, A3, A4, Size
from printables.layout.pieces import Picture, Words
from printables.problems import Cause
from printables.products.poster import OVERLAP, TILINGS, Poster, Tile, composed, poster_tiles
from printables.units import mm
from tests.unit.printables.poster_samples import POSTER, SQUARE, TILE_WORDS as WORDS
from tests.unit.printables.samples import deck_of, drawn, pages, sample_look


def texts(poster: Poster, scale: float = 1.0) -> dict[str, Words]:
    pieces = composed(poster, sample_look(), scale).pieces
    return {piece.text: piece for piece in pieces if isinstance(piece, Words)}


def test_a_poster_has_no_problem_and_reads_its_slogan_large() -> None:
    assert POSTER.problems(sample_look()) == []
    assert 43 <= texts(POSTER)["Votre mot de passe"].size.pt <= 47.001


def test_a_slogan_too_wide_or_too_long_is_a_problem() -> None:
    for slogan in (("Votre mot de passe n'est pas du tout incognito.",), ("a", "b", "c", "d"), ()):
        (problem,) = replace(POSTER, slogan=slogan).problems(sample_look())
        assert problem.cause in (Cause.WIDE_WORD, Cause.OVERFLOW)


def test_a_picture_that_is_none_is_a_problem() -> None:
    (problem,) = replace(POSTER, picture=b"<svg/>").problems(sample_look())
    assert problem.cause is Cause.UNREADABLE_PICTURE


def test_without_a_number_or_a_logo_nothing_stands_in_for_them() -> None:
    poster = replace(POSTER, number="")
    assert sum(isinstance(piece, Picture) for piece in composed(poster, sample_look()).pieces) == 1
    assert poster.problems(sample_look()) == []
    with_logo = composed(replace(POSTER, logo=SQUARE), sample_look()).pieces
    assert sum(isinstance(piece, Picture) for piece in with_logo) == 2


@pytest.mark.parametrize(("size", "times"), [(A3, 2**0.5), (A2, 2.0)])
def test_a_large_poster_is_the_small_one_enlarged_on_a_sheet_of_its_own(size: Size, times: float) -> None:
    slogan = "Votre mot de passe"
    assert texts(POSTER, times)[slogan].size.pt == pytest.approx(texts(POSTER)[slogan].size.pt * times)
    (page,) = pages(drawn(deck_of(replace(POSTER, size=size))), 25)
    assert page.width == pytest.approx(size.width / mm(25.4) * 25, abs=1)


@pytest.mark.parametrize(("size", "count"), [(A3, 2), (A2, 4)])
def test_a_poster_to_glue_is_so_many_sheets_of_a4(size: Size, count: int) -> None:
    poster = replace(POSTER, size=size)
    tiles = poster_tiles(poster, WORDS)
    assert [tile.title[-1] for tile in tiles] == list("ABCD"[:count])
    assert [problem for tile in tiles for problem in tile.problems(sample_look())] == []
    assert len(pages(drawn(deck_of(*tiles)), 25)) == count
    assert TILINGS[size].scale > size.width / A4.width * 0.9


def test_neighbouring_sheets_show_ten_millimetres_of_each_other() -> None:
    first, _, third, _ = poster_tiles(replace(POSTER, size=A2), WORDS)
    assert isinstance(first, Tile) and isinstance(third, Tile)
    whole = 287 * first.tiling.scale
    shown = (first.part().height + third.part().height - OVERLAP) / mm(1)
    assert shown == pytest.approx(whole, abs=0.01)


def test_saving_ink_leaves_the_ground_and_the_band_white() -> None:
    saving = replace(sample_look(), ink_saving=True)
    (page,) = pages(drawn(deck_of(POSTER), saving), 50)
    (full,) = pages(drawn(deck_of(POSTER)), 50)
    assert page.convert("L").resize((1, 1)).getpixel((0, 0)) > 235
    assert full.convert("L").resize((1, 1)).getpixel((0, 0)) < 220
