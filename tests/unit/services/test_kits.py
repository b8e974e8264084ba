"""Kits side by side: taken in whole or not at all, handed on the same, updated with one’s own changes."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kit_app.bootstrap import open_services
from kit_app.content.kit_pack import Signature, packed, unpacked
from kit_app.domain.facility import Facility
from kit_app.errors import ExportError, KitAppError, KitFileError, StorageError
from kit_app.mechanisms.table import MECHANISMS
from kit_app.services.kits import Kits
from kit_app.storage import kit_folder
from kit_app.storage.backup import copy_folder, put_back
from kit_app.storage.signing import KEY_NAME
from kit_app.views.kits import ItemChange
from tests.unit.content.tiny import NOTE, tiny_kit
from tests.unit.services.tiny_kits import (
    VERSION_2,
    changed,
    file_of,
    folder_of,
    kits_of,
    pack_of,
    read_tiny,
)

TITLE = ("words/en/Q3.toml", "Note Q3", "Letter Q3")
LOOK = ("words/en/Q3.toml", '"Look."', '"Look up."')


@pytest.fixture
def services(tmp_path, clock):
    opened = open_services(tmp_path / "data", clock=clock, read=read_tiny)
    opened.profile.save(Facility(name="CH de Brévalon"))
    yield opened
    opened.close()


@pytest.fixture
def kits(services, monkeypatch) -> Kits:
    made = kits_of(services)
    monkeypatch.setattr(made, "all", lambda: tuple(map(made.row, made._place.ids())))  # those taken in
    return made


def taken(kits: Kits, path: Path, **how: bool) -> tuple[ItemChange, ...]:
    arriving = kits.read(path, **how)
    kits.take_in(arriving)
    return arriving.changes


def test_a_kit_is_here_once_it_is_taken_in_and_goes_on_as_the_very_same_file(kits, tmp_path) -> None:
    path = file_of(tmp_path)
    arriving = kits.read(path)
    kits.take_in(arriving)

    (row,) = kits.all()
    assert (row.id, row.version, row.title("en"), row.signer) == ("tiny", "1", "Tiny", None)
    assert kits.kit("tiny") == read_tiny(tiny_kit())
    kits.write("tiny", tmp_path / "out.sante-kit")
    assert (tmp_path / "out.sante-kit").read_bytes() == path.read_bytes()
    with pytest.raises(ExportError, match="there already"):
        kits.write("tiny", tmp_path / "out.sante-kit")


def test_a_session_keeps_the_kit_that_it_was_planned_with(services, kits, tmp_path, monkeypatch) -> None:
    monkeypatch.setitem(MECHANISMS, NOTE.name, NOTE)
    taken(kits, file_of(tmp_path))
    plan = services.sessions.draft(kit=kits.kit("tiny"))
    plan = services.sessions.save(replace(plan, name="Essai", date="2026-11-24")).plan
    taken(kits, file_of(tmp_path, changed(tiny_kit(), VERSION_2, TITLE)))
    assert services.library.kit_of(plan).version == "1"
    kits.remove("tiny")
    services.close()

    assert services.library.kit_of(plan).id == "tiny"
    assert kits.all() == ()


def test_a_folder_is_taken_in_too(kits, tmp_path) -> None:
    taken(kits, folder_of(tmp_path / "mine", tiny_kit()))
    assert kits.kit("tiny").version == "1"
    kits.write_folder("tiny", tmp_path / "copy")
    assert {
        path.relative_to(tmp_path / "copy").as_posix() for path in (tmp_path / "copy").rglob("*.toml")
    } == set(tiny_kit())
    with pytest.raises(ExportError, match="there already"):
        kits.write_folder("tiny", tmp_path / "copy")


def test_a_broken_kit_is_refused_with_all_that_is_wrong_and_nothing_is_kept(kits, tmp_path) -> None:
    broken = changed(tiny_kit(), ("puzzles/Q2.toml", 'mechanism = "note"', 'mechanism = "magic"'))
    with pytest.raises(KitFileError, match="Nothing was imported") as caught:
        kits.read(folder_of(tmp_path / "mine", broken))
    assert [problem.file for problem in caught.value.problems] == ["puzzles/Q2.toml"]
    assert kits.all() == ()


def test_a_file_that_tells_other_things_than_its_kit_is_refused(kits, tmp_path) -> None:
    path = file_of(tmp_path)
    told = unpacked(path.read_bytes()).manifest_bytes.replace(b'"version": "1"', b'"version": "7"')
    path.write_bytes(packed(told, tiny_kit()))
    with pytest.raises(KitFileError, match="tells other things"):
        kits.read(path)


@pytest.mark.parametrize("ident", ["sant-escape", "Sant-Escape", "bon-bracelet"])
def test_no_kit_takes_the_place_of_the_programs_own(kits, tmp_path, ident) -> None:
    theirs = changed(tiny_kit(), ("kit.toml", 'id = "tiny"', f'id = "{ident}"'))
    with pytest.raises(KitAppError, match="the kit of the program itself"):
        kits.read(file_of(tmp_path, theirs))
    with pytest.raises(KitAppError, match="itself stays"):
        kits.remove("sant-escape")


def test_ids_that_are_one_file_on_some_computers_are_refused(kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    with pytest.raises(KitAppError, match="nearly the same id"):
        kits.read(file_of(tmp_path, changed(tiny_kit(), ("kit.toml", 'id = "tiny"', 'id = "TINY"'))))


def test_a_disk_that_refuses_leaves_the_kit_as_it_was(kits, tmp_path, monkeypatch) -> None:
    taken(kits, file_of(tmp_path))
    arriving = kits.read(file_of(tmp_path, changed(tiny_kit(), VERSION_2)))

    def full(_number: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(kit_folder.os, "fsync", full)
    with pytest.raises(StorageError, match="disk refused"):
        kits.take_in(arriving)
    monkeypatch.undo()
    assert kits.row("tiny").version == "1"
    assert [path.name for path in (tmp_path / "data" / "kits").iterdir()] == ["tiny.kit"]


def test_a_damaged_kit_is_told_and_can_be_taken_in_again(kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    (tmp_path / "data" / "kits" / "tiny.kit").write_bytes(b"PK")
    with pytest.raises(StorageError, match="Import it again"):
        kits.kit("tiny")
    with pytest.raises(KitAppError, match="no kit “none”"):
        kits.kit("none")
    assert kits.damaged() == ("tiny",)
    taken(kits, file_of(tmp_path))
    assert kits.damaged() == ()


def test_a_removed_kit_can_be_put_back(kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    removed = kits.remove("tiny")
    assert kits.all() == ()
    kits.put_back("tiny", removed)
    assert kits.row("tiny").version == "1"


def test_copies_of_the_data_hold_the_kits(services, kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    copy = copy_folder(services.folder, tmp_path / "copies" / "one.zip")
    kits.remove("tiny")
    services.close()
    put_back(copy, services.folder, 0)
    assert kits.row("tiny").version == "1"


# Updates


def test_an_update_says_what_it_changes(kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    new = changed(tiny_kit(), VERSION_2, TITLE) | {"README.md": b"Read me."}
    found = taken(kits, file_of(tmp_path, new))
    assert found == (
        ItemChange(how="new", kind="file", id="README.md"),
        ItemChange(how="changed", kind="kit", id=""),
        ItemChange(how="changed", kind="puzzle", id="Q3"),
    )
    assert kits.kit("tiny").version == "2"


def test_the_same_file_again_is_told(kits, tmp_path) -> None:
    path = file_of(tmp_path)
    taken(kits, path)
    with pytest.raises(KitAppError, match="just like this"):
        kits.read(path)


def test_an_update_keeps_what_was_changed_here(kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    assert taken(kits, folder_of(tmp_path / "mine", changed(tiny_kit(), TITLE))) == (
        ItemChange(how="changed", kind="puzzle", id="Q3"),
    )
    assert kits.row("tiny").is_changed
    taken(kits, file_of(tmp_path, changed(tiny_kit(), VERSION_2, LOOK)))

    words = kits.kit("tiny").puzzle_words["en"]["Q3"]
    assert (words.title, words.hints[0]) == ("Letter Q3", "Look up.")
    assert (kits.row("tiny").version, kits.row("tiny").is_changed) == ("2", True)


def test_where_both_changed_the_same_ours_stays_and_is_told(kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    taken(kits, folder_of(tmp_path / "mine", changed(tiny_kit(), TITLE)))
    other = changed(tiny_kit(), VERSION_2, ("words/en/Q3.toml", "Note Q3", "Slip Q3"))
    found = taken(kits, file_of(tmp_path, other))

    assert ItemChange(how="kept", kind="puzzle", id="Q3") in found
    assert kits.kit("tiny").puzzle_words["en"]["Q3"].title == "Letter Q3"


def test_own_changes_can_be_dropped(kits, tmp_path) -> None:
    path = file_of(tmp_path)
    taken(kits, path)
    taken(kits, folder_of(tmp_path / "mine", changed(tiny_kit(), TITLE)))
    taken(kits, path, without_changes=True)
    assert kits.kit("tiny") == read_tiny(tiny_kit())
    assert not kits.row("tiny").is_changed


def test_changes_that_do_not_go_together_change_nothing(kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    mine = dict(tiny_kit())
    mine |= {"images/own.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    mine = changed(
        mine, ("puzzles/Q3.toml", 'size = "A6"', 'size = "A6"\npicture = "images/own.svg"\npicture_mm = 9')
    )
    taken(kits, folder_of(tmp_path / "mine", mine))
    theirs = changed(
        tiny_kit(), VERSION_2, ("puzzles/Q3.toml", 'part = "note"', 'part = "note"\npicture_mm = 8')
    )
    with pytest.raises(KitFileError, match="do not go together"):
        kits.read(file_of(tmp_path, theirs))
    assert kits.row("tiny").version == "1"


# Signatures


def test_a_signed_kit_says_by_whom_and_keeps_that_on_its_way(services, kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    kits.write("tiny", tmp_path / "signed.sante-kit", is_signed=True)
    taken(kits, tmp_path / "signed.sante-kit")
    signer = kits.row("tiny").signer
    assert signer is not None
    assert signer.name == "CH de Brévalon"
    assert len(signer.fingerprint) == 24
    kits.write("tiny", tmp_path / "on.sante-kit")
    kits.write("tiny", tmp_path / "again.sante-kit", is_signed=True)
    assert len({(tmp_path / f"{name}.sante-kit").read_bytes() for name in ("signed", "on", "again")}) == 1
    if sys.platform != "win32":
        assert stat.S_IMODE((services.folder / KEY_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("change", ["name", "key", "signature", "kit"])
def test_whoever_changes_a_signed_kit_is_found_out(kits, tmp_path, change) -> None:
    taken(kits, file_of(tmp_path))
    path = tmp_path / "signed.sante-kit"
    kits.write("tiny", path, is_signed=True)
    found = unpacked(path.read_bytes()).signature
    assert found is not None
    other = {"name": "CH d’Ailleurs", "key": "00" * 32, "signature": "00" * 64}
    changes = {} if change == "kit" else {change: other[change]}
    files = changed(tiny_kit(), TITLE) if change == "kit" else tiny_kit()
    path.write_bytes(pack_of(files, replace(found, **changes)))
    with pytest.raises(KitFileError, match="signature does not match"):
        kits.read(path)


@pytest.mark.parametrize(
    "signature", [("", "x"), ("zz", "zz"), ("00" * 31, "00" * 64), ("é" * 64, "é" * 128)]
)
def test_what_is_no_signature_is_refused(kits, tmp_path, signature) -> None:
    path = tmp_path / "odd.sante-kit"
    key, value = signature
    path.write_bytes(pack_of(tiny_kit(), Signature(name="CH", key=key or "-", signature=value)))
    with pytest.raises(KitFileError, match="signature does not match"):
        kits.read(path)


def test_an_update_that_somebody_else_signed_is_told(services, kits, tmp_path, clock) -> None:
    taken(kits, file_of(tmp_path))
    kits.write("tiny", tmp_path / "signed.sante-kit", is_signed=True)
    taken(kits, tmp_path / "signed.sante-kit")
    assert not kits.read(file_of(tmp_path)).row.signer
    assert kits.read(file_of(tmp_path, changed(tiny_kit(), VERSION_2))).is_other_signer
    (services.folder / KEY_NAME).unlink()
    kits.write("tiny", tmp_path / "other.sante-kit", is_signed=True)
    assert kits.read(tmp_path / "other.sante-kit").is_other_signer


def test_nobody_signs_without_a_name_or_with_a_damaged_key(services, kits, tmp_path) -> None:
    taken(kits, file_of(tmp_path))
    (services.folder / KEY_NAME).write_text("no key")
    with pytest.raises(StorageError, match=r"signing\.key"):
        kits.write("tiny", tmp_path / "a.sante-kit", is_signed=True)
    services.profile.save(Facility())
    with pytest.raises(KitAppError, match="in the name of your facility"):
        kits.write("tiny", tmp_path / "a.sante-kit", is_signed=True)
    assert not (tmp_path / "a.sante-kit").exists()
