"""Judge a kit by its paper: which cards do not fit, which characters the fonts lack."""

from collections.abc import Sequence

from kit_app.assets import resources_dir
from kit_app.domain.deal import TeamTable
from kit_app.domain.kit import Kit
from kit_app.domain.spelling import filled
from kit_app.i18n import Catalogue
from kit_app.services.printing import papers
from kit_app.services.printing.clues import items_of
from kit_app.services.printing.door import SENTENCES
from kit_app.services.printing.faces import TeamSet, look_for
from printables.render.fonts import read_faces
from printables.render.look import font_files


def unfitting(kit: Kit, table: TeamTable) -> Sequence[tuple[str, str]]:
    """Ids of the cards that cannot be printed as they are, each with a sentence in English."""
    t = Catalogue(table.language)
    players = tuple((role,) for role in table.roles)
    team = TeamSet(table=table, team_label="", players=players, t=t, images=kit.images)
    look = look_for(t, f"{kit.id} {kit.version}", language=table.language)
    items = [item for puzzle in table.puzzles for item in items_of(puzzle, team)]
    for make in (
        papers.badges,
        papers.role_cards,
        papers.envelope_labels,
        papers.pitch_card,
        papers.answer_sheet,
    ):
        items += make(team)
    return [
        (
            problem.where.partition(" ")[0],
            filled(SENTENCES[problem.cause], {"card": problem.where, "why": problem.why}),
        )
        for item in items
        for problem in item.problems(look)
    ]


def lacking(text: str) -> str:
    """The characters of `text` that the fonts of cards lack."""
    faces = read_faces(font_files(resources_dir() / "fonts"))
    return faces.text.regular.lacks(text.replace("\u202f", "\u00a0"))
