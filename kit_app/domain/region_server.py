"""The server of a region, where there is one: what is typed once to reach it."""

from __future__ import annotations

from dataclasses import dataclass

USUAL_PORT, LAST_PORT = 5432, 65_535
USUAL_DATABASE = "sant_escape"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerAddress:
    """Where the server is and as whom one comes. `ca_file`: whose certificates are trusted, as a file.

    An empty `ca_file`: those that this computer trusts. The password is not part of it.
    """

    host: str = ""
    port: int = USUAL_PORT
    database: str = USUAL_DATABASE
    user: str = ""
    ca_file: str = ""

    @property
    def is_set(self) -> bool:
        """Whether enough is known to look for the server."""
        return bool(self.host and self.database and self.user and 0 < self.port <= LAST_PORT)

    @property
    def name(self) -> str:
        """The database as one line, whoever comes to it."""
        return f"{self.host.lower()}:{self.port}/{self.database}"
