"""The commands about kits, on services with the small kit."""

import json
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest

from kit_app.bootstrap import open_services
from kit_app.cli import kits as commands
from kit_app.domain.facility import Facility
from kit_app.errors import KitAppError
from kit_app.i18n import Catalogue
from kit_app.services.services import Services
from kit_app.services.session_file import draft_from
from tests.unit.content.bundled import FOLDER, bundled_kit
from tests.unit.content.tiny import tiny_kit
from tests.unit.services.tiny_kits import VERSION_2, changed, file_of, kits_of, read_tiny

EN = Catalogue("en")


@pytest.fixture
def services(tmp_path, clock):
    opened = open_services(
        tmp_path / "data",
        clock=clock,
        read=lambda files: read_tiny(files) if "puzzles/Q1.toml" in files else bundled_kit(),
    )
    opened.profile.save(Facility(name="CH de Brévalon"))
    yield replace(opened, kits=kits_of(opened))
    opened.close()


def told(capsys, act, services: Services, **options: object) -> str:
    """What a command writes."""
    act(services, Namespace(**{"json": False, **options}), EN)
    return capsys.readouterr().out


def take_in(capsys, services: Services, path: Path, **options: object) -> str:
    usual = {"path": path, "update": False, "drop_changes": False}
    return told(capsys, commands.take_in, services, **{**usual, **options})


def test_a_kit_comes_is_shown_goes_on_and_goes_away(services, tmp_path, capsys) -> None:
    said = take_in(capsys, services, file_of(tmp_path))
    assert said == "The kit “tiny”, version 1, is here.\nUnsigned.\n"
    listed = json.loads(told(capsys, commands.show_all, services, json=True))
    assert [(row["id"], row["bundled"]) for row in listed] == [
        *((bundled_kit().id, True), ("bon-bracelet", True), ("tiny", False)),
    ]
    assert listed[0]["titles"] == {language: words.title for language, words in bundled_kit().words.items()}
    out = tmp_path / "signed.sante-kit"
    assert "Written:" in told(
        capsys, commands.carry_out, services, kit="tiny", out=out, sign=True, folder=False
    )
    take_in(capsys, services, out, update=True)
    assert "Signed by CH de Brévalon (fingerprint " in told(capsys, commands.show, services, kit="tiny")
    assert "is removed" in told(capsys, commands.remove, services, kit="tiny")
    assert "tiny" not in told(capsys, commands.show_all, services)


def test_a_kit_that_is_here_is_taken_in_again_only_when_that_is_said(services, tmp_path, capsys) -> None:
    take_in(capsys, services, file_of(tmp_path))
    newer = file_of(tmp_path, changed(tiny_kit(), VERSION_2))
    with pytest.raises(KitAppError, match="Say --update"):
        take_in(capsys, services, newer)
    assert "Changed: the frame of the kit" in capsys.readouterr().err
    assert services.kits.row("tiny").version == "1"
    changes = json.loads(take_in(capsys, services, newer, update=True, json=True))["changes"]
    assert changes == [{"how": "changed", "kind": "kit", "id": ""}]


def test_the_programs_own_kit_goes_out_as_a_folder_to_change(services, tmp_path, capsys) -> None:
    out = tmp_path / "mine"
    told(capsys, commands.carry_out, services, kit=bundled_kit().id, out=out, sign=False, folder=True)
    assert (out / "kit.toml").read_bytes() == (FOLDER / "kit.toml").read_bytes()


def test_a_session_file_names_a_kit(services, tmp_path, capsys) -> None:
    take_in(capsys, services, file_of(tmp_path))
    file = tmp_path / "session.toml"
    file.write_text('name = "Essai"\nkit = "tiny"\n', encoding="utf-8")
    plan = draft_from(services.sessions, services.kits, file)
    assert (plan.kit_id, plan.variant, plan.duration_min) == ("tiny", "all", 30)
    file.write_text('name = "Essai"\nkit = "none"\n', encoding="utf-8")
    with pytest.raises(KitAppError, match="no kit “none”"):
        draft_from(services.sessions, services.kits, file)
