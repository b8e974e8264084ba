"""The lines about displays."""

from dataclasses import replace

import pytest

from kit_app.domain.screens import Display
from kit_app.domain.settings import ScreenIdentity
from kit_app.i18n import Catalogue
from kit_app.services.preflight.displays import Displays, copied, resolution, screen
from tests.unit.services.preflight.computers import BESIDE, LAPTOP, SAME, WELL, computer

EN = Catalogue("en")
COPIED = computer(is_mirroring=lambda: True)
OTHER = replace(BESIDE, identity=ScreenIdentity(name="wall"), left=4000)


def of(*every: Display, known: ScreenIdentity | None = None) -> Displays:
    return Displays(every=every, known=known)


def test_a_projector_beside_is_fine() -> None:
    found = of(LAPTOP, BESIDE)

    assert screen(found, WELL, EN).text == "beamer, for the first time."
    assert copied(found, WELL, EN).level == "ok"
    assert resolution(found, WELL, EN).text == "1920 × 1080, at 100%."


def test_the_projector_of_last_time_is_known_again() -> None:
    assert screen(of(LAPTOP, OTHER, BESIDE, known=BESIDE.identity), WELL, EN).text == "beamer, as last time."


def test_among_several_unknown_ones_somebody_has_to_choose() -> None:
    found = screen(of(LAPTOP, OTHER, BESIDE), WELL, EN)

    assert (found.level, found.topic) == ("warn", "Several displays could be the players’")


def test_no_projector_is_yellow() -> None:
    found = screen(of(LAPTOP), WELL, EN)

    assert (found.level, found.topic) == ("warn", "Only one display is connected")
    assert found.action is not None
    assert found.action.ident == "display"


def test_the_same_picture_is_red_where_qt_sees_both_displays() -> None:
    assert copied(of(LAPTOP, SAME), WELL, EN).level == "danger"


def test_the_same_picture_is_red_where_only_windows_knows() -> None:
    found = of(LAPTOP)

    assert copied(found, COPIED, EN).level == "danger"
    assert "Windows + P" in copied(found, COPIED, EN).sentence
    assert screen(found, COPIED, EN).level == "ok"


def test_a_third_display_that_copies_is_no_matter_beside_a_free_one() -> None:
    assert copied(of(LAPTOP, BESIDE), COPIED, EN).level == "ok"


@pytest.mark.parametrize(
    ("width", "height", "scale", "topic"),
    [
        (800, 600, 1.0, "The players’ picture has only 800 × 600 points"),
        (1600, 900, 1.1, "The players’ display is scaled to 110%"),
        (640, 480, 4.0, "The players’ display is scaled to 400%"),
    ],
)
def test_a_picture_that_is_too_small_or_oddly_scaled(
    width: int, height: int, scale: float, topic: str
) -> None:
    display = replace(BESIDE, width=width, height=height, scale=scale)

    assert resolution(of(LAPTOP, display), WELL, EN).topic == topic


@pytest.mark.parametrize("scale", [1.25, 1.5, 1.75, 2.0, 3.0])
def test_a_usual_scale_is_fine(scale: float) -> None:
    assert resolution(of(LAPTOP, replace(BESIDE, scale=scale)), WELL, EN).level == "ok"
