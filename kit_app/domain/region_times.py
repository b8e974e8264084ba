"""How long puzzles take in a region: what it sends back to its facilities. Pure."""

from dataclasses import dataclass

from kit_app.domain.region import LAST_REVISION, LONGEST_WORD

LONGEST_S = 24 * 3600
MOST_PUZZLES = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class PuzzleTime:
    """One puzzle of a kit, in whole seconds since it was opened.

    `usual_s` is the middle time of teams without help and without the giving of the answer; after `limit_s`
    four of five such teams are done. `teams` solved it themselves.
    """

    kit_id: str
    puzzle: str
    usual_s: int
    limit_s: int
    teams: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionTimes:
    """The times of a region, from so many facilities; `key` (hex) signed them, `made_ms` is 0 before any."""

    made_ms: int = 0
    facilities: int = 0
    key: str = ""
    puzzles: tuple[PuzzleTime, ...] = ()

    def of_kit(self, kit_id: str) -> dict[str, PuzzleTime]:
        """The times of a kit's puzzles, by id."""
        return {one.puzzle: one for one in self.puzzles if one.kit_id == kit_id}


def times_problem(times: RegionTimes) -> str:
    """What cannot be in such times, for the log; empty when they may be used."""
    if not 0 < times.made_ms < LAST_REVISION or not 0 <= times.facilities < MOST_PUZZLES:
        return "a date or a count is out of range"
    if len(times.puzzles) > MOST_PUZZLES:
        return "too many puzzles"
    for one in times.puzzles:
        words = (one.kit_id, one.puzzle)
        if not all(0 < len(word) <= LONGEST_WORD and word.isprintable() for word in words):
            return "a word is empty, too long or cannot be shown"
        if not 0 < one.usual_s <= one.limit_s <= LONGEST_S or not 0 < one.teams < LAST_REVISION:
            return "a time is out of range"
    return ""
