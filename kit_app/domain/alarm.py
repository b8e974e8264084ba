"""When a kit has the facilitator told to help a late team, or what to say."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmSpec:
    """When the console tells the facilitator to help, or what to say.

    It comes at `minute` of a game of `of` minutes, scaled to the team's own time. It is still when one of
    `unless_solved` is solved, one of `unless_open` was opened or one of the paths `unless_finished` is done;
    with `one_path_moves` it comes only while several paths are open and one alone moves. `hint` is the level
    to give of `puzzle` (empty: of the one that keeps `unless_open` closed), `give` the puzzle to accept by
    hand. Without either there are only words: those of the script under `say` (empty: under `id`), for
    `lasts` minutes (0: until it is still).
    """

    id: str
    minute: float
    of: int
    unless_solved: tuple[str, ...] = ()
    unless_open: tuple[str, ...] = ()
    unless_finished: tuple[str, ...] = ()
    one_path_moves: bool = False
    hint: int = 0
    puzzle: str = ""
    give: str = ""
    say: str = ""
    lasts: float = 0.0
