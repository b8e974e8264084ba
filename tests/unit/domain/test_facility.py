"""Which facility a session belongs to, by its profile's id, by its name, or by neither."""

import pytest

from kit_app.domain.facility import Contact, Facility, KnownFacility, host, host_id, named_so

PARK = Facility(name="Clinique du Parc", short_name="Parc")
LIMES = Facility(name="Les Tilleuls")
ONE = (KnownFacility(id="park", facility=PARK),)
TWO = (*ONE, KnownFacility(id="limes", facility=LIMES))


@pytest.mark.parametrize(
    ("name", "ident", "wanted"),
    [
        ("Les Tilleuls", "limes", LIMES),
        ("Its name before", "limes", LIMES),
        ("  les  TILLEULS ", "", LIMES),
        ("parc", "", PARK),
        ("Les Tilleuls", "gone", LIMES),
        ("", "", PARK),
        ("Hôpital inconnu", "gone", Facility(name="Hôpital inconnu")),
    ],
)
def test_the_facility_of_a_session_among_several(name: str, ident: str, wanted: Facility) -> None:
    assert host(TWO, "park", (name, ident)) == wanted


def test_the_only_profile_is_meant_whatever_the_session_calls_it() -> None:
    assert host(ONE, "park", ("Unité B du Parc", "")) == PARK


def test_no_other_house_answers_for_one_whose_profile_was_removed() -> None:
    assert host(ONE, "park", ("Les Tilleuls", "limes")) == Facility(name="Les Tilleuls")


@pytest.mark.parametrize(
    ("known", "name", "before", "wanted"),
    [
        (TWO, "les tilleuls", ("Clinique du Parc", "park"), "limes"),
        (TWO, "Hôpital inconnu", ("Clinique du Parc", "park"), ""),
        (TWO, "Parc, its old name", ("Parc, its old name", "park"), "park"),
        (TWO, "", ("Clinique du Parc", "park"), ""),
        (ONE, "Unité B du Parc", ("Clinique du Parc", "park"), "park"),
        (ONE, "Unité B du Parc", ("Les Tilleuls", "limes"), "park"),
        ((KnownFacility(id="new", facility=Facility()),), "Unité B", ("", ""), ""),
    ],
)
def test_a_typed_name_leads_to_its_profile(
    known: tuple[KnownFacility, ...], name: str, before: tuple[str, str], wanted: str
) -> None:
    assert host_id(known, name, before) == wanted


def test_a_name_comes_before_a_short_name() -> None:
    other = KnownFacility(id="other", facility=Facility(name="Parc"))
    assert named_so((*ONE, other), "Parc") == other
    assert named_so(TWO, " ") is None


@pytest.mark.parametrize(("said", "kept"), [("2026-11-24", "2026-11-24"), ("31/02/2026", ""), ("", "")])
def test_a_number_was_checked_on_a_day_or_never(said: str, kept: str) -> None:
    assert Contact(number="01 99 00 12 34", checked_on=said).checked_on == kept
