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
from printables.layout.boxes import A4, A6, A7
from printables.products.blocks import (
    Choice,
    Text,
)
from printables.products.board import BoardColumn, SortingBoard
from printables.products.calls import CallCard, CallResult
from printables.products.cards import ClueCard
from printables.products.crossword import Cell, CrosswordCard
from printables.products.folder import FolderSheet
from printables.products.item import Item
from printables.products.logs import Log
from printables.products.mask import MaskSheet, PlanSheet
from printables.products.messages import MailPrintout
from printables.products.objects import NumberedThing, ObjectsSheet
from printables.products.portal import PortalCard
from printables.products.posts import Post
from printables.products.procedure import Listed, Procedure
from printables.products.prop import PropCard, Thing
from printables.products.register import RegisterColumn, RegisterPage
from printables.products.step_cards import StepCard
from printables.products.stick import PaperStick
from printables.products.strips import StripsSheet
from printables.products.text_file import TextFile
from printables.products.tray_papers import Form, Memo, Menu, Recipe, StickerSheet, TillSlip
from printables.products.wheel import Disc, WheelSheet
from printables.products.windows import RecordsWindow
from printables.units import pt

CIPHER_COLUMNS = 32
PAPER_LOOKS: Mapping[matching_slip.PaperLook, type[Memo | Menu | Form | Recipe]] = {
    "memo": Memo,
    "menu": Menu,
    "form": Form,
    "recipe": Recipe,
}
RECORD_SHARES = (0.8, 1.8, 1.3, 1.7, 0.8, 1.7)
REGISTER_SHARES = (10.0, 22.0, 26.5, 17.5, 9.0, 12.5)


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
            stamp=clues.stamp,
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
    stickers = StickerSheet(
        heading=clues.labels_title, columns=clues.columns, rows=tuple(row.cells for row in clues.rows)
    )
    things: dict[str, Thing] = {
        "labels": stickers,
        "slip": TillSlip(heading=clues.slip.title, lines=clues.slip.lines),
    }
    for part, sheet in clues.sheets.items():
        things[part] = PAPER_LOOKS[clues.looks[part]](heading=sheet.title, lines=sheet.lines)
    sheets = [PropCard(face=team.puzzle_face(puzzle, part), thing=thing) for part, thing in things.items()]
    folder = team.puzzle_face(puzzle, "folder")
    inside = FolderSheet(face=folder, words=clues.inside, inside=True)
    return (*sheets, FolderSheet(face=folder, words=clues.cover), inside)


def _crossword(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: crossword.Clues = puzzle.clues
    posts = [
        Post(
            face=team.puzzle_face(puzzle, post.part),
            handle=post.author,
            text=post.caption,
            picture=team.shown(post.picture),
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
        CallCard(
            face=team.puzzle_face(puzzle, f"call-{number}"),
            intro=clues.intro,
            quote=team.t("“{text}”", text=call.asks),
            choices=tuple(Choice(text=reply.text, letter=reply.letter) for reply in call.replies),
            prompt=clues.prompt,
        )
        for number, call in enumerate(clues.calls, start=1)
    ]
    result = CallResult(
        face=team.puzzle_face(puzzle, "result"),
        heading=clues.result_title,
        lines=clues.result_lines,
        flap=clues.flap,
    )
    return (*calls, result)


def _classify(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: classify.Clues = puzzle.clues
    messages = [
        PropCard(
            face=team.puzzle_face(puzzle, f"message-{number}"),
            thing=MailPrintout(head=message.head, body=(message.body,), printed=message.printed),
        )
        for number, message in enumerate(clues.messages, start=1)
    ]
    sheet = clues.sheet
    procedure = Procedure(
        lists=(
            Listed(heading=sheet.senders_heading, lines=sheet.senders),
            Listed(heading=sheet.accounts_heading, lines=tuple(account.line for account in sheet.accounts)),
        ),
        rules=sheet.rules,
        signs_heading=sheet.signs_heading,
        signs=tuple((str(sign.number), sign.text) for sign in sheet.signs),
        note=clues.note,
    )
    return (*messages, PropCard(face=team.puzzle_face(puzzle, "sheet"), thing=procedure))


def _two_logs(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: two_logs.Clues = puzzle.clues
    question = f"{clues.stick.question} ({clues.stick.easier})" if team.is_easy else clues.stick.question
    stick = PaperStick(face=team.puzzle_face(puzzle, "stick"), label=clues.stick.label, question=question)
    doors = Log(
        heading=clues.doors_title,
        columns=clues.doors_columns,
        rows=tuple((row.time, row.sign, row.shown) for row in clues.doors),
    )
    stations = Log(
        heading=clues.stations_title,
        columns=clues.stations_columns,
        rows=tuple((row.time, row.station, row.login, row.action) for row in clues.stations),
    )
    return (
        stick,
        PropCard(face=team.puzzle_face(puzzle, "doors"), thing=doors),
        PropCard(face=team.puzzle_face(puzzle, "stations"), thing=stations),
    )


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
    file = PropCard(
        face=team.puzzle_face(puzzle, "file"),
        thing=TextFile(name=clues.file, opening=clues.line, lines=lines, note=clues.convention),
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
    rows = tuple(
        (record.label, record.birth_name, record.first_name, record.born, record.sex, record.place)
        for record in clues.records
    )
    window = RecordsWindow(
        warning=clues.header, columns=tuple(zip(clues.columns, RECORD_SHARES, strict=True)), rows=rows
    )
    return (PropCard(face=team.puzzle_face(puzzle, "records"), size=A4, thing=window),)


def _ordering(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: ordering.Clues = puzzle.clues
    return tuple(
        PropCard(
            face=team.puzzle_face(puzzle, f"card-{number}"),
            size=A6,
            thing=StepCard(letter=card.letter, text=card.text, picture=team.shown(card.picture)),
        )
        for number, card in enumerate(clues.cards, start=1)
    )


def _pick_out(puzzle: PuzzleOnTable, team: TeamSet) -> tuple[Item, ...]:
    clues: pick_out.Clues = puzzle.clues
    things = tuple(
        NumberedThing(
            digit=thing.digit,
            caption=thing.text,
            picture=team.images.get(thing.picture, b""),
            name=thing.picture,
        )
        for thing in clues.things
    )
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
