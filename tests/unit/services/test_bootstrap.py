"""The object graph of a folder: owned by one, light at the start, logged without names."""

import logging
import subprocess
import sys

import pytest

from kit_app.bootstrap import LOG_NAME, open_services
from kit_app.domain.facility import Facility
from kit_app.domain.settings import Settings
from kit_app.errors import StorageError
from kit_app.services import checkup
from tests.unit.services.bundled import draft, opened

HEAVY = {"pydantic", "reportlab", "qrcode", "pypdfium2", "zxingcpp", "PySide6", "PIL"}


def test_a_folder_has_one_owner_and_many_readers(services, tmp_path, clock):
    with pytest.raises(StorageError, match="already open"):
        opened(tmp_path / "data", clock)
    reader = open_services(tmp_path / "data", must_own=False, clock=clock)
    assert reader.sessions.list() == ()
    reader.close()


def test_a_closed_folder_is_free_again(services, tmp_path, clock):
    services.close()
    again = opened(tmp_path / "data", clock)
    again.close()


def test_nothing_heavy_is_loaded_to_open_a_folder(tmp_path):
    code = (
        "import sys; from pathlib import Path; from kit_app.bootstrap import open_services;"
        "services = open_services(Path(sys.argv[1])); services.sessions.list(); services.runs.interrupted();"
        "services.close(); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "data")],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert HEAVY & {name.partition(".")[0] for name in done.stdout.split()} == set()


def test_the_log_holds_no_label_note_or_answer(services, tmp_path):
    plan = services.sessions.save(draft(services, name="Secrète", facility="Brévalon")).plan
    services.runs.open(plan.id, 1).close()
    logging.getLogger("kit_app").warning("looked")
    text = (tmp_path / "data" / LOG_NAME).read_text(encoding="utf-8")
    assert "looked" in text
    for secret in ("Secrète", "Brévalon", plan.teams[0].label, plan.deals[0].puzzles[0].answer):
        assert secret not in text


def test_settings_are_kept_for_the_next_start(services, tmp_path, clock):
    services.preferences.save(Settings(language="fr"))
    services.profile.save(Facility(name="Hôpital de Brévalon"))
    services.close()
    again = opened(tmp_path / "data", clock)
    assert again.preferences.settings.language == "fr"
    assert again.profile.facility.name == "Hôpital de Brévalon"
    again.close()


def test_the_profile_of_older_settings_moves_to_a_file_of_its_own(tmp_path, clock):
    folder = tmp_path / "old"
    folder.mkdir()
    old = '{"version": 1, "language": "fr", "facility": "Clinique du Parc", "logo": ""}'
    (folder / "settings.json").write_text(old, encoding="utf-8")
    for _ in range(2):
        services = opened(folder, clock)
        assert services.profile.facility == Facility(name="Clinique du Parc")
        assert services.preferences.settings == Settings(language="fr")
        assert services.notices == ()
        services.close()
    assert "facility" not in (folder / "settings.json").read_text(encoding="utf-8")


def test_every_line_of_the_self_test_is_well_here(services):
    lines = list(checkup.lines(services))
    assert [line.topic for line in lines if not line.ok] == []
    assert {"data folder", "kit", "journal", "a printed card"} <= {line.topic for line in lines}


def test_the_self_test_says_what_was_set_aside(tmp_path, clock):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "settings.json").write_text("{", encoding="utf-8")
    services = opened(folder, clock)
    assert [line.topic for line in checkup.lines(services) if not line.ok] == ["what was found"]
    services.close()
