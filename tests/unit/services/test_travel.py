"""A session as one file: there and back, and nothing from a file that is not whole."""

import io
import json
import zipfile
from hashlib import sha256

import pytest

from kit_app.errors import ExportError, KitAppError, StorageError
from kit_app.game import commands as c
from tests.unit.services.bundled import draft, opened


@pytest.fixture
def laptop(tmp_path, clock):
    laptop = opened(tmp_path / "laptop", clock)
    yield laptop
    laptop.close()


@pytest.fixture
def plan(services):
    return services.sessions.save(draft(services)).plan


@pytest.fixture
def file(services, plan, tmp_path):
    path = tmp_path / "évening.sante"
    services.travel.export_session(plan.id, path)
    return path


def test_a_session_without_a_puzzle_and_with_one_more_travels_with_its_game(services, laptop, tmp_path):
    lean = draft(services, left_out=("P2", "P5"), taken_in=("X1",))
    plan = services.sessions.save(lean).plan
    play(services, plan, c.StartRun())
    services.travel.export_session(plan.id, tmp_path / "lean.sante")
    laptop.travel.import_session(tmp_path / "lean.sante")

    assert laptop.sessions.get(plan.id) == plan
    assert laptop.runs.rows(plan.id)[0].stage == "under-way"


def play(services, plan, *commands):
    room = services.runs.open(plan.id, 1)
    for command in commands:
        room.handle(command)
    room.close()


def parts_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewrite(path, change):
    """The file with its parts changed, and a manifest that fits them."""
    parts = parts_of(path)
    change(parts)
    manifest = json.loads(parts["manifest.json"])
    manifest["sha256"] = {
        name: sha256(parts[name]).hexdigest() for name in manifest["sha256"] if name in parts
    }
    parts["manifest.json"] = json.dumps(manifest).encode()
    write(path, parts)


def write(path, parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(target.getvalue())


def assert_nothing_came(laptop, path, sentence):
    with pytest.raises(KitAppError, match=sentence):
        laptop.travel.import_session(path)
    assert laptop.sessions.list() == ()
    assert laptop.runs.interrupted() == ()


def test_a_session_arrives_as_it_left(services, laptop, plan, file):
    assert laptop.travel.import_session(file).plan == plan
    assert laptop.library.kit(plan.kit_digest).digest == plan.kit_digest
    assert laptop.runs.setup(plan.id, 1) == services.runs.setup(plan.id, 1)


def test_what_was_played_elsewhere_comes_home(services, laptop, plan, file, tmp_path):
    laptop.travel.import_session(file)
    play(laptop, plan, c.StartRun(), c.AddNote(text="bravo"), c.EndRun(at_once=True))
    back = tmp_path / "back.sante"
    laptop.travel.export_session(plan.id, back)
    saved = services.travel.import_session(back)
    assert saved.changed.runs
    assert services.runs.journal(plan.id, 1) == laptop.runs.journal(plan.id, 1)
    assert services.results.of_run(plan.id, 1) == laptop.results.of_run(plan.id, 1)


def test_the_same_file_twice_is_said(laptop, file):
    laptop.travel.import_session(file)
    with pytest.raises(StorageError, match="here already"):
        laptop.travel.import_session(file)


def test_a_run_that_went_on_in_two_places_is_not_mixed(services, laptop, plan, tmp_path):
    play(services, plan, c.StartRun())
    path = tmp_path / "x.sante"
    services.travel.export_session(plan.id, path)
    laptop.travel.import_session(path)
    play(services, plan, c.AddNote(text="here"))
    play(laptop, plan, c.AddNote(text="there"))
    services.travel.export_session(plan.id, path, overwrite=True)
    before = laptop.runs.journal(plan.id, 1)
    with pytest.raises(StorageError, match="differently"):
        laptop.travel.import_session(path)
    assert laptop.runs.journal(plan.id, 1) == before


def test_the_same_session_exports_the_same_bytes(services, plan, file, tmp_path):
    again = tmp_path / "again.sante"
    services.travel.export_session(plan.id, again)
    assert again.read_bytes() == file.read_bytes()


def test_a_file_that_is_there_is_not_overwritten(services, plan, file):
    before = file.read_bytes()
    with pytest.raises(ExportError, match="there already"):
        services.travel.export_session(plan.id, file)
    assert file.read_bytes() == before


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_brings_nothing(laptop, file, share):
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    assert_nothing_came(laptop, file, "damaged")


def test_a_flipped_bit_brings_nothing_or_exactly_the_session(laptop, plan, file):
    content = file.read_bytes()
    for place in range(0, len(content), len(content) // 40):
        flipped = bytearray(content)
        flipped[place] ^= 1
        file.write_bytes(bytes(flipped))
        try:
            assert laptop.travel.import_session(file).plan == plan
        except KitAppError:
            assert laptop.sessions.list() == ()
        else:
            laptop.sessions.delete(plan.id)
            laptop.sessions.purge()


def test_a_part_that_is_not_what_the_manifest_says_brings_nothing(laptop, file):
    parts = parts_of(file)
    parts["plan.json"] = parts["plan.json"].replace(b"Unit", b"unit")
    write(file, parts)
    assert_nothing_came(laptop, file, "damaged")


def _other_answer(parts):
    plan = json.loads(parts["plan.json"])
    plan["deals"][0]["puzzles"][0]["answer"] = "999"
    parts["plan.json"] = json.dumps(plan).encode()


def _other_field(parts):
    parts["plan.json"] = parts["plan.json"].replace(b'{"id"', b'{"run_this": "x", "id"', 1)


def _wrong_type(parts):
    plan = json.loads(parts["plan.json"])
    plan["duration_min"] = "45"
    parts["plan.json"] = json.dumps(plan).encode()


def _too_long(parts):
    plan = json.loads(parts["plan.json"])
    plan["duration_min"] = 10_000
    parts["plan.json"] = json.dumps(plan).encode()


def _no_kit(parts):
    parts["kit.zip"] = b"PK"


def _kit_with_a_path_upwards(parts):
    target = io.BytesIO(parts["kit.zip"])
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("../../evil.toml", "x = 1")
    parts["kit.zip"] = target.getvalue()


def _foreign_run(parts):
    record = {"id": "r", "session_id": "other", "team": 1, "created_ms": 1}
    parts["runs.json"] = json.dumps([{"record": record, "events": []}]).encode()


def _impossible_event(parts):
    session = json.loads(parts["plan.json"])["id"]
    record = {"id": "r", "session_id": session, "team": 1, "created_ms": 1}
    event = {"seq": 1, "at_ms": 0, "wall_ms": 0, "kind": "PuzzleSolved", "data": {"puzzle": "P99"}}
    parts["runs.json"] = json.dumps([{"record": record, "events": [event]}]).encode()


def _event_out_of_order(parts):
    session = json.loads(parts["plan.json"])["id"]
    record = {"id": "r", "session_id": session, "team": 1, "created_ms": 1}
    event = {"seq": 2, "at_ms": 0, "wall_ms": 0, "kind": "NoteAdded", "data": {"text": "x"}}
    parts["runs.json"] = json.dumps([{"record": record, "events": [event]}]).encode()


def _deep(parts):
    parts["runs.json"] = b"[" * 100_000


def _one_more_part(parts):
    parts["more.exe"] = b"x"


@pytest.mark.parametrize(
    "change",
    [
        *(_other_answer, _other_field, _wrong_type, _too_long, _no_kit, _kit_with_a_path_upwards),
        *(_foreign_run, _impossible_event, _event_out_of_order, _deep, _one_more_part),
    ],
)
def test_a_file_made_to_deceive_brings_nothing(laptop, file, change):
    rewrite(file, change)
    assert_nothing_came(laptop, file, ".")
    assert not list(file.parent.glob("**/evil.toml"))


def test_a_file_of_a_newer_release_is_named_as_such(laptop, file):
    parts = parts_of(file)
    manifest = json.loads(parts["manifest.json"])
    parts["manifest.json"] = json.dumps({**manifest, "format": 2, "more": {}}).encode()
    write(file, parts)
    assert_nothing_came(laptop, file, "newer release")


def test_an_archive_of_something_else_is_named_as_such(laptop, file):
    write(file, {"word/document.xml": b"x"})
    assert_nothing_came(laptop, file, "not a session")


def test_an_archive_that_swells_is_not_unpacked(laptop, file):
    parts = parts_of(file)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, bytes(200 * 1024 * 1024) if name == "runs.json" else content)
    file.write_bytes(target.getvalue())
    assert len(target.getvalue()) < 1024 * 1024
    assert_nothing_came(laptop, file, "damaged")


def test_a_file_that_is_not_there_is_told(laptop, tmp_path):
    assert_nothing_came(laptop, tmp_path / "nowhere.sante", "cannot be read")
