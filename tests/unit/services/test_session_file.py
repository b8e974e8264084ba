"""A session from a file written by hand: what is left out follows from what is there."""

import pytest

from kit_app.services.session_file import EXAMPLE, draft_from


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
    assert draft_from(services.sessions, services.kits, file).duration_min == minutes


def test_how_hints_come_is_written_in_the_file_too(services, tmp_path):
    file = tmp_path / "session.toml"
    lines = ('hint_policy = "automatic"', "hint_stock = 6", "hint_shown_s = 90", "own_clocks = true")
    file.write_text("\n".join(('name = "Ward B"', *lines)), encoding="utf-8")
    plan = draft_from(services.sessions, services.kits, file)
    assert (plan.hint_policy, plan.hint_stock, plan.hint_shown_s, plan.own_clocks) == (
        "automatic",
        6,
        90,
        True,
    )


def test_who_plays_is_written_in_the_file_too(services, tmp_path):
    file = tmp_path / "session.toml"
    file.write_text(
        'name = "Ward B"\naudience = "care"\nservice = "Urgences"\nleft_out = ["P8"]\n', encoding="utf-8"
    )
    plan = draft_from(services.sessions, services.kits, file)
    assert (plan.audience, plan.service, plan.left_out) == ("care", "Urgences", ("P8",))


def test_the_example_is_a_session(services, tmp_path):
    file = tmp_path / "session.toml"
    file.write_text(EXAMPLE, encoding="utf-8")
    assert draft_from(services.sessions, services.kits, file).hint_stock == 0
