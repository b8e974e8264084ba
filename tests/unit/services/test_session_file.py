"""A session from a file written by hand: what is left out follows from what is there."""

import pytest

from kit_app.services.session_file import draft_from


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        ("", 45),
        ('variant = "30"', 30),
        ('variant = "60"', 60),
        ('variant = "60"\nduration_min = 50', 50),
    ],
)
def test_the_clock_runs_as_long_as_the_chosen_game_unless_the_file_says_otherwise(
    services, tmp_path, lines, minutes
):
    file = tmp_path / "session.toml"
    file.write_text(f'name = "Ward B"\n{lines}\n', encoding="utf-8")
    assert draft_from(services.sessions, file).duration_min == minutes
