"""Papers of a kit: everything printed that is no clue of a puzzle. Structure once, words per language."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Literal

from kit_app.domain.slides import SlideSpec

Shelf = Literal["players", "facilitator", "room", "awareness"]
Per = Literal["team", "player", "facilitator", "site"]
PaperKind = Literal["document", "card", "poster", "sign", "storyboard"]
PaperSize = Literal["A3", "A4", "A4-landscape", "A5", "A5-landscape", "A6", "A6-landscape"]
FrameLook = Literal["plain", "note", "danger", "ink"]
MadeName = Literal[
    "run-sheet",
    "timetable",
    "puzzles",
    "answer-key",
    "hints",
    "contents",
    "envelopes",
    "roles",
    "graph",
    "room-plan",
    "facts",
    "contacts",
    "reflexes",
    "topics",
    "shopping",
    "print-list",
    "host-grid",
    "questionnaire",
    "opinions",
    "numbers",
]
SECRET_MADE = frozenset(
    {
        *("answer-key", "hints", "contents", "envelopes"),
        *("host-grid", "run-sheet", "timetable", "puzzles"),
    }
)
"""What only the facilitator may see: such blocks belong on the facilitator's shelf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSpec:
    """One paper. `number` is its name on lists (K06), `order` its place on its shelf.

    `secret`: it shows answers, in a red frame; `bound`: its left margin has room for a binding. `picture` is
    a file in `images/`; `ground` a poster's colour, `path` the letter of the path that a sign leads to.
    `slides`: it is the script of the talk, and these are its slides.
    """

    id: str
    number: str
    kind: PaperKind
    shelf: Shelf
    per: Per
    size: PaperSize = "A4"
    on_card: bool = False
    secret: bool = False
    bound: bool = False
    order: int = 0
    picture: str = ""
    ground: str = ""
    path: Literal["", "A", "B", "C", "D"] = ""
    slides: tuple[SlideSpec, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingBlock:
    """A heading; level 1 begins a chapter. `slide`: what follows is the script of this slide of the paper."""

    kind: Literal["heading"] = "heading"
    text: str
    level: Literal[1, 2, 3] = 2
    slide: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """A paragraph; `size_pt` 0 is the usual size of the paper."""

    kind: Literal["text"] = "text"
    text: str
    bold: bool = False
    quiet: bool = False
    align: Literal["left", "centre", "right"] = "left"
    size_pt: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteBlock:
    """Words to say aloud."""

    kind: Literal["quote"] = "quote"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemsBlock:
    """Lines with a dot (`list`), a number (`steps`) or a box to tick (`check`).

    The list whose `purpose` is to `reset` the room also stands on the plan of a day. `puzzles` says of each
    line which puzzle it is for, "" for none; it is empty where no line is for one.
    """

    kind: Literal["list", "steps", "check"]
    items: tuple[str, ...]
    puzzles: tuple[str, ...] = ()
    size_pt: float = 0
    purpose: Literal["", "reset"] = ""

    def played(self, puzzles: Collection[str]) -> "ItemsBlock":
        """Without the lines that are for a puzzle other than these."""
        if not self.puzzles:
            return self
        lines = zip(self.items, self.puzzles, strict=True)
        kept = tuple(line for line, puzzle in lines if not puzzle or puzzle in puzzles)
        return replace(self, items=kept, puzzles=())


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedLine:
    """A line of a list that is for one puzzle: it is left out where that is not played."""

    text: str
    puzzle: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnWords:
    """A column of a table; widths by `share`."""

    label: str = ""
    share: float = 1
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """Ruled rows. `row_mm` is the least height of a row that is written on by hand; `empty_rows` follow.

    Before these comes an empty row for each player whom the paper is about where `rows_for` says so.
    """

    kind: Literal["table"] = "table"
    columns: tuple[ColumnWords, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    empty_rows: int = 0
    rows_for: Literal["", "player"] = ""
    row_mm: float = 0
    size_pt: float = 0

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("every row needs one cell a column")
        if any(column.share <= 0 for column in self.columns):
            raise ValueError("a share must be more than 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class FramedBlock:
    """Lines in a frame: plain, a note (yellow), a danger (red) or white on ink."""

    kind: Literal["framed"] = "framed"
    title: str = ""
    lines: tuple[str, ...]
    look: FrameLook = "plain"
    size_pt: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """Something to fill in by hand; `given` is written there already, where it is known."""

    label: str
    lines: int = 1
    given: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsBlock:
    """Things to fill in, one below the other."""

    kind: Literal["fields"] = "fields"
    items: tuple[FieldWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureBlock:
    """A file of `images/`, `width_mm` wide; the next `beside` blocks stand at its left."""

    kind: Literal["picture"] = "picture"
    file: str
    width_mm: float
    caption: str = ""
    beside: int = 0

    def __post_init__(self) -> None:
        if self.width_mm <= 0:
            raise ValueError("a picture must be wider than 0 mm")
        if self.beside < 0:
            raise ValueError("no fewer than 0 blocks can stand beside a picture")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceBlock:
    """Free room."""

    kind: Literal["space"] = "space"
    mm: float = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """What follows begins on a new page."""

    kind: Literal["page"] = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotWords:
    """What happens so many minutes after the beginning."""

    minute: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeBlock:
    """What happens when; a facility may put its own times in place.

    `start` is the time of day, empty when minutes are counted; `minutes` how long all takes. `labels` head
    the columns: planned, own time to write in (none when it is empty), what. `heads` are to be filled in.
    `note` says that the times are a model.
    """

    kind: Literal["programme"] = "programme"
    labels: tuple[str, str, str]
    slots: tuple[SlotWords, ...]
    start: str = ""
    minutes: int = 0
    heads: tuple[str, ...] = ()
    note: str = ""
    row_mm: float = 0
    size_pt: float = 0

    def __post_init__(self) -> None:
        if self.start:
            time.fromisoformat(self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBlock:
    """What the program makes of the session."""

    kind: Literal["made"] = "made"
    of: MadeName


PaperBlock = (
    HeadingBlock
    | TextBlock
    | QuoteBlock
    | ItemsBlock
    | TableBlock
    | FramedBlock
    | FieldsBlock
    | PictureBlock
    | SpaceBlock
    | PageBlock
    | ProgrammeBlock
    | MadeBlock
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentWords:
    """Pages of blocks under a title."""

    title: str
    subtitle: str = ""
    blocks: tuple[PaperBlock, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSideWords:
    """One side of a card."""

    title: str
    blocks: tuple[PaperBlock, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPaperWords:
    """A card of two sides."""

    front: CardSideWords
    back: CardSideWords


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterWords:
    """A slogan in lines, the reflex in one line, what stands at the foot."""

    slogan: tuple[str, ...]
    reflex: str
    foot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWords:
    """A sign for a door or a table."""

    title: str
    line: str = ""
    arrow: Literal["", "left", "right", "up", "down"] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFrame:
    """One frame of a storyboard, from one second to another (`from` and `to` in the file)."""

    start: float
    end: float
    text: str
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryboardWords:
    """A short film, told in frames."""

    title: str
    seconds: float
    frames: tuple[StoryFrame, ...]


PaperWords = DocumentWords | CardPaperWords | PosterWords | SignWords | StoryboardWords

WORDS_OF: Mapping[PaperKind, type[PaperWords]] = {
    "document": DocumentWords,
    "card": CardPaperWords,
    "poster": PosterWords,
    "sign": SignWords,
    "storyboard": StoryboardWords,
}
"""What the words of each kind of paper hold."""


def paper_title(words: PaperWords) -> str:
    """What a paper is called on lists."""
    if isinstance(words, CardPaperWords):
        return words.front.title
    return " ".join(words.slogan) if isinstance(words, PosterWords) else words.title


def blocks_of(words: PaperWords) -> tuple[PaperBlock, ...]:
    """Every block of a paper, of both sides of a card; none for papers that are no text."""
    if isinstance(words, CardPaperWords):
        return words.front.blocks + words.back.blocks
    return words.blocks if isinstance(words, DocumentWords) else ()


def played_words(words: PaperWords, puzzles: Collection[str]) -> PaperWords:
    """`words` without the lines of lists that are for a puzzle other than these."""

    def played(blocks: tuple[PaperBlock, ...]) -> tuple[PaperBlock, ...]:
        return tuple(one.played(puzzles) if isinstance(one, ItemsBlock) else one for one in blocks)

    if isinstance(words, CardPaperWords):
        front, back = (replace(side, blocks=played(side.blocks)) for side in (words.front, words.back))
        return replace(words, front=front, back=back)
    return replace(words, blocks=played(words.blocks)) if isinstance(words, DocumentWords) else words


def pictures_of(spec: PaperSpec, words: PaperWords) -> tuple[str, ...]:
    """The files of `images/` that a paper shows, without the folder's name."""
    shown = [spec.picture, *(block.file for block in blocks_of(words) if isinstance(block, PictureBlock))]
    if isinstance(words, StoryboardWords):
        shown += [frame.picture for frame in words.frames]
    return tuple(name for name in shown if name)
