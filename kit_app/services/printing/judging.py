"""Judge a kit by its paper: which cards do not fit, which characters the fonts lack."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from kit_app.assets import resources_dir
from kit_app.domain.deal import GivenOnTable, TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.spelling import filled
from kit_app.i18n import Catalogue
from kit_app.services.printing import papers
from kit_app.services.printing.clues import items_of
from kit_app.services.printing.decks import set_products
from kit_app.services.printing.door import SENTENCES
from kit_app.services.printing.faces import TeamSet, look_for
from kit_app.services.printing.job import NOBODY
from kit_app.services.printing.kit_papers import paper_items, shelf_job
from printables.problems import PrintProblem
from printables.products.item import Item
from printables.render.fonts import Faces, read_faces
from printables.render.look import font_files

_ENDLESS = re.compile(r"(\S{30})(?=\S)")


def unfitting(kit: Kit, table: TeamTable) -> Sequence[tuple[str, str]]:
    """Ids of the cards that cannot be printed as they are, each with a sentence in English."""
    t = Catalogue(table.language)
    players = tuple((role,) for role in table.roles)
    table = replace(table, given=_every_given(kit, table))
    team = TeamSet(table=table, team_label="", players=players, t=t, images=kit.images)
    look = look_for(t, f"{kit.id} {kit.version}", language=table.language)
    items = [item for puzzle in table.puzzles for item in items_of(puzzle, team)]
    for make in (
        papers.badges,
        papers.given_cards,
        papers.role_cards,
        papers.envelope_labels,
        papers.pitch_card,
        papers.answer_sheet,
    ):
        items += make(team)
    found = [
        (problem.where.partition(" ")[0], _sentence(problem))
        for item in items
        for problem in item.problems(look)
    ]
    return found + _unfitting_papers(kit, table, t)


def _every_given(kit: Kit, table: TeamTable) -> tuple[GivenOnTable, ...]:
    """What would be given of each puzzle, all of it on its card, were that one left out."""
    title = table.card_lines.given
    found = [
        GivenOnTable.of(puzzle.id, puzzle.words.title, puzzle.path, lines, title)
        for puzzle in table.puzzles
        if (lines := tuple(line for one in puzzle.words.given.values() for line in one))
    ]
    codes = [card.code for card in table.cards]
    return tuple(
        replace(one, card=replace(one.card, code=code)) for one, code in zip(found, codes, strict=False)
    )


def _unfitting_papers(kit: Kit, table: TeamTable, t: Catalogue) -> list[tuple[str, str]]:
    """The same for the papers of the kit, by their ids."""
    job = shelf_job(kit, NOBODY, t, table)
    return [
        (spec.id, _sentence(problem))
        for spec in kit.papers
        for item in _each_once(paper_items(job, spec, set_products))
        for problem in item.problems(job.look)
    ]


def _each_once(items: Sequence[Item]) -> Iterable[Item]:
    """What is printed once a player is the same thing several times."""
    return {id(item): item for item in items}.values()


def _sentence(problem: PrintProblem) -> str:
    return filled(SENTENCES[problem.cause], {"card": problem.where, "why": problem.why})


def lacking(text: str) -> str:
    """The characters of `text` that the fonts of cards lack."""
    return _faces().text.regular.lacks(text.replace("\u202f", "\u00a0").replace("\n", " "))


def printable(text: str) -> str:
    """Typed text without the characters that the fonts of papers lack, its endless words cut in pieces."""
    missing = set(lacking(text))
    kept = "".join(character for character in text if character not in missing)
    return _ENDLESS.sub(r"\1 ", kept)


@cache
def _faces() -> Faces:
    return read_faces(font_files(resources_dir() / "fonts"))
