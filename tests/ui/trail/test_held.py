"""Everything that is held of a person: from the results and from the settings, to save and to print."""

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from kit_app.i18n import Catalogue
from kit_app.ui.common.paper_dialog import PaperDialog
from kit_app.ui.places import RESULTS, SETTINGS, Where
from tests.ui.shell import click, services_in, window_of
from tests.unit.services.printing.papers import compact, text_of


@pytest.fixture(scope="module")
def window(tmp_path_factory, qapp):
    with services_in(tmp_path_factory.mktemp("held") / "data") as services:
        window = window_of(services, language="en")
        yield window
        window.close()


def to_results(window) -> None:
    window.go(Where(RESULTS))
    window.page(RESULTS).sections["kept"].click()
    click(window.page(RESULTS), "kept-held")


def to_settings(window) -> None:
    window.go(Where(SETTINGS))
    window.page(SETTINGS).show_section("folder")
    click(window.page(SETTINGS), "settings-held")


@pytest.mark.parametrize("way", [to_results, to_settings])
def test_it_is_a_page_to_save_from_the_results_and_the_settings(qtbot, window, tmp_path, way) -> None:
    way(window)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PaperDialog)
    qtbot.waitUntil(dialog.is_settled, timeout=20_000)
    assert dialog.print.isEnabled()
    target = tmp_path / "held.pdf"
    dialog.sending.ask_save = lambda *_asked: target
    with qtbot.waitSignal(dialog.told, timeout=20_000):
        dialog.save.click()
    qtbot.waitUntil(lambda: not dialog.sending.is_busy)
    text = compact(text_of(target.read_bytes()))
    assert compact("Nobody who played can be found here") in text
    with pypdfium2.PdfDocument(target) as document:
        assert len(document) <= 2
    dialog.close_button.click()


def test_the_list_in_the_results_says_how_much_there_is_now(window) -> None:
    window.go(Where(RESULTS))
    view = window.page(RESULTS).kept_view
    view.reload()
    words = {one.text() for one in view.findChildren(type(view.state)) if "Now:" in one.text()}
    told = view._services.holdings.told(Catalogue("en"))
    assert words == {f"Stays: {one.stays} · Now: {one.now}" for one in told}
