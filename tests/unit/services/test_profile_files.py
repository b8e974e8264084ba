"""A profile travels to another computer: replaced or kept beside, after a copy; by lines too."""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from kit_app.cli import facilities
from kit_app.cli.arguments import parser
from kit_app.domain.facility import Contact, Facility
from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.storage.facility_pack import LARGEST_FILE, PackedFacility, packed
from tests.fakes import FakeClock
from tests.unit.services.bundled import draft, opened

EN = Catalogue("en")
ID = "0" * 12
PARK = Facility(name="Clinique du Parc", short_name="Parc", contacts={"helpdesk": Contact(number="4567")})


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    """Where the profile was made, with a logo."""
    logo = tmp_path / "house.png"
    Image.new("RGB", (40, 20), "#17324D").save(logo)
    made = opened(tmp_path / "office", clock)
    made.profile.save(replace(PARK, logo=str(logo)))
    yield made
    made.close()


@pytest.fixture
def laptop(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    made = opened(tmp_path / "laptop", clock)
    yield made
    made.close()


@pytest.fixture
def file(office: Services, tmp_path: Path) -> Path:
    path = tmp_path / "Clinique du Parc.sante-profile"
    office.profile_files.write(office.profile_files.find("parc"), path)
    return path


def names(services: Services) -> list[str]:
    return [one.facility.name for one in services.profile.all()]


def test_a_profile_arrives_with_its_logo_and_its_sessions_find_it(
    office: Services, laptop: Services, file: Path
) -> None:
    laptop.profile_files.take_in(laptop.profile_files.read(file))
    assert names(laptop) == ["Clinique du Parc"] and laptop.profile.facility.contacts == PARK.contacts
    logo = Path(laptop.profile.facility.logo)
    assert logo.parent == laptop.folder / "facilities"
    with Image.open(logo) as picture:
        assert picture.size == (40, 20)
    plan = draft(laptop, facility="Another name there", facility_id=office.profile.chosen)
    laptop.profile.add(Facility(name="Les Tilleuls"))
    assert laptop.profile.facility_of(plan).name == "Clinique du Parc"
    assert [one.reason for one in laptop.backups.all()] == ["import"]


def test_one_that_is_here_is_replaced_or_kept_beside_as_was_said(laptop: Services, file: Path) -> None:
    laptop.profile.save(Facility(name="Clinique du Parc", short_name="Old"))
    content = laptop.profile_files.read(file)
    with pytest.raises(KitAppError, match="here already"):
        laptop.profile_files.take_in(content)
    assert laptop.backups.all() == ()

    laptop.profile_files.take_in(content, "both")
    assert names(laptop) == ["Clinique du Parc", "Clinique du Parc (2)"]
    laptop.profile.choose(laptop.profile_files.find("Clinique du Parc").id)
    laptop.profile_files.take_in(content, "replace")
    assert names(laptop) == ["Clinique du Parc", "Clinique du Parc (2)"]
    assert laptop.profile.facility.short_name == "Parc"


def test_a_copy_has_what_an_import_replaced(laptop: Services, file: Path) -> None:
    laptop.profile.save(Facility(name="Clinique du Parc", short_name="Before"))
    laptop.profile_files.take_in(laptop.profile_files.read(file), "replace")
    with ZipFile(laptop.backups.place / laptop.backups.all()[0].name) as pack:
        kept = pack.read(f"facilities/{laptop.profile.chosen}.json").decode()
    assert "Before" in kept and laptop.profile.facility.short_name == "Parc"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            PackedFacility(id="0" * 12, facility=Facility(name="CH"), logo=b"hello", suffix=".png"),
            "no picture",
        ),
        (PackedFacility(id="0" * 12, facility=Facility()), "has no name that fits here"),
        (PackedFacility(id="0" * 12, facility=Facility(name="W" * 81)), "has no name that fits here"),
    ],
)
def test_what_cannot_be_kept_is_refused_before_anything_is(
    laptop: Services, tmp_path: Path, content: PackedFacility, sentence: str
) -> None:
    path = tmp_path / "odd.sante-profile"
    path.write_bytes(packed(content))
    with pytest.raises(StorageError, match=sentence):
        laptop.profile_files.read(path)
    assert names(laptop) == [""] and laptop.backups.all() == ()


def test_a_huge_file_is_not_even_read(laptop: Services, tmp_path: Path) -> None:
    path = tmp_path / "huge.sante-profile"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(StorageError, match="too large for a facility’s profile"):
        laptop.profile_files.read(path)


def lines(*words: str) -> Namespace:
    return parser(EN).parse_args(["facility", *words])


def test_the_same_by_lines(
    laptop: Services, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facilities.show_all(laptop, lines("list"), EN)
    assert capsys.readouterr().out == "No facility has a name yet. Give it one in the settings.\n"
    laptop.profile.save(Facility(name="Les Tilleuls"))
    facilities.take_in(laptop, lines("import", str(file)), EN)
    facilities.choose(laptop, lines("choose", "les tilleuls"), EN)
    capsys.readouterr()
    facilities.show_all(laptop, lines("list"), EN)
    told = capsys.readouterr().out.splitlines()
    assert [line[0] for line in told] == [" ", "*"] and told[0].endswith("  Clinique du Parc")
    out = tmp_path / "again.sante-profile"
    facilities.carry_out(laptop, lines("export", "Clinique du Parc", "--out", str(out)), EN)
    assert out.read_bytes() == file.read_bytes()
    with pytest.raises(StorageError, match="no facility “Elsewhere”"):
        facilities.choose(laptop, lines("choose", "Elsewhere"), EN)
    facilities.take_in(laptop, lines("import", str(out), "--keep-both", "--json"), EN)
    assert '"name": "Clinique du Parc (2)"' in capsys.readouterr().out
