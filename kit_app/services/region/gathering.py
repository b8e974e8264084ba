"""Results of many facilities taken in: each file looked at first, then kept if its key is trusted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from kit_app.domain.region import Added, ResultRow, Stamp, kits_of, supersedes
from kit_app.errors import KitAppError, StorageError
from kit_app.i18n import N_
from kit_app.services.arriving import content_of
from kit_app.services.region.region_file import OpenResults
from kit_app.storage.region.bundle import KIND, Bundle, stamp_of, unpacked
from kit_app.storage.region.signed_lines import LARGEST_FILE
from kit_app.storage.region.signers_file import Signer, Signers, write_signers
from kit_app.storage.signing import fingerprint

SUFFIX = KIND.suffix
SignerState = Literal["known", "new", "other"]
"""Who signed: a key that is trusted for this facility, its first one, or another one than so far."""

_TOO_LARGE = N_("“{name}” is too large for the results of a facility. Nothing of it was taken in.")
_CHANGED = N_("“{name}” is another file than the one that was looked at. Choose it again.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A file as it was looked at. `error`: why it is refused; then nothing else of it is known.

    `fingerprint` is what people compare by telephone; `new`, `corrected` and `known` count its rows, `kits`
    the sessions of each kit (id and version). `sum` is the SHA-256 of the file.
    """

    path: Path
    error: KitAppError | None = None
    facility: str = ""
    facility_name: str = ""
    told_ms: int = 0
    key: str = ""
    fingerprint: str = ""
    signer: SignerState = "new"
    sessions: int = 0
    new: int = 0
    corrected: int = 0
    known: int = 0
    kits: tuple[tuple[str, str, int], ...] = ()
    sum: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """How many files were taken in, what came of their rows; the sentences of files that were not."""

    files: int = 0
    new: int = 0
    corrected: int = 0
    known: int = 0
    refused: tuple[KitAppError, ...] = ()


class Gathering:
    """Takes in what facilities tell. `results` opens the store that they are kept in."""

    def __init__(self, folder: Path, signers: Signers, results: OpenResults) -> None:
        self._folder = folder
        self._signers = signers
        self._results = results

    def look(
        self, paths: Sequence[Path], goes_on: Callable[[int], bool] = lambda _done: True
    ) -> tuple[Arrival, ...]:
        """Read and check files; nothing is kept. Raises StorageError only where the store cannot be read.

        `goes_on` is told how many are done after each; False ends it. May run in a thread of its own.
        """
        found: list[Arrival] = []
        seen: dict[str, dict[str, Stamp]] = {}
        with self._results() as results:
            for path in paths:
                arrival = self._looked(path, seen, results.stamps)
                found.append(arrival)
                if not goes_on(len(found)):
                    break
        return tuple(found)

    def _looked(
        self, path: Path, seen: dict[str, dict[str, Stamp]], stamps: Callable[[str], dict[str, Stamp]]
    ) -> Arrival:
        try:
            bundle, total = _read(path)
        except KitAppError as error:
            return Arrival(path=path, error=error)
        facility = bundle.reporter.id
        if facility not in seen:
            seen[facility] = stamps(facility)
        added = _would_add(bundle.rows, seen[facility])
        return Arrival(
            path=path,
            facility=facility,
            facility_name=bundle.reporter.name,
            told_ms=bundle.reporter.told_ms,
            key=bundle.key,
            fingerprint=fingerprint(bundle.key),
            signer=self._state(facility, bundle.key),
            sessions=sum(row.sessions for row in bundle.rows),
            new=added.new,
            corrected=added.corrected,
            known=added.known,
            kits=tuple((kit, version, count) for (kit, version), count in kits_of(bundle.rows).items()),
            sum=total,
        )

    def _state(self, facility: str, key: str) -> SignerState:
        keys = {one.key for one in self._signers.signers if one.facility == facility}
        if not keys:
            return "new"
        return "known" if key in keys else "other"

    def take_in(
        self,
        arrivals: Sequence[Arrival],
        trusted: Collection[str],
        goes_on: Callable[[int], bool] = lambda _done: True,
    ) -> Taken:
        """Keep the rows of files whose key is known, or whose fingerprint is `trusted` from now on.

        Each file is kept whole or not at all. What was taken in before an end stays. Raises StorageError.
        """
        wanted = [
            one
            for one in arrivals
            if one.error is None and (one.signer == "known" or one.fingerprint in trusted)
        ]
        self._trust(wanted)
        taken = Taken()
        with self._results() as results:
            for done, one in enumerate(wanted, start=1):
                try:
                    bundle, total = _read(one.path)
                    if total != one.sum:
                        raise StorageError(_CHANGED, name=one.path.name)
                except KitAppError as error:
                    taken = _more(taken, error)
                    continue
                taken = _more(taken, results.add(bundle.reporter, bundle.rows))
                if not goes_on(done):
                    break
        return taken

    def _trust(self, arrivals: Sequence[Arrival]) -> None:
        known = set(self._signers.signers)
        fresh = {Signer(facility=one.facility, key=one.key) for one in arrivals} - known
        if fresh:
            signers = Signers(signers=tuple(sorted(known | fresh, key=lambda one: (one.facility, one.key))))
            write_signers(self._folder, signers)
            self._signers = signers


def _read(path: Path) -> tuple[Bundle, str]:
    content = content_of(path, LARGEST_FILE, _TOO_LARGE)
    return unpacked(content, path.name), sha256(content).hexdigest()


def _would_add(rows: Sequence[ResultRow], known: dict[str, Stamp]) -> Added:
    """What adding these rows would come to; `known` is changed as the store would be."""
    counts = {"new": 0, "corrected": 0, "known": 0}
    for row in rows:
        stamp = stamp_of(row)
        if not supersedes(stamp, known.get(row.id)):
            counts["known"] += 1
            continue
        counts["corrected" if row.id in known else "new"] += 1
        known[row.id] = stamp
    return Added(**counts)


def _more(taken: Taken, came: Added | KitAppError) -> Taken:
    if isinstance(came, KitAppError):
        return Taken(
            files=taken.files,
            new=taken.new,
            corrected=taken.corrected,
            known=taken.known,
            refused=(*taken.refused, came),
        )
    return Taken(
        files=taken.files + 1,
        new=taken.new + came.new,
        corrected=taken.corrected + came.corrected,
        known=taken.known + came.known,
        refused=taken.refused,
    )


def all_files(paths: Sequence[Path]) -> Iterator[Path]:
    """These files, and of folders the files of facilities in them, by name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(one for one in path.rglob(f"*{SUFFIX}") if one.is_file())
        else:
            yield path
