"""The address of a region's server: kept on this computer only, its password in no file, tried and used."""

import sys
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from benchmarks.sessions import make
from kit_app.domain.facility import Facility
from kit_app.domain.region_server import ServerAddress
from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import Catalogue
from kit_app.services.diagnosis import diagnosis
from kit_app.services.privacy import processing_record
from kit_app.services.region import server as region_server_module
from kit_app.services.region.server import RegionServer
from kit_app.storage.backup import copy_folder, put_back
from kit_app.storage.region.server_file import FILE_NAME, KeptServer, read_server, write_server
from kit_app.system.password_safe import PasswordSafe
from tests.fakes import WALL_START_MS
from tests.unit.services.bundled import opened

ADDRESS = ServerAddress(host="resultats.region.example", user="brevalon-login", ca_file="/ca/region.crt")
PASSWORD = "four rare horses"


class Safe(PasswordSafe):
    """A keyring of this test's own."""

    def __init__(self, works=True):
        self.works = works
        self.kept = {}

    def find(self, service, user):
        return self.kept.get((service, user), "") if self.works else ""

    def keep(self, service, user, password):
        if self.works:
            self.kept[service, user] = password
        return self.works


def again(services, safe=None):
    """The same settings as a program that starts would read them."""
    one = services.region_server
    kept = read_server(services.folder, 0).kept
    return RegionServer(services.folder, kept, one._reporting, one._pushed, services.clock, safe)


def test_an_address_is_kept_and_comes_back_the_same(services):
    assert not services.region_server.address.is_set
    services.region_server.keep(ADDRESS, sends_itself=True)
    server = again(services)
    assert (server.address, server.sends_itself, server.sent_ms) == (ADDRESS, True, 0)


@pytest.mark.parametrize("text", ["", "[]", '{"version": 2}', '{"version": 1, "sent_ms": "x"}'])
def test_an_unreadable_file_is_set_aside_and_told(tmp_path, text):
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    read = read_server(tmp_path, WALL_START_MS)
    assert read.kept == KeptServer()
    assert "type it once more" in str(read.notices[0])
    assert (tmp_path / "region-server.unreadable-20261124-173000.local").is_file()


def test_an_address_that_cannot_be_kept_is_told(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    (tmp_path / FILE_NAME / "in the way").touch()
    with pytest.raises(StorageError, match="could not be kept"):
        write_server(tmp_path, KeptServer())


def test_it_goes_along_with_no_copy_and_no_diagnosis(services, tmp_path):
    services.region_server.keep(ADDRESS, sends_itself=False)
    copy = copy_folder(services.folder, tmp_path / "copy.zip")
    with ZipFile(copy) as pack:
        assert [name for name in pack.namelist() if "server" in name] == []
        assert not any(ADDRESS.user.encode() in pack.read(name) for name in pack.namelist())
    text = diagnosis(services, list, Catalogue("en"))
    assert ADDRESS.host not in text and ADDRESS.user not in text
    folder = services.folder
    services.close()
    put_back(copy, folder, 0)
    assert read_server(folder, 0).kept.address == ADDRESS


def test_a_password_is_in_no_file_of_the_folder(services):
    server = again(services, Safe())
    server.keep(ADDRESS, sends_itself=False)
    assert server.keep_password(PASSWORD)
    for path in services.folder.rglob("*"):
        if path.is_file():
            assert PASSWORD.encode() not in path.read_bytes(), path


def test_a_password_in_the_keyring_is_there_next_time(services):
    safe = Safe()
    services.region_server.keep(ADDRESS, sends_itself=False)
    again(services, safe).keep_password(PASSWORD)
    assert again(services, safe).password(ADDRESS) == PASSWORD
    assert again(services, safe).password(ServerAddress(host="other.example", user=ADDRESS.user)) == ""


def test_without_a_keyring_it_holds_while_the_program_runs(services):
    services.region_server.keep(ADDRESS, sends_itself=False)
    server = again(services, Safe(works=False))
    assert not server.keep_password(PASSWORD)
    assert server.password(ADDRESS) == PASSWORD
    assert again(services, Safe(works=False)).password(ADDRESS) == ""


@pytest.fixture
def keyring(monkeypatch):
    """A stand-in for the package, which the optional part brings."""
    kept = {}
    made = SimpleNamespace(
        priority=5,
        get_keyring=lambda: made,
        get_password=lambda service, user: kept.get((service, user)),
        set_password=lambda service, user, password: kept.update({(service, user): password}),
        delete_password=lambda service, user: kept.pop((service, user)),
    )
    monkeypatch.setitem(sys.modules, "keyring", made)
    return made


def test_the_keyring_of_the_system_keeps_changes_and_drops(keyring):
    safe = PasswordSafe()
    assert safe.find("s", "u") == ""
    assert safe.keep("s", "u", "one") and safe.find("s", "u") == "one"
    assert safe.keep("s", "u", "two") and safe.find("s", "u") == "two"
    assert safe.keep("s", "u", "") and safe.find("s", "u") == ""
    assert safe.keep("s", "u", "")


def test_a_keyring_that_fails_or_writes_plain_text_is_not_used(keyring, monkeypatch):
    safe = PasswordSafe()
    keyring.priority = 0.5
    assert not safe.keep("s", "u", "one")
    assert safe.find("s", "u") == ""
    keyring.priority = 5

    def locked(*_arguments):
        raise RuntimeError("locked")

    keyring.get_password = keyring.set_password = locked
    assert not safe.keep("s", "u", "one")
    assert safe.find("s", "u") == ""
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert not safe.keep("s", "u", "one")
    assert safe.find("s", "u") == ""


def test_what_lacks_is_said_before_anything_is_sent(services, monkeypatch):
    server = again(services, Safe())
    monkeypatch.setattr(region_server_module, "DRIVER", "no-such-package")
    assert not server.is_there()
    with pytest.raises(KitAppError, match="optional part"):
        server.try_it(ADDRESS, PASSWORD)
    monkeypatch.setattr(region_server_module, "DRIVER", "pytest")
    assert server.is_there()
    with pytest.raises(KitAppError, match="address"):
        server.try_it(ServerAddress(), PASSWORD)
    with pytest.raises(KitAppError, match="password"):
        server.try_it(ADDRESS, "")


def test_nothing_is_sent_by_itself_unless_that_was_chosen(services, monkeypatch):
    server = again(services, Safe())
    monkeypatch.setattr(server, "send", lambda: pytest.fail("sent"))
    server.send_by_itself()
    server.keep(ADDRESS, sends_itself=False)
    server.send_by_itself()
    server.keep(ADDRESS, sends_itself=True)
    server.send_by_itself()  # nothing waits: nobody is asked
    assert server.fault is None


def test_the_register_names_the_server_that_results_go_to():
    def transfers(server):
        return dict(processing_record(Facility(), 36, Catalogue("en"), server))["Transfers"]

    assert transfers("") == "None. The program works without a network and sends nothing."
    assert "(resultats.region.example)" in transfers(ADDRESS.host)


@pytest.mark.long
class TestRealServer:
    """From sessions of a data folder to the rows of a real server."""

    @pytest.fixture
    def played(self, tmp_path, clock):
        make(tmp_path / "data", 30)
        services = opened(tmp_path / "data", clock)
        services.profile.save(Facility(name="Hôpital de Brévalon"))
        yield services
        services.close()

    def test_sessions_arrive_and_a_correction_follows(self, played, region_server):
        from kit_app.storage.region.postgres_tables import open_postgres_results
        from kit_app.storage.region.sums import RegionSums
        from kit_app.views.region import WHOLE_REGION

        address, password = region_server.new_login(region_server.new_database())
        server = again(played, Safe())
        server.keep(address, sends_itself=True)
        with pytest.raises(KitAppError, match="password"):
            server.send()
        server.send_by_itself()
        assert "password" in str(server.fault)
        server.keep_password(password)
        server.try_it(address, "")
        waiting = server.waiting()
        assert waiting >= 30
        server.send_by_itself()
        assert (server.fault, server.waiting()) == (None, 0)
        assert again(played).sent_ms == played.clock.wall_ms()
        results = open_postgres_results(address, password)
        reporter, rows = played.reporting.told(played.profile.all()[0].id)
        assert list(results.list(WHOLE_REGION)) == [one for one in rows if not one.is_withdrawn]
        played.sessions.delete("again-000005")
        assert server.waiting() == 1
        assert server.send() == 1
        assert RegionSums(results.tables).count().sessions == sum(one.sessions for one in rows) - 1
        assert RegionSums(results.tables).choices().facilities == {reporter.id: "Hôpital de Brévalon"}
        results.close()

    def test_a_fault_of_sending_by_itself_is_told_and_forgotten(self, played, region_server):
        address, password = region_server.new_login(region_server.new_database())
        server = again(played, Safe())
        server.keep(address, sends_itself=True)
        server.keep_password(password + "x")
        server.send_by_itself()
        assert "this user with this password" in str(server.fault)
        server.keep_password(password)
        server.send_by_itself()
        assert server.fault is None
