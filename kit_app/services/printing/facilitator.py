"""Print what only the facilitator may see: answer key, hint sheets, envelopes' contents, run sheet."""

from kit_app.domain.deal import CardOnTable, TeamTable
from kit_app.game.screenplay import ALARM_PATHS, ALARM_PORTAL, ALARM_PUSH, ALARM_START
from kit_app.game.setup import PuzzleSetup, RunSetup
from kit_app.i18n import Catalogue, duration
from kit_app.services.printing.faces import TeamSet
from printables.products.blocks import Block, Column, Framed, Heading, Table, Text
from printables.products.deck import Item
from printables.products.documents import Document, document_pages
from printables.render.look import Look
from printables.units import mm, pt

ATTENDANCE_ROWS = 16
WHAT_LONGEST = 54  # characters
ALARMS = {
    "alarm_start": ALARM_START,
    "alarm_paths": ALARM_PATHS,
    "alarm_portal": ALARM_PORTAL,
    "push": ALARM_PUSH,
}
"""Lines of the script for a team that is late, and the parts of its time after which they hold."""


def answer_key(team: TeamSet, setup: RunSetup, look: Look) -> tuple[Item, ...]:
    """Every answer of this set, what each opens, and when its hints are due."""
    t = team.t
    columns = (
        Column(label=t("Puzzle"), share=2.6),
        Column(label=t("Answer"), share=2.4, bold=True),
        Column(label=t("Opens"), share=1.5),
        Column(label=t("Hints due after"), share=2.1),
    )
    rows = tuple(
        (
            f"{puzzle.id} {puzzle.short}",
            puzzle.answer,
            _opened(puzzle, setup),
            _due(puzzle, t),
        )
        for puzzle in setup.puzzles
    )
    blocks: tuple[Block, ...] = (
        Text(
            text=t("Each answer may be typed with or without accents, spaces and capitals."),
            size=pt(11),
            quiet=True,
        ),
        Table(columns=columns, rows=rows, size=pt(11)),
    )
    return _pages(team, look, t("Answer key"), blocks)


def hint_sheets(team: TeamSet, setup: RunSetup, look: Look) -> tuple[Item, ...]:
    """The three hints of each puzzle, what to look for and what to say first: for a game without a screen."""
    t = team.t
    blocks: list[Block] = []
    for puzzle in setup.puzzles:
        rows = tuple(
            (str(level), _due_one(puzzle, level, t), text) for level, text in enumerate(puzzle.hints, start=1)
        )
        columns = (Column(share=0.3, bold=True), Column(share=1.0), Column(share=6.0))
        inside: tuple[Block, ...] = (
            Text(text=t("You often see: {what}", what=puzzle.stall_see), size=pt(10.5), quiet=True),
            Text(text=t("Say first: {what}", what=puzzle.stall_say), size=pt(10.5)),
            Table(columns=columns, rows=rows, size=pt(10.5), tight=True),
        )
        blocks.append(Framed(title=f"{puzzle.id} – {puzzle.title}", blocks=inside))
    return _pages(team, look, t("Hints"), tuple(blocks))


def contents(team: TeamSet, look: Look) -> tuple[Item, ...]:
    """What lies where, with the codes of cards that do not bear theirs."""
    t = team.t
    table = team.table
    columns = (
        Column(label=t("Where"), share=1.7, bold=True),
        Column(label=t("Card"), share=0.9, mono=True),
        Column(label=t("What"), share=4.6),
        Column(label=t("Code"), share=0.9, mono=True),
    )
    rows = tuple(
        (table.places.get(place, place), card.id, _what(card), _spoken(card.code))
        for place in _places(table)
        for card in team.cards
        if card.place == place
    )
    return _pages(
        team, look, t("What lies where"), (Table(columns=columns, rows=rows, size=pt(9.5), tight=True),)
    )


def run_sheet(team: TeamSet, setup: RunSetup, look: Look) -> tuple[Item, ...]:
    """The words to read aloud, in their order."""
    t = team.t
    script = team.table.script
    parts = (
        (t("Before the game"), ("consent",)),
        (t("The pitch"), ("pitch",)),
        (t("The start: the clock begins with the last word"), ("briefing",)),
        (t("During the game (time passed)"), ("regroup", *ALARMS)),
        (t("The end"), ("closing",)),
        (t("The debrief"), ("lost", "truth", "debrief_extra", "debrief_extra_long")),
    )
    blocks: list[Block] = []
    for title, keys in parts:
        texts = [Text(text=_cued(key, script[key], setup, t), size=pt(11)) for key in keys if key in script]
        if texts:
            blocks += [Heading(text=title), *texts]
    return _pages(team, look, t("The words to say"), tuple(blocks))


def _cued(key: str, text: str, setup: RunSetup, t: Catalogue) -> str:
    """A line of the script after what says when it holds: a time, that the team lost, or to read it first."""
    if key == "lost":
        return t("If the team lost: {text}", text=text)
    if key == "debrief_extra_long":
        return t("For you, before you ask this: {text}", text=text)
    part = ALARMS.get(key)
    return text if part is None else f"**{duration(round(setup.duration_ms * part / 1000))}** – {text}"


def attendance(team: TeamSet, look: Look, facility: str) -> tuple[Item, ...]:
    """Rows to sign by hand; no name is ever typed."""
    t = team.t
    columns = tuple(
        Column(label=label, share=share)
        for label, share in (
            (t("Surname"), 2.0),
            (t("First name"), 2.0),
            (t("Job / unit"), 2.4),
            (t("Signature"), 2.4),
        )
    )
    blocks: tuple[Block, ...] = (
        Text(text=t("Activity: digital security awareness through play"), size=pt(12)),
        Text(text=t("Facility: {facility}", facility=facility or "……………………………"), size=pt(12)),
        Text(text=t("Place: ……………………………  Date: ………………  From ……… to ………  Duration: ………"), size=pt(12)),
        Text(text=t("Facilitator (name, signature): ……………………………"), size=pt(12)),
        Table(columns=columns, rows=(("", "", "", ""),) * ATTENDANCE_ROWS, least_height=mm(9)),
        Text(text=t("These names are kept by no software of the game."), size=pt(10), quiet=True),
    )
    document = Document(title=t("Attendance sheet"), blocks=blocks, foot=team.foot)
    return tuple(document_pages(document, look))


def _pages(team: TeamSet, look: Look, title: str, blocks: tuple[Block, ...]) -> tuple[Item, ...]:
    subtitle = f"{team.team_label} · {team.set_label}"
    document = Document(title=title, subtitle=subtitle, blocks=blocks, foot=team.foot, facilitator_only=True)
    return tuple(document_pages(document, look))


def _opened(puzzle: PuzzleSetup, setup: RunSetup) -> str:
    """What the puzzle opens, as the last one that is needed; with the others in brackets."""
    opened = []
    for envelope in setup.envelopes:
        if envelope.after and envelope.after[-1] == puzzle.id:
            others = ", ".join(envelope.after)
            opened.append(f"{envelope.id} ({others})" if len(envelope.after) > 1 else envelope.id)
    return ", ".join(opened)


def _due(puzzle: PuzzleSetup, t: Catalogue) -> str:
    if not puzzle.due:
        return t("on request")
    return " · ".join(duration(due // 1000) for due in puzzle.due)


def _due_one(puzzle: PuzzleSetup, level: int, t: Catalogue) -> str:
    return duration(puzzle.due[level - 1] // 1000) if puzzle.due else t("on request")


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


def _spoken(code: str) -> str:
    return f"{code[:3]}·{code[3:]}"
