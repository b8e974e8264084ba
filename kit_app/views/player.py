"""What the player screen shows: only what players may read."""

from dataclasses import dataclass
from typing import Literal

PlayerPhase = Literal["idle", "playing", "paused", "guided", "closing", "ended"]
"""idle: before the start (a scene may be up: the pitch). guided: the last puzzle, after time or a stop.
closing: the last scene is up. ended: the run is closed; the page for the talk is up if the kit has one."""

SceneLook = Literal["pitch", "portal", "alert", "time-over", "front-page", "debrief", "emergency"]
ClockStyle = Literal["clock", "bar", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerColours:
    """The colours of a player screen, each #RRGGBB: of every page, then of the red screen.

    Words of `text` and `quiet` lie on `ground` and on `raised` (the portal's card), `on_marker` on `marker`.
    """

    ground: str = "#0B1320"
    raised: str = "#1E2A3A"
    text: str = "#FFF6E3"
    quiet: str = "#C3CEDC"
    marker: str = "#FFD23F"
    on_marker: str = "#16202C"
    alert_frame: str = "#A8141B"
    alert_ground: str = "#14090A"
    alert_text: str = "#FFFFFF"
    alert_quiet: str = "#F2D5D3"
    alert_panel: str = "#FFFFFF"
    alert_on_panel: str = "#16202C"


NIGHT = PlayerColours()
HIGH_CONTRAST = PlayerColours(
    ground="#000000",
    raised="#000000",
    text="#FFFFFF",
    quiet="#FFFFFF",
    marker="#FFFF00",
    on_marker="#000000",
    alert_ground="#000000",
    alert_quiet="#FFFFFF",
    alert_on_panel="#000000",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PathBar:
    """How far a path is: `letter` A to D, `name` as spoken, `solved` of `total` puzzles."""

    letter: str
    name: str
    solved: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A hint or a message laid over the page. `path` gives the shape beside the heading, if any.

    `picture` is the SVG source of a hint's picture (empty: none); `listen` are the words beside the sign of a
    sound that is played with it (empty: none).
    """

    kind: Literal["hint", "message"]
    heading: str
    path: str | None
    text: str
    picture: str = ""
    listen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneField:
    """A field of a portal: its label and what the players gave so far."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A page that the kit defines. Which texts are used depends on the look; unused ones are empty.

    pitch: title, lines. portal: band (always shown), title, lines (the menu), fields, notice, and in seconds
    `wait_s` for how long it is locked.
    alert: title (large), lines (quiet), turn (white panel), notice (envelope line in the panel), band (foot).
    time-over: title, lines.
    front-page: dateline, edition, masthead, foot on the paper; title, lines, turn (marked).
    emergency: title, lines; it is the program's own page, no kit's.
    debrief: title, heading (what the points belong to) with the shape of `path` if any, points.
    """

    look: SceneLook
    title: str = ""
    lines: tuple[str, ...] = ()
    band: str = ""
    turn: str = ""
    notice: str = ""
    fields: tuple[SceneField, ...] = ()
    wait_s: int = 0
    masthead: str = ""
    dateline: str = ""
    edition: str = ""
    foot: str = ""
    heading: str = ""
    path: str | None = None
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerView:
    """All that a player screen shows at one moment, every text in the language of the materials.

    `remaining_ms` is what the clock shows (in `guided`, the time left of the exercise); `has_clock`: whether
    there is a time to show at all. `notice` is one still line (pause, five minutes, not yet, …).
    """

    phase: PlayerPhase
    game_title: str
    masthead: str
    team: str
    team_number: int = 1
    idle_title: str
    idle_lines: tuple[str, ...]
    clock_style: ClockStyle
    clock_label: str
    has_clock: bool
    remaining_ms: int
    total_ms: int
    bars: tuple[PathBar, ...]
    envelope: str
    envelope_path: str | None
    notice: str
    panel: Panel | None
    scene: Scene | None
    is_blacked_out: bool
