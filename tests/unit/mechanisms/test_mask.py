"""The mask: four ways to lay it, four readings, and one edge that the note names."""

from dataclasses import replace

import pytest

from kit_app.mechanisms import mask
from kit_app.mechanisms.made import Redraw
from tests.unit.mechanisms.first import example, made, parameters

LANGUAGES = ("fr", "en")


def clues(language: str = "fr") -> mask.Clues:
    return example(language).puzzle("P3").clues


def quarter_turn(windows: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The windows after the mask has been turned clockwise once: the left edge comes to the top."""
    return tuple((column, 9 - row) for row, column in windows)


@pytest.mark.parametrize(
    ("language", "readings"),
    [
        ("fr", ["LOCAL426", "BUREAU12", "CHARIOT3", "SALLE305"]),
        ("en", ["PRINT426", "OFFICE12", "TROLLEY3", "WARD0305"]),
    ],
)
def test_clockwise_turns_bring_the_left_edge_up_and_show_the_four_readings(
    language: str, readings: list[str]
) -> None:
    windows, seen = clues(language).windows, []
    for _ in readings:
        seen.append("".join(clues(language).rows[row - 1][column - 1] for row, column in sorted(windows)))
        windows = quarter_turn(windows)
    assert seen == readings


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_edge_that_the_note_names_gives_the_room(language: str) -> None:
    assert mask.solve(clues(language)) == {"426"}
    others = [mask.solve(replace(clues(language), known_edge=edge)) for edge in ("R3TD", "M9XC", "W6HA")]
    assert others == [{"12"}, {"3"}, {"305" if language == "fr" else "0305"}]
    assert mask.solve(replace(clues(language), known_edge="NONE")) == frozenset()


def test_the_whole_reading_is_taken_too() -> None:
    assert "LOCAL426" in example("fr").puzzle("P3").accepted
    assert "PRINT426" in example("en").puzzle("P3").accepted


def test_the_edge_on_top_is_the_code_of_the_note() -> None:
    assert clues().edges[0] == clues().known_edge == example("fr").puzzle("P2").answer


def test_the_room_of_the_register_is_not_drawn_again() -> None:
    with pytest.raises(Redraw):
        made("P3", own=replace(parameters("P3"), not_number="426"), number=426)


def test_two_edges_never_bear_the_same_code() -> None:
    with pytest.raises(Redraw):
        made("P3", edge2="R3TD", edge4="R3TD")


def test_windows_that_meet_when_the_mask_turns_are_refused() -> None:
    windows = (*parameters("P3").windows[:-1], (1, 1))
    assert made("P3", own=replace(parameters("P3"), windows=windows)).answer == "426"
    with pytest.raises(ValueError, match="does not fit"):
        made("P3", own=replace(parameters("P3"), windows=(*windows[:-1], (3, 8))))


def test_both_languages_hide_their_readings_among_the_same_letters() -> None:
    windows = clues().windows
    used = set()
    for _ in range(4):
        used |= set(windows)
        windows = quarter_turn(windows)
    free = [(row, column) for row in range(1, 9) for column in range(1, 9) if (row, column) not in used]
    assert len(free) == 32
    filler = ["".join(clues(one).rows[row - 1][column - 1] for row, column in free) for one in LANGUAGES]
    assert filler[0] == filler[1]


def test_the_plan_is_read_row_by_row_and_the_mask_by_its_edges() -> None:
    readings = example("fr").puzzle("P3").readings
    assert "C R L B D L M S" in readings["plan"].splitlines()
    assert "K7Q4 W6HA M9XC R3TD" in readings["mask"].splitlines()
