"""Print the clues of each mechanism: which product draws which part."""

from collections.abc import Callable, Mapping
from textwrap import wrap

from kit_app.domain.deal import PuzzleOnTable
from kit_app.mechanisms import (
    choices,
    cipher_wheel,
    classify,
    crossword,
    identity,
    mask,
    matching_slip,
    ordering,
    phases,
    pick_out,
    portal,
    register,
    strips,
    two_logs,
)
from kit_app.services.printing.faces import TeamSet
from printables.layout.boxes import A4, A5, A6, A7
from printables.products.blocks import (
    Block,
    Choice,
    Choices,
    Column,
    Framed,
    Heading,
    Mono,
    Quote,
    Table,
    Text,
)
from printables.products.board import BoardColumn, SortingBoard
from printables.products.cards import ClueCard
from printables.products.crossword import Cell, CrosswordCard
from printables.products.deck import Item
from printables.products.folder import FolderSheet
from printables.products.mask import MaskSheet, PlanSheet
from printables.products.messages import message_card
from printables.products.objects import NumberedThing, ObjectsSheet
from printables.products.portal import PortalCard
from printables.products.posts import Post
from printables.products.register import RegisterColumn, RegisterPage
from printables.products.stick import PaperStick
from printables.products.strips import StripsSheet
from printables.products.wheel import Disc, WheelSheet
from printables.units import pt

CIPHER_COLUMNS = 32
LOG_TYPE = pt(12)
REGISTER_SHARES = (10.0, 21.0, 27.0, 18.0, 9.0, 12.5)


def items_of(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    """Everything that is printed for a puzzle, in cutting order. Raises KeyError for an unknown mechanism."""
    return PRINTED[puzzle.mechanism](puzzle, team)


def pieces_of(puzzle: PuzzleOnTable) -> int:
    """Into how many pieces a puzzle's sheet is cut before it lies in its envelope."""
    return len(puzzle.clues.foot_word) if puzzle.mechanism == strips.NAME else 1


def _register(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: register.Clues = puzzle.clues
    columns = zip(clues.columns, REGISTER_SHARES, strict=True)
    return (
        RegisterPage(
            face=team.puzzle_face(puzzle, "register"),
            place=clues.place,
            heading=clues.heading,
            day=clues.day,
            columns=tuple(RegisterColumn(label=label, share=share) for label, share in columns),
            rows=tuple(line.cells for line in clues.lines),
            notes=clues.notes,
            pencil=clues.pencil,
        ),
    )


def _strips(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: strips.Clues = puzzle.clues
    face = team.puzzle_face(puzzle, "strips")
    return (
        StripsSheet(
            face=face, lines=clues.lines, foot_letters=clues.foot_word, columns=clues.columns, how=clues.how
        ),
    )


def _mask(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: mask.Clues = puzzle.clues
    return (
        PlanSheet(face=team.puzzle_face(puzzle, "plan"), rows=clues.rows, how=clues.plan_how),
        MaskSheet(
            face=team.puzzle_face(puzzle, "mask"),
            cells=len(clues.rows),
            windows=clues.windows,
            edges=clues.edges,
            how=clues.mask_how,
        ),
    )


def _matching_slip(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: matching_slip.Clues = puzzle.clues
    shares = (0.6, 1.5, 0.7, 0.9, 1.3)
    columns = tuple(
        Column(label=label, share=share, mono=True)
        for label, share in zip(clues.columns, shares, strict=True)
    )
    table = Table(columns=columns, rows=tuple(row.cells for row in clues.rows), size=pt(13))
    sheets: list[Item] = [
        ClueCard(
            face=team.puzzle_face(puzzle, "labels"), size=A5, blocks=(Heading(text=clues.labels_title), table)
        ),
        _lines_card(puzzle, team, "slip", clues.slip.title, clues.slip.lines),
    ]
    sheets += [
        _lines_card(puzzle, team, part, sheet.title, sheet.lines) for part, sheet in clues.sheets.items()
    ]
    folder = team.puzzle_face(puzzle, "folder")
    inside = FolderSheet(face=folder, words=clues.inside, inside=True)
    return (*sheets, FolderSheet(face=folder, words=clues.cover), inside)


def _lines_card(
    puzzle: PuzzleOnTable, team: TeamSet, part: str, title: str, lines: tuple[str, ...]
) -> ClueCard:
    blocks: tuple[Block, ...] = (Heading(text=title), *(Text(text=line) for line in lines))
    return ClueCard(face=team.puzzle_face(puzzle, part), size=A5, blocks=blocks)


def _crossword(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: crossword.Clues = puzzle.clues
    posts = [
        Post(
            face=team.puzzle_face(puzzle, post.part),
            handle=post.author,
            text=post.caption,
            picture=post.picture,
        )
        for post in clues.posts
    ]
    starts: dict[tuple[int, int], int] = {}
    places: dict[tuple[int, int], None] = {}
    for clue in clues.clues:
        for place in clue.slot.places(clue.length):
            places.setdefault(place)
        starts.setdefault((clue.slot.row, clue.slot.column), clue.number)
    shaded = {place: number for number, place in enumerate(clues.shaded, start=1)}
    grid = CrosswordCard(
        face=team.puzzle_face(puzzle, "grid"),
        rows=clues.rows,
        columns=clues.columns,
        cells=tuple(
            Cell(row=row, column=column, start=starts.get((row, column)), shaded=shaded.get((row, column)))
            for row, column in sorted(places)
        ),
        clues=clues.lines(),
        prompt=clues.prompt,
    )
    return (*posts, grid)


def _choices(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: choices.Clues = puzzle.clues
    calls: list[Item] = [
        ClueCard(
            face=team.puzzle_face(puzzle, f"call-{number}"),
            size=A6,
            ring=True,
            blocks=(
                Text(text=clues.intro, quiet=True),
                Quote(text=team.t("“{text}”", text=call.asks)),
                Choices(rows=tuple(Choice(text=reply.text, letter=reply.letter) for reply in call.replies)),
                Text(text=clues.prompt),
            ),
        )
        for number, call in enumerate(clues.calls, start=1)
    ]
    result = ClueCard(
        face=team.puzzle_face(puzzle, "result"),
        size=A6,
        ring=True,
        flap=clues.flap,
        blocks=(Heading(text=clues.result_title), *(Text(text=line) for line in clues.result_lines)),
    )
    return (*calls, result)


def _classify(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: classify.Clues = puzzle.clues
    messages = [
        message_card(
            team.puzzle_face(puzzle, f"message-{number}"),
            ((message.from_label, message.sender),),
            (message.body,),
        )
        for number, message in enumerate(clues.messages, start=1)
    ]
    sheet = clues.sheet
    small = pt(12)
    blocks: tuple[Block, ...] = (
        Text(text=sheet.senders_heading, bold=True, size=small),
        Mono(lines=sheet.senders, size=small),
        Text(text=sheet.accounts_heading, bold=True, size=small),
        Mono(lines=tuple(account.line for account in sheet.accounts), size=small),
        *(Text(text=rule, size=small) for rule in sheet.rules),
        Text(text=sheet.signs_heading, bold=True, size=small),
        Text(text="\n".join(f"**{sign.number}** {sign.text}" for sign in sheet.signs), size=small),
        Framed(blocks=(Text(text=clues.note, bold=True, size=small),)),
    )
    return (*messages, ClueCard(face=team.puzzle_face(puzzle, "sheet"), size=A5, blocks=blocks))


def _two_logs(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: two_logs.Clues = puzzle.clues
    question = f"{clues.stick.question} ({clues.stick.easier})" if team.is_easy else clues.stick.question
    stick = PaperStick(face=team.puzzle_face(puzzle, "stick"), label=clues.stick.label, question=question)
    doors = _log(clues.doors_columns, (0.9, 0.6, 2.6), tuple((r.time, r.sign, r.shown) for r in clues.doors))
    stations = _log(
        clues.stations_columns,
        (1.15, 1.95, 1.85, 3.8),
        tuple((row.time, row.station, row.login, row.action) for row in clues.stations),
    )
    return (
        stick,
        ClueCard(
            face=team.puzzle_face(puzzle, "doors"),
            size=A5,
            blocks=(Heading(text=clues.doors_title, level=3), doors),
        ),
        ClueCard(
            face=team.puzzle_face(puzzle, "stations"),
            size=A5,
            blocks=(Heading(text=clues.stations_title, level=3), stations),
        ),
    )


def _log(labels: tuple[str, ...], shares: tuple[float, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    columns = tuple(
        Column(label=label, share=share, mono=True) for label, share in zip(labels, shares, strict=True)
    )
    return Table(columns=columns, rows=rows, size=LOG_TYPE, tight=True)


def _cipher_wheel(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: cipher_wheel.Clues = puzzle.clues
    outer, inner = clues.outer, clues.inner
    sheet = WheelSheet(
        outer=Disc(
            face=team.puzzle_face(puzzle, "outer-disc"),
            name=outer.name,
            letters=outer.letters,
            notch=outer.notch,
        ),
        inner=Disc(
            face=team.puzzle_face(puzzle, "inner-disc"),
            name=inner.name,
            letters=inner.letters,
            notch=inner.notch,
        ),
        direction=clues.direction,
        notch_line=clues.notch_line,
        assembly_title=clues.assembly_title,
        assembly=clues.assembly,
    )
    lines = tuple(wrap(clues.cipher, CIPHER_COLUMNS))
    file = ClueCard(
        face=team.puzzle_face(puzzle, "file"),
        size=A5,
        blocks=(
            Mono(lines=(clues.file,), bold=True, size=pt(12)),
            Text(text=clues.line),
            Mono(lines=lines, size=pt(15), framed=True),
            Text(text=clues.convention, quiet=True, size=pt(12)),
        ),
    )
    return (sheet, file)


def _portal(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: portal.Clues = puzzle.clues
    entries = tuple(line.text for line in sorted(clues.menu, key=lambda line: int(line.number)))
    return (
        PortalCard(
            face=team.puzzle_face(puzzle, "portal"),
            band=clues.band,
            heading=clues.title,
            entries=entries,
            fields=clues.labels,
        ),
    )


def _identity(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: identity.Clues = puzzle.clues
    shares = (0.8, 2.0, 1.3, 1.6, 0.8, 1.8)
    columns = tuple(
        Column(label=label, share=share) for label, share in zip(clues.columns, shares, strict=True)
    )
    rows = tuple(
        (record.label, record.birth_name, record.first_name, record.born, record.sex, record.place)
        for record in clues.records
    )
    blocks = (Text(text=clues.header, bold=True), Table(columns=columns, rows=rows, size=pt(14)))
    return (ClueCard(face=team.puzzle_face(puzzle, "records"), size=A4, blocks=blocks),)


def _ordering(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: ordering.Clues = puzzle.clues
    return tuple(
        ClueCard(
            face=team.puzzle_face(puzzle, f"card-{number}"),
            size=A6,
            letter=card.letter,
            blocks=(Text(text=card.text, size=pt(20)),),
        )
        for number, card in enumerate(clues.cards, start=1)
    )


def _pick_out(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: pick_out.Clues = puzzle.clues
    things = tuple(NumberedThing(digit=thing.digit, caption=thing.text) for thing in clues.things)
    return (ObjectsSheet(face=team.puzzle_face(puzzle, "sheet"), how=clues.how, things=things),)


def _phases(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: phases.Clues = puzzle.clues
    cards = (
        ClueCard(
            face=team.puzzle_face(puzzle, f"card-{card.number}"),
            size=A7,
            letter=card.letter,
            blocks=(Text(text=str(card.number), bold=True, size=pt(26)), Text(text=card.text, size=pt(13))),
        )
        for card in clues.cards
    )
    columns = tuple(BoardColumn(name=column.name, slots=column.slots) for column in clues.columns)
    return (*cards, SortingBoard(face=team.puzzle_face(puzzle, "board"), how=clues.how, columns=columns))


PRINTED: Mapping[str, Callable[[PuzzleOnTable, TeamSet], tuple[Item, ...]]] = {
    register.NAME: _register,
    strips.NAME: _strips,
    mask.NAME: _mask,
    matching_slip.NAME: _matching_slip,
    crossword.NAME: _crossword,
    choices.NAME: _choices,
    classify.NAME: _classify,
    two_logs.NAME: _two_logs,
    cipher_wheel.NAME: _cipher_wheel,
    portal.NAME: _portal,
    identity.NAME: _identity,
    ordering.NAME: _ordering,
    pick_out.NAME: _pick_out,
    phases.NAME: _phases,
}
