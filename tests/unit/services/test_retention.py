"""How old a session must be, and what the register and the list of holdings say."""

from datetime import date

import pytest

from kit_app.assets import resources_dir
from kit_app.domain.facility import Contact, Facility
from kit_app.domain.settings import Settings
from kit_app.i18n import load
from kit_app.services.privacy import holdings, processing_record
from kit_app.services.retention import months_before


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2026, 11, 24), 36, date(2023, 11, 24)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 1, 5), 13, date(2024, 12, 5)),
    ],
)
def test_months_before_a_day(day: date, months: int, wanted: date) -> None:
    assert months_before(day, months) == wanted


def test_sessions_are_kept_for_36_months_unless_somebody_chooses_otherwise() -> None:
    assert Settings().kept_months == 36
    with pytest.raises(ValueError, match="12 to 120"):
        Settings(kept_months=6)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_register_names_controller_and_officer_and_says_how_long(language: str) -> None:
    t = load(resources_dir() / "i18n", language)
    facility = Facility(name="Hôpital de Brévalon", contacts={"dpo": Contact(name="DPO", number="4242")})
    words = [words for _name, words in processing_record(facility, 48, t)]
    assert "Hôpital de Brévalon" in words
    assert any("4242" in line for line in words)
    assert any("48" in line for line in words)
    assert all(words)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_holding_says_what_about_whom_and_how_long(language: str) -> None:
    t = load(resources_dir() / "i18n", language)
    held = holdings(36, t)
    assert len({one.what for one in held}) == len(held) >= 10
    assert all(one.what and one.about and one.stays for one in held)
