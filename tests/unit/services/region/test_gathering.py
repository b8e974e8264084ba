"""Files of facilities taken in: twice is once, in any order; strangers are asked about, damage is refused."""

import json
from dataclasses import replace
from random import Random

import pytest

from kit_app.bootstrap import open_services
from kit_app.domain.region import Reporter
from kit_app.errors import StorageError
from kit_app.services.region.gathering import all_files
from kit_app.storage.region.bundle import Bundle, packed
from kit_app.views.region import WHOLE_REGION
from tests.fakes import FakeClock
from tests.unit.services.bundled import opened
from tests.unit.services.region.rows import reporter, row, withdrawn


@pytest.fixture
def house(tmp_path):
    """Writes files of facilities, each signed with a key of its own."""

    def write(number, rows, name="results", told_ms=1_700_000_000_000, key=""):
        folder = tmp_path / f"house-{key or number}"
        folder.mkdir(exist_ok=True)
        path = tmp_path / f"{number}-{name}.sante-results"
        bundle = Bundle(reporter=reporter(number, told_ms), rows=tuple(rows))
        path.write_bytes(packed(folder, bundle))
        return path

    return write


def kept(services):
    with services.region_file.results() as results:
        return list(results.list(WHOLE_REGION))


def take(services, *paths):
    arrivals = services.gathering.look(paths)
    return services.gathering.take_in(arrivals, {one.fingerprint for one in arrivals})


def test_a_file_is_looked_at_before_anything_is_kept(services, house):
    dice = Random(1)
    rows = [row(1, number, dice) for number in range(5)]
    path = house(1, [*rows, withdrawn(1, 9, 4)])
    (arrival,) = services.gathering.look([path])
    assert (arrival.facility_name, arrival.signer, arrival.error) == ("Hôpital 1", "new", None)
    assert (arrival.sessions, arrival.new, arrival.corrected, arrival.known) == (5, 6, 0, 0)
    assert sum(count for _kit, _version, count in arrival.kits) == 5
    assert kept(services) == []
    taken = services.gathering.take_in([arrival], {arrival.fingerprint})
    assert (taken.files, taken.new, taken.refused) == (1, 6, ())
    assert sorted(kept(services), key=lambda one: one.id) == rows


def test_the_same_file_twice_counts_once(services, house):
    path = house(1, [row(1, number, Random(2)) for number in range(4)])
    take(services, path)
    before = kept(services)
    (again,) = services.gathering.look([path])
    assert (again.signer, again.new, again.known) == ("known", 0, 4)
    assert take(services, path).known == 4
    assert kept(services) == before


def test_a_correction_takes_the_place_of_the_older_row_whichever_comes_first(services, house):
    old, new = row(1, 1, Random(3)), row(1, 1, Random(4), revision=2)
    first, second = house(1, [old], "first"), house(1, [new], "second")
    looked = services.gathering.look([first, second])
    assert [(one.new, one.corrected) for one in looked] == [(1, 0), (0, 1)]
    take(services, second, first)
    assert kept(services) == [new]


def test_a_file_that_is_not_trusted_is_left_out_and_the_others_are_kept(services, house):
    dice = Random(5)
    mine, other = house(1, [row(1, 1, dice)]), house(2, [row(2, 1, dice)])
    arrivals = services.gathering.look([mine, other])
    taken = services.gathering.take_in(arrivals, {arrivals[1].fingerprint})
    assert taken.files == 1
    assert [one.facility for one in kept(services)] == [arrivals[1].facility]


def test_another_key_than_so_far_is_told_and_needs_trust_of_its_own(services, house):
    dice = Random(6)
    take(services, house(1, [row(1, 1, dice)]))
    forged = house(1, [row(1, 1, dice, revision=9)], "forged", key="stranger")
    (arrival,) = services.gathering.look([forged])
    assert arrival.signer == "other"
    assert services.gathering.take_in([arrival], ()).files == 0
    assert [one.revision for one in kept(services)] == [1]
    services.gathering.take_in([arrival], {arrival.fingerprint})
    assert services.gathering.look([forged])[0].signer == "known"


def test_trust_outlives_the_program(services, house):
    path = house(1, [row(1, 1, Random(7))])
    take(services, path)
    services.close()
    again = opened(services.folder, FakeClock())
    assert again.gathering.look([path])[0].signer == "known"
    assert len(kept(again)) == 1
    again.close()


def test_a_file_that_changed_since_it_was_looked_at_is_refused(services, house):
    path = house(1, [row(1, 1, Random(8))])
    arrivals = services.gathering.look([path])
    house(1, [row(1, 1, Random(9), revision=3)])
    taken = services.gathering.take_in(arrivals, {arrivals[0].fingerprint})
    assert (taken.files, len(taken.refused)) == (0, 1)
    assert kept(services) == []


def changed(content: bytes, line: int, change) -> bytes:
    lines = content.decode().split("\n")
    data = json.loads(lines[line])
    change(data)
    lines[line] = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("hurt", "sentence"),
    [
        (lambda content: content[:-40], "damaged|signed"),
        (lambda content: content.replace(b'"people":', b'"people":1', 1), "not signed"),
        (lambda content: changed(content, 1, lambda row: row.update(people=7)), "not signed"),
        (lambda content: changed(content, 0, lambda head: head["facility"].update(name="X")), "not signed"),
        (lambda content: changed(content, 0, lambda head: head.update(key="00" * 32)), "not signed"),
        (lambda content: changed(content, 0, lambda head: head.update(format=2)), "newer release"),
        (lambda content: changed(content, 0, lambda head: head.update(content="times")), "not a file of"),
        (lambda content: changed(content, -2, lambda last: last.clear()), "not signed"),
        (lambda content: b"\n".join(content.split(b"\n")[:1]), "not signed"),
        (lambda content: b"PK\x03\x04" + content, "not a file of"),
        (lambda content: b"", "not a file of"),
        (lambda content: b"{" * 100_000, "damaged"),
        (lambda content: b"{" + b"[" * 50_000 + b"\n{}", "damaged"),
        (lambda content: content.replace(b"pital", b"\xff\xfe", 1), "damaged"),
    ],
)
def test_damage_is_refused_with_a_sentence_and_nothing_is_kept(services, house, hurt, sentence):
    path = house(1, [row(1, number, Random(10)) for number in range(3)])
    path.write_bytes(hurt(path.read_bytes()))
    (arrival,) = services.gathering.look([path])
    assert arrival.error is not None
    with pytest.raises(type(arrival.error), match=sentence):
        raise arrival.error
    assert services.gathering.take_in([arrival], {""}).files == 0
    assert kept(services) == []


@pytest.mark.parametrize(
    "bad",
    [
        {"people": -1},
        {"people": 2_000_000},
        {"people": 99},
        {"won": 9},
        {"sessions": 5},
        {"year": 1999},
        {"audience": "somebody"},
        {"sector": "x" * 81},
        {"kit_id": "a\u202eb"},
        {"revision": 0},
        {"revision": 2**60},
        {"id": "../../../../etc/passwd" + "0" * 10},
        {"counts": "{}x"},
        {"counts": '{"opinions":{"o":[1,2]}}'},
    ],
)
def test_rows_that_no_facility_could_have_are_refused_even_when_signed(services, tmp_path, bad):
    wrong = replace(row(1, 1, Random(11)), **bad)
    path = tmp_path / "x.sante-results"
    path.write_bytes(packed(tmp_path, Bundle(reporter=reporter(1), rows=(wrong,))))
    (arrival,) = services.gathering.look([path])
    assert arrival.error is not None
    assert "damaged" in arrival.error.message


def test_the_same_row_twice_in_one_file_is_refused(services, tmp_path):
    path = tmp_path / "x.sante-results"
    one = row(1, 1, Random(12))
    path.write_bytes(packed(tmp_path, Bundle(reporter=reporter(1), rows=(one, one))))
    assert services.gathering.look([path])[0].error is not None


def test_a_facility_without_a_name_is_refused(services, tmp_path):
    path = tmp_path / "x.sante-results"
    nobody = Reporter(id="0" * 12, name="  ", told_ms=5)
    path.write_bytes(packed(tmp_path, Bundle(reporter=nobody, rows=())))
    assert services.gathering.look([path])[0].error is not None


def test_mail_may_change_the_ends_of_lines(services, house):
    path = house(1, [row(1, 1, Random(13))])
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert services.gathering.look([path])[0].error is None


def test_files_in_folders_are_found(house, tmp_path):
    (tmp_path / "mail").mkdir()
    path = house(1, [])
    inside = tmp_path / "mail" / path.name
    path.rename(inside)
    (tmp_path / "mail" / "notes.txt").write_text("no")
    assert list(all_files([tmp_path])) == [inside]
    assert list(all_files([inside])) == [inside]


@pytest.mark.parametrize("has_some", [True, False])
def test_a_window_that_only_looks_takes_nothing_in(services, house, clock, has_some):
    path = house(1, [row(1, 1, Random(14))])
    if has_some:
        take(services, path)
    more = house(2, [row(2, 1, Random(15))])
    before = sorted(one.name for one in services.folder.iterdir())
    window = open_services(services.folder, only_looks=True, clock=clock)
    (arrival,) = window.gathering.look([more])
    with pytest.raises(StorageError, match="only look"):
        window.gathering.take_in([arrival], {arrival.fingerprint})
    assert len(kept(window)) == int(has_some)
    window.close()
    assert {one.name for one in services.folder.glob("region.db")} <= set(before)
