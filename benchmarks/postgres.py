"""A PostgreSQL server of its own, with TLS, in a folder that goes with it; its user starts and stops it."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any

from kit_app.assets import resources_dir
from kit_app.domain.region_server import ServerAddress
from kit_app.system.packages import may_install

SCHEMA_FILE = resources_dir() / "region" / "postgresql.sql"
_STARTS_S = 60
_ADMIN = "admin"
_CONF = """
listen_addresses = '127.0.0.1'
port = {port}
unix_socket_directories = ''
ssl = on
ssl_cert_file = '{folder}/server.crt'
ssl_key_file = '{folder}/server.key'
fsync = off
log_min_messages = warning
"""


def folder_of_programs() -> Path | None:
    """Where `initdb` and the server's other programs lie; None where there are none."""
    releases = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if releases:
        return releases[-1].parent
    found = shutil.which("initdb")
    return None if found is None else Path(found).resolve().parent


def why_not() -> str:
    """Why no server can be started here, or nothing."""
    if os.name == "nt":
        return "the server is started as another user, which is done on Unix only"
    if folder_of_programs() is None or shutil.which("openssl") is None:
        return "PostgreSQL or openssl is not installed (Debian: postgresql, openssl)"
    return ""


class LocalServer:
    """A server with a certificate for `localhost`, of an authority of its own; runs within a `with` block."""

    def __init__(self) -> None:
        programs = folder_of_programs()
        assert programs is not None, why_not()
        self._programs = programs
        self._numbers = count(1)
        self._password = secrets.token_hex(8)
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = Path(tempfile.mkdtemp(prefix="region-server-"))
        self._as_user: dict[str, Any] = {}
        if may_install():  # root: PostgreSQL refuses to run as such
            shutil.chown(self._folder, "postgres", "postgres")
            self._as_user = {"user": "postgres", "group": "postgres", "extra_groups": []}
        self.port = _free_port()
        self.ca_file = self._folder / "ca.crt"

    def __enter__(self) -> LocalServer:
        try:
            self._make()
            self.start()
        except BaseException:
            self.stop()
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _make(self) -> None:
        secret, data = self._folder / "password", self._folder / "data"
        self._run(["sh", "-c", f"umask 077; echo {self._password} > {secret}"])
        self._run(
            [
                *(self._programs / "initdb", "--pgdata", data, "--username", _ADMIN, "--pwfile", secret),
                *("--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync"),
            ]
        )
        self.certify(self._folder / "ca", self._folder / "server", "DNS:localhost,IP:127.0.0.1")
        text = _CONF.format(port=self.port, folder=self._folder)
        (data / "postgresql.auto.conf").write_text(text, encoding="utf-8")
        (data / "pg_hba.conf").write_text("hostssl all all 127.0.0.1/32 scram-sha-256\n", encoding="utf-8")

    def certify(self, authority: Path, name: Path, names: str) -> None:
        """Make an authority and a certificate of its for these names: `.crt` and `.key` files."""
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
        request = ("openssl", "req", *key, "-subj")
        ca = ("-keyout", f"{authority}.key", "-out", f"{authority}.crt")
        self._run([*request, "/CN=Region", "-x509", *ca, "-addext", "keyUsage=critical,keyCertSign"])
        own = ("-keyout", f"{name}.key", "-out", f"{name}.crt")
        signed = ("-x509", "-CA", f"{authority}.crt", "-CAkey", f"{authority}.key")
        ends = ("-addext", f"subjectAltName={names}", "-addext", "basicConstraints=critical,CA:FALSE")
        self._run([*request, "/CN=server", *signed, *own, *ends])

    def _run(self, command: Sequence[str | Path], **more: Any) -> None:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            **{**self._as_user, **more},
        )
        assert done.returncode == 0, done.stdout

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._folder / "data"],
                cwd=self._folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                **self._as_user,
            )
        where = ("--host", "127.0.0.1", "--port", str(self.port))
        asked = [str(self._programs / "pg_isready"), "--quiet", *where]
        ends = time.monotonic() + _STARTS_S
        while subprocess.run(asked, check=False).returncode:
            assert self._process.poll() is None, (self._folder / "log").read_text(encoding="utf-8")
            assert time.monotonic() < ends, "the server does not answer"
            time.sleep(0.05)

    def stop(self) -> None:
        """End it at once, in order."""
        if self._process is not None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(_STARTS_S)
            self._process = None

    def kill(self) -> None:
        """End it with all its processes, as a power cut would."""
        if self._process is not None and sys.platform != "win32":
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(_STARTS_S)
            self._process = None

    def sql(self, text: str, database: str = "postgres") -> str:
        """What psql answers to statements of the administrator."""
        return self._psql(database, "--command", text)

    def _psql(self, database: str, *what: str) -> str:
        done = subprocess.run(
            [
                *(str(self._programs / "psql"), "--no-psqlrc", "--quiet", "--tuples-only", "--no-align"),
                *("--set", "ON_ERROR_STOP=1", "--host", "localhost", "--port", str(self.port)),
                *("--username", _ADMIN, "--dbname", database, *what),
            ],
            env={
                **os.environ,
                "PGPASSWORD": self._password,
                "PGSSLMODE": "verify-full",
                "PGSSLROOTCERT": str(self.ca_file),
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def new_database(self) -> str:
        """The name of an empty database with the tables of a region."""
        name = f"region_{next(self._numbers)}"
        self.sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        self.lay_tables(name)
        return name

    def lay_tables(self, database: str) -> None:
        """Run the file that makes the tables."""
        self._psql(database, "--file", str(SCHEMA_FILE))

    def new_login(self, database: str, group: str = "facility") -> tuple[ServerAddress, str]:
        """A login of a facility or a coordinator: where and as whom, and the password."""
        name, password = f"{group}_{next(self._numbers)}", secrets.token_hex(8)
        self.sql(f"CREATE ROLE {name} LOGIN PASSWORD '{password}' IN ROLE sant_escape_{group}")
        address = ServerAddress(
            host="localhost", port=self.port, database=database, user=name, ca_file=str(self.ca_file)
        )
        return address, password


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
