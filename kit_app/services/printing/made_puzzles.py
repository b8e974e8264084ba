"""Blocks about the puzzles of a team's set: one page each, answers, hints, contents, envelopes, the graph."""

from collections import Counter

from kit_app.domain.deal import CardOnTable, PuzzleOnTable, TeamTable
from kit_app.domain.spelling import filled
from kit_app.game.setup import PuzzleSetup, RunSetup
from kit_app.i18n import Catalogue, duration, joined
from kit_app.services.printing.clues import pieces_of
from kit_app.services.printing.job import PrintJob
from kit_app.services.printing.made_session import given
from kit_app.services.printing.paper_blocks import framed
from printables.products.blocks import (
    Block,
    Chain,
    Column,
    Columns,
    Framed,
    Graph,
    Heading,
    Items,
    PathHeading,
    Table,
    Text,
    Together,
)
from printables.units import pt

WHAT_LONGEST = 54  # characters
BODY, SMALL = pt(11), pt(10)


def puzzles(job: PrintJob) -> tuple[Block, ...]:
    """What each puzzle is, without its answer: two on a page where they fit, room for notes below."""
    panels = (Together(blocks=_panel(job, puzzle), notes=job.t("My notes")) for puzzle in job.setup.puzzles)
    return (*given(job), *panels)


def _panel(job: PrintJob, puzzle: PuzzleSetup) -> tuple[Block, ...]:
    t = job.t
    on_table = job.table.puzzle(puzzle.id)
    task = on_table.words.stall.task
    rule = job.facility.procedure(job.kit.id, puzzle.id)
    first = t("Say first: **“{what}”**", what=puzzle.stall_say)
    left: tuple[Block, ...] = (
        Heading(text=t("What you see"), level=3),
        Text(text=task, size=BODY) if task else Items(items=_things(job, on_table), size=BODY),
        Heading(text=t("Where teams stall"), level=3),
        Text(text=f"{_sentence(puzzle.stall_see)} {first}", size=BODY),
        Heading(text=t("Three hints"), level=3),
        Table(
            columns=(Column(share=1, bold=True), Column(share=5.4)),
            rows=_hints(puzzle, t),
            size=BODY,
            grid=False,
            tight=True,
        ),
        *_shown(job, puzzle),
    )
    right = (
        framed(t("Facilitator only"), _after(job, puzzle), "danger", dense=True),
        framed(t("The lesson"), (Text(text=puzzle.lesson, size=SMALL),), "plain", dense=True),
        framed(t("The reflex"), (Text(text=puzzle.reflex, size=SMALL),), "ink", dense=True),
        *((framed(t("Here"), (Text(text=rule, size=SMALL),), "note", dense=True),) if rule else ()),
    )
    head = PathHeading(
        path=puzzle.path,
        title=f"{puzzle.id} · {puzzle.title}",
        line=_where(job, puzzle),
        figure=t("{n} min", n=_minutes(puzzle.target_ms)),
        figure_line=t("target"),
    )
    return head, Columns(left=left, right=right, share=0.6)


def _things(job: PrintJob, puzzle: PuzzleOnTable) -> tuple[str, ...]:
    """The puzzle's cards by title, each title once with how many bear it, and where they lie."""
    places = {envelope.id: envelope.id for envelope in job.table.envelopes} | dict(job.table.places)
    counts: dict[tuple[str, str], int] = {}
    for card in puzzle.cards:
        key = card.title, places.get(card.place, card.place)
        counts[key] = counts.get(key, 0) + 1
    return tuple(
        f"{count} × {title} – {place}" if count > 1 else f"{title} – {place}"
        for (title, place), count in counts.items()
    )


def _where(job: PrintJob, puzzle: PuzzleSetup) -> str:
    """The path, what comes before, what it opens."""
    t, language = job.t, job.plan.language
    lines = job.table.card_lines
    name = next((name for path, name in job.table.paths if path.letter == puzzle.path), "")
    path = filled(lines.path_line, {"letter": puzzle.path or "", "name": name}) if name else lines.common_line
    parts = [path]
    if puzzle.needs:
        parts.append(t("after {puzzles}", puzzles=joined(puzzle.needs, language)))
    opened = opened_by(puzzle, job.setup)
    if opened:
        parts.append(t("opens {envelopes}", envelopes=joined(opened, language)))
    return " · ".join(parts)


def _shown(job: PrintJob, puzzle: PuzzleSetup) -> tuple[Block, ...]:
    """What the screen says once it is solved."""
    if not puzzle.solved_text:
        return ()
    words = job.t("The screen then says: “{text}”", text=puzzle.solved_text)
    return (Text(text=words, size=SMALL, quiet=True),)


def _after(job: PrintJob, puzzle: PuzzleSetup) -> tuple[Block, ...]:
    """Where the answer is, and what the team is then told."""
    t = job.t
    said = [envelope.say for envelope in job.setup.envelopes if envelope.id in opened_by(puzzle, job.setup)]
    blocks = [Text(text=t("The answer is on the answer key, line {id}.", id=puzzle.id), size=SMALL)]
    if said:
        blocks.append(Text(text=t("Then: “{text}”", text=" ".join(said)), size=SMALL))
    return tuple(blocks)


def answer_key(job: PrintJob) -> tuple[Block, ...]:
    """Every answer of this set, what each opens, and when its hints are due."""
    t = job.t
    columns = (
        Column(label=t("Puzzle"), share=2.6),
        Column(label=t("Answer"), share=2.4, bold=True),
        Column(label=t("Opens"), share=1.5),
        Column(label=t("Hints due after"), share=2.1),
    )
    rows = tuple(
        (f"{puzzle.id} {puzzle.short}", puzzle.answer, _opened(puzzle, job.setup), _due(puzzle, t))
        for puzzle in job.setup.puzzles
    )
    return (Table(columns=columns, rows=rows, size=pt(11), grid=False),)


def hints(job: PrintJob) -> tuple[Block, ...]:
    """The three hints of each puzzle, what to look for and what to say first: for a game without a screen."""
    t = job.t
    blocks: list[Block] = []
    for puzzle in job.setup.puzzles:
        rows = tuple((str(level), *row) for level, row in enumerate(_hints(puzzle, t), start=1))
        columns = (Column(share=0.3, bold=True), Column(share=0.7), Column(share=6.5))
        inside: tuple[Block, ...] = (
            Text(text=t("You often see: {what}", what=puzzle.stall_see), size=SMALL, quiet=True),
            Text(text=t("Say first: {what}", what=puzzle.stall_say), size=SMALL),
            Table(columns=columns, rows=rows, size=SMALL, tight=True, grid=False),
        )
        blocks.append(Framed(title=f"{puzzle.id} – {puzzle.title}", blocks=inside))
    return tuple(blocks)


def contents(job: PrintJob) -> tuple[Block, ...]:
    """What lies where, with the codes of cards that do not bear theirs."""
    t, table = job.t, job.table
    columns = (
        Column(label=t("Where"), share=2.4, bold=True),
        Column(label=t("Card"), share=0.9, mono=True),
        Column(label=t("What"), share=4.5),
        Column(label=t("Code"), share=0.9, mono=True),
    )
    rows = []
    for place in _places(table):
        where = table.places.get(place, place)
        for card in (card for card in job.team.cards if card.place == place):
            rows.append((where, card.id, _what(card), f"{card.code[:3]}·{card.code[3:]}"))
            where = ""
    return (Table(columns=columns, rows=tuple(rows), size=pt(9.5), tight=True, grid=False),)


def envelopes(job: PrintJob) -> tuple[Block, ...]:
    """What opens when, and how many things are in it."""
    t, table = job.t, job.table
    pieces = {puzzle.id: pieces_of(puzzle) for puzzle in table.puzzles}
    kinds = {"envelope": t("envelope"), "seal": t("seal"), "flap": t("flap")}
    columns = (
        Column(label=t("Envelope"), share=1.2, bold=True),
        Column(label=t("Kind"), share=1.2),
        Column(label=t("Opens after"), share=2.4),
        Column(label=t("Holds"), share=3.2),
    )
    rows = []
    for envelope in table.envelopes:
        cards = table.content_of(envelope.id)
        held = [
            f"{card.id} × {pieces[card.puzzle]}" if card.puzzle and pieces[card.puzzle] > 1 else card.id
            for card in cards
        ]
        after = joined(envelope.after, job.plan.language)
        rows.append((envelope.id, kinds[envelope.kind], after, ", ".join(held) or "–"))
    return (Table(columns=columns, rows=tuple(rows), size=pt(11), grid=False),)


def graph(job: PrintJob) -> tuple[Block, ...]:
    """Which puzzle opens which: a column further right for each that must be solved before."""
    columns: dict[str, int] = {}
    for one in job.setup.puzzles:
        columns[one.id] = max((columns[need] + 1 for need in one.needs if need in columns), default=0)
    crowd = Counter(columns.values())
    last = max((one.row for one in job.setup.puzzles if crowd[columns[one.id]] > 1), default=0)
    chains = tuple(
        Chain(
            id=one.id,
            label=one.short,
            path=one.path,
            column=columns[one.id],
            row=one.row if crowd[columns[one.id]] > 1 else last // 2,
            needs=one.needs,
        )
        for one in job.setup.puzzles
    )
    return (Graph(puzzles=chains),)


def reflexes(job: PrintJob) -> tuple[Block, ...]:
    """What one does from tomorrow, a line a puzzle, each with the facility's own rule where there is one."""
    return (
        Items(items=tuple(_reflex(job, puzzle) for puzzle in job.setup.puzzles), numbered=True, size=BODY),
    )


def _reflex(job: PrintJob, puzzle: PuzzleSetup) -> str:
    rule = job.facility.procedure(job.kit.id, puzzle.id).replace("**", "")
    return f"{puzzle.reflex} **{job.t('Here: {rule}', rule=rule)}**" if rule else puzzle.reflex


def opened_by(puzzle: PuzzleSetup, setup: RunSetup) -> tuple[str, ...]:
    """The envelopes of which the puzzle is the last that is needed."""
    return tuple(one.id for one in setup.envelopes if one.after and one.after[-1] == puzzle.id)


def _opened(puzzle: PuzzleSetup, setup: RunSetup) -> str:
    """What the puzzle opens, with all that is needed in brackets when that is more."""
    after = {one.id: one.after for one in setup.envelopes}
    return ", ".join(
        f"{one} ({', '.join(after[one])})" if len(after[one]) > 1 else one for one in opened_by(puzzle, setup)
    )


def _hints(puzzle: PuzzleSetup, t: Catalogue) -> tuple[tuple[str, str], ...]:
    """When each hint is due, and its words."""
    due = [duration(one // 1000) for one in puzzle.due] or [t("on request")] * len(puzzle.hints)
    return tuple(zip(due, [hint.text for hint in puzzle.hints], strict=True))


def _due(puzzle: PuzzleSetup, t: Catalogue) -> str:
    if not puzzle.due:
        return t("on request")
    return " · ".join(duration(due // 1000) for due in puzzle.due)


def _minutes(target_ms: int) -> str:
    minutes = target_ms / 60_000
    return f"{minutes:.0f}" if abs(minutes - round(minutes)) < 0.05 else duration(target_ms // 1000)


def _sentence(text: str) -> str:
    """A note as a sentence: with a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "…")) else ".")


def _what(card: CardOnTable) -> str:
    """The title of a card and how its text begins, so that cards of one title are told apart."""
    lines = [line for line in card.reading.splitlines() if line != card.title and len(line) > 2]
    begin = next((line for line in lines if not line.startswith("@")), "")
    if card.line and not card.shows_code:
        begin = card.line
    if not begin:
        return card.title
    text = f"{card.title} – {begin}"
    return text if len(text) <= WHAT_LONGEST else f"{text[: WHAT_LONGEST - 1].rstrip()}…"


def _places(table: TeamTable) -> list[str]:
    """Places in the order of their first card."""
    places: dict[str, None] = {}
    for card in table.cards:
        places.setdefault(card.place)
    return list(places)
