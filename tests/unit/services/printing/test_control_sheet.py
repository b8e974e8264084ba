"""The sheet to measure opens what is printed, in true size; gap and bleed reach the sheets."""

from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from kit_app.domain.printer import PrinterReadings
from kit_app.services.printing.desk import cards_named, line_files, made, made_card, players_papers
from kit_app.services.printing.jobs import print_team
from kit_app.services.printing.wishes import choice_of
from kit_app.views.paper import PaperWish
from printables.units import mm
from tests.unit.services.printing.papers import bundled_kit, compact, job_of, plan_of, text_of

WISH = PaperWish(control_sheet=True)
MEASURE = compact("Mesurez ce trait")


@pytest.fixture(scope="module")
def papers():
    return players_papers(bundled_kit(), plan_of("fr"), 1, job_of("fr").t)


def first_page(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return compact(document[0].get_textpage().get_text_bounded())


def rulers(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height in mm of the outlines on the first page that are 100 mm long."""
    with pypdfium2.PdfDocument(pdf) as document:
        things = document[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])
        boxes = [thing.get_bounds() for thing in things]
    sizes = [((right - left) * 25.4 / 72, (top - low) * 25.4 / 72) for left, low, right, top in boxes]
    return [size for size in sizes if size[0] == pytest.approx(100, abs=0.05) and size[1] < 1]


@pytest.mark.parametrize("order", ["rows", "stack", "booklet"])
@pytest.mark.parametrize("paper", ["A4", "letter", "A3"])
def test_it_comes_first_and_in_true_size_however_the_sheets_are_laid(papers, order, paper):
    everything = made(papers, ["P2", "badges"], wish=replace(WISH, order=order, paper=paper))
    assert MEASURE in first_page(everything.pdf)
    assert len(rulers(everything.pdf)) == 1
    assert everything.starts["P2"] == 1


def test_its_back_stays_empty_on_both_sides(papers):
    everything = made(papers, ["P2"], wish=replace(WISH, sides="long"))
    assert everything.starts["P2"] == 2
    with pypdfium2.PdfDocument(everything.pdf) as document:
        assert not document[1].get_textpage().get_text_bounded().strip()


def test_it_is_one_page_for_a_whole_deck(papers):
    everything = made(papers, [line.ident for line in papers.lines()], wish=WISH)
    assert everything.starts["P1"] == 1


def test_a_team_s_files_open_with_it_unless_it_is_not_wanted(tmp_path):
    for name, wanted in (("with", True), ("without", False)):
        folder = tmp_path / name
        folder.mkdir()
        for path in print_team(job_of("fr"), folder, wish=PaperWish(control_sheet=wanted)):
            assert (MEASURE in first_page(path.read_bytes())) is wanted


def test_a_folder_of_files_has_it_once(papers):
    files = dict(line_files(papers, ["P2", "P5"], WISH))
    names = sorted(files)
    assert [name[:2] for name in names] == ["00", "01", "02"]
    assert [MEASURE in first_page(files[name]) for name in names] == [True, False, False]
    assert compact("P5") in first_page(files[names[0]])


def test_gap_and_bleed_reach_the_sheets(papers):
    wish = PaperWish(gap_mm=4, bleed_mm=3)
    assert (choice_of(wish).gap, choice_of(wish).bleed) == (mm(4), mm(3))
    assert made(papers, ["badges"], wish=wish).pdf != made(papers, ["badges"]).pdf
    assert made(papers, ["badges"], wish=PaperWish(bleed_mm=0)).pdf == made(papers, ["badges"]).pdf


def test_a_lost_card_goes_into_a_place_of_the_sheets_as_they_were_printed(papers):
    wish = PaperWish(paper="A3", bleed_mm=3)
    usual, wished = cards_named(papers, "p05 s3")[0], cards_named(papers, "p05 s3", wish)[0]
    assert usual is not None and wished is not None
    assert wished.places > usual.places
    alone = made_card(papers, wished, wished.places - 1, wish=wish)
    with pypdfium2.PdfDocument(alone.pdf) as document:
        assert sorted(round(length) for length in document[0].get_size()) == [842, 1191]
    assert "P05-S3" in text_of(alone.pdf) and "P05-S4" not in text_of(alone.pdf)


def test_files_in_a_folder_are_drawn_for_the_printer_at_hand_too(papers):
    read = PrinterReadings(front=(10.4, 10.4, 10.2, 9.2), read_on="2026-11-24")
    plain = dict(line_files(papers, ["P2"], WISH))
    drawn = dict(line_files(papers, ["P2"], WISH, printer=read))
    assert list(plain) == list(drawn)
    assert all(plain[name] != drawn[name] for name in plain)


def test_a_file_name_does_not_end_in_a_question_mark_made_a_dash(papers):
    names = [name for name, _ in line_files(papers, ["P6"], PaperWish())]
    assert "support - " in names[0] and "- -" not in names[0]
