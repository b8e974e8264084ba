"""What a printer's numbers mean in words and on sheets: still proved, and a control sheet in true size."""

from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from kit_app.assets import resources_dir
from kit_app.domain.printer import PrinterReadings
from kit_app.errors import PrintError
from kit_app.i18n import NBSP, load
from kit_app.services.printing.calibration import corrections_of, told
from kit_app.services.printing.claims import claim_of
from kit_app.services.printing.control import control_items
from kit_app.services.printing.decks import deck_of, team_products
from kit_app.services.printing.door import deck_name, proved_pdf
from printables.layout.choice import PaperChoice, Sides
from printables.products.deck import Deck, Section
from tests.unit.printables.samples import drawn
from tests.unit.services.printing.papers import LANGUAGES, compact, job_of, text_of

READ = PrinterReadings(front=(13.0, 12.4, 7.2, 7.0), back=(7.1, 7.9, 12.5, 12.0), read_on="2026-11-24")


def test_sheets_corrected_for_a_printer_far_off_are_still_proved():
    job = job_of("fr")
    products = team_products(job)[:6]
    deck = replace(
        deck_of(job, job.table.game_title, products),
        choice=PaperChoice(sides=Sides.LONG),
        corrections=corrections_of(READ),
    )
    claim = claim_of(deck, (job.table,), for_players=True, file_name=deck_name(job))
    assert any(card.codes for page in claim.pages for card in page)
    assert proved_pdf(deck, job.look, claim)


def test_what_a_printer_does_is_told_in_the_language_of_the_window():
    t = load(resources_dir() / "i18n", "fr")
    read = PrinterReadings(front=(10.4, 10.4, 10.2, 9.2), read_on="")
    assert told(read, t) == (
        f"Cette imprimante agrandit de 0,4{NBSP}% et décale de 0,4{NBSP}mm{NBSP}: corrigé."
    )


def test_numbers_that_make_no_sense_are_refused_with_a_sentence():
    with pytest.raises(PrintError, match="100 %"):
        corrections_of(PrinterReadings(front=(10, 10, 10, 15), read_on=""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_control_sheet_lists_every_product_beside_drawings_in_true_size(language):
    job = job_of(language)
    products = team_products(job)
    items = control_items(products, job.team.set_label, job.t, job.look)
    pdf = drawn(Deck(title="", author="", sections=(Section(title="", items=items),)), job.look)
    text = compact(text_of(pdf))
    assert all(compact(one.title) in text for one in products)
    with pypdfium2.PdfDocument(pdf) as document:
        boxes = [
            one.get_bounds() for one in document[0].get_objects() if one.type == pdfium.FPDF_PAGEOBJ_PATH
        ]
    sizes = [((right - left) * 25.4 / 72, (top - low) * 25.4 / 72) for left, low, right, top in boxes]
    assert any(size == pytest.approx((100, 0.3), abs=0.05) for size in sizes)
    assert any(size == pytest.approx((85.60, 53.98), abs=0.4) for size in sizes)
