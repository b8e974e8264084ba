"""A team's part of a shared screen as a column of blocks: what it says, and what goes first if room lacks."""

from dataclasses import dataclass
from typing import Literal

from kit_app.ui.common.fit_label import wrapped_size
from kit_app.ui.common.fonts import MONO_FAMILY, UI_FAMILY
from kit_app.ui.player.panel import shared_card_height
from kit_app.ui.player.sheet import LEAST
from kit_app.views.player import Panel, PlayerView, Scene, SceneField

Kind = Literal["words", "bars", "fields", "card"]
FieldForm = Literal["side", "rows", "values"]
"""side: each field's label above its value, the fields beside one another. rows: one below the other, labels
at the left. values: the values alone."""

KEEP = 0
"""The rank of what is never left out."""
BARS = 0.112
NEVER = 1_000_000
"""The height of words that no height makes fit: one of them is broader than the column."""
_FIELD = 1.35
_PLATE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a column. `rank`: the higher, the sooner it is left out. `ink` and `plate` name colours."""

    kind: Kind
    rank: int
    words: str = ""
    ink: str = "text"
    plate: str = ""
    is_bold: bool = False
    fields: tuple[SceneField, ...] = ()
    panel: Panel | None = None


def needed(block: Block, width: int, unit: int, scale: float = 1.0) -> int:
    """The height that a block needs in a column this wide on a screen `unit` high; `scale` enlarges words."""
    if block.kind == "bars":
        return round(BARS * unit)
    if block.kind == "card" and block.panel is not None:
        return shared_card_height(block.panel, width, unit)
    size = text_size(unit, scale)
    if block.kind == "fields":
        return _fields_height(block.fields, width, size)
    pad = round(size * _PLATE) if block.plate else 0
    wide, high = wrapped_size(block.words, UI_FAMILY, block.is_bold, size, max(1, width - 2 * pad))
    return high + pad if wide <= width - 2 * pad else NEVER


def text_size(unit: int, scale: float) -> int:
    """The pixel size of words in a column."""
    return round(LEAST * unit * scale)


def plate_pad(size: int) -> int:
    """The room at both sides of words on a plate."""
    return round(size * _PLATE)


def field_form(fields: tuple[SceneField, ...], width: int, size: int) -> FieldForm:
    """How fields are shown in this width."""
    labels = [wrapped_size(field.label, UI_FAMILY, False, size, 100_000)[0] for field in fields]
    values = [wrapped_size(field.value or "…", MONO_FAMILY, True, size, 100_000)[0] for field in fields]
    part = width / max(1, len(fields)) - size
    if max([*labels, *values], default=0) <= part:
        return "side"
    if max(labels, default=0) + max(values, default=0) + 2 * size <= width:
        return "rows"
    return "values"


def values_line(fields: tuple[SceneField, ...]) -> str:
    """The values of all fields on one line, … for one that is empty."""
    return " · ".join(field.value or "…" for field in fields)


def _fields_height(fields: tuple[SceneField, ...], width: int, size: int) -> int:
    form = field_form(fields, width, size)
    if form == "side":
        return round(size * 2 * _FIELD)
    if form == "rows":
        return round(size * _FIELD * len(fields))
    return wrapped_size(values_line(fields), MONO_FAMILY, True, size, width)[1]


def blocks_of(view: PlayerView, *, has_card: bool, is_clocks: bool, has_bars: bool) -> tuple[Block, ...]:
    """What a team's part says, from the top.

    `has_card`: its hint or message is shown in it. `is_clocks`: a wall of clocks, with one line each.
    """
    if is_clocks:
        return _clock_blocks(view)
    scene = view.scene
    if scene is None and view.phase == "idle":
        return _marked(view.idle_title, view.idle_lines)
    card = (Block(kind="card", rank=KEEP, panel=view.panel),) if has_card and view.panel is not None else ()
    if scene is None:
        return _play_blocks(view, card, has_bars)
    match scene.look:
        case "portal":
            return _portal_blocks(view, scene, card)
        case "alert":
            return _alert_blocks(view, scene, card)
        case "emergency" if card:
            return _words(scene.title, KEEP, is_bold=True) + card
        case "time-over" | "emergency":
            return _words(scene.title, KEEP, is_bold=True) + _words("\n".join(scene.lines), 2, "quiet") + card
        case _:
            return _marked(scene.turn, (scene.title, scene.heading, *scene.lines)) + _points(scene) + card


def _words(
    words: str, rank: int, ink: str = "text", plate: str = "", *, is_bold: bool = False
) -> tuple[Block, ...]:
    if not words:
        return ()
    return (Block(kind="words", rank=rank, words=words, ink=ink, plate=plate, is_bold=is_bold),)


def _points(scene: Scene) -> tuple[Block, ...]:
    return tuple(block for point in scene.points for block in _words(point, 2))


def _marked(words: str, lines: tuple[str, ...]) -> tuple[Block, ...]:
    marked = _words(words, 1, "on_marker", "marker", is_bold=True)
    return _words("\n".join(line for line in lines if line), KEEP if not marked else 2) + marked


def _clock_blocks(view: PlayerView) -> tuple[Block, ...]:
    scene = view.scene
    said = view.notice or (scene.notice or scene.title if scene is not None else "")
    if view.phase == "idle" and scene is None:
        said = view.idle_title
    line = said.split("\n", 1)[0]
    return _words(line, 1, is_bold=True) + ((Block(kind="bars", rank=2),) if view.bars else ())


def _play_blocks(view: PlayerView, card: tuple[Block, ...], has_bars: bool) -> tuple[Block, ...]:
    notice = _words(view.notice, 1, is_bold=True)
    if card:
        return notice + card
    bars = (Block(kind="bars", rank=2),) if view.bars and has_bars else ()
    return notice + _words(view.envelope, 3 if notice else 1) + bars


def _portal_blocks(view: PlayerView, scene: Scene, card: tuple[Block, ...]) -> tuple[Block, ...]:
    band = _words(scene.band, KEEP, "quiet")
    said = scene.notice or view.notice
    beside = view.notice if scene.notice and view.notice else view.envelope
    notice = _words(said, 1, "on_marker", "marker", is_bold=True)
    if card:
        return band + notice + card
    fields = (Block(kind="fields", rank=2, fields=scene.fields),) if scene.fields else ()
    return band + _words(scene.title, 5, is_bold=True) + _words(beside, 4) + fields + notice


def _alert_blocks(view: PlayerView, scene: Scene, card: tuple[Block, ...]) -> tuple[Block, ...]:
    band = _words(scene.band, KEEP, "alert_quiet")
    notice = _words(view.notice, 2, "alert_text", is_bold=True)
    if card:
        return notice + card + band
    return (
        _words(scene.title, 4, "alert_text", is_bold=True)
        + _words("\n".join(scene.lines), 5, "alert_text")
        + _words(scene.turn, 1, "alert_on_panel", "alert_panel", is_bold=True)
        + _words(scene.notice or view.envelope, 3, "alert_on_panel", "alert_panel")
        + notice
        + band
    )
