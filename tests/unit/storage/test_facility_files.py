"""Profiles on disk: several, one chosen, a damaged one beside sound ones, and what older releases left."""

import json
from pathlib import Path
from shutil import copytree

import pytest

from kit_app.domain.facility import Contact, Facility, KnownFacility
from kit_app.storage.facility_files import (
    FORMER_NAME,
    drop_facility,
    keep_logo,
    new_id,
    read_facilities,
    take_over,
    write_chosen,
    write_facility,
)

NONE = Facility()
A, B = "aaaaaaaaaaaa", "bbbbbbbbbbbb"


def store(folder: Path, ident: str, facility: Facility) -> None:
    write_facility(folder, KnownFacility(id=ident, facility=facility))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two facilities, the second by name chosen."""
    place = tmp_path / "data"
    store(place, A, Facility(name="Hôpital", contacts={"helpdesk": Contact(number="4567")}))
    store(place, B, Facility(name="EHPAD", procedures={"sant-escape/P4": "Badge."}))
    write_chosen(place, A)
    return place


def test_several_are_read_with_the_chosen_one(folder: Path) -> None:
    read = read_facilities(folder, 0, NONE)
    assert {one.id: one.facility.name for one in read.known} == {A: "Hôpital", B: "EHPAD"}
    assert (read.chosen, read.notices, read.is_former) == (A, (), False)


def test_a_damaged_file_takes_no_other_along(folder: Path) -> None:
    (folder / "facilities" / f"{A}.json").write_text("{", encoding="utf-8")
    read = read_facilities(folder, 0, NONE)
    assert [one.facility.name for one in read.known] == ["EHPAD"] and read.chosen == B
    said = [str(notice) for notice in read.notices]
    assert "set aside" in said[0] and "the others are as they were" in said[0]
    assert said[1].startswith("You now play for “EHPAD”.")
    assert len(list((folder / "facilities").glob(f"{A}.unreadable-*.json"))) == 1
    assert read_facilities(folder, 0, NONE).known == read.known


def test_a_choice_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "facilities" / "chosen.json").write_text("[]", encoding="utf-8")
    read = read_facilities(folder, 0, NONE)
    assert read.chosen == B and len(read.known) == 2
    assert [str(notice)[:12] for notice in read.notices] == ["You now play"]


def test_a_logo_is_found_again_when_the_folder_moved(folder: Path, tmp_path: Path) -> None:
    logo = keep_logo(folder, A, "logo.png", b"picture", ".png")
    store(folder, A, Facility(name="Hôpital", logo=str(logo)))
    elsewhere = tmp_path / "stick"
    copytree(folder, elsewhere)
    found = {one.id: one.facility for one in read_facilities(elsewhere, 0, NONE).known}
    assert Path(found[A].logo) == elsewhere / "facilities" / logo.name
    assert Path(found[A].logo).read_bytes() == b"picture"


def test_what_is_no_longer_named_goes(folder: Path) -> None:
    old = keep_logo(folder, A, "logo.png", b"old", ".png")
    new = keep_logo(folder, A, "logo.svg", b"new", ".svg")
    store(folder, A, Facility(name="Hôpital", logo=str(new)))
    assert new.exists() and not old.exists()
    assert keep_logo(folder, A, "logo.svg", b"other", ".svg") != new
    drop_facility(folder, A)
    assert not new.exists() and [one.id for one in read_facilities(folder, 0, NONE).known] == [B]


def test_the_single_profile_of_an_older_release_is_taken_over_once(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"picture")
    former = {"version": 1, "name": "CH", "contacts": {}, "logo": "/elsewhere/logo.png"}
    (tmp_path / FORMER_NAME).write_text(json.dumps(former), encoding="utf-8")
    read = read_facilities(tmp_path, 0, NONE)
    assert read.is_former and read.known[0].facility.name == "CH"

    taken = take_over(tmp_path, read)
    again = read_facilities(tmp_path, 0, NONE)
    assert again.known == taken.known and not again.is_former
    assert Path(again.known[0].facility.logo).read_bytes() == b"picture"
    assert {path.name for path in tmp_path.iterdir()} == {"facilities"}
    assert take_over(tmp_path, again) == again


def test_an_unreadable_old_profile_is_set_aside_and_an_empty_one_begins(tmp_path: Path) -> None:
    (tmp_path / FORMER_NAME).write_text('{"version": 1, "name": 7}', encoding="utf-8")
    read = read_facilities(tmp_path, 0, NONE)
    assert [one.facility for one in read.known] == [NONE] and read.chosen == read.known[0].id
    assert "begins empty" in str(read.notices[0])


def test_ids_are_not_the_same_twice() -> None:
    assert len({new_id() for _ in range(50)}) == 50


FORMER_PROFILE = """{
  "version": 1,
  "name": "EHPAD",
  "short_name": "",
  "procedures": {"P4": "Badge.", "X1": "Sac fermé."},
  "has_promise": true
}
"""
"""A profile as it was kept before rules were those of a kit."""


@pytest.mark.parametrize("name", [f"facilities/{A}.json", FORMER_NAME])
def test_rules_without_a_kit_are_those_of_the_only_one_that_had_any(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(FORMER_PROFILE, encoding="utf-8")
    read = take_over(tmp_path, read_facilities(tmp_path, 0, NONE))
    (only,) = read.known
    assert only.facility.procedures == {"sant-escape/P4": "Badge.", "sant-escape/X1": "Sac fermé."}
    assert read.notices == ()
    store(tmp_path, only.id, only.facility)
    assert read_facilities(tmp_path, 0, NONE).known[0].facility == only.facility
