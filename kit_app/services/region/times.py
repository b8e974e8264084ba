"""Times of puzzles: reckoned from a region's results, sent back, and used where a facility has few games."""

from __future__ import annotations

from pathlib import Path

from kit_app.clock.clock import Clock
from kit_app.domain.region_times import PuzzleTime, RegionTimes
from kit_app.errors import KitAppError
from kit_app.game.limits import learned_ms, usual_ms
from kit_app.game.pace import USUAL
from kit_app.i18n import N_
from kit_app.services import export
from kit_app.services.arriving import content_of
from kit_app.services.changed import Changed
from kit_app.services.region.region_file import OpenResults
from kit_app.storage.region.attempts import PuzzleAttempts, PuzzleKey, region_attempts
from kit_app.storage.region.signed_lines import LARGEST_FILE
from kit_app.storage.region.sums import RegionSums
from kit_app.storage.region.times_file import KIND, packed, unpacked, write_times
from kit_app.storage.signing import fingerprint

__all__ = ["SUFFIX", "Times", "fingerprint"]

SUFFIX = KIND.suffix
FEWEST_TEAMS, FEWEST_FACILITIES = 20, 3
"""Times of fewer would say little, or tell of one house."""

_TOO_LARGE = N_("“{name}” is too large for the times of a region. Nothing of it was taken in.")
_TOO_FEW = N_(
    "No puzzle was solved by {teams} teams in {facilities} facilities yet: there are no times to send back."
)
_MEDIAN_MS = 240_000.0


class Times:
    """Makes the file in a region, keeps it in a facility."""

    def __init__(self, folder: Path, kept: RegionTimes, results: OpenResults, clock: Clock) -> None:
        self._folder = folder
        self._kept = kept
        self._results = results
        self._clock = clock

    @property
    def kept(self) -> RegionTimes:
        """What this computer was sent by its region."""
        return self._kept

    def reckon(self) -> RegionTimes:
        """The times of all puzzles that enough teams solved. May run in a thread of its own; StorageError."""
        with self._results() as results:
            attempts = region_attempts(results.tables)
            facilities = RegionSums(results.tables).count().facilities
        puzzles = [_time(key, one) for key, one in sorted(attempts.items()) if _is_enough(one)]
        return RegionTimes(made_ms=self._clock.wall_ms(), facilities=facilities, puzzles=tuple(puzzles))

    def write(self, path: Path, *, overwrite: bool = False) -> int:
        """Write the signed file for facilities; how many puzzles it tells of. Raises KitAppError."""
        times = self.reckon()
        if not times.puzzles:
            raise KitAppError(_TOO_FEW, teams=FEWEST_TEAMS, facilities=FEWEST_FACILITIES)
        export.write(path, packed(self._folder, times), overwrite=overwrite)
        return len(times.puzzles)

    def read(self, path: Path) -> RegionTimes:
        """What a file says; nothing is kept. Raises StorageError."""
        return unpacked(content_of(path, LARGEST_FILE, _TOO_LARGE), path.name)

    def take_in(self, times: RegionTimes) -> Changed:
        """Use these times from now on. Raises StorageError; then the former ones hold."""
        write_times(self._folder, times)
        self._kept = times
        return Changed(settings=True)

    def forget(self) -> Changed:
        """Use the kit's own times again. Raises StorageError."""
        return self.take_in(RegionTimes())


def _is_enough(one: PuzzleAttempts) -> bool:
    return one.teams >= FEWEST_TEAMS and one.facilities >= FEWEST_FACILITIES


def _time(key: PuzzleKey, one: PuzzleAttempts) -> PuzzleTime:
    """The fit begins at the middle of what was seen; with so many games the beginning hardly counts."""
    whole = sorted(attempt.ms for attempt in one.attempts if attempt.is_whole)
    middle_ms = whole[len(whole) // 2] if whole else _MEDIAN_MS
    target_ms = round(middle_ms / USUAL)
    usual_s = max(1, round(usual_ms(one.attempts, target_ms) / 1000))
    limit_s = max(usual_s, round(learned_ms(one.attempts, target_ms) / 1000))
    return PuzzleTime(kit_id=key.kit_id, puzzle=key.puzzle, usual_s=usual_s, limit_s=limit_s, teams=one.teams)
