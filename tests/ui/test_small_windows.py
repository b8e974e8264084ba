"""Every page fits 683 × 384, which is what a laptop of 1366 × 768 leaves at 200 %, and larger windows too."""

import pytest

from tests.ui.fitting import misfits, settled
from tests.ui.pages import opened_window, visits
from tests.ui.shell import services_in

SMALL = (683, 384)
LARGER = [(683, 330), (1024, 768), (1366, 768), (1920, 1080)]
OTHERS = [("en", SMALL), *((tongue, size) for tongue in ("fr", "en") for size in LARGER)]


def test_nothing_is_cut_on_any_page_at_200_percent(qtbot, tmp_path) -> None:
    look_at_all(qtbot, tmp_path, "fr", SMALL)


@pytest.mark.long
@pytest.mark.parametrize(("language", "size"), OTHERS)
def test_nothing_is_cut_on_any_page(qtbot, tmp_path, language: str, size: tuple[int, int]) -> None:
    look_at_all(qtbot, tmp_path, language, size)


def look_at_all(qtbot, tmp_path, language: str, size: tuple[int, int]) -> None:
    with services_in(tmp_path / "data") as services:
        window, coming, played = opened_window(services, language, size)
        qtbot.addWidget(window)
        for name, go in visits(window, coming, played):
            go()
            window.resize(*size)
            settled(window)
            assert window.size().toTuple() == size, name
            assert misfits(window) == [], name


def test_the_header_scrolls_in_a_low_window_and_the_foot_stays(qtbot, tmp_path) -> None:
    with services_in(tmp_path / "data") as services:
        window, coming, _played = opened_window(services, "fr", (683, 384))
        qtbot.addWidget(window)
        go = dict(visits(window, coming, _played))["prepare"]
        go()
        settled(window)
        page = window.page("prepare")
        bar = page.scroll_area.verticalScrollBar()
        bar.setValue(bar.maximum())
        settled(window)
        assert page.title.mapTo(page, page.title.rect().bottomLeft()).y() < 0
        assert page.foot.mapTo(page, page.foot.rect().bottomLeft()).y() == page.height() - 1
        window.resize(1366, 768)
        settled(window)
        bar.setValue(bar.maximum())
        assert page.scroll_area.geometry().top() > 0


@pytest.mark.long
def test_content_is_at_most_1440_wide(qtbot, tmp_path) -> None:
    with services_in(tmp_path / "data") as services:
        window, coming, played = opened_window(services, "fr", (1920, 1080))
        qtbot.addWidget(window)
        for _name, go in visits(window, coming, played):
            go()
            settled(window)
            page = window._stack.currentWidget()
            assert page.content.parentWidget().width() <= 1440
