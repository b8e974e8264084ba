"""A connection to a real server: each way to fail is a sentence, nothing hangs, nothing is half kept."""

import socket
import threading
import time
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kit_app.domain.region_server import ServerAddress
from kit_app.errors import StorageError
from kit_app.views.region import WHOLE_REGION
from tests.unit.services.region.rows import reporter, row

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def module(region_server):
    """The module that connects; loaded only where the optional part is there."""
    from kit_app.storage.region import postgres_tables

    return postgres_tables


@pytest.fixture(scope="module")
def login(region_server):
    return region_server.new_login(region_server.new_database())


@pytest.fixture
def hasty(module):
    return module.Patience(connect_s=0.5, statement_s=0.5, lock_s=0.3)


def refused(module, address, password, patience=None):
    with pytest.raises(StorageError) as error:
        module.open_postgres_results(address, password, patience or module.PATIENCE).close()
    assert "Nothing was" in str(error.value)
    return str(error.value)


def some(count):
    dice = Random(4)
    return [row(1, number, dice) for number in range(count)]


def test_a_wrong_password_or_user_is_told(module, login):
    address, password = login
    assert "this user with this password" in refused(module, address, password + "x")
    assert "this user with this password" in refused(module, replace(address, user="nobody"), password)


def test_a_database_that_is_not_there_is_told(module, login):
    address, password = login
    assert "no database “elsewhere”" in refused(module, replace(address, database="elsewhere"), password)


def test_no_server_is_told(module, login):
    address, password = login
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        free = replace(address, port=taken.getsockname()[1])
        assert "Nobody answers" in refused(module, free, password)
    nowhere = replace(address, host="nowhere.invalid")
    assert "No computer is called “nowhere.invalid”" in refused(module, nowhere, password)
    assert "Nobody answers" in refused(module, replace(address, host="." * 300), password)


def test_somebody_who_never_says_a_word_is_given_up(module, login, hasty):
    address, password = login
    with socket.create_server(("127.0.0.1", 0)) as silent:
        mute = replace(address, port=silent.getsockname()[1])
        before = time.monotonic()
        assert "Nobody answers" in refused(module, mute, password, hasty)
        assert time.monotonic() - before < 5


def test_a_server_without_encryption_is_sent_nothing(module, login):
    address, password = login
    said = []

    def answer():
        link, _where = plain.accept()
        with link:
            said.append(link.recv(100))
            link.sendall(b"N")
            said.append(link.recv(100))

    with socket.create_server(("127.0.0.1", 0)) as plain:
        thread = threading.Thread(target=answer)
        thread.start()
        sentence = refused(module, replace(address, port=plain.getsockname()[1]), password)
        thread.join()
    assert "does not encrypt" in sentence
    assert said == [b"\x00\x00\x00\x08\x04\xd2\x16\x2f", b""]  # the wish for encryption, and no more


def test_a_stranger_s_certificate_is_not_trusted(module, login, region_server, tmp_path):
    address, password = login
    assert "not one that this computer trusts" in refused(module, replace(address, ca_file=""), password)
    stranger = Path(address.ca_file).with_name("stranger")
    region_server.certify(stranger, stranger.with_name("stranger-server"), "DNS:localhost")
    other = replace(address, ca_file=f"{stranger}.crt")
    assert "not one that this computer trusts" in refused(module, other, password)
    for name, text in (("missing.crt", None), ("none.crt", "no certificate")):
        if text is not None:
            (tmp_path / name).write_text(text, encoding="utf-8")
        wrong = replace(address, ca_file=str(tmp_path / name))
        assert "cannot be read" in refused(module, wrong, password)


def test_a_certificate_for_another_name_is_not_trusted(module, login, monkeypatch):
    address, password = login
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *rest, **more: real("127.0.0.1", *rest, **more))
    other = replace(address, host="other.example")
    assert "not for the name “other.example”" in refused(module, other, password)


def test_tables_that_are_not_there_are_told(module, login, region_server):
    address, password = login
    region_server.sql("CREATE DATABASE bare")
    store = module.open_postgres_results(replace(address, database="bare"), password)
    with pytest.raises(StorageError, match=r"postgresql\.sql"):
        store.add(reporter(1), some(1))
    store.close()


def test_a_statement_that_takes_too_long_is_given_up_and_the_connection_serves_on(module, login, hasty):
    store = module.open_postgres_results(*login, hasty)
    with pytest.raises(StorageError, match="took too long"):
        store.tables.rows("SELECT pg_sleep(5)")
    assert store.tables.rows("SELECT 1") == [(1,)]
    store.close()


def test_somebody_who_holds_the_same_rows_is_not_waited_for_long(module, login, hasty):
    one, other = (module.open_postgres_results(*login, hasty) for _ in range(2))
    with one.tables.hold(reporter(5)), pytest.raises(StorageError, match="Another computer is sending"):
        other.add(reporter(5), [])
    assert other.add(reporter(5), []).new == 0
    one.close()
    other.close()


def test_a_server_that_is_killed_leaves_no_half_and_no_hanging(module, region_server):
    login = region_server.new_login(region_server.new_database())
    store = module.open_postgres_results(*login)
    store.add(reporter(1), some(2))
    with pytest.raises(StorageError, match="broke off"), store.tables.hold(reporter(1)):
        store.tables.rows("DELETE FROM result_rows")
        region_server.kill()
        store.tables.rows("SELECT 1")
    with pytest.raises(StorageError, match="broke off"):
        store.tables.rows("SELECT 1")
    store.close()
    region_server.start()
    again = module.open_postgres_results(*login)
    assert list(again.list(WHOLE_REGION)) == some(2)
    again.close()


def test_ten_thousand_values_go_in_a_few_statements(module):
    insert = ("INSERT INTO t (a, b) VALUES (?, ?)", [(n, n) for n in range(25_000)])
    delete = ("DELETE FROM t WHERE a = ? AND b = ?", [(n, n) for n in range(1_100)])
    other = ("UPDATE t SET a = ?", [(1,), (2,)])
    inserted, deleted, updated = (list(module._joined(*step)) for step in (insert, delete, other))
    assert [len(values) for _sql, values in inserted] == [20_000, 20_000, 10_000]
    assert [len(values) for _sql, values in deleted] == [1_000, 1_000, 200]
    assert deleted[0][0].startswith("DELETE FROM t WHERE (a, b) IN ((?, ?), (?, ?)")
    assert updated == [("UPDATE t SET a = ?", [1]), ("UPDATE t SET a = ?", [2])]
    assert module._numbered("a = ? AND b = ?") == "a = $1 AND b = $2"


def test_an_address_is_whole_or_not_set():
    whole = ServerAddress(host="Region.example", user="brevalon")
    assert whole.is_set and whole.name == "region.example:5432/sant_escape"
    for lack in ({"host": ""}, {"user": ""}, {"database": ""}, {"port": 0}, {"port": 70_000}):
        assert not replace(whole, **lack).is_set
