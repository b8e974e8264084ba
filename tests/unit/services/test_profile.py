"""Several facilities: chosen, added, removed and brought back; what a session's papers take; copies."""

import errno
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from kit_app.domain.facility import Contact, Facility
from kit_app.errors import KitAppError, StorageError
from kit_app.services.backups import Backups
from kit_app.services.services import Services
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened

PARK = Facility(name="Clinique du Parc", contacts={"helpdesk": Contact(number="4567")})
LIMES = Facility(name="Les Tilleuls", procedures={"sant-escape/P4": "Badge au copieur."})


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    made = opened(tmp_path / "data", clock)
    made.profile.save(PARK)
    yield made
    made.close()


def picture(folder: Path) -> str:
    path = folder / "logo of the house.png"
    Image.new("RGB", (40, 20), "#17324D").save(path)
    return str(path)


def names(services: Services) -> list[str]:
    return [one.facility.name for one in services.profile.all()]


def test_facilities_are_added_chosen_and_there_at_the_next_start(
    services: Services, tmp_path: Path, clock: FakeClock
) -> None:
    park = services.profile.chosen
    services.profile.add(LIMES)
    assert (names(services), services.profile.facility) == (["Clinique du Parc", "Les Tilleuls"], LIMES)
    services.profile.choose(park)
    services.profile.save(replace(PARK, short_name="Parc"))
    services.close()

    again = opened(tmp_path / "data", clock)
    assert names(again) == ["Clinique du Parc", "Les Tilleuls"]
    assert (again.profile.chosen, again.profile.facility.short_name) == (park, "Parc")
    again.close()


def test_a_session_keeps_its_facility_whoever_is_chosen(services: Services) -> None:
    plan = draft(services, facility=PARK.name, facility_id=services.profile.chosen)
    services.profile.add(LIMES)
    for session in (plan, replace(plan, facility_id="")):
        assert services.profile.issuer(session).facility == PARK
    assert services.profile.issuer().facility == LIMES
    elsewhere = replace(plan, facility="Hôpital inconnu", facility_id="")
    assert services.profile.issuer(elsewhere).facility == Facility(name="Hôpital inconnu")


def test_a_duplicate_has_a_name_and_a_logo_of_its_own(services: Services, tmp_path: Path) -> None:
    services.profile.save(replace(PARK, logo=picture(tmp_path)))
    before = services.profile.facility
    services.profile.duplicate(services.profile.free_name(PARK.name))
    copy = services.profile.facility
    assert copy.name == "Clinique du Parc (2)" and copy.contacts == PARK.contacts
    assert copy.logo != before.logo and Path(copy.logo).read_bytes() == Path(before.logo).read_bytes()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (" ", "Give the facility a name."),
        ("clinique  du parc", "Another profile has this name. Give each its own."),
        ("W" * 81, "At most 80 characters fit here."),
    ],
)
def test_a_name_that_will_not_do_is_refused(services: Services, name: str, sentence: str) -> None:
    with pytest.raises(KitAppError) as caught:
        services.profile.add(Facility(name=name))
    assert str(caught.value) == sentence and names(services) == ["Clinique du Parc"]


def test_a_removed_profile_comes_back_with_its_logo(services: Services, tmp_path: Path) -> None:
    services.profile.add(replace(LIMES, logo=picture(tmp_path)))
    ident, logo = services.profile.chosen, Path(services.profile.facility.logo)
    content = logo.read_bytes()
    removed = services.profile.remove(ident)
    assert (names(services), services.profile.facility) == ([PARK.name], PARK) and not logo.exists()

    services.profile.put_back(removed)
    assert services.profile.chosen == ident and services.profile.facility.procedures == LIMES.procedures
    assert Path(services.profile.facility.logo).read_bytes() == content


def test_the_last_profile_stays(services: Services) -> None:
    with pytest.raises(KitAppError, match="the only profile"):
        services.profile.remove(services.profile.chosen)
    assert services.profile.facility == PARK


def test_all_profiles_with_their_logos_come_back_with_a_copy(
    services: Services, tmp_path: Path, clock: FakeClock
) -> None:
    services.profile.add(replace(LIMES, logo=picture(tmp_path)))
    limes, content = services.profile.chosen, Path(services.profile.facility.logo).read_bytes()
    copy = services.backups.make("hand")
    services.profile.remove(limes)
    services.profile.save(replace(PARK, name="Le Parc"))
    services.profile.add(Facility(name="Later"))
    services.close()

    Backups(tmp_path / "data", clock).restore(copy.name)

    again = opened(tmp_path / "data", clock)
    assert names(again) == ["Clinique du Parc", "Les Tilleuls"] and again.profile.chosen == limes
    assert Path(again.profile.facility.logo).read_bytes() == content
    again.close()


def test_a_copy_of_a_release_with_one_facility_comes_back_as_that_one(
    services: Services, tmp_path: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "data"
    for path in (folder / "facilities").iterdir():
        path.unlink()
    (folder / "facility.json").write_text(json.dumps({"version": 1, "name": "CH"}), encoding="utf-8")
    copy = services.backups.make("hand")
    services.profile.add(LIMES)
    services.close()

    Backups(folder, clock).restore(copy.name)

    again = opened(folder, clock)
    assert names(again) == ["CH"] and not (folder / "facility.json").exists()
    again.close()


def test_a_room_typed_with_two_spaces_is_the_same_room(services: Services) -> None:
    services.profile.save(replace(PARK, rooms=("Salle Camélia", "Salle  Camélia ", " ")))
    assert services.profile.facility.rooms == ("Salle Camélia",)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full: this was not kept. Free 50 MB and try again, or choose another"),
        (errno.EROFS, "The data folder cannot be written to: this was not kept. Choose another folder"),
        (errno.EIO, "could not be kept: the disk refused"),
    ],
)
def test_a_disk_that_refuses_a_profile_says_what_to_do(
    services: Services, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(number, "no")

    before = services.profile.facility
    monkeypatch.setattr("kit_app.storage.facility_files.write_json", refuse)
    with pytest.raises(StorageError, match=said):
        services.profile.save(replace(PARK, name="Le Parc"))
    assert services.profile.facility == before
