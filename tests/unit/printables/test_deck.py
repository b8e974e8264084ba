"""A deck is one PDF: codes that scan, embedded fonts, equal bytes for equal input, problems before pages."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy
import pypdfium2
import pytest
from PIL import Image, ImageFilter

from printables.layout.boxes import Size
from printables.problems import CannotPrintError, Cause
from printables.products.blocks import Mono, Text
from printables.products.cards import ClueCard
from printables.products.deck import Deck, Section, check_deck, planned_sheets, write_deck
from printables.products.labels import FlapLabel
from printables.render.qr import is_card_code, readable
from printables.units import mm
from tests.unit.printables.samples import (
    CALL,
    CLUE,
    CODES,
    LABEL,
    LOG,
    POST,
    RESULT,
    deck_of,
    drawn,
    face,
    pages,
    read_codes,
    sample_deck,
    sample_look,
    samples,
)

FOUR = [replace(CALL, face=face(code=code)) for code in CODES[:4]]
EIGHT = [replace(POST, face=face("P05-S1", code=code)) for code in CODES]


@pytest.mark.parametrize("dpi", [150, 300])
def test_every_code_of_a_sheet_is_read_back(dpi: int) -> None:
    a6, a7 = pages(drawn(deck_of(*FOUR, *EIGHT)), dpi)
    assert read_codes(a6) == sorted(CODES[:4])
    assert read_codes(a7) == sorted(CODES)


def test_codes_are_read_through_blur_noise_and_a_slant() -> None:
    noise = numpy.random.default_rng(45)
    for page, expected in zip(pages(drawn(deck_of(*FOUR, *EIGHT)), 150), (CODES[:4], CODES), strict=True):
        slanted = page.convert("L").rotate(3, fillcolor=255, expand=True).filter(ImageFilter.GaussianBlur(1))
        grey = numpy.asarray(slanted, dtype=float) + noise.normal(0, 20, (slanted.height, slanted.width))
        assert read_codes(Image.fromarray(grey.clip(0, 255).astype("uint8"))) == sorted(expected)


def test_every_product_with_a_code_shows_it() -> None:
    for name, page in zip(samples(), pages(drawn(sample_deck()), 150), strict=True):
        item = samples()[name]
        code = getattr(getattr(item, "face", None), "code", None)
        assert read_codes(page) == ([code] if code else []), name


def test_the_same_input_gives_the_same_bytes() -> None:
    assert drawn(sample_deck()) == drawn(sample_deck())


def test_no_date_and_no_path_of_this_computer_is_written() -> None:
    data = drawn(sample_deck())
    assert str(Path(__file__).resolve().parents[3]).encode() not in data
    assert b"D:2000" in data


def test_fonts_are_embedded_as_subsets_and_no_other_font_is_named() -> None:
    data = drawn(sample_deck())
    names = set(re.findall(rb"/BaseFont /([^\s/]+)", data))
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+.+", name) for name in names)
    assert data.count(b"/FontFile2") == len(names)
    assert len(data) < 400_000


def test_title_author_and_language_are_in_the_file() -> None:
    data = drawn(sample_deck())
    document = pypdfium2.PdfDocument(data)
    try:
        assert document.get_metadata_value("Title") == "Essai"
        assert document.get_metadata_value("Author") == "Kit"
    finally:
        document.close()
    assert b"/Lang (fr)" in data
    assert b"/PrintScaling /None" in data


def test_pages_have_the_size_of_the_paper() -> None:
    document = pypdfium2.PdfDocument(drawn(deck_of(*FOUR, LOG)))
    try:
        upright, turned = document[0].get_size(), document[1].get_size()
    finally:
        document.close()
    assert upright == pytest.approx((210 / 25.4 * 72, 297 / 25.4 * 72), abs=0.1)
    assert turned == pytest.approx((297 / 25.4 * 72, 210 / 25.4 * 72), abs=0.1)


def test_sheets_follow_sections_and_sizes_in_order() -> None:
    deck = Deck(
        title="x",
        author="x",
        sections=(Section(title="A", items=(CALL, RESULT, LABEL)), Section(title="B", items=(CALL,))),
    )
    assert [(sheet.section, len(sheet.items)) for sheet in planned_sheets(deck)] == [
        ("A", 2),
        ("A", 1),
        ("B", 1),
    ]


def test_a_whole_deck_of_samples_has_no_problem() -> None:
    assert check_deck(sample_deck(), sample_look()) == []


def test_text_that_does_not_fit_is_a_problem_with_the_title_and_nothing_is_written() -> None:
    long = replace(CLUE, blocks=(Text(text="Un mot et encore un. " * 60),))
    target = BytesIO()
    with pytest.raises(CannotPrintError) as refused:
        write_deck(deck_of(CALL, long, long), sample_look(), target)
    assert [problem.cause for problem in refused.value.problems] == [Cause.OVERFLOW] * 2
    assert refused.value.problems[0].where == "P06-C1 Allô, le support\u00a0?"
    assert refused.value.problems[0].why.startswith("Un mot et encore un.")
    assert target.getvalue() == b""


def test_a_word_wider_than_its_card_is_a_problem() -> None:
    wide = replace(CLUE, blocks=(Text(text="x" * 80),))
    assert {problem.cause for problem in check_deck(deck_of(wide), sample_look())} == {Cause.WIDE_WORD}


def test_fixed_lines_that_do_not_fit_at_their_smallest_size_are_a_problem() -> None:
    wide = replace(CLUE, blocks=(Mono(lines=("X" * 90,)),))
    assert {problem.cause for problem in check_deck(deck_of(wide), sample_look())} == {Cause.WIDE_WORD}


def test_a_character_that_the_font_lacks_is_a_problem() -> None:
    snowman = replace(CLUE, blocks=(Text(text="Il neige ☃"),))
    (problem,) = check_deck(deck_of(snowman), sample_look())
    assert problem.cause is Cause.MISSING_GLYPH
    assert "☃" in problem.why


@pytest.mark.parametrize("code", ["NPBDX", "NPBDXF7", "npbdxf", "NPBDXA"])
def test_a_code_that_is_no_card_code_is_a_problem(code: str) -> None:
    (problem,) = check_deck(deck_of(replace(CALL, face=face(code=code))), sample_look())
    assert problem.cause is Cause.WRONG_CODE


def test_a_flap_list_refuses_a_wrong_code_and_too_many_lines() -> None:
    content = samples()["flap"]
    assert isinstance(content, FlapLabel)
    wrong = replace(content, contents=(replace(content.contents[0], code="NOPE"),))
    long = replace(content, contents=content.contents * 6)
    assert [p.cause for p in check_deck(deck_of(wrong, long), sample_look())] == [
        Cause.WRONG_CODE,
        Cause.OVERFLOW,
    ]


def test_a_thing_larger_than_the_paper_is_refused_by_its_title() -> None:
    huge = ClueCard(face=face(), blocks=(), size=Size(mm(300), mm(300)))
    with pytest.raises(CannotPrintError, match="P06-C1"):
        planned_sheets(deck_of(huge))


def test_progress_counts_sheets_and_may_stop_the_work() -> None:
    class Stopped(Exception):
        pass

    seen: list[tuple[int, int]] = []

    def step(done: int, total: int) -> None:
        seen.append((done, total))
        if done == 2:
            raise Stopped

    target = BytesIO()
    with pytest.raises(Stopped):
        write_deck(deck_of(*FOUR * 3), sample_look(), target, step)
    assert seen == [(1, 3), (2, 3)]
    assert target.getvalue() == b""


def test_text_of_a_page_can_be_searched() -> None:
    document = pypdfium2.PdfDocument(drawn(deck_of(CALL)))
    try:
        text = document[0].get_textpage().get_text_bounded()
    finally:
        document.close()
    assert "Allô, le support ?" in text
    assert "P06-C1 · jeu TXR9 · 23/71" in text
    assert readable(CODES[0]) in text


def test_ink_saving_leaves_out_the_bands() -> None:
    saving = replace(sample_look(), ink_saving=True)

    def darkness(data: bytes) -> float:
        return 255 - float(numpy.asarray(pages(data, 50)[0].convert("L")).mean())

    assert darkness(drawn(deck_of(CALL), saving)) < darkness(drawn(deck_of(CALL)))


def test_card_codes_use_only_the_letters_of_both_keyboards() -> None:
    assert is_card_code("NPBDXF")
    assert not is_card_code("NPBDXQ")
