"""Real cards of our PDFs as a laptop's camera sees them: 25 mm symbols at 20 to 40 cm, at any angle."""

import pytest

from kit_app.domain.codes import is_valid
from kit_app.services.camera_reading import codes_in
from tests.camera_frames import HEIGHT, WIDTH, card, empty, frame


def read(**conditions: float) -> tuple[str, ...]:
    return codes_in(frame(**conditions).tobytes(), WIDTH, HEIGHT)


@pytest.mark.parametrize("cm", [20, 30, 40])
@pytest.mark.parametrize("degrees", [0, 17, 45, 90, 133, 180, 260])
def test_a_card_is_read_at_any_angle_from_20_to_40_cm(cm: int, degrees: int) -> None:
    assert is_valid(card()[1])
    assert read(cm=cm, degrees=degrees) == (card()[1],)


@pytest.mark.parametrize("cm", [20, 30, 40])
def test_an_evening_lamp_is_enough(cm: int) -> None:
    assert read(cm=cm, degrees=30, light=0.25) == (card()[1],)


@pytest.mark.parametrize(("cm", "blur"), [(20, 1.8), (30, 1.2), (40, 0.9)])
def test_a_picture_that_is_not_sharp_is_read(cm: int, blur: float) -> None:
    assert read(cm=cm, degrees=200, blur=blur) == (card()[1],)


def test_a_card_that_is_not_held_flat_is_read() -> None:
    assert read(cm=30, degrees=17, light=0.35, is_askew=True) == (card()[1],)


def test_nothing_is_read_where_there_is_nothing() -> None:
    assert codes_in(empty().tobytes(), WIDTH, HEIGHT) == ()
