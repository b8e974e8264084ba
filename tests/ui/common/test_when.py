"""Dates and times as people type and read them."""

from datetime import UTC, date, datetime

import pytest

from kit_app.i18n import NBSP, Catalogue
from kit_app.ui.common.when import (
    short_day,
    time_since,
    time_until,
    typed_date,
    typed_time,
    when_in_list,
    when_in_title,
)

EN = Catalogue("en")
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("24/11/2026", "2026-11-24"),
        ("3.12.26", "2026-12-03"),
        ("3-12-2026", "2026-12-03"),
        ("2026-12-03", "2026-12-03"),
        ("  ", ""),
        ("32/12/2026", None),
        ("29/02/2027", None),
        ("tomorrow", None),
    ],
)
def test_a_typed_date(text: str, iso: str | None) -> None:
    assert typed_date(text) == iso


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18:30", "18:30"),
        ("18h30", "18:30"),
        ("18 h 30", "18:30"),
        (f"18{NBSP}h{NBSP}30", "18:30"),
        ("9h", "09:00"),
        ("6.30 pm", "18:30"),
        ("12 am", "00:00"),
        ("", ""),
        ("25:00", None),
        ("evening", None),
        ("1830", "18:30"),
        ("183", None),
        ("2460", None),
    ],
)
def test_a_typed_time(text: str, value: str | None) -> None:
    assert typed_time(text) == value


def test_the_evening_of_today_is_tonight() -> None:
    assert when_in_title(EN, "2026-11-24", "18:30", TODAY) == f"Tonight · 6.30{NBSP}pm"
    assert when_in_title(EN, "2026-11-24", "09:00", TODAY) == f"Today · 9{NBSP}am"
    assert when_in_title(EN, "2026-11-25", "", TODAY) == "Tomorrow"
    assert when_in_title(EN, "", "", TODAY) == "Date to be chosen"


def test_a_list_says_the_day_in_short() -> None:
    assert when_in_list(EN, "2026-12-03", "14:00", TODAY) == f"Thu 3{NBSP}Dec, 2{NBSP}pm"
    assert short_day(date(2027, 1, 1), "fr", TODAY) == f"ven. 1er{NBSP}janv. 2027"


def test_what_is_left_until_a_session() -> None:
    now = datetime(2026, 11, 24, 14, 20, tzinfo=UTC)
    assert time_until(EN, "2026-11-24", "18:30", now) == "in 4 h 10"
    assert time_until(EN, "2026-11-24", "14:30", now) == "in 10 min"
    assert time_until(EN, "2026-11-24", "14:00", now) == ""
    assert time_until(EN, "2026-12-03", "14:00", now) == "in 9 days"


def test_what_has_passed_since_a_moment() -> None:
    assert time_since(EN, 0, 59_999) == "just now"
    assert time_since(EN, 60_000, 0) == "just now"
    assert time_since(EN, 0, 3 * 60_000) == "3 min ago"
    assert time_since(EN, 0, 3 * 3_600_000) == "3 hours ago"
    assert time_since(EN, 0, 50 * 3_600_000) == "2 days ago"
