"""The pages of the questionnaires fit small and large windows, in both languages, with and without sheets."""

from itertools import product

import pytest

from kit_app.ui.places import LEARNING, QUESTIONNAIRES, Where, step
from tests.ui.fitting import misfits
from tests.ui.shell import services_in, session, window_of
from tests.unit.services.sheets import fill

QUICK = [("fr", (683, 330)), ("fr", (1366, 768)), ("en", (1024, 768))]
EACH = [
    pytest.param(*one, marks=() if one in QUICK else pytest.mark.long)
    for one in product(["fr", "en"], [(683, 384), (683, 330), (1024, 768), (1366, 768), (1920, 1080)])
]


@pytest.mark.parametrize(("language", "size"), EACH)
def test_nothing_is_cut(qtbot, tmp_path, language, size) -> None:
    with services_in(tmp_path / "data") as services:
        full, few, closed = (session(services, name) for name in ("Unités B et C", "Few", "Closed"))
        fill(services, full.id, 8, ("before", "after", "month"))
        fill(services, few.id, 3)
        fill(services, closed.id, 12)
        services.questionnaires.close(closed.id)
        window = window_of(services, language=language, size=size)
        qtbot.addWidget(window)
        for plan in (full, few, closed):
            for page in (QUESTIONNAIRES, LEARNING):
                window.go(Where(page, plan.id))
                window.resize(*size)
                assert misfits(window) == [], (page, plan.name)
            window.page(LEARNING).parts.button("item").click()
            assert misfits(window) == [], plan.name
            window.page(LEARNING).parts.button("theme").click()
        window.go(Where(QUESTIONNAIRES, full.id))
        window.page(QUESTIONNAIRES)._choose("after")
        assert misfits(window) == []
        window.go(step("run-results", full.id))
        assert misfits(window) == []
