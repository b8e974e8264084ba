"""The player screen's colours: ours, high contrast, or the facility's, always readable."""

from hypothesis import given, strategies as st

from kit_app.domain.colours import LEAST_WORDS, contrast, holds_words, nearest
from kit_app.domain.facility import Facility
from kit_app.services.player_look import player_colours
from kit_app.views.player import HIGH_CONTRAST, NIGHT

OWN = Facility(screen_ground="#00331F", screen_marker="#FFC20E")


def test_each_look_has_its_colours() -> None:
    assert player_colours("night", OWN) == NIGHT
    assert player_colours("high-contrast", OWN) == HIGH_CONTRAST
    own = player_colours("facility", OWN)
    assert (own.ground, own.marker) == ("#00331F", "#FFC20E")
    assert own.alert_ground == NIGHT.alert_ground


def test_without_own_colours_the_night_stays() -> None:
    assert player_colours("facility", Facility()).ground == NIGHT.ground


def test_colours_that_cannot_be_read_are_not_used() -> None:
    for ground, marker in (("#808080", "#FFD23F"), ("#0B1320", "#777777"), ("#0B1320", "#101010")):
        facility = Facility(screen_ground=ground, screen_marker=marker)
        assert player_colours("facility", facility) == NIGHT


@given(st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}"))
def test_every_word_can_be_read_on_any_ground_that_is_taken(wish: str) -> None:
    ground = nearest(wish, holds_words)
    marker = "#FFD23F" if contrast("#FFD23F", ground) >= 3 else "#16202C"
    own = player_colours("facility", Facility(screen_ground=ground, screen_marker=marker))
    assert own.ground == ground
    for words, face in (("text", "ground"), ("quiet", "ground"), ("text", "raised"), ("quiet", "raised")):
        assert contrast(getattr(own, words), getattr(own, face)) >= LEAST_WORDS
    assert contrast(own.on_marker, own.marker) >= LEAST_WORDS
