"""Number the cards of a team's set and give each printed card its face."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kit_app.assets import resources_dir
from kit_app.domain.deal import CardOnTable, PuzzleOnTable, RoleOnTable, TeamTable
from kit_app.domain.spelling import filled
from kit_app.i18n import Catalogue
from printables.products.face import SEPARATOR, CardFace, Shown
from printables.render.look import Look, SheetWords, font_files


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSet:
    """What is printed for one team: its table, its size, who plays what, and the words of the materials.

    `players` has one tuple of roles a player. `t` speaks the language of the materials. `is_easy`: the level
    shows what a kit keeps for beginners. `images` holds the kit's pictures under their paths.
    """

    table: TeamTable
    team_label: str
    players: tuple[tuple[RoleOnTable, ...], ...]
    t: Catalogue
    is_easy: bool = False
    images: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def set_label(self) -> str:
        """« jeu TXR9 »."""
        return self.t("set {set_id}", set_id=self.table.set_id)

    @property
    def true_foot(self) -> str:
        """The line at the foot of what real people sign or keep: set, kit and version."""
        return SEPARATOR.join((self.set_label, f"{self.table.kit_title} {self.table.kit_version}"))

    @property
    def foot(self) -> str:
        """The line at the foot of documents of the game: the same, and that all is made up."""
        return SEPARATOR.join((self.true_foot, self.table.card_lines.fictive))

    @property
    def cards(self) -> tuple[CardOnTable, ...]:
        """Every card that this team gets, in deck order: all but the badges of those who do not play."""
        return self.table.clue_cards + tuple(role.card for player in self.players for role in player)

    def face(self, card: CardOnTable, *, title: str = "", path: str | None = None) -> CardFace:
        """The face of a numbered card; its code only where the card shows it."""
        cards = self.cards
        return CardFace(
            card_id=card.id,
            title=title or card.title,
            set_id=self.table.set_id,
            n=next(n for n, one in enumerate(cards, start=1) if one.id == card.id),
            total=len(cards),
            set_label=self.set_label,
            fiction=self.table.card_lines.fictive,
            path=path,
            path_line=self._line(card, path),
            code=card.code if card.shows_code else None,
        )

    def shown(self, picture: str) -> Shown | None:
        """A picture of the kit, ready to print; None when the kit has none under this path."""
        content = self.images.get(picture)
        return None if content is None else Shown(picture, content)

    def puzzle_face(self, puzzle: PuzzleOnTable, part: str) -> CardFace:
        """The face of the card that bears this part of a puzzle. Raises KeyError."""
        return self.face(card_of(puzzle, part), path=puzzle.path)

    def paper_face(self, card_id: str, title: str, line: str = "") -> CardFace:
        """The face of a paper for players that is no card of the set."""
        return CardFace(
            card_id=card_id,
            title=title,
            set_id=self.table.set_id,
            n=1,
            total=1,
            set_label=self.set_label,
            fiction=self.table.card_lines.fictive,
            path_line=line,
        )

    def _line(self, card: CardOnTable, path: str | None) -> str:
        lines = self.table.card_lines
        if path is None:
            return SEPARATOR.join(filter(None, (lines.common_line, card.line)))
        name = next(name for one, name in self.table.paths if one.letter == path)
        named = filled(lines.path_line, {"letter": path, "name": name})
        return SEPARATOR.join(filter(None, (named, card.line)))


def card_of(puzzle: PuzzleOnTable, part: str) -> CardOnTable:
    """The card that bears `part`. Raises KeyError."""
    for card in puzzle.cards:
        if card.part == part:
            return card
    raise KeyError(part)


def look_for(t: Catalogue, kit_line: str, *, language: str, fonts: Callable[[], Path] | None = None) -> Look:
    """The look of a deck in the language of the materials, with the bundled fonts."""
    folder = fonts() if fonts else resources_dir() / "fonts"
    return Look(
        fonts=font_files(folder),
        words=SheetWords(
            fold=t("fold"),
            glue=t("glue"),
            sheet=t("sheet {n}/{total}", n="{n}", total="{total}"),
            page=t("page {n} / {total}", n="{n}", total="{total}"),
            set_name=t("set {set_id}", set_id="{set_id}"),
            ruler=t("This ruler measures 100 mm. If not: print again at 100 %, without “fit to page”."),
            facilitator_only=t("Facilitator only"),
        ),
        language=language,
        kit_line=kit_line,
    )
