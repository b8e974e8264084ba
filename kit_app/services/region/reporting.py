"""What a facility tells its region: nameless rows of counts, corrected and withdrawn as its sessions are."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kit_app.clock.clock import Clock
from kit_app.domain.facility import home
from kit_app.domain.region import ROW_ID_LENGTH, PlayedPuzzle, Reporter, ResultRow, Stamp
from kit_app.errors import KitAppError
from kit_app.game.learning import Counts, together
from kit_app.game.masking import FEWEST_PEOPLE
from kit_app.i18n import N_
from kit_app.services import export
from kit_app.services.facts import Facts
from kit_app.services.profile import Profile
from kit_app.services.questionnaires import Questionnaires
from kit_app.services.results import Results
from kit_app.storage.region.bundle import KIND, Bundle, digest_of, packed
from kit_app.storage.region.reported import Group, LastTold, PlayedSession, ReportedStore, Tally
from kit_app.storage.shape import plain
from kit_app.storage.signing import fingerprint, public_key
from kit_app.storage.store import Store

SUFFIX = KIND.suffix
_NAMELESS = N_(
    "Give this facility a name in the settings first: the region must know whose results these are."
)


class Telling(NamedTuple):
    """A facility of this data folder, how many sessions it can tell of, and how many of them are totals."""

    id: str
    name: str
    sessions: int
    older: int


class Reporting:
    """Tells the results of one data folder, facility by facility. No row holds a word that somebody typed."""

    def __init__(
        self,
        store: Store,
        facts: Facts,
        results: Results,
        questionnaires: Questionnaires,
        profile: Profile,
        clock: Clock,
    ) -> None:
        self._store = store
        self._reported = ReportedStore(store.database)
        self._facts = facts
        self._results = results
        self._questionnaires = questionnaires
        self._profile = profile
        self._clock = clock

    @property
    def folder(self) -> Path:
        """The data folder, whose key signs."""
        return self._store.database.path.parent

    def fingerprint(self) -> str:
        """What a coordinator compares by telephone: of the key that signs. Raises StorageError."""
        return fingerprint(public_key(self.folder))

    def facilities(self) -> tuple[Telling, ...]:
        """Every facility of the settings, by name."""
        self._count()
        played = [self._home(one.facility, one.facility_id) for one in self._reported.sessions()]
        older = [(self._home(one.facility, ""), one.tally.sessions) for one in self._reported.older()]
        return tuple(
            Telling(
                one.id,
                one.facility.name.strip(),
                played.count(one.id),
                sum(sessions for owner, sessions in older if owner == one.id),
            )
            for one in self._profile.all()
        )

    def homeless(self) -> int:
        """How many sessions name a facility that no profile has: nobody tells of them."""
        self._count()
        return sum(not self._home(one.facility, one.facility_id) for one in self._reported.sessions())

    def told(self, facility: str) -> tuple[Reporter, tuple[ResultRow, ...]]:
        """All that there is to tell of a facility (a profile's id), with what was withdrawn since.

        What differs from the last time gets a later revision, which is kept first. Raises KitAppError.
        """
        name = next(one.facility.name for one in self._profile.all() if one.id == facility).strip()
        if not name:
            raise KitAppError(_NAMELESS)
        self._count()
        now = self._clock.wall_ms()
        before = self._reported.told(facility)
        rows, changed = [], {}
        for row in self._rows(facility):
            digest = digest_of(row)
            last = before.get(row.id)
            if last is None or last.stamp.digest != digest:
                last = LastTold(_next(last, digest, now), False)
                changed[row.id] = last
            rows.append(replace(row, revision=last.stamp.revision))
        for row in self._withdrawn(facility, before, {row.id for row in rows}):
            last, digest = before[row.id], digest_of(row)
            if not last.is_withdrawn:
                last = LastTold(_next(last, digest, now), True)
                changed[row.id] = last
            rows.append(replace(row, revision=last.stamp.revision))
        self._reported.keep(facility, changed)
        rows.sort(key=lambda row: row.id)  # by no order of time
        return Reporter(id=facility, name=name, told_ms=now), tuple(rows)

    def bundle(self, facility: str) -> Bundle:
        """All that there is to tell of a facility, to be written. Raises KitAppError."""
        reporter, rows = self.told(facility)
        return Bundle(reporter=reporter, rows=rows)

    def write(self, bundle: Bundle, path: Path, *, overwrite: bool = False) -> int:
        """Write the signed file for the region; how many sessions it counts. Raises KitAppError.

        May run in a thread of its own.
        """
        export.write(path, packed(self.folder, bundle), overwrite=overwrite)
        return sum(row.sessions for row in bundle.rows)

    def _count(self) -> None:
        """Bring all facts up to date: what is told is what the statistics show."""
        self._facts.look()
        self._results.count(self._facts.waiting())

    def _home(self, facility: str, facility_id: str) -> str:
        """The profile that a session belongs to; empty when it names none and there are several."""
        known = self._profile.all()
        if not (facility.strip() or facility_id) and len(known) > 1:
            return ""
        return home(known, self._profile.chosen, (facility, facility_id))

    def _rows(self, facility: str) -> Iterator[ResultRow]:
        """What is to be told now, with revision 1."""
        played = [
            one for one in self._reported.sessions() if self._home(one.facility, one.facility_id) == facility
        ]
        puzzles = self._reported.puzzles()
        for one in played:
            ident = _row_id("session", one.id)
            yield _row(facility, ident, one.group, one.tally, puzzles.get(one.id, ()))
        mine = public_key(self.folder)
        older: dict[Group, list[Tally]] = {}
        names = set()
        for total in self._reported.older():
            if self._home(total.facility, "") == facility:
                older.setdefault(total.group, []).append(total.tally)
                names.add(total.facility)
        for group, tallies in older.items():
            summed = Tally(*(sum(column) for column in zip(*tallies, strict=True)))
            yield _row(facility, _row_id("older", mine, facility, *group), group, summed)
        yield from self._learnt(facility, played, names, mine)

    def _learnt(
        self, facility: str, played: Iterable[PlayedSession], names: Iterable[str], mine: str
    ) -> Iterator[ResultRow]:
        """What was learnt in each year with each kit, where enough people filled in sheets."""
        found: dict[Group, list[Counts]] = {}
        sessions: dict[Group, list[str]] = {}
        for one in played:
            sessions.setdefault(_year_of_kit(one.group.year, one.group.kit_id), []).append(one.id)
        for group, ids in sessions.items():
            found.setdefault(group, []).append(self._questionnaires.counts(ids))
        for (year, kit_id), kept in self._store.total_counts.by_kit(tuple(names)):
            found.setdefault(_year_of_kit(year, kit_id), []).append(kept)
        for group, parts in found.items():
            counts = together(parts)
            sheets = [number for number in counts.moments.values() if number]
            if sheets and min(sheets) >= FEWEST_PEOPLE:
                ident = _row_id("learnt", mine, facility, *group)
                empty = Tally(*(0 for _name in Tally._fields))
                yield replace(_row(facility, ident, group, empty), counts=_ordered(counts))

    def _withdrawn(self, facility: str, before: Iterable[str], current: set[str]) -> Iterator[ResultRow]:
        """Rows that were told once and are gone; of a session that cannot be read nothing is said."""
        unread = {_row_id("session", one) for one in self._facts.unreadable_sessions()}
        for ident in before:
            if ident not in current and ident not in unread:
                yield ResultRow(facility=facility, id=ident, revision=1, is_withdrawn=True)


def _ordered(counts: Counts) -> str:
    """Counts as JSON that is the same however they were added up."""
    return json.dumps(plain(counts), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _next(last: LastTold | None, digest: str, now: int) -> Stamp:
    """A later revision; it follows the clock, so that a copy that was put back does not fall behind."""
    return Stamp(now if last is None else max(last.stamp.revision + 1, now), digest)


def _row(
    facility: str, ident: str, group: Group, tally: Tally, puzzles: tuple[PlayedPuzzle, ...] = ()
) -> ResultRow:
    return ResultRow(
        facility=facility, id=ident, revision=1, **group._asdict(), **tally._asdict(), puzzles=puzzles
    )


def _year_of_kit(year: int, kit_id: str) -> Group:
    """Sheets of a whole year and kit together: smaller groups would seldom have enough."""
    return Group(year, "", "", kit_id, "", "", "")


def _row_id(*parts: object) -> str:
    """An id that only those can know who have what it is made of: ids of sessions are drawn at random."""
    text = json.dumps(["result row", *parts], ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:ROW_ID_LENGTH]
