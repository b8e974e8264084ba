"""The print desk's choices: paper, ink, posters, one file a line, what changed, one lost card."""

from dataclasses import replace

import pypdfium2
from PySide6.QtTest import QTest

from kit_app.services.printing.desk import cards_named
from kit_app.ui.printing.lines_panel import SHELF
from kit_app.ui.printing.reprint_dialog import Reprint, ReprintDialog
from tests.unit.services.printing.papers import text_of


def choose(combo, ident):
    """Take a choice of a drop-down as a person does."""
    combo.setCurrentIndex(combo.findData(ident))


def test_the_paper_wished_for_is_the_paper_drawn(desk):
    page = desk.open()
    usual = page._made
    choose(page.wish.sides, "long")
    desk.settle()
    assert page._made.pages > usual.pages
    assert page._made.needs.sheets < usual.needs.sheets  # fronts and backs share sheets
    choose(page.wish.sides, "one")
    choose(page.wish.paper, "A3")
    desk.settle()
    with pypdfium2.PdfDocument(page._made.pdf) as document:
        sizes = {tuple(sorted(round(length) for length in one.get_size())) for one in document}
    assert sizes == {(842, 1191)}
    assert page._made.needs.sheets < usual.needs.sheets
    choose(page.wish.paper, "A4")
    desk.settle()
    assert page._made.pdf == usual.pdf


def test_saving_ink_takes_the_grounds_away(desk):
    page = desk.open()
    usual = page._made
    choose(page.wish.edition, "ink")
    desk.settle()
    assert page._made.pdf != usual.pdf
    assert len(page._made.pdf) < len(usual.pdf)


def test_what_is_needed_tells_colour_and_scissors(desk):
    needs = desk.open()._made.needs
    assert 0 < needs.colour_pages <= needs.sheets
    assert 5 < needs.cutting_min < 60


def test_posters_and_cards_are_printed_from_the_same_desk(desk):
    page = desk.open()
    page.lines.choose_who(SHELF)
    desk.settle()
    assert page._made.pages > 3
    assert page.print.text() == "Print"


def test_each_line_is_saved_as_a_file_of_its_own(desk, tmp_path):
    page = desk.open()
    page.lines.list.tick_only({"P2", "P5", "badges"})
    desk.settle()
    folder = tmp_path / "papers"
    folder.mkdir()
    page.sending.ask_folder = lambda *_asked: folder
    page.save_all.click()
    desk.qtbot.waitUntil(lambda: not page.sending.is_busy, timeout=20_000)
    names = sorted(path.name for path in folder.iterdir())
    assert [name[:2] for name in names] == ["00", "01", "02", "03"]
    assert "Control sheet" in names[0] and "P2" in names[1] and "P5" in names[2]
    assert "Measure this line" in text_of((folder / names[0]).read_bytes())
    assert "Measure this line" not in text_of((folder / names[1]).read_bytes())
    page.save_all.click()
    desk.qtbot.waitUntil(lambda: page.banners.banner("paper") is not None, timeout=20_000)
    assert sorted(path.name for path in folder.iterdir()) == names


def test_only_what_changed_since_it_was_printed_is_ticked(desk, tmp_path):
    page = desk.open()
    page.lines.changes.click()
    desk.qtbot.waitUntil(lambda: not page._comparer.is_busy, timeout=20_000)
    assert set(page.lines.list.ticked()) == {line.ident for line in page._lines}
    assert page.banners.banner("paper").text.startswith("None of these papers was printed as it is now")
    desk.settle()
    desk.save_to(tmp_path / "deck.pdf")
    desk.qtbot.waitUntil(lambda: not page._comparer.is_busy, timeout=20_000)
    page.lines.changes.click()
    desk.qtbot.waitUntil(lambda: not page._comparer.is_busy, timeout=20_000)
    assert not page.lines.list.ticked()
    assert page.banners.banner("paper").text.startswith("Nothing changed since these papers went out")


def test_a_lost_card_is_printed_alone_in_the_place_that_is_free(desk):
    page = desk.open()
    whole = page._made.pages
    card = cards_named(page._papers, "p05 s3")[0]
    page.ask_lost_card = lambda: Reprint(card, 5)
    page.lines.lost.click()
    desk.settle()
    assert page._made.pages == 1
    assert "P05-S3" in page.banners.banner("only").text
    assert page.print.text() == "Print this card"
    text = text_of(page._made.pdf)
    assert "P05-S3" in text and "P05-S4" not in text
    page.banners.chosen.emit("only", "all")
    desk.settle()
    assert page._made.pages == whole
    assert page.print.text() == "Print team 1"


def test_the_dialog_finds_a_card_by_its_letters_and_offers_the_places(desk, qtbot):
    page = desk.open()
    code = next(iter(page._papers.lots)).job.table.puzzle("P5").cards[2].code
    dialog = ReprintDialog(desk.t, lambda name: cards_named(page._papers, name), {})
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.name, "nothing")
    dialog.accept_button.click()
    assert dialog.name_field.error.startswith("No card of these papers")
    dialog.name.clear()
    QTest.keyClicks(dialog.name, code.lower())
    assert dialog.place.count() == 8
    assert dialog.place.isEnabled()


def test_a_poster_is_glued_from_office_sheets(desk):
    page = desk.open()
    page.wish.control.click()
    page.lines.choose_who(SHELF)
    desk.settle()
    posters = {line.ident for line in page._lines if line.ident.startswith("poster")}
    assert len(posters) == 6
    page.lines.list.tick_only(posters)
    desk.settle()
    assert page._made.pages == 6
    choose(page.wish.posters, "A2-glued")
    desk.settle()
    assert page._made.pages == 24
    choose(page.wish.posters, "A3")
    desk.settle()
    assert page._made.pages == 6
    with pypdfium2.PdfDocument(page._made.pdf) as document:
        assert [round(length) for length in document[0].get_size()] == [842, 1191]


def test_gap_and_bleed_lie_among_the_rarer_choices_and_are_told_on_the_desk(desk):
    page = desk.open()
    page.lines.list.tick_only({"badges"})
    desk.settle()
    usual = page._made.pdf
    assert page.wish.chosen.isHidden()
    choose(page.wish.bleed, "3")
    choose(page.wish.gap, "8")
    desk.settle()
    assert page._made.pdf != usual
    sheets = page._made.needs.sheets - 1  # all but the control sheet
    assert page._made.sheets == {"badges": sheets}
    shown = next(line for line in page.lines.list.shown.rows if line.ident == "badges")
    assert shown.sheets == f"{sheets} sheet{'s' * (sheets > 1)}"
    assert page.wish.chosen.text() == "Space between cards: 8 mm · Colour over the cut: 3 mm"
    page.wish.more.reset.click()
    desk.settle()
    assert page._made.pdf == usual
    assert page.wish.chosen.isHidden()


def test_an_interrupted_drawing_can_be_taken_up_again(desk):
    page = desk.page
    page.show_session(desk.plan.id)
    desk.qtbot.waitUntil(lambda: bool(page._lines) and page._maker.is_busy, timeout=20_000)
    page.sending.progress.cancel.click()
    assert page.banners.banner("stopped").text == "Interrupted: the sheets are not drawn yet."
    page.banners.banner("stopped").buttons["again"].click()
    desk.settle()
    assert page.banners.banner("stopped") is None


def test_nothing_moves_while_sheets_are_drawn(desk):
    page = desk.page
    page.show_session(desk.plan.id)
    desk.qtbot.waitUntil(lambda: bool(page._lines), timeout=20_000)
    before = page.wish.sides.mapTo(page, page.wish.sides.rect().topLeft())
    desk.settle()
    assert page.wish.sides.mapTo(page, page.wish.sides.rect().topLeft()) == before


def test_sheets_drawn_for_one_printer_do_not_go_to_another(desk, tmp_path):
    desk.services.printers.keep("Office", desk.services.printers.read_today((10.4, 10.4, 10.2, 9.2), None))
    page = desk.open()
    page.side.show_printers(["Office", "Ward"])
    choose(page.wish.printer, "Office")
    desk.settle()
    asked = []

    class Elsewhere:
        def printerName(self) -> str:
            return "Ward"

    page.sending.printer_names = lambda: ["Office", "Ward"]
    page.sending.ask_printer = lambda *args: asked.append(args[-1]) or Elsewhere()
    page.print.click()
    assert (asked[0].name, asked[0].is_drawn_for) == ("Office", True)
    assert "drawn for the printer “Office”" in page.banners.banner("paper").text
    assert desk.changes == []


def test_a_printer_is_proposed_when_none_is_chosen_before_it_is_set_up(desk):
    page = desk.open()
    page.side.show_printers([])
    assert page.printer.isHidden()
    page.side.show_printers(["Office"])
    assert not page.printer.isHidden()
    page.wish.take_first_printer()
    assert page.printer.dialog().windowTitle() == "Set up this printer…"
    assert page.wish.printer.value() == "Office"


def sheets_told(page):
    """What the list says of each line's sheets."""
    return [(line.ident, line.sheets) for line in page.lines.list.shown.rows]


def test_every_edition_is_drawn_and_the_lines_say_how_many_sheets_it_takes(desk):
    page = desk.open()
    page.lines.list.tick_only({"P3", "P7"})
    desk.settle()
    usual = page._made.sheets
    told = dict(sheets_told(page))
    choose(page.wish.edition, "large-contrast")
    desk.settle()
    large = page._made.sheets
    assert dict(sheets_told(page))["P7"] == f"{large['P7']} sheets"
    assert large["P7"] > usual["P7"]
    assert large["P3"] == usual["P3"]
    assert page._made.needs.colour_pages == 0
    choose(page.wish.edition, "grey")
    desk.settle()
    assert page._made.needs.colour_pages == 0
    assert dict(sheets_told(page)) == told


def test_a_mask_on_film_needs_a_transparency(desk):
    page = desk.open()
    page.lines.list.tick_only({"P3"})
    desk.settle()
    card = page._made.needs
    choose(page.wish.film, "film")
    desk.settle()
    assert page._made.needs.film_sheets == 1
    assert page._made.needs.card_sheets == card.card_sheets - 1
    assert "Mask: On film" in page.wish.chosen.text()


def test_a_card_of_two_languages_asks_which_of_them(desk, qtbot):
    papers = desk.open()._papers
    (card,) = cards_named(papers, "P05-S3")
    both = (card, replace(card, line="fr-P5"))
    titles = {card.line: "English · P5 – Oversharing", "fr-P5": "Français · P5 – Trop de partages"}
    dialog = ReprintDialog(desk.t, lambda name: both if name == "P05-S3" else (), titles)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog.name, "P05-S")
    assert not dialog.which_field.isVisible()
    QTest.keyClicks(dialog.name, "3")
    assert [dialog.which.itemText(row) for row in range(dialog.which.count())] == list(titles.values())
    assert dialog.which_field.isVisible()
    dialog.which.setCurrentIndex(1)
    dialog.accept_button.click()
    assert dialog._card == both[1]
    assert dialog.place.count() == 8


def test_what_one_lost_card_needs_is_counted(desk):
    page = desk.open()
    card = cards_named(page._papers, "P05-S3")[0]
    page.ask_lost_card = lambda: Reprint(card, 0)
    page.lines.lost.click()
    desk.settle()
    needs = page._made.needs
    assert (needs.sheets, needs.colour_pages, needs.cut_sheets, needs.pieces) == (1, 1, 1, 1)
    assert needs.cutting_min > 0
