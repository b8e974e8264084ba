"""Turn the blocks of a paper's words into blocks to print."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import assert_never

from kit_app.domain.papers import (
    FieldsBlock,
    FramedBlock,
    FrameLook,
    HeadingBlock,
    ItemsBlock,
    MadeBlock,
    PageBlock,
    PaperBlock,
    PictureBlock,
    ProgrammeBlock,
    QuoteBlock,
    SpaceBlock,
    TableBlock,
    TextBlock,
)
from kit_app.domain.shelf import moment_after
from kit_app.i18n import clock_time
from printables.layout import colours
from printables.products.blocks import (
    Align,
    Block,
    CheckList,
    Column,
    Columns,
    Field,
    Fields,
    Figure,
    Framed,
    Heading,
    Items,
    PageBreak,
    Quote,
    Space,
    Table,
    Text,
)
from printables.units import Mm, mm, pt

DOCUMENT_TYPE, CARD_TYPE = pt(12), pt(14)
QUOTE_TYPE = pt(12.5)
ABREAST_TYPE = pt(9.5)
SMALL_TYPE_PT = 10  # rows of smaller type stand close together
GAP_ABREAST = 0.04  # between two halves of a list, of the width of one
NOTE_FILL = colours.MARKER_TINT
DANGER_LINE = mm(0.6)
ALIGN = {"left": Align.LEFT, "centre": Align.CENTRE, "right": Align.RIGHT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How blocks are set: the size of type, what the program makes by name, the kit's pictures by path.

    `players` are those whom the paper is about.
    """

    size: Mm
    made: Callable[[str], tuple[Block, ...]]
    picture: Callable[[str], bytes]
    language: str = ""
    players: int = 0
    on_discs: bool = False  # numbers of steps

    def type_of(self, size_pt: float) -> Mm:
        """The size that a block asks for, or the usual one."""
        return pt(size_pt) if size_pt else self.size


def printed_blocks(blocks: tuple[PaperBlock, ...], setting: Setting) -> tuple[Block, ...]:
    """Blocks to print; a paragraph without words is left out."""
    found: list[Block] = []
    waiting = iter(blocks)
    for block in waiting:
        own = _printed(block, setting)
        if isinstance(block, PictureBlock) and block.beside:
            left = printed_blocks(tuple(islice(waiting, block.beside)), setting)
            own = (Columns(left=left, right=own, right_width=mm(block.width_mm)),)
        found += own
    return tuple(found)


def _printed(block: PaperBlock, setting: Setting) -> tuple[Block, ...]:
    match block:
        case HeadingBlock() | TextBlock() | QuoteBlock() | ItemsBlock():
            return _written(block, setting)
        case TableBlock() | FieldsBlock() | FramedBlock():
            return (_ruled(block, setting),)
        case PictureBlock():
            picture = setting.picture(block.file)
            return (Figure(source=picture, name=block.file, width=mm(block.width_mm), caption=block.caption),)
        case SpaceBlock():
            return (Space(height=mm(block.mm)),)
        case PageBlock():
            return (PageBreak(),)
        case ProgrammeBlock():
            return _programme(block, setting)
        case MadeBlock():
            return setting.made(block.of)
        case _:
            assert_never(block)


def _written(
    block: HeadingBlock | TextBlock | QuoteBlock | ItemsBlock, setting: Setting
) -> tuple[Block, ...]:
    match block:
        case HeadingBlock():
            return (Heading(text=block.text, level=block.level),)
        case TextBlock():
            text = Text(
                text=block.text,
                size=setting.type_of(block.size_pt),
                bold=block.bold,
                quiet=block.quiet,
                align=ALIGN[block.align],
            )
            return (text,) if block.text.strip() else ()
        case QuoteBlock():
            return (
                Quote(
                    text=block.text, size=max(setting.size, QUOTE_TYPE), barred=setting.size <= DOCUMENT_TYPE
                ),
            )
        case ItemsBlock():
            items = tuple(item for item in block.items if item.strip())
            if block.kind == "check":
                return (CheckList(items=items, size=setting.type_of(block.size_pt)),)
            numbered = block.kind == "steps"
            size = setting.type_of(block.size_pt)
            return (Items(items=items, numbered=numbered, on_discs=setting.on_discs, size=size),)
        case _:
            assert_never(block)


def _ruled(block: TableBlock | FieldsBlock | FramedBlock, setting: Setting) -> Block:
    match block:
        case TableBlock():
            empty = ("",) * len(block.columns)
            to_write = block.empty_rows + (setting.players if block.rows_for == "player" else 0)
            return Table(
                columns=tuple(
                    Column(label=one.label, share=one.share, bold=one.bold) for one in block.columns
                ),
                rows=block.rows + (empty,) * to_write,
                size=setting.type_of(block.size_pt),
                grid=bool(to_write) or any("" in row for row in block.rows),
                least_height=mm(block.row_mm),
                tight=0 < block.size_pt < SMALL_TYPE_PT,
            )
        case FieldsBlock():
            return Fields(
                fields=tuple(
                    Field(label=one.label, lines=one.lines, inline=True, given=one.given)
                    for one in block.items
                )
            )
        case FramedBlock():
            size = setting.type_of(block.size_pt)
            lines = tuple(Text(text=line, size=size) for line in block.lines if line.strip())
            return framed(block.title, lines, block.look)
        case _:
            assert_never(block)


def _programme(block: ProgrammeBlock, setting: Setting) -> tuple[Block, ...]:
    """What is to be filled in, the times, a column for other times, and that these are a model."""
    planned, own, what = block.labels
    columns = [Column(label=planned, share=1.6, bold=True), Column(label=what, share=6)]
    rows = [
        [when, slot.text] for when, slot in zip(slot_times(block, setting.language), block.slots, strict=True)
    ]
    if own:
        columns.insert(1, Column(label=own, share=1.3))
        rows = [[when, "", text] for when, text in rows]
    found: list[Block] = (
        [Fields(fields=tuple(Field(label=label, inline=True) for label in block.heads))]
        if block.heads
        else []
    )
    size = setting.type_of(block.size_pt)
    cells = tuple(tuple(row) for row in rows)
    found.append(Table(columns=tuple(columns), rows=cells, size=size, least_height=mm(block.row_mm)))
    if block.note:
        found.append(Text(text=block.note, size=setting.size, quiet=True))
    return tuple(found)


def slot_times(block: ProgrammeBlock, language: str) -> tuple[str, ...]:
    """When each slot begins; from which to which minute while no time of day is known."""
    if block.start:
        moments = (moment_after(block.start, slot.minute) for slot in block.slots)
        return tuple(clock_time(moment, language) for moment in moments)
    ends = [slot.minute for slot in block.slots[1:]] + [block.minutes]
    return tuple(
        f"{slot.minute}–{end} min" if end > slot.minute else f"{slot.minute} min"
        for slot, end in zip(block.slots, ends, strict=True)
    )


def framed(title: str, blocks: tuple[Block, ...], look: FrameLook, *, dense: bool = False) -> Framed:
    """A frame as it is drawn for each look."""
    if look == "danger":
        return Framed(title=title, blocks=blocks, line=colours.DANGER, line_width=DANGER_LINE, dense=dense)
    fill = NOTE_FILL if look == "note" else None
    return Framed(title=title, blocks=blocks, fill=fill, ink=look == "ink", dense=dense)


def abreast(columns: tuple[Column, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    """A long list of narrow rows in two columns side by side: down the left one, then down the right one."""
    half = -(-len(rows) // 2)
    empty = ("",) * len(columns)
    right = (*rows[half:], *(empty,) * (half * 2 - len(rows)))
    gap = Column(share=GAP_ABREAST * sum(column.share for column in columns))
    both = tuple((*one, "", *other) for one, other in zip(rows[:half], right, strict=True))
    return Table(columns=(*columns, gap, *columns), rows=both, size=ABREAST_TYPE, tight=True, grid=False)
